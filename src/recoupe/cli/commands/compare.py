"""`recoupe compare`: where the accounts agree, contradict each other or changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.options import RELATIONS, AsJson, Ui, choice, usage
from recoupe.cli.out import as_json, lines, plain, talk
from recoupe.cli.screen import say
from recoupe.cli.view import dated, speaker
from recoupe.cli.words import UI, word
from recoupe.types import Dossier as Loaded
from recoupe.types import Link

LETTERS = "ABCDEF"
ORDER = ("contradicts", "changed", "scope", "unsure", "agrees")


def compare(
    dossier: Annotated[
        Path | None, typer.Argument(help=word("help.dossier"), metavar="DOSSIER", show_default=False)
    ] = None,
    relation: Annotated[
        str | None, typer.Option(help=word("help.only_relation"), metavar="RELATION", show_default=False)
    ] = None,
    only: Annotated[
        str | None, typer.Option("--only", help=word("help.only"), metavar="RELATION,…", show_default=False)
    ] = None,
    matters: Annotated[bool, typer.Option("--matters", help=word("help.matters"))] = False,
    timeline: Annotated[bool, typer.Option("--timeline", help=word("help.timeline"))] = False,
    source: Annotated[
        list[str] | None, typer.Option("--source", help=word("help.source"), metavar="OUTLET=A…F", show_default=False)
    ] = None,
    pairs: Annotated[Path | None, typer.Option(help=word("help.pairs"), metavar="FILE", show_default=False)] = None,
    json: AsJson = False,
    ui: Ui = None,
) -> None:
    """List the links, conflicts first: both passages with their accounts and dates, then the reasons.

    With `--matters`, what each matter gathers, first said to last, with its Admiralty number; with `--timeline`, the
    events and promises of all accounts by day. With `--pairs`, judge each pair of a file instead: one JSON object a
    pair with its relation, score and reasons.
    """
    if (pairs is None) == (dossier is None):
        raise usage("one_of_two")
    if pairs is not None:
        return _pairs(pairs)
    assert dossier is not None
    wanted = [name for name in (relation, *(only or "").split(",")) if name]
    for name in wanted:
        choice("relation", name, RELATIONS)
    if timeline:
        return _timeline(dossier, json)
    if matters:
        return _matters(dossier, wanted, letters(source or ()), json)
    _links(dossier, wanted or list(RELATIONS), json)


def letters(texts: Iterable[str]) -> dict[str, str]:
    """`OUTLET=B` as the letter a reader gives a source; raises the usage error when it is none of A to F."""
    found = {}
    for text in texts:
        outlet, equals, letter = text.rpartition("=")
        if not equals or not outlet or letter not in LETTERS:
            raise usage("bad_choice", option="source", value=text, choices="OUTLET=A … OUTLET=F")
        found[outlet.casefold()] = letter
    return found


def _matters(dossier: Path, wanted: Sequence[str], given: dict[str, str], json: bool) -> None:
    from recoupe.cli.matters import block as lines_of
    from recoupe.cli.matters import row
    from recoupe.compare.matters import matters
    from recoupe.store import load

    loaded = load(dossier)
    kept = [m for m in matters(loaded) if not wanted or any(name in wanted for name, _ in m.relations)]
    if as_json(json):
        return lines(row(loaded, matter, given) for matter in kept)
    say(line for matter in kept for line in (*lines_of(loaded, matter, given), ""))
    if not kept:
        talk(word("say.no_links"))


def _timeline(dossier: Path, json: bool) -> None:
    from recoupe.cli.matters import moment_lines, moment_row
    from recoupe.compare.timeline import timeline
    from recoupe.store import load

    loaded = load(dossier)
    moments = timeline(loaded)
    if as_json(json):
        return lines(moment_row(moment) for moment in moments)
    say(line for moment in moments for line in moment_lines(loaded, moment))
    if not moments:
        talk(word("say.nothing"))


def _pairs(path: Path) -> None:
    from recoupe.engine.pairs import judgements

    lines(judgements(path))


def _links(dossier: Path, wanted: Sequence[str], json: bool) -> None:
    from recoupe.export.rows import rows
    from recoupe.store import load

    loaded = load(dossier)
    if as_json(json):
        kept = (row for row in rows(loaded) if row["type"] == "link")
        lines(row for row in kept if row["relation"] in wanted)
        return
    links = [link for link in loaded.links if link.relation in wanted]
    links.sort(key=lambda link: ORDER.index(link.relation))
    say(line for link in links for line in (*block(loaded, link), ""))
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
