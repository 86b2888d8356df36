"""The whole report as blocks, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.report.outline.blocks import Block, Heading, Items, Para, Run, Runs, Table
from recoupe.report.outline.lines import Lines
from recoupe.report.page import Page
from recoupe.report.words import Words

WIDE = 4  # columns of accounts that a page of paper holds


def outline(page: Page, words: Words) -> Iterator[Block]:
    """Title and summary, each part of the report, the full texts, and how to read it all."""
    lines = Lines(page, words)
    yield Para((Run(words("page.kind"), soft=True),), "note")
    yield Heading(1, (Run(page.title, page.title_lang),))
    yield Para((Run(page.summary, bold=True),))
    yield Items(tuple((Run(f"{line.sign} " if line.sign else "", bold=True), Run(line.text)) for line in page.brief))
    yield Para((Run(words("page.lede")), Run(" " + words("document.places"))), "note")
    for title, lede, blocks in _parts(page, words, lines):
        yield Heading(2, (Run(words(title)),))
        if lede:
            yield Para((Run(words(lede)),), "note")
        found = list(blocks)
        yield from found or [Para((Run(words("page.none"), italic=True),))]


def _parts(page: Page, words: Words, lines: Lines) -> Iterator[tuple[str, str, Iterator[Block]]]:
    yield "account.title", "", lines.accounts()
    yield "relations.title", "relations.lede", lines.relations()
    if page.matters:
        few = len(page.accounts) <= WIDE
        yield "matters.title", "matters.lede" if few else "matters.many", _matters(page, words, lines, few)
    yield "said.title", "said.lede", lines.said()
    yield "figures.title", "figures.lede", lines.figures()
    yield "promises.title", "", lines.promises()
    yield "time.title", "time.lede", lines.timeline()
    yield "events.title", "", lines.events()
    yield "origins.title", "origins.lede", lines.origins()
    yield "wording.title", "wording.lede", lines.remarks(page.wording)
    yield "faults.title", "faults.lede", lines.remarks(page.faults)
    if page.problems:
        yield "problems.title", "problems.lede", lines.problems()
    yield "names.title", "names.lede", lines.names()
    yield "method.title", "", _method(page, words)
    yield "texts.title", "document.texts", lines.texts()


def _matters(page: Page, words: Words, lines: Lines, few: bool) -> Iterator[Block]:
    rows: list[tuple[Runs, ...]] = []
    for matter in page.matters:
        signs = tuple(Run(f" {card.sign} {card.label}", soft=True) for card in matter.cards)
        first: Runs = (Run(matter.named, bold=True), *signs)
        if few:
            silent: Runs = (Run(words("matters.silent"), italic=True, soft=True),)
            cells = tuple(lines.joined([lines.quoted(p) for p in passages]) or silent for _, passages in matter.cells)
            rows.append((first, *cells))
        else:
            told = [(*lines.words(alike[0]), Run(" "), *lines.places_of(alike)) for alike in matter.wordings]
            rows.append((first, lines.joined(told)))
    heads = tuple(f"{a.number}. {a.name}" for a in page.accounts) if few else (words("page.words"),)
    yield Table((words("matters.matter"), *heads), tuple(rows))


def _method(page: Page, words: Words) -> Iterator[Block]:
    keys = ("verdict", "relations", "origins", "words", "unconfirmed", "machine")
    yield Items(tuple((Run(words(f"method.{key}")),) for key in keys))
    codes = ("negative", "conditional", "probable", "possible", "unknown")
    told = tuple((Run(words(f"badge.{c}"), bold=True), Run(f" – {words(f'badge_help.{c}')}")) for c in codes)
    yield Items(told)
    yield Para((Run(words("method.made")),), "note")
    yield Items(tuple((Run(f"{name}: "), Run(value)) for name, value in page.manifest))
