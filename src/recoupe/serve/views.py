"""The report's views of one dossier, each made when a page first asks for it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from recoupe.report.page import Page, manifest, page
from recoupe.report.safe import key
from recoupe.report.view.book import Account, Book, Passage
from recoupe.report.view.events import events
from recoupe.report.view.figures import figures
from recoupe.report.view.graph import graph
from recoupe.report.view.marks import Mark, marks
from recoupe.report.view.names import names
from recoupe.report.view.origins import origins
from recoupe.report.view.promises import promises
from recoupe.report.view.relations import Card, Group, Matter, groups, matters
from recoupe.report.view.remarks import faults, problems, wording
from recoupe.report.view.speakers import speakers
from recoupe.report.view.text import crossing_rules, laid_out
from recoupe.report.view.timeline import timeline
from recoupe.report.words import Words
from recoupe.types import Dossier, Entity, Statement

KINDS = ("quotation", "commitment", "figure", "time", "event", "assertion", "wording", "fault")
MADE: dict[str, Callable[[Book], Any]] = {
    "speakers": speakers,
    "figures": figures,
    "timeline": timeline,
    "promises": promises,
    "events": events,
    "origins": origins,
    "graph": lambda book: graph(origins(book)),
    "wording": wording,
    "faults": faults,
    "problems": problems,
    "names": names,
    "manifest": manifest,
    "voices": lambda book: tuple(sorted({(speaker.kind, speaker.label) for speaker in speakers(book)})),
    "figure_count": lambda book: len(book.of_kind("figure")),
}


class Views:
    """What the templates call `v`: the fields of the report's page, and look-ups by the ids that stand in addresses."""

    def __init__(self, dossier: Dossier, ui: str, counts: Mapping[str, int] | None = None) -> None:
        """`counts` are given when `dossier` is only the first page of one."""
        self.dossier = dossier
        self._given = counts
        self.words = Words(ui)
        self.book = Book(dossier, self.words)
        self._made: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        """A view by its name; a field the report's page has and this list lacks is taken from the whole page."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name not in self._made:
            self._made[name] = MADE[name](self.book) if name in MADE else getattr(self.page, name)
        return self._made[name]

    @cached_property
    def page(self) -> Page:
        """The report's whole view model."""
        return page(self.dossier, self.words)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts in their order."""
        return self.book.accounts

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The relations by kind, contradictions first."""
        return groups(self.book)

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """The matters accounts share."""
        return matters(self.book, self.groups)

    @cached_property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """The kinds of marks with their labels."""
        return tuple((kind, self.words.label("kinds", kind)) for kind in KINDS)

    @cached_property
    def title(self) -> tuple[str, str]:
        """What the dossier is called, its earliest account's headline, and its language."""
        first = min(self.accounts, key=lambda a: (not a.dated, str(a.document.day or ""), a.number), default=None)
        return (first.title, first.lang) if first else (self.words("page.empty"), self.words.ui)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many accounts, attributed passages, matters, origins, names, relations and relations of each kind."""
        found = {group.relation: len(group.cards) for group in self.groups}
        if self._given is not None:
            return {"account": len(self.accounts), **dict.fromkeys(found, 0), **self._given}
        quotations = sum(statement.kind == "quotation" for statement in self.dossier.statements)
        matters = {card.matter for card in self.cards.values() if card.matter}
        whole = {"matter": len(matters), "origin": len(self.dossier.origins), "name": len(self.entities)}
        return {"account": len(self.accounts), "quotation": quotations, "relation": len(self.cards), **whole, **found}

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """The relations by the key in their address."""
        return {card.key: card for group in self.groups for card in group.cards}

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """The passages by the key in their address."""
        return {passage.key: passage for passage in self.book.passages.values()}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The names by the key in their address."""
        return {key(entity.id): entity for entity in self.dossier.entities}

    @cached_property
    def by_matter(self) -> Mapping[str, Matter]:
        """The matters by the key in their address."""
        return {matter_key(matter.named): matter for matter in self.matters}

    @cached_property
    def marks(self) -> dict[str, list[Mark]]:
        """The marks of every account."""
        return marks(self.book)

    @cached_property
    def _in_account(self) -> dict[int, list[Passage]]:
        found: dict[int, list[Passage]] = {}
        for passage in self.book.passages.values():
            found.setdefault(passage.account.number, []).append(passage)
        for mine in found.values():
            mine.sort(key=lambda p: (p.statement.anchor.start, p.statement.anchor.end, p.key))
        return found

    def in_account(self, account: Account) -> list[Passage]:
        """The passages of one account in the order of its text."""
        return self._in_account.get(account.number, [])

    def related(self, *keys: str) -> list[Card]:
        """The relations of any of these passages."""
        return [card for card in self.cards.values() if card.left.key in keys or card.right.key in keys]

    def between(self, left: Account, right: Account) -> list[Card]:
        """The relations between two accounts, in the order of the left one's text; left is left in each."""
        mine = []
        for card in self.cards.values():
            ends = card.left.account.number, card.right.account.number
            if ends == (left.number, right.number):
                mine.append(card)
            elif ends == (right.number, left.number):
                mine.append(replace(card, left=card.right, right=card.left))
        return sorted(mine, key=lambda card: (card.left.statement.anchor.start, card.right.statement.anchor.start))

    def text(self, account: Account, lit: Sequence[str] = (), hits: Sequence[tuple[int, int]] = ()) -> Markup:
        """The marked text; the passages `lit` stand out, and so does what was searched for."""
        shown = {f"s-{one}" for one in lit}
        found = [
            replace(mark, look=f"{mark.look} lit") if mark.ident in shown else mark
            for mark in self.marks[account.document.id]
        ]
        found += [Mark(start, end, "hit", f"hit-{n}") for n, (start, end) in enumerate(hits, 1)]
        numbers = {f"s-{p.key}": n for n, p in enumerate(self.in_account(account), 1)}
        return laid_out(account.document.text, found, numbers)

    def crossing(self, account: Account) -> str:
        """Style that lights marks cut in pieces."""
        return crossing_rules([self.text(account)])

    def statement(self, passage: Passage) -> Statement:
        """The statement of a passage."""
        return passage.statement


def matter_key(named: str) -> str:
    """A matter's place in an address."""
    return hashlib.sha256(named.encode()).hexdigest()[:12]


HREF = re.compile(r'href="#([^"]+)"')
IDENT = re.compile(r'\sid="([^"]+)"')
SECTIONS = {
    "accounts": "", "top": "", "relations": "relations", "matters": "matters", "said": "said", "figures": "figures",
    "promises": "promises", "timeline": "timeline", "events": "events", "origins": "origins", "wording": "remarks",
    "faults": "remarks", "problems": "remarks", "names": "names", "method": "method",
}  # fmt: skip


def relinked(html: str, base: str) -> str:
    """A section of the report as a page of its own: a link to what stands on another page leads to that page.

    All text is escaped, so that only the templates' own links have this shape.
    """
    here = set(IDENT.findall(html))

    def there(match: re.Match[str]) -> str:
        ident = match[1]
        return match[0] if ident in here else f'href="{base}{_address(ident)}"'

    # A table that scrolls is no landmark of its own where the page is only that section.
    return HREF.sub(there, html).replace('tabindex="0" role="region"', 'tabindex="0" role="group"')


def _address(ident: str) -> str:
    head, _, rest = ident.partition("-")
    if head in ("s", "c"):
        return f"s/{rest}"
    if head == "t" and rest.isdigit():
        return f"text/{rest}"
    if head in ("m", "x") and rest.partition("-")[0].isdigit():
        return f"text/{rest.partition('-')[0]}#{ident}"
    if head == "l":
        return f"pair/{ident}"
    if head == "e":
        return f"name/{ident}"
    if head == "r":
        return f"relations#{ident}"
    return f"{SECTIONS.get(ident, '')}#{ident}" if head != "o" else f"origins?at={ident}#{ident}"
