"""Who takes part in an event: actors, recipients, the thing acted on, and places."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.verbgroup import language, low, relation
from recoupe.kinds.event.frames import Known, Match, is_person
from recoupe.kinds.event.lexicon import Lexicon, lexicon

_TOWARDS = frozenset({"à", "avec", "contre", "envers", "auprès", "to", "with", "against", "on", "upon", "for", "vers"})
_PLACE = frozenset({"à", "en", "dans", "sur", "vers", "in", "at", "on", "to", "into", "from", "out"})
_BY = frozenset({"par", "by"})
_FROM = frozenset({"de", "par", "from", "by"})
_BETWEEN = frozenset({"entre", "between", "among"})


@dataclass(frozen=True, slots=True)
class Participants:
    """Heads of the phrases that take part, in text order in each list."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    places: tuple[Token, ...] = ()


def participants(hit: Match) -> Participants:
    """The participants of a matched trigger; a person counts as recipient, a thing as object."""
    return _of_verb(hit) if hit.verbal else _of_noun(hit)


def _of_verb(hit: Match) -> Participants:
    words = lexicon(language(hit.token))
    recipients: list[Token] = []
    objects: list[Token] = []
    places: list[Token] = []
    for head in hit.arguments.patients:
        someone = low(head) in words.pronouns or is_person(head, words, hit.known)
        (recipients if someone else objects).append(head)
    for case, head in hit.arguments.others:
        within = head.i > hit.token.i and any(child.i < hit.end for child in head.children if relation(child) == "case")
        if within and case:
            objects.append(head)
        if not is_person(head, words, hit.known):
            continue
        place = case in _PLACE and hit.known.types.get(head.idx) == "LOC"
        if case in _TOWARDS and not place:
            recipients.append(head)
        elif case in _PLACE:
            places.append(head)
    actors = tuple(t for t in hit.arguments.actors if relation(t) != "expl")
    if hit.frame.received:
        givers = tuple(t for case, t in hit.arguments.others if case in _FROM and is_person(t, words, hit.known))
        return Participants(givers, actors, tuple(objects), tuple(t for t in places if t not in givers))
    return Participants(actors, tuple(recipients), tuple(objects), tuple(places))


def _of_noun(hit: Match) -> Participants:
    words = lexicon(language(hit.token))
    actors: list[Token] = []
    recipients: list[Token] = []
    objects: list[Token] = []
    places: list[Token] = []
    by_someone = any(case in _BY for case, _ in hit.arguments.others)
    for head in hit.arguments.actors:
        if hit.frame.of == "object" or not _party(head, words, hit.known):
            objects.append(head)
        elif hit.frame.of == "recipient" or by_someone:
            recipients.append(head)
        else:
            actors.append(head)
    for case, head in hit.arguments.others:
        if not is_person(head, words, hit.known):
            continue
        if case in _BY or case in _BETWEEN:
            actors.append(head)
        elif case in _TOWARDS and not (case in _PLACE and hit.known.types.get(head.idx) == "LOC"):
            recipients.append(head)
        elif case in _PLACE:
            places.append(head)
    return Participants(tuple(actors), tuple(recipients), tuple(objects), tuple(places))


def _party(token: Token, words: Lexicon, known: Known) -> bool:
    """A noun set before the event takes part by its own name or meaning: *police raid*, not *city terror attack*."""
    if relation(token) != "compound":
        return is_person(token, words, known)
    return token.pos_ == "PROPN" or known.is_named(token) or lemma_in(token, words.participants, verb=False) is not None
