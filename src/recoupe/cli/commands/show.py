"""`recoupe show`: what the accounts say, filtered."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.options import KINDS, RELATIONS, AsJson, AsOf, Dossier, Kind, Ui, choice
from recoupe.cli.out import as_json, lines, talk
from recoupe.cli.screen import table
from recoupe.cli.view import Filter, detail, outlet, speaker
from recoupe.cli.words import coded, word


def show(
    dossier: Dossier,
    kind: Kind = None,
    speaker_: Annotated[
        str | None, typer.Option("--speaker", help=word("help.speaker"), metavar="NAME", show_default=False)
    ] = None,
    relation: Annotated[
        str | None, typer.Option(help=word("help.relation"), metavar="RELATION", show_default=False)
    ] = None,
    document: Annotated[
        str | None, typer.Option(help=word("help.document"), metavar="ACCOUNT", show_default=False)
    ] = None,
    json: AsJson = False,
    as_of: AsOf = None,
    ui: Ui = None,
) -> None:
    """List the statements that pass every filter: a table on a terminal, lines of JSON in a pipe."""
    from recoupe.export.rows import statement_row
    from recoupe.kinds.commitment.status import on
    from recoupe.store import load

    choice("kind", kind, KINDS)
    choice("relation", relation, RELATIONS)
    loaded = on(load(dossier), as_of)
    found = Filter(kind, speaker_, relation, document).apply(loaded)
    if as_json(json):
        lines(statement_row(statement) for statement in found)
        return
    if not found:
        talk(word("say.nothing"))
        return
    columns = ("id", word("word.kind"), word("word.account"), word("word.who"), word("word.words"), word("word.detail"))
    rows = [
        (s.id, coded("sort", s.kind), outlet(loaded, s.anchor.document), speaker(s), s.anchor.exact, detail(s))
        for s in found
    ]
    table(columns, rows, flexible=(2, 3, 4, 5), widest=4)
