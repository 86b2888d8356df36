"""`recoupe export`: the dossier in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import TYPES, AsOf, Dossier, Kind, Ui, choice
from recoupe.cli.out import STDOUT, talk, write
from recoupe.cli.words import word


def export(
    dossier: Dossier,
    format: Annotated[str, typer.Option("--format", help=word("help.format"), metavar="FORMAT")] = "jsonl",
    kind: Kind = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=word("help.file"), metavar="FILE", show_default=False)
    ] = None,
    as_of: AsOf = None,
    ui: Ui = None,
) -> None:
    """Write the rows; a file is replaced in one step."""
    from recoupe.export import FORMATS
    from recoupe.kinds.commitment.status import on
    from recoupe.store import load

    choice("format", format, FORMATS)
    choice("kind", kind, TYPES)
    write(FORMATS[format].write(on(load(dossier), as_of), kind), output)
    if output is not None and output != STDOUT:
        talk(word("say.written", path=output))
