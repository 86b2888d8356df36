"""`recoupe report`: the dossier as one HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import AsOf, Dossier, Ui
from recoupe.cli.out import STDOUT, talk, write
from recoupe.cli.words import UI, word


def report(
    dossier: Dossier,
    output: Annotated[
        Path, typer.Option("--output", "-o", help=word("help.file"), metavar="FILE", show_default=False)
    ] = ...,  # type: ignore[assignment]
    as_of: AsOf = None,
    ui: Ui = None,
) -> None:
    """Write the page; `-o -` sends it to standard output."""
    from recoupe.kinds.commitment.status import on
    from recoupe.report import render
    from recoupe.store import load

    write([render(on(load(dossier), as_of), UI)], output)
    if output != STDOUT:
        talk(word("say.report_done", path=output))
