"""What a run of capitals names: a person, a body or a place, from the words in it and beside it."""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from recoupe.annotate.names import known_names
from recoupe.annotate.naming.capitals import Run
from recoupe.annotate.naming.view import View, common, first_name, given, titles, words
from recoupe.annotate.phrases import body_heads, role_heads
from recoupe.lang import entries, table
from recoupe.lang.concepts import lexicon
from recoupe.types import EntityType, Gender

TYPES: dict[str, EntityType] = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "MISC": "MISC"}
_BEFORE = regex.compile(r"([\p{L}-]+)[ \u00a0]+(?:[«“\"][ \u00a0]?)?$")
_AFTER = regex.compile(r"[ \u00a0]*,?[ \u00a0]+(?:a |ont |has |had )?([\p{L}-]+)")
_NEAR = regex.compile(r"([\p{L}’']+(?: [\p{L}]+)?) $")
MAX_PERSON = 4


def classify(view: View, run: Run) -> tuple[EntityType | None, Gender | None, str | None]:
    """The type, the gender a first name or title tells, and the key data knows the name by; no type when none shows."""
    parts = [word.text for word in run.words]
    if run.title:
        return "PER", titles(view.lang).get(run.title) or given().get(parts[0]), None
    known = known_names().get(view.text[run.start : run.end].replace("’", "'").replace("\u00a0", " "))
    if known is not None:
        return known[1], None, known[0]
    of_country = _of_country(parts)
    if of_country is not None:
        return "ORG", None, of_country
    if _outlet(view, run):
        return "ORG", None, None
    inner = _by_words(view, parts)
    if inner is not None:
        return inner, None, None
    if view.lang == "en" and " for " in view.text[run.start : run.end]:
        return "ORG", None, None
    if first_name(parts[0]) and len(parts) <= MAX_PERSON + 1:
        return "PER", given().get(parts[0].split("-")[0]), None
    beside = _by_neighbour(view, run)
    if beside is not None:
        return beside, None, None
    if len(parts) == 1 and nobody(view, parts[0]):
        return None, None, None
    if parts[0].isupper() and len(parts) == 1 and len(parts[0]) > 2 and "." not in parts[0]:
        return "ORG", None, None
    return _model(view, run) or _by_shape(view, run), None, None


def _of_country(parts: list[str]) -> str | None:
    """The key of a known body after its country (*the US State Department*)."""
    table_ = known_names()
    for at in (1, 2):
        head, rest = " ".join(parts[:at]), table_.get(" ".join(parts[at:]))
        country = head in table("en", "capitals")["letters"] or table_.get(head, ("",))[0].startswith("territory:")
        if rest is not None and country and rest[0].startswith("body:"):
            return rest[0]
    return None


@cache
def _media(lang: str) -> frozenset[str]:
    return frozenset(name for row in entries(lang, "media") for name in row["media"])


def _outlet(view: View, run: Run) -> bool:
    """An outlet by its name, its article aside, or by a word such names are made of after *The* or « Le »."""
    name = view.text[run.start : run.end].replace("’", "'")
    if len(name) > 3 and any(
        article + name in _media(view.lang) for article in ("", "Le ", "La ", "L'", "Les ", "The ")
    ):
        # « Parisien » and « Monde » are outlets after « au » and « Le », people and the world elsewhere.
        lead = view.text[max(0, run.start - 4) : run.start].replace("’", "'")
        return name in _media(view.lang) or lead.endswith(("Le ", "La ", "L'", "The ", " au ", " du "))
    told = set(table(view.lang, "media")["name_words"])
    return len(run.words) > 1 and run.words[-1].text in told and not first_name(run.words[0].text)


def nobody(view: View, word: str) -> bool:
    """A people's name, or a plain word written with a capital or in capitals."""
    low = word.lower()
    people = lexicon(view.lang).demonyms
    if (
        low in words("en", "places", "after") | words(view.lang, "roles", "sides")
        or low in people
        or low.removesuffix("s") in people
        or word in table("shared", "acronyms")["not_names"]
    ):
        return True
    return word.isupper() and len(word) > 3 and common(low, view.lang)


def _by_words(view: View, parts: list[str]) -> EntityType | None:
    """The name's own noun: *Cordwain Bridge*, *Hexmoor Rail Authority*, « Fédération », « Stade »."""
    first, last = parts[0].lower().strip("."), parts[-1].lower().strip(".")
    if parts[0] in words("en", "places", "saints") and len(parts) == 2:
        return "LOC"
    if view.lang == "en" and len(parts) > 1:
        if last in words("en", "places", "after") or first in words("en", "places", "before"):
            return "LOC"
        if last in words("en", "capitals", "endings") or first in words("en", "capitals", "of"):
            return "ORG"
    if view.lang == "fr" and len(parts) > 1:
        if first in words("fr", "places", "before"):
            return "LOC"
        if first in body_heads("fr") or parts[-1] in {"FC", "SA", "SAS", "SARL", "United"}:
            return "ORG"
    return None


def _by_neighbour(view: View, run: Run) -> EntityType | None:
    before = _BEFORE.search(view.text, max(0, run.start - 40), run.start)
    word = before.group(1).lower() if before else ""
    if word in words(view.lang, "capitals", "organisations") or word == "chez":
        return "ORG"
    if word in role_heads(view.lang) and len(run.words) <= MAX_PERSON:
        return "PER"
    if word in words(view.lang, "places", "before") and view.lang == "fr":
        return "LOC"
    after = _AFTER.match(view.text, run.end)
    if len(run.words) > 1 and after and after.group(1).lower() in words(view.lang, "capitals", "speech"):
        return "PER"
    return None


def _model(view: View, run: Run) -> EntityType | None:
    """What the model says of most of the words."""
    labels: Counter[str] = Counter()
    for word in run.words:
        token = view.token(word.start)
        if token is not None and token.ent_type_:
            labels[token.ent_type_] += 1
    if not labels:
        return None
    best = min(labels, key=lambda label: (-labels[label], label))
    return TYPES.get(best)


def _by_shape(view: View, run: Run) -> EntityType | None:
    """Two capitals or more, none of which is a common word here, are most often a person; one alone says too little."""
    if run.opening or len(run.words) < 2 or len(run.words) > MAX_PERSON:
        near = _NEAR.search(view.text[max(0, run.start - 24) : run.start])
        said = near.group(1).lower().split() if near else []
        if said and not run.opening and said[-1] in words(view.lang, "places", "near"):
            return "LOC"
        unknown = len(run.words) == 1 and not common(run.words[0].text.lower(), view.lang)
        return "MISC" if unknown and not run.opening and len(run.words[0].text) > 2 else None
    plain = any(word.text.lower() in view.lower or word.text.isupper() for word in run.words)
    return None if plain else "PER"
