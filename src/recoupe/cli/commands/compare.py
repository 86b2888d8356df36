"""`recoupe compare`: where the accounts agree, contradict each other or changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import RELATIONS, AsJson, Ui, choice, usage
from recoupe.cli.out import as_json, lines, plain, talk
from recoupe.cli.view import dated, speaker
from recoupe.cli.words import UI, word
from recoupe.types import Dossier as Loaded
from recoupe.types import Link

ORDER = ("contradicts", "changed", "scope", "unsure", "agrees")


def compare(
    dossier: Annotated[
        Path | None, typer.Argument(help=word("help.dossier"), metavar="DOSSIER", show_default=False)
    ] = None,
    relation: Annotated[
        str | None, typer.Option(help=word("help.only_relation"), metavar="RELATION", show_default=False)
    ] = None,
    pairs: Annotated[Path | None, typer.Option(help=word("help.pairs"), metavar="FILE", show_default=False)] = None,
    json: AsJson = False,
    ui: Ui = None,
) -> None:
    """List the links, conflicts first: both passages with their accounts and dates, then the reasons.

    With `--pairs`, judge each pair of a file instead: one JSON object a pair with its relation, score and reasons.
    """
    if (pairs is None) == (dossier is None):
        raise usage("one_of_two")
    if pairs is not None:
        return _pairs(pairs)
    assert dossier is not None
    _links(dossier, relation, json)


def _pairs(path: Path) -> None:
    from recoupe.engine.pairs import judgements

    lines(judgements(path))


def _links(dossier: Path, relation: str | None, json: bool) -> None:
    from recoupe.export.rows import rows
    from recoupe.store import load

    choice("relation", relation, RELATIONS)
    loaded = load(dossier)
    if as_json(json):
        kept = (row for row in rows(loaded) if row["type"] == "link")
        lines(row for row in kept if relation in {None, row["relation"]})
        return
    links = [link for link in loaded.links if relation in {None, link.relation}]
    links.sort(key=lambda link: ORDER.index(link.relation))
    for link in links:
        print("\n".join(block(loaded, link)), end="\n\n")
    if not links:
        talk(word("say.no_links"))


def block(dossier: Loaded, link: Link) -> list[str]:
    """The lines that show one link."""
    from recoupe.export.rows import sentence

    out = [f"{word(f'word.relation_{link.relation}')}  {link.id}"]
    for ident in (link.left, link.right):
        statement = dossier.statement(ident)
        who = speaker(statement)
        source = dated(dossier, statement.anchor.document) + (f", {who}" if who else "")
        out.append(plain(f"« {statement.anchor.exact} » ({source}) {ident}"))
    out += [f"- {plain(sentence(reason, UI))}" for reason in link.reasons]
    return [out[0], *(f"  {text}" for text in out[1:])]
