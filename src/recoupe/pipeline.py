"""The stages in order: annotate, extract, resolve, compare, for one story.

Reading and storing stand before and after it; an article that fails becomes an issue and the rest goes on.
"""

from __future__ import annotations

import gc
import hashlib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from recoupe import __version__
from recoupe.annotate.annotate import annotate
from recoupe.annotate.annotated import Annotated
from recoupe.annotate.claims import Clauses
from recoupe.annotate.memo import forget
from recoupe.compare import compare
from recoupe.errors import InputError, SetupError
from recoupe.kinds.base import silent
from recoupe.kinds.registry import kinds
from recoupe.kinds.timing.bounds import date_bounds
from recoupe.resolve.attribute import attribute, contents
from recoupe.resolve.entities import resolve_entities
from recoupe.resolve.speakers import resolve_speakers
from recoupe.store.journal import Journal, Part
from recoupe.types import Claim, Document, Dossier, Issue, Mention, Statement

log = logging.getLogger(__name__)

BEFORE = 4
CLAIMING = ("quotation", "figure", "event", "commitment", "assertion", "time")


def run(
    documents: Sequence[Document],
    issues: Sequence[Issue] = (),
    models: Mapping[str, str] | None = None,
    journal: Journal | None = None,
    progress: Callable[[int], None] | None = None,
) -> Dossier:
    """The dossier of one story; `models` maps a language to another spaCy pipeline than the one shipped.

    What `journal` holds is not found again, and what is found is put there. `progress` is called with 1 for each
    account. Raises SetupError when a model is missing; what goes wrong with one account is an issue of the dossier.
    """
    statements: list[Statement] = []
    mentions: dict[str, tuple[Mention, ...]] = {}
    problems = list(issues)
    for document in documents:
        part = journal.get(document) if journal else None
        if part is None:
            part = analyse(document, models)
            if journal:
                journal.put(document, part)
        statements += part.statements
        problems += part.issues
        if part.mentions is not None:
            mentions[document.id] = part.mentions
        if progress:
            progress(1)
    with _uncollected():
        return _across(documents, statements, mentions, problems)


def analyse(document: Document, models: Mapping[str, str] | None = None) -> Part:
    """What one account says by itself, before accounts are set beside each other."""
    with _uncollected():
        return _analyse(document, models)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python's cycle collector waits for one account to end: it would read every word of it dozens of times."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _analyse(document: Document, models: Mapping[str, str] | None) -> Part:
    try:
        annotated = annotate(document, (models or {}).get(document.lang))
        try:
            found = extract(annotated)
        finally:
            forget(annotated.doc)
    except SetupError:
        raise
    except InputError as err:
        return Part((), None, (Issue.make("annotate", err.code, str(err), document.id, document.path),))
    except Exception as err:  # one account's failure must not cost the others
        log.debug("extraction failed on %s", document.id, exc_info=True)
        message = f"this account could not be analysed ({type(err).__name__}); the others were."
        return Part((), None, (Issue.make("extract", "not-analysed", message, document.id, document.path),))
    return Part(tuple(found), sound(annotated.mentions, found), tuple(undated(annotated, found)))


def sound(mentions: Sequence[Mention], found: Sequence[Statement]) -> tuple[Mention, ...]:
    """The mentions outside credit lines, page furniture and stray words, which are not the article's own text."""
    flaws = silent(found)
    return tuple(m for m in mentions if not any(m.anchor.overlaps(flaw) for flaw in flaws))


def extract(annotated: Annotated) -> list[Statement]:
    """Every statement of one account, kind after kind, each with the clauses it is compared on."""
    found: list[Statement] = []
    for kind in kinds():
        known = [statement for statement in found if statement.kind in kind.after]
        found += kind.extract()(annotated, known)
    unique = {statement.id: statement for statement in found}
    clauses = Clauses(annotated)
    return [replace(s, claims=_claims(clauses, annotated, s)) if s.kind in CLAIMING else s for s in unique.values()]


def _claims(clauses: Clauses, annotated: Annotated, statement: Statement) -> tuple[Claim, ...]:
    if statement.kind == "quotation":
        return tuple(claim for part in contents(statement) for claim in clauses.within(part.start, part.end))
    if statement.kind not in {"figure", "time"}:
        return clauses.within(statement.anchor.start, statement.anchor.end)
    span = annotated.doc.char_span(statement.anchor.start, statement.anchor.end, alignment_mode="expand")
    if span is None:
        return ()
    around = clauses.within(span.sent.start_char, span.sent.end_char)
    holding = [claim for claim in around if claim.anchor.contains(statement.anchor)]
    if not holding:  # a parse may cut a clause short of the number that ends it
        holding = [claim for claim in around if 0 <= statement.anchor.start - claim.anchor.end <= BEFORE]
    return tuple(sorted(holding, key=lambda claim: claim.anchor.end - claim.anchor.start)[:1])


def undated(annotated: Annotated, found: Sequence[Statement]) -> list[Issue]:
    """For an account with no date, a note saying what that leaves open and what the text proves."""
    document = annotated.document
    if document.published is not None:
        return []
    bound, anchor = date_bounds(annotated, found)
    message = "no publication date: relative times stay unresolved."
    if bound is not None and anchor is not None:
        message += f" The text proves it is no earlier than {bound.isoformat()} (« {anchor.exact} »)."
    note = Issue.make("annotate", "no-date", message, document.id, document.path, severity="note")
    return [replace(note, anchor=anchor)]


def _across(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    mentions: Mapping[str, tuple[Mention, ...]],
    problems: Sequence[Issue],
) -> Dossier:
    by_id = {document.id: document for document in documents}
    place = {document.id: number for number, document in enumerate(documents)}
    # Names and links are found in the order of the ids, so that they do not depend on the order of the files.
    fixed = sorted(documents, key=lambda document: document.id)
    told = sorted(statements, key=_place)
    entities = resolve_entities(fixed, mentions)
    spoken = sorted(attribute(resolve_speakers(told, entities, by_id)), key=_place)
    links, origins = compare(fixed, spoken, entities)
    ordered = sorted(spoken, key=lambda s: (place[s.anchor.document], *_place(s)[1:]))
    return Dossier(
        documents=tuple(documents),
        statements=tuple(ordered),
        entities=tuple(entities),
        links=tuple(links),
        origins=tuple(origins),
        issues=tuple(problems),
        manifest=_manifest(documents),
    )


def _place(statement: Statement) -> tuple[str, int, int, str, str]:
    anchor = statement.anchor
    return anchor.document, anchor.start, anchor.end, statement.kind, statement.id


def _manifest(documents: Sequence[Document]) -> dict[str, str]:
    inputs = hashlib.sha256("".join(d.id + d.sha256 + str(d.published) for d in documents).encode()).hexdigest()
    return {"recoupe": __version__, "inputs": inputs, "kinds": " ".join(kind.name for kind in kinds())}
