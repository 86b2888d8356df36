"""Passages that look like time expressions and are something else."""

from __future__ import annotations

from functools import cache

from babel.dates import get_month_names
from spacy.tokens import Token

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.timing.grammar import Found
from recoupe.kinds.timing.words import fold
from recoupe.lang import table

_NAMELIKE = frozenset({"month", "weekday", "feast", "season"})
_YEAR_LIMIT = 12


def refused(found: Found, annotated: Annotated) -> bool:
    """The passage is part of a person's name, or a bare four-digit number that is no year."""
    if found.rule.meaning == "duration" and _named_title(found, annotated):
        return True
    if found.rule.name in _NAMELIKE and _inside_a_name(found, annotated):
        return True
    if found.rule.name == "month" and not found.groups.get("year"):
        return _bare_month(found, annotated)
    return found.rule.name == "year" and not found.groups.get("edge") and not _is_year(found, annotated)


def _inside_a_name(found: Found, annotated: Annotated) -> bool:
    """Part of a person's name, but not a weekday that only the name finder took for one.

    A weekday alone, or one that closes a name, is a day: « Samedi, le cortège… », *President Vance Saturday signed*.
    """
    for mention in annotated.mentions:
        name = mention.anchor
        if mention.type != "PER" or mention.form != "name" or name.start > found.start or found.end > name.end:
            continue
        whole = found.rule.name == "feast" and name.start == found.start  # *Election Day* is nobody's name
        if found.end < name.end or not (whole or found.rule.name == "weekday"):
            return True
    return False


def _named_title(found: Found, annotated: Annotated) -> bool:
    """« 20 Minutes » is a newspaper; « un jour » and *a second* are durations only after a word of duration."""
    words = annotated.document.text[found.start : found.end]
    unit = words.split()[-1]
    if annotated.lang == "fr" and len(words.split()) > 1 and unit[0].isupper() and not unit.isupper():
        return True
    names = table(annotated.lang, "time")["names"]
    if words.lower() not in names["durations"]:
        return False
    if words[0].isdigit():
        return words.split()[-1][0].isupper()
    before = annotated.document.text[max(0, found.start - 15) : found.start].split()
    return not before or before[-1].lower() not in names["duration_words"]


def _bare_month(found: Found, annotated: Annotated) -> bool:
    """A French month with a capital inside a sentence is a name; an abbreviation alone is no month."""
    text, word = annotated.document.text, found.groups["month"] or ""
    if found.groups.get("edge") or found.groups.get("rel"):
        return False
    if _abbreviated(annotated.lang, word) and not (annotated.lang == "en" and text[found.end - 1] == "."):
        return True
    if annotated.lang == "fr" and word[0].isupper() and text[found.end : found.end + 2].strip().isupper():
        return True
    if annotated.lang == "fr":
        return word[0].isupper() and not text[: found.start].rstrip().endswith((".", "\n", "«", ":", "!", "?"))
    if word in table("en", "time")["names"]["given"] and _names_someone(text, found):
        return True
    if word in {"May", "March", "August"}:
        years = table("en", "time")["years"]
        before = text[max(0, found.start - 30) : found.start].split()
        return not before or before[-1].lower().strip('(,"“') not in {*years["intro"], *years["strong"]}
    return False


@cache
def _full_months(lang: str) -> frozenset[str]:
    return frozenset(fold(name) for name in get_month_names("wide", locale=lang).values())


def _abbreviated(lang: str, word: str) -> bool:
    """« sept », *Sept.*: alone it is no month, and in French it is the number seven; « aout » is only unaccented."""
    return fold(word) not in _full_months(lang) and fold(word) not in {"fevrier", "aout", "decembre"}


def _names_someone(text: str, found: Found) -> bool:
    """*April Norton said*: a given name that opens a sentence, with a surname after it."""
    opens = text[: found.start].rstrip(" \u00a0")[-1:] in {"", ".", "\n", "“", '"', "!", "?"}
    return opens and text[found.end : found.end + 1] == " " and text[found.end + 1 : found.end + 2].isupper()


def _is_year(found: Found, annotated: Annotated) -> bool:
    text, doc = annotated.document.text, annotated.doc
    intro = table(annotated.lang, "time")["years"]
    year = int(found.groups["year"] or 0)
    before = text[max(0, found.start - 30) : found.start].split()
    word = before[-1].lower().replace("’", "'").lstrip("(«\"“'") if before else ""
    known = {*intro["intro"], *intro["strong"]}
    word = word.rsplit("'", 1)[-1] if "'" in word and word not in known else word
    if word in intro["strong"]:
        return True
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    after = doc[span.end] if span is not None and span.end < len(doc) else None
    if after is not None and _counted(after, text[found.end : found.end + 1], annotated.lang):
        return False
    if word in intro["intro"]:
        return True
    day = annotated.document.day
    top = day.year + _YEAR_LIMIT if day else 2049
    return 1900 <= year <= top


def _counted(after: Token, gap: str, lang: str) -> bool:
    """The word right after is a plural noun that the number counts (« 2000 volontaires »)."""
    if not gap.isspace() or "\n" in gap or not after.is_alpha or not after.is_lower:
        return False
    if after.pos_:
        ends = after.lower_.endswith(("s", "x"))
        plural = ends or (lang != "fr" and "Plur" in after.morph.get("Number", []))
        return after.pos_ == "NOUN" and plural
    return after.lower_.endswith(("s", "x")) and len(after) > 4
