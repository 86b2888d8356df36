"""The whole page as one view model."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from recoupe.report.view.book import Account, Book, Passage
from recoupe.report.view.events import Happening, events
from recoupe.report.view.figures import Counted, figures
from recoupe.report.view.graph import Graph, graph
from recoupe.report.view.marks import marks
from recoupe.report.view.names import Named, names
from recoupe.report.view.origins import Source, origins
from recoupe.report.view.promises import Promise, promises
from recoupe.report.view.relations import Group, Matter, gathered, matters
from recoupe.report.view.remarks import Problem, Remark, faults, problems, wording
from recoupe.report.view.speakers import Speaker, speakers
from recoupe.report.view.summary import Line, summary
from recoupe.report.view.text import crossing_rules, laid_out
from recoupe.report.view.timeline import Timeline, timeline
from recoupe.report.words import Words
from recoupe.types import Dossier


@dataclass(frozen=True, slots=True)
class Text:
    """A full text with its marks."""

    account: Account
    html: Markup


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the templates show; `crossing` is the style that lights marks cut in pieces."""

    title: str
    title_lang: str
    summary: str
    brief: tuple[Line, ...]
    accounts: tuple[Account, ...]
    groups: tuple[Group, ...]
    matters: tuple[Matter, ...]
    speakers: tuple[Speaker, ...]
    figures: tuple[Counted, ...]
    timeline: Timeline
    promises: tuple[Promise, ...]
    events: tuple[Happening, ...]
    origins: tuple[Source, ...]
    graph: Graph | None
    wording: tuple[Remark, ...]
    faults: tuple[Remark, ...]
    problems: tuple[Problem, ...]
    names: tuple[Named, ...]
    texts: tuple[Text, ...]
    manifest: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    voices: tuple[tuple[str, str], ...]
    figure_count: int
    passages: tuple[Passage, ...]
    crossing: str


def page(dossier: Dossier, words: Words) -> Page:
    """The view model of the whole report."""
    book = Book(dossier, words)
    found = gathered(book)
    marked = marks(book)
    texts = tuple(
        Text(account, laid_out(account.document.text, marked[account.document.id], _numbers(book, account)))
        for account in book.accounts
    )
    first = min(book.accounts, key=lambda a: (not a.dated, str(a.document.day or ""), a.number), default=None)
    kinds = ("quotation", "commitment", "figure", "time", "event", "assertion", "wording", "fault")
    told, counted, kept, sources = speakers(book), figures(book), promises(book, found), origins(book)
    return Page(
        title=first.title if first else words("page.empty"),
        title_lang=first.lang if first else words.ui,
        summary=_summary(book, found),
        brief=summary(book, found, told, kept, sources),
        accounts=book.accounts,
        groups=found,
        matters=matters(book, found),
        speakers=told,
        figures=counted,
        timeline=timeline(book, kept),
        promises=kept,
        events=events(book),
        origins=sources,
        graph=graph(sources),
        wording=wording(book),
        faults=faults(book),
        problems=problems(book),
        names=names(book),
        texts=texts,
        manifest=manifest(book),
        kinds=tuple((kind, words.label("kinds", kind)) for kind in kinds),
        voices=tuple(sorted({(speaker.kind, speaker.label) for speaker in told})),
        passages=tuple(book.passages.values()),
        figure_count=sum(len(group.figures) for group in counted),
        crossing=crossing_rules([text.html for text in texts]),
    )


def _numbers(book: Book, account: Account) -> dict[str, int]:
    mine = [p for p in book.passages.values() if p.account is account]
    mine.sort(key=lambda p: (p.statement.anchor.start, p.statement.anchor.end, p.key))
    return {f"s-{passage.key}": number for number, passage in enumerate(mine, 1)}


def manifest(book: Book) -> tuple[tuple[str, str], ...]:
    """What the dossier was made with."""
    return (*sorted(book.dossier.manifest.items()), *_rules(book))


def _rules(book: Book) -> list[tuple[str, str]]:
    used = sorted({s.by for s in book.dossier.statements if s.by} | {link.by for link in book.dossier.links if link.by})
    return [(book.words("method.rules"), ", ".join(used))] if used else []


def _summary(book: Book, found: tuple[Group, ...]) -> str:
    words = book.words
    counts = [words.count("account", len(book.accounts)), words.count("quotation", len(book.of_kind("quotation")))]
    by_relation = {group.relation: len(group.cards) for group in found}
    for relation in ("contradicts", "changed", "agrees", "scope", "unsure"):
        if by_relation[relation] or relation in ("contradicts", "changed"):
            counts.append(words.count(relation, by_relation[relation]))
    if book.dossier.origins:
        counts.append(words.count("origin", len(book.dossier.origins)))
    return ", ".join(counts) + "."
