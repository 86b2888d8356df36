"""The story in a few plain sentences, each made from the dossier's own counts and leading to its part of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from recoupe.report.view.book import Book
from recoupe.report.view.origins import Source
from recoupe.report.view.promises import Promise
from recoupe.report.view.relations import Group, in_words
from recoupe.report.view.speakers import Speaker

NAMED = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, the part of the report it sums up, and the sign of its relation when it is about one."""

    text: str
    part: str
    relation: str = ""
    sign: str = ""


def summary(
    book: Book,
    found: Sequence[Group],
    told: Sequence[Speaker],
    kept: Sequence[Promise],
    sources: Sequence[Source],
) -> tuple[Line, ...]:
    """The sentences, in the order of the report; nothing is said of what is not there, but for conflicts."""
    return tuple(_lines(book, found, told, kept, sources))


def _lines(
    book: Book, found: Sequence[Group], told: Sequence[Speaker], kept: Sequence[Promise], sources: Sequence[Source]
) -> Iterator[Line]:
    words = book.words
    yield Line(_accounts(book), "accounts")
    if told:
        passages = words.count("quotation", sum(speaker.count for speaker in told))
        yield Line(words("summary.said", passages=passages, voices=words.count("voice", len(told))), "said")
    for group in found:
        if group.cards or group.relation == "contradicts":
            yield Line(_relation(book, group), f"r-{group.relation}", group.relation, group.sign)
    if kept:
        dated = words.number(Decimal(sum(bool(promise.due) for promise in kept)))
        yield Line(words("summary.promises", promises=words.count("promise", len(kept)), dated=dated), "promises")
    yield from _sources(book, sources)
    errors = sum(issue.severity == "error" for issue in book.dossier.issues)
    if errors:
        yield Line(words.count("unread", errors), "problems")


def _sources(book: Book, sources: Sequence[Source]) -> Iterator[Line]:
    """Which accounts share which sources: one sentence for each company of accounts."""
    shared: dict[tuple[str, ...], list[Source]] = {}
    for source in sources:
        if len(source.holders) > 1:
            shared.setdefault(tuple(account.name for account in source.holders), []).append(source)
    for names, held in [*shared.items()][:NAMED]:
        sources_named = _listed(book, list(dict.fromkeys(source.named for source in held)), "source")
        accounts = _listed(book, names, "account")
        yield Line(book.words("summary.origin", accounts=accounts, sources=sources_named), held[0].key)


def _accounts(book: Book) -> str:
    words, count = book.words, book.words.count("account", len(book.accounts))
    days = sorted(account.document.day for account in book.accounts if account.document.day is not None)
    undated = len(book.accounts) - len(days)
    if not days:
        return words("summary.undated", accounts=count)
    if days[0] == days[-1]:
        text = words("summary.one_day", accounts=count, day=words.day(days[0]))
    else:
        text = words("summary.days", accounts=count, first=words.day(days[0]), last=words.day(days[-1]))
    return text + (" " + words.count("undated", undated) if undated else "")


def _relation(book: Book, group: Group) -> str:
    count = book.words.count(group.relation, len(group.cards))
    named = list(dict.fromkeys(text for card in group.cards if (text := in_words(book, card.matter))))
    if not named:
        return count + "."
    more = len(named) - NAMED
    on = " ; ".join(named[:NAMED]) if book.words.ui == "fr" else "; ".join(named[:NAMED])
    rest = " " + book.words.count("further", more) if more > 0 else ""
    return book.words("summary.on", count=count, matters=on) + rest


def _listed(book: Book, names: Sequence[str], what: str) -> str:
    kept = list(names[:NAMED])
    if len(names) > NAMED:
        kept.append(book.words.count(f"other_{what}", len(names) - NAMED))
    return kept[0] if len(kept) == 1 else ", ".join(kept[:-1]) + f" {book.words('summary.and')} " + kept[-1]
