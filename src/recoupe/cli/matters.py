"""How matters and the merged timeline are shown: lines for a person, rows for a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recoupe.cli.out import plain
from recoupe.cli.view import colon, dated, outlet, speaker
from recoupe.cli.words import coded, word
from recoupe.compare.grid import SOURCE
from recoupe.compare.matters import Matter
from recoupe.compare.timeline import Moment
from recoupe.types import Dossier, Json, Statement

Letters = Mapping[str, str]


def why(matter: Matter) -> str:
    """Why the matter has its number."""
    return word(
        f"say.grid_{matter.grid.code.replace('-', '_')}", origins=matter.grid.origins, against=matter.grid.against
    )


def letter(dossier: Dossier, statement: Statement, letters: Letters) -> str:
    """The letter the reader gave the account's outlet, else F."""
    return letters.get(outlet(dossier, statement.anchor.document).casefold(), SOURCE)


def block(dossier: Dossier, matter: Matter, letters: Letters) -> Iterator[str]:
    """The lines of one matter: its number with why, then what was said first, then, and last."""
    counts = ", ".join(f"{word(f'word.relation_{name}')} {number}" for name, number in matter.relations)
    yield f"{plain(matter.named)}  ({counts})"
    yield f"  {matter.grid.number}{colon()} {why(matter)}"
    last = len(matter.said) - 1
    for at, said in enumerate(matter.said):
        when = word("word.said_first" if at == 0 else "word.said_last" if at == last else "word.said_then")
        statement = said.statement
        who = speaker(statement)
        source = dated(dossier, statement.anchor.document) + (f", {who}" if who else "")
        relation = f" [{word(f'word.relation_{said.relation}')}]" if said.relation else ""
        grade = f"{letter(dossier, statement, letters)}{matter.grid.number}"
        yield f"  {when}{relation} {grade} « {plain(statement.anchor.exact)} » ({plain(source)}) {statement.id}"


def row(dossier: Dossier, matter: Matter, letters: Letters) -> dict[str, Json]:
    """The same as an object."""
    said: list[Json] = [
        {
            "id": each.statement.id,
            "document": each.statement.anchor.document,
            "published": str(dossier.document(each.statement.anchor.document).day or "") or None,
            "who": speaker(each.statement) or None,
            "text": each.statement.anchor.exact,
            "relation": each.relation,
            "source": letter(dossier, each.statement, letters),
        }
        for each in matter.said
    ]
    relations: dict[str, Json] = dict(matter.relations)
    return {
        "matter": matter.named,
        "grid": matter.grid.number,
        "why": why(matter),
        "origins": matter.grid.origins,
        "relations": relations,
        "said": said,
    }


def moment_lines(dossier: Dossier, moment: Moment) -> Iterator[str]:
    """The lines of one moment: its day or days, then each account's wording."""
    first, last = moment.earliest.isoformat(), moment.latest.isoformat()
    yield first if first == last else f"{first} – {last}"
    for statement in moment.told:
        who = speaker(statement)
        source = outlet(dossier, statement.anchor.document) + (f", {who}" if who else "")
        kind = f"{coded('sort', statement.kind)}{colon()}"
        yield f"  {kind} « {plain(statement.anchor.exact)} » ({plain(source)}) {statement.id}"


def moment_row(moment: Moment) -> dict[str, Json]:
    """The same as an object."""
    told: list[Json] = [
        {"id": s.id, "document": s.anchor.document, "type": s.kind, "text": s.anchor.exact} for s in moment.told
    ]
    return {"earliest": moment.earliest.isoformat(), "latest": moment.latest.isoformat(), "told": told}
