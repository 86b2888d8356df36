"""`recoupe explain`: one row in its context, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TypeAlias

import typer

from recoupe.cli.commands.compare import block
from recoupe.cli.dates import explained
from recoupe.cli.options import AsJson, Dossier, Ui, usage
from recoupe.cli.out import lines, plain
from recoupe.cli.screen import say
from recoupe.cli.view import dated, detail, field
from recoupe.cli.words import UI, coded, word
from recoupe.lang.catalogue import known
from recoupe.types import Anchor, Document, Entity, Issue, Link, Origin, Statement, Voice
from recoupe.types import Dossier as Loaded

AROUND = 160
Row: TypeAlias = Statement | Link | Entity | Origin | Document | Issue


def explain(
    dossier: Dossier,
    ident: Annotated[str, typer.Argument(help=word("help.ident"), metavar="ID", show_default=False)],
    json: AsJson = False,
    ui: Ui = None,
) -> None:
    """Print the row whose id begins with ID; `--json` gives its row of the contract."""
    from recoupe.export.rows import rows
    from recoupe.store import load

    loaded = load(dossier)
    every: list[Row] = [
        *loaded.statements, *loaded.links, *loaded.entities, *loaded.origins, *loaded.documents, *loaded.issues,
    ]  # fmt: skip
    found = {row.id: row for row in every if row.id.startswith(ident)}
    if not found:
        raise usage("no_id", path=dossier, ident=ident)
    if len(found) > 1 and ident not in found:
        raise usage("many_ids", ident=ident, found=", ".join([*found][:5]))
    row = found.get(ident) or next(iter(found.values()))
    if json:
        lines(line for line in rows(loaded) if line["id"] == row.id)
        return
    say(_lines(loaded, row))


def _lines(dossier: Loaded, row: Row) -> Iterator[str]:
    if isinstance(row, Statement):
        yield from _statement(dossier, row)
    elif isinstance(row, Link):
        yield from block(dossier, row)
        for ident in (row.left, row.right):
            yield ""
            yield from _context(dossier, dossier.statement(ident).anchor)
    elif isinstance(row, Entity):
        yield plain(f"{row.named} ({_label('entity', row.type) or row.type}) {row.id}")
        if row.reasons:
            yield field("word.one_by", ", ".join(coded("one", reason) for reason in row.reasons))
        for mention in row.names:
            yield from _context(dossier, mention.anchor)
    elif isinstance(row, Origin):
        yield from _origin(dossier, row)
    elif isinstance(row, Document):
        told = (dated(dossier, row.id), _label("language", row.lang) or row.lang, row.title, row.path, row.id)
        yield plain(" · ".join(text for text in told if text))
        wrote = [name for name in (row.author, row.agency) if name]
        yield from [field("word.wrote", ", ".join(wrote))] if wrote else []
        yield from explained([row])
    else:
        message = (known(UI, "report", f"issue.{row.code}") if UI != "en" else None) or row.message
        yield plain(f"{_label('severity', row.severity)} · {_label('stage', row.stage)} · {message} · {row.id}")
        if row.anchor is not None:
            yield from _context(dossier, row.anchor)


def _statement(dossier: Loaded, statement: Statement) -> Iterator[str]:
    told = (f"{coded('sort', statement.kind)} {statement.id}", detail(statement))
    yield plain(" · ".join(text for text in told if text))
    yield from _context(dossier, statement.anchor)
    attribution = statement.attribution
    chain = attribution.chain() if attribution else ()
    voices = " ← ".join(_voice(voice) for voice in chain) or word("word.own_voice")
    if statement.kind not in {"time", "fault"}:
        yield field("word.said_by", voices)
    if attribution and attribution.cue:
        yield field("word.cue", f"« {attribution.cue.exact} »")
    if attribution and attribution.via:
        yield field("word.via", attribution.via)
    if statement.kind not in {"time", "fault", "wording"}:
        held: list[str] = [_label("badge", statement.certainty) or statement.certainty]
        held += [word("word.negative")] if statement.polarity == "negative" else []
        held += [word("word.conditional")] if statement.conditional else []
        yield field("word.held", ", ".join(held))
    construction = getattr(statement.body, "construction", None)
    yield field(
        "word.construction", f"{coded('construction', construction)} ({statement.by})" if construction else statement.by
    )
    if construction:
        yield from _score(statement, construction)
    links = [link for link in dossier.links if statement.id in {link.left, link.right}]
    for link in links:
        yield ""
        yield from block(dossier, link)


def _score(statement: Statement, construction: str) -> Iterator[str]:
    """What a quotation's score means: how often its construction and its way of giving the speaker were right."""
    from recoupe.kinds.quotation import confidence

    voice = statement.attribution.voice if statement.attribution else None
    mention = voice.mention.exact if voice and voice.mention else None
    given = confidence.way(mention, getattr(statement.body, "pronoun", None))
    passages, speakers = confidence.passages(construction), confidence.speakers(given)
    yield word("score.score", score=f"{statement.score:.2f}")
    yield "  " + word("score.passages", right=passages.right, found=passages.found)
    yield "  " + word("score.speakers", right=speakers.right, found=speakers.found, way=word(f"score.{given}"))


def _voice(voice: Voice) -> str:
    name = voice.named or (voice.mention.exact if voice.mention else word("word.unnamed"))
    return f"{name} ({_label('voice', voice.kind)})"


def _origin(dossier: Loaded, row: Origin) -> Iterator[str]:
    """The origin by name, why its members rest on it, and their words."""
    why = (_label("origin_why", row.reasons[0].code) if row.reasons else "") or row.why
    here = {document.id for document in dossier.documents}
    named = dated(dossier, row.named) if row.named in here else row.named
    yield plain(f"{named} {row.id} · {why}")
    for member in row.members:
        if member in here:
            yield plain(f"- {dated(dossier, member)} {member}")
        else:
            anchor = dossier.statement(member).anchor
            yield plain(f"- « {anchor.exact} » ({dated(dossier, anchor.document)}) {member}")


def _label(group: str, code: str) -> str:
    """The report's word for a code."""
    return known(UI, "report", f"{group}.{code}") or ""


def _context(dossier: Loaded, anchor: Anchor) -> Iterator[str]:
    """The passage between marks, with what stands around it."""
    text = dossier.document(anchor.document).text
    before = text[max(0, anchor.start - AROUND) : anchor.start]
    after = text[anchor.end : anchor.end + AROUND]
    head = "…" if anchor.start > AROUND else ""
    tail = "…" if anchor.end + AROUND < len(text) else ""
    space = " " if before[-1:].isspace() else ""
    rest = " " if after[:1].isspace() else ""
    passage = f"{head}{plain(before)}{space}【{plain(anchor.exact)}】{rest}{plain(after)}{tail}"
    yield f"  {passage}"
    yield f"  ({plain(dated(dossier, anchor.document))}, {anchor.start}:{anchor.end}{_in_source(dossier, anchor)})"


def _in_source(dossier: Loaded, anchor: Anchor) -> str:
    """Where the passage begins in the file it was cut out of, when that is elsewhere than in the text."""
    document = dossier.document(anchor.document)
    return f"; {plain(document.path)}, {document.source_offset(anchor.start)}" if document.offset_map else ""
