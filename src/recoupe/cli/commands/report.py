"""`recoupe report`: the dossier as one HTML page, or as a document for an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import AsOf, Dossier, Ui, choice
from recoupe.cli.out import STDOUT, talk, write
from recoupe.cli.words import UI, word
from recoupe.types import Dossier as Whole

FORMATS = ("html", "md", "docx")
SUFFIXES = {".md": "md", ".markdown": "md", ".docx": "docx"}


def report(
    dossier: Dossier,
    output: Annotated[
        Path, typer.Option("--output", "-o", help=word("help.file"), metavar="FILE", show_default=False)
    ] = ...,  # type: ignore[assignment]
    form: Annotated[
        str | None,
        typer.Option("--format", help=word("help.report_format"), metavar="|".join(FORMATS), show_default=False),
    ] = None,
    as_of: AsOf = None,
    ui: Ui = None,
) -> None:
    """Write the page; `-o -` sends it to standard output, and the name of the file tells its format."""
    from recoupe.kinds.commitment.status import on
    from recoupe.store import load

    choice("--format", form, FORMATS)
    form = form or SUFFIXES.get(output.suffix.lower(), "html")
    write([_made(on(load(dossier), as_of), form)], output)
    if output != STDOUT:
        talk(word("say.report_done" if form == "html" else "say.document_done", path=output))


def _made(dossier: Whole, form: str) -> str | bytes:
    if form == "docx":
        from recoupe.report.word import word as docx

        return docx(dossier, UI)
    if form == "md":
        from recoupe.report.markdown import markdown

        return markdown(dossier, UI)
    from recoupe.report import render

    return render(dossier, UI)
