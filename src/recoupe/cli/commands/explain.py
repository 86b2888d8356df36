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
from recoupe.cli.view import dated, detail
from recoupe.cli.words import UI, word
from recoupe.lang.catalogue import known
from recoupe.types import Anchor, Document, Entity, Issue, Link, Origin, Statement, Voice
from recoupe.types import Dossier as Loaded

AROUND, NBSP = 160, "\u00a0"
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
        yield plain(f"{row.named} ({row.type}) {row.id}")
        for mention in row.names:
            yield from _context(dossier, mention.anchor)
        yield from (f"- {plain(reason)}" for reason in row.reasons)
    elif isinstance(row, Origin):
        yield plain(f"{row.named} {row.id}: {row.why}")
        yield from (f"- {member}" for member in row.members)
    elif isinstance(row, Document):
        yield plain(f"{dated(dossier, row.id)} · {row.lang} · {row.title or ''} · {row.path} · {row.id}")
        wrote = [name for name in (row.author, row.agency) if name]
        yield from [plain(f"{word('word.wrote')}: {', '.join(wrote)}")] if wrote else []
        yield from explained([row])
    else:
        yield plain(f"{row.stage} · {row.code} · {row.message} · {row.id}")


def _statement(dossier: Loaded, statement: Statement) -> Iterator[str]:
    yield plain(f"{statement.kind} {statement.id} · {statement.by} · {detail(statement)}")
    yield from _context(dossier, statement.anchor)
    attribution = statement.attribution
    chain = attribution.chain() if attribution else ()
    voices = " ← ".join(_voice(voice) for voice in chain) or word("word.own_voice")
    if statement.kind not in {"time", "fault"}:
        yield _field("word.said_by", voices)
    if attribution and attribution.cue:
        yield _field("word.cue", f"« {attribution.cue.exact} »")
    if attribution and attribution.via:
        yield plain(f"via: {attribution.via}")
    held: list[str] = [_label("badge", statement.certainty) or statement.certainty]
    held += [word("word.negative")] if statement.polarity == "negative" else []
    held += [word("word.conditional")] if statement.conditional else []
    yield _field("word.held", ", ".join(held))
    construction = getattr(statement.body, "construction", None)
    if construction:
        yield _field("word.construction", construction)
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


def _field(name: str, value: str) -> str:
    """A name and its value, the colon spaced as the reader's language has it."""
    return plain(f"{word(name)}{NBSP if UI == 'fr' else ''}: {value}")


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
