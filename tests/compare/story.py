"""Accounts, clauses and figures made by hand, so that comparing is tested without a model."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from recoupe.kinds.commitment.body import CommitmentBody
from recoupe.kinds.figure.body import FigureBody
from recoupe.kinds.quotation.body import QuotationBody
from recoupe.types import (
    Anchor,
    Attribution,
    Claim,
    Document,
    Factuality,
    Quantity,
    Statement,
    Timex,
    Voice,
)


class Story:
    """Collects accounts and what they say; each account's text grows by the sentences given."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._made: list[tuple[str, str, dict]] = []
        self._about: dict[str, dict] = {}

    def account(self, ident, day=None, lang="en"):
        self._texts[ident] = ""
        self._about[ident] = {"day": dt.date.fromisoformat(day) if day else None, "lang": lang}
        return ident

    def says(self, ident, words, terms, **how):
        """A quotation of one clause; `terms` as `head other other`, the first being the head."""
        return self._add("quotation", ident, words, terms=terms, **how)

    def plans(self, ident, words, terms, due=None, **how):
        return self._add("commitment", ident, words, terms=terms, due=due, **how)

    def counts(self, ident, words, number, terms, **how):
        return self._add("figure", ident, words, number=number, terms=terms, **how)

    def _add(self, kind, ident, words, **how):
        start = len(self._texts[ident])
        self._texts[ident] += words + "\n"
        self._made.append((kind, ident, {"start": start, "end": start + len(words), **how}))
        return len(self._made) - 1

    def documents(self):
        return [
            Document(ident, text, self._about[ident]["lang"], published=self._about[ident]["day"], outlet=ident)
            for ident, text in self._texts.items()
        ]

    def statements(self):
        by_id = {document.id: document for document in self.documents()}
        return [_statement(kind, by_id[ident], how) for kind, ident, how in self._made]


def day(value):
    date = dt.date.fromisoformat(value)
    return Timex("DATE", value, None, date, date, "absolute")


def _statement(kind, document, how):
    anchor = document.anchor(how["start"], how["end"])
    claim = _claim(anchor, how)
    attribution = Attribution(Voice("named", anchor, how["by"])) if how.get("by") else None
    ident = Statement.make_id(kind, anchor)
    holds = day(how["at"]) if how.get("at") else None
    if kind == "quotation":
        body = QuotationBody((anchor,), how.get("form", "direct"), "test")
        return Statement(ident, "quotation", anchor, body, attribution, holds_at=holds, claims=(claim,))
    if kind == "commitment":
        due = day(how["due"]) if how.get("due") else None
        body = CommitmentBody(anchor, how.get("firmness", "planned"), anchor, due=due)
        return Statement(ident, "commitment", anchor, body, attribution, holds_at=due or holds, claims=(claim,))
    return _figure(document, anchor, claim, attribution, holds, how)


def _figure(document, anchor, claim, attribution, holds, how):
    low, high = how["number"] if isinstance(how["number"], tuple) else (how["number"],) * 2
    value = Quantity(Decimal(low), Decimal(high), how.get("unit", "count"))
    counted = _part(document, anchor, how.get("counted"))
    place = _part(document, anchor, how.get("place"))
    body = FigureBody(value, counted, how.get("counted"), place=place)
    at = document.anchor(anchor.start, anchor.start + len(anchor.exact.split()[0]))
    ident = Statement.make_id("figure", at)
    return Statement(ident, "figure", at, body, attribution, holds_at=holds, value=value, claims=(claim,))


def _part(document: Document, anchor: Anchor, words):
    if not words:
        return None
    start = anchor.start + anchor.exact.index(words)
    return document.anchor(start, start + len(words))


def _claim(anchor, how):
    terms = [term if ":" in term else "c:" + term for term in how["terms"].split()]
    told = Factuality(
        polarity="negative" if how.get("denied") else "positive",
        certainty=how.get("certainty", "certain"),
        tense=how.get("tense", "past"),
        conditional=how.get("conditional", False),
    )
    subject = tuple(sorted("c:" + t if ":" not in t else t for t in how.get("subject", "").split()))
    return Claim(anchor, terms[0], tuple(sorted(set(terms))), told, subject, ())
