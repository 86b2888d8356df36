"""`recoupe verify`: is every line of the dossier true to its texts?"""

from __future__ import annotations

import typer

from recoupe.cli.options import AsJson, Dossier, Ui
from recoupe.cli.out import lines, plain, talk
from recoupe.cli.words import word
from recoupe.types import Json


def verify(dossier: Dossier, json: AsJson = False, ui: Ui = None) -> None:
    """Print the count of passages and ids; exit 1 with the list of what is not true."""
    from recoupe.store import verify as check

    result = check(dossier)
    counts = {"anchors": result.anchors, "ids": result.ids, "faults": len(result.faults), "path": dossier}
    if json:
        faults: list[Json] = [
            {"row": fault.row, "part": fault.part, "message": fault.message} for fault in result.faults
        ]
        lines([{"anchors": result.anchors, "ids": result.ids, "faults": faults}])
    else:
        for fault in result.faults:
            print(plain(f"{fault.row} {fault.part}: {fault.message}"))
        if not result.faults:
            print(word("say.verified", **counts))
    if result.faults:
        talk(f"{word('word.error')}: {word('say.broken', **counts)} {word('say.remake')}")
        raise typer.Exit(1)
