"""Capitals that stand for a government: « Moscou dément », *talks between London and Tehran*, not « à Moscou ».

The words beside the name tell, in an account that names another country too; what no rule tells stays the city, unless
the account has nothing take place there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from recoupe.annotate.naming.view import View
from recoupe.lang import table
from recoupe.types import Mention

REACH = 60


@cache
def _countries() -> dict[str, str]:
    """The country of each capital's key."""
    return {f"place:{key}": code for code, key in table("shared", "governments")["seats"].items()}


def _any(words: Sequence[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _patterns(lang: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What stands before such a name, and what stands after it."""
    told = {name: f"(?i:{_any(words)})" for name, words in table(lang, "governments").items() if name != "entry"}
    ends = r"\p{Ll}{0,7}" if lang == "fr" else "(?:e|es|s|d|ed|ied|ies|ing|t|se[sd]?|ze[sd]?|ling|led|ting|ted)?"
    of = r"(?: \p{Ll}+)? (?:de |d')" if lang == "fr" else " (?:of )"
    both = rf"(?:\p{{Lu}}[\p{{L}}'-]+ (?:{told['joined']}) )?"
    before = (
        rf"\b(?:{told['sources']}) $"
        rf"|\b(?:{told['between']})s?\b[^.,;\n]{{0,25}} (?:{told['between_by']}) {both}$"
        rf"|\b(?:{told['against']})s?\b[^.,;\n]{{0,25}} (?:{told['against_by']}) {both}$"
        rf"|\b(?:{told['nouns']})s?{of}$"
        rf"|\b(?:{told['objects']}){ends} {both}$"
        rf"|\b(?:{told['verbs']}|{told['objects']}){ends} (?:{told['agent']}) {both}$"
    )
    after = rf"(?: (?:{told['between_verb']}))*(?: |(?<=')){_verb(told['verbs'], ends)}"
    if lang == "en":
        after = rf"(?:{after}|['’]s (?:\p{{Ll}}+ )?(?:{told['nouns']})s?\b)"
    return regex.compile(before), regex.compile(after)


def _verb(verbs: str, ends: str) -> str:
    return rf"(?:{verbs}){ends}\b"


# A capital before it makes another name of it, except where a sentence opens.
_OTHER = regex.compile(r"(?:[^\s.!?»\"”] \p{Lu}\p{Ll}+ |\()$")


@cache
def _placing(lang: str) -> regex.Pattern[str]:
    """A preposition of place before the name: the city."""
    places = "à|de|d'|vers|depuis|dans|près de|en|sur" if lang == "fr" else "in|at|to|from|near|of|into|around|outside"
    return regex.compile(rf"\b(?i:{places}) ?$")


def _shut(lead: str, lang: str) -> bool:
    return bool(_placing(lang).search(lead) or _OTHER.search(lead))


def governments(view: View, found: Sequence[Mention]) -> list[Mention]:
    """The names with each capital that stands for a government under its country's key."""
    countries = [_country(mention) for mention in found]
    if len({code for code in countries if code}) < 2:
        return list(found)
    # Where a George Washington is told of, « Washington » may be he.
    people = {m.anchor.exact.split()[-1] for m in found if m.type == "PER" and " " in m.anchor.exact}
    meant = [
        mention.known_as in _countries() and mention.anchor.exact not in people and _stands_for_one(view, mention)
        for mention in found
    ]
    joined = regex.compile(rf"(?:,| (?:{_any(table(view.lang, 'governments')['joined'])})) ")
    for at in range(len(found) - 2, -1, -1):
        between = view.text[found[at].anchor.end : found[at + 1].anchor.start]
        if meant[at + 1] and found[at].known_as in _countries() and joined.fullmatch(between):
            meant[at] = not _shut(_lead(view, found[at].anchor.start), view.lang)
    placed = {m.known_as for m in found if _placing(view.lang).search(_lead(view, m.anchor.start))}
    placed |= {m.known_as for m in found if m.anchor.exact in people}
    always = {m.known_as for m, stands in zip(found, meant, strict=True) if stands} - placed
    meant = [stands or m.known_as in always for m, stands in zip(found, meant, strict=True)]
    return [
        replace(mention, known_as=f"territory:{code}") if stands and code else mention
        for mention, stands, code in zip(found, meant, countries, strict=True)
    ]


def _country(mention: Mention) -> str | None:
    known = mention.known_as or ""
    return known.removeprefix("territory:") if known.startswith("territory:") else _countries().get(known)


def _lead(view: View, start: int) -> str:
    return view.text[max(0, start - REACH) : start].replace("’", "'").replace("\u00a0", " ")


def _stands_for_one(view: View, mention: Mention) -> bool:
    before, after = _patterns(view.lang)
    lead = _lead(view, mention.anchor.start)
    tail = view.text[mention.anchor.end : mention.anchor.end + REACH].replace("’", "'").replace("\u00a0", " ")
    if before.search(lead):
        return True
    return not _shut(lead, view.lang) and after.match(tail) is not None
