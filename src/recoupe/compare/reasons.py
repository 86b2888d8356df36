"""The reasons of a link, in the words of the accounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from anyascii import anyascii

from recoupe.compare.names import Names, words
from recoupe.compare.phrases import phrase_terms
from recoupe.compare.units import Unit
from recoupe.lang.concepts import lexicon
from recoupe.types import Anchor, Reason, Statement, Voice

SHOWN = 4
SHORT = 3


class Teller:
    """Makes reasons; a concept is called by its first word in the language of the left account."""

    def __init__(self, names: Names, languages: dict[str, str]) -> None:
        self._names = names
        self._languages = languages

    def word(self, term: str, document: str) -> str:
        """A term as a reader may see it."""
        kind, _, bare = term.partition(":")
        if kind == "n":
            return self._names.labels.get(term) or bare.split(":")[-1].title()
        return lexicon(self._languages[document]).labels.get(bare, bare) if kind == "c" else bare

    def terms(self, anchor: Anchor) -> frozenset[str]:
        """The terms of a passage, read by its words alone."""
        return phrase_terms(anchor.exact, self._languages[anchor.document])

    def matter(self, left: Unit, right: Unit, shared: Sequence[str]) -> Reason:
        """What both speak of."""
        told = ", ".join(once(self.word(term, left.document) for term in shared[:SHOWN]))
        return Reason("same-matter", (("terms", told),), (left.claim.anchor, right.claim.anchor))

    def pair(self, code: str, left: Unit, right: Unit, one: str, other: str) -> Reason:
        """A reason that sets a word of the left against a word of the right."""
        args = (("left", self.word(one, left.document)), ("right", self.word(other, right.document)))
        return Reason(code, args, (left.claim.anchor, right.claim.anchor))


def once(terms: Iterable[str]) -> list[str]:
    """The terms, each once whatever its capitals and accents, a name as a name: « États-Unis », not « etats-unis »."""
    kept: dict[str, str] = {}
    for term in terms:
        bare = anyascii(term).casefold()
        kept[bare] = max(kept.get(bare, term), term, key=lambda spelled: spelled != spelled.lower())
    return list(kept.values())


def published(left: Unit, right: Unit) -> tuple[Reason, ...]:
    """The days of publication when they differ, earlier first."""
    return publication([left.day, right.day], (left.claim.anchor, right.claim.anchor))


def publication(days: Sequence[dt.date | None], anchors: tuple[Anchor, Anchor]) -> tuple[Reason, ...]:
    """The two days of publication with the passages, earlier first; none when they are one or not both known."""
    known = sorted(((day, side) for side, day in enumerate(days) if day is not None))
    if len(known) < len(anchors) or known[0][0] == known[-1][0]:
        return ()
    args = (("before", known[0][0].isoformat()), ("after", known[-1][0].isoformat()))
    return (Reason("published", args, tuple(anchors[side] for _, side in known)),)


def voice(statement: Statement) -> str | None:
    """Who says it, as named; None for the account itself and for an unnamed one without description."""
    return statement.attribution.voice.named if statement.attribution else None


def one_voice(left: Statement, right: Statement) -> bool:
    """The two are said by one speaker."""
    voices = [s.attribution.voice if s.attribution else None for s in (left, right)]
    if voices[0] is None or voices[1] is None or voices[0].kind == "unnamed":
        return False
    if voices[0].entity and voices[1].entity:
        return voices[0].entity == voices[1].entity
    if not voices[0].named or not voices[1].named:
        return False
    return voices[0].named == voices[1].named or _one_body(voices[0], voices[1])


def _one_body(left: Voice, right: Voice) -> bool:
    """Two descriptions of one body, the shorter inside the longer: « la direction », « la direction de la régie »."""
    if (left.entity and right.entity) or "unnamed" in {left.kind, right.kind}:
        return False
    names = [voice.named or "" for voice in (left, right)]
    if any(name[1:] != name[1:].lower() for name in names):
        return False  # a proper name
    one, other = ({word for word in words(name) if len(word) > SHORT} for name in names)
    return bool(one and other) and (one <= other or other <= one)


def speakers(left: Statement, right: Statement, anchors: tuple[Anchor, ...]) -> tuple[Reason, ...]:
    """Who says each, when they are two."""
    one, other = voice(left), voice(right)
    if one and other and not one_voice(left, right) and one.casefold() != other.casefold():
        return (Reason("different-speakers", (("left", one), ("right", other)), anchors),)
    if one and other:
        return (Reason("same-speaker", (("name", one),), anchors),)
    return ()
