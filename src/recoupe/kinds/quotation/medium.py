"""What a speaker spoke through: an outlet, a network, a document or an occasion named beside the reporting words."""

from __future__ import annotations

from functools import cache

import regex

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.draft import Draft, Span
from recoupe.kinds.quotation.frame import Item, Sentence
from recoupe.kinds.quotation.lexicon import grammar, source_words
from recoupe.lang import table

Items = tuple[Item, ...]
_DATELINE = regex.compile(r"\((\p{Lu}[\p{Lu}\p{Ll}-]{1,5})\)")
_ARTICLE = regex.compile(r"^(?:l[ea]s?\s|l['’]|the\s)", regex.I)
LONGEST = 6
_READ = frozenset({"seen", "obtained", "viewed", "reviewed", "read"}) | frozenset(
    stem + end for stem in ("consulté", "obtenu", "vu", "lu") for end in ("", "e", "s", "es")
)


def via(annotated: Annotated, draft: Draft, sentence: Sentence) -> tuple[str, Span] | None:
    """The name or the words of the medium, and where they stand: nearest to the cue, outside what is said.

    An outlet goes before the document or occasion it was said in (« dans un entretien au Phare » is the Phare).
    """
    items, lang = sentence.items, annotated.lang
    tool = _tool(draft, lang)
    if tool is not None and draft.cue is not None:
        return tool, draft.cue
    if draft.speaker is not None and draft.speaker.kind == "document":
        asked = _commissioned(annotated, draft, items)
        if asked is not None:
            return _words(annotated, items, *asked)
    places = _places(draft, items, lang)
    for i in places:
        found = _outlet(annotated, items, i + 1)
        if found is not None and not _inside(draft, items[found[0]]) and not _speaks(draft, items, found):
            return _words(annotated, items, *found)
    for i in places:
        staged = _staged(annotated, items, i + 1)
        if staged is not None and not _inside(draft, items[staged[0]]):
            return _words(annotated, items, *staged)
    for i in places:
        carrier = _carrier(annotated, items, i)
        if carrier is not None:
            return carrier
    return None


def _tool(draft: Draft, lang: str) -> str | None:
    """The network a verb names: « a tweeté »."""
    tools: dict[str, str] = table(lang, "media")["verbs"]
    return tools.get(draft.verb.lemma) if draft.verb else None


def _places(draft: Draft, items: Items, lang: str) -> list[int]:
    """Where a preposition may bring the medium in, those nearest to the cue first."""
    carried = source_words(lang, "carried_by")
    at = draft.cue[0] if draft.cue else draft.speaker.start if draft.speaker else draft.start
    found = [
        i for i in range(len(items) - 1)
        if items[i].low in carried and not _consulted(items, i)
        and not _inside(draft, items[i]) and not _inside(draft, items[i + 1])
    ]  # fmt: skip
    return sorted(found, key=lambda i: abs(items[i].start - at))


def _consulted(items: Items, at: int) -> bool:
    """*a letter seen by the Chronicle*, « une note consultée par Le Phare »: who read it, not where it was said."""
    return at > 0 and items[at].low in {"by", "par"} and items[at - 1].low in _READ


def _inside(draft: Draft, item: Item) -> bool:
    """The word belongs to what is said or names the speaker."""
    said = any(start <= item.start < end for start, end in draft.contents)
    return said or (draft.speaker is not None and draft.speaker.start <= item.start < draft.speaker.end)


def _speaks(draft: Draft, items: Items, found: tuple[int, int]) -> bool:
    return draft.speaker is not None and draft.speaker.start <= items[found[0]].start < draft.speaker.end


def _words(annotated: Annotated, items: Items, start: int, end: int) -> tuple[str, Span]:
    span = items[start].start, items[end - 1].end
    quote = items[start].quote
    if quote is not None and end == start + 1:
        span = quote.inner_start, quote.inner_end
    name = annotated.document.text[slice(*span)]
    if len(name) == 2 and name.endswith("."):
        # « sur X. »: the tokenizer takes the letter and the full stop for an initial.
        span, name = (span[0], span[1] - 1), name[0]
    return name, span


def _outlet(annotated: Annotated, items: Items, at: int) -> tuple[int, int] | None:
    """The outlet named at item `at`: one of the tables, this account's own, its agency, or one its own words tell."""
    known = nominal.medium(items, at, annotated.lang)
    if known is not None:
        return known[0], _whole_name(items, known[1])
    start, determiners = at, grammar(annotated.lang, "determiners")
    while start < len(items) - 1 and not nominal.is_capital(items[start]) and items[start].low in determiners:
        start += 1
    if start - at > 1 or start >= len(items):
        return None
    quote = items[start].quote
    if quote is not None:
        inner = annotated.document.text[quote.inner_start : quote.inner_end]
        return (start, start + 1) if inner[:1].isupper() and _telling(inner, annotated.lang) else None
    end = start
    while end < len(items) and end - start < LONGEST and (nominal.is_capital(items[end]) or _links(items, start, end)):
        end += 1
    if end == start or not nominal.is_capital(items[start]):
        return None
    own = _own(annotated.document.text, annotated.document.outlet or "")
    for last in range(end, start, -1):
        if annotated.document.text[items[start].start : items[last - 1].end] in own:
            return start, last
    name = annotated.document.text[items[start].start : items[end - 1].end]
    # *told the Chronicle*: one telling word is a name after its article.
    titled = start > at and end == start + 1 and name in table(annotated.lang, "media")["name_words"]
    end = _whole_name(items, end)
    return (start, end) if titled or _telling(name, annotated.lang) or _spoken_on(items, at, end) else None


def _spoken_on(items: Items, at: int, end: int) -> bool:
    """« assurait sur France Littoral », right after the verb and without an article: a network, for no one's name."""
    if at < 2 or items[at - 1].low != "sur" or items[at - 2].pos != "VERB" or end - at > 3:
        return False
    held = {item.token.ent_type_ for item in items[at:end] if item.token is not None}
    network = end - at > 1 and items[at].low in {"france", "radio"}
    return all(nominal.is_capital(item) for item in items[at:end]) and (network or not held & {"PER", "LOC"})


def _whole_name(items: Items, end: int) -> int:
    """« La Gazette de l'Allier » is not « La Gazette »: the name goes on after « de »."""
    at = end
    if at < len(items) and items[at].low in {"de", "du", "des", "d'", "of"}:
        at += 1
        while at < len(items) and items[at].low in {"la", "le", "l'", "les", "the"}:
            at += 1
    return at + 1 if end < at < len(items) and nominal.is_capital(items[at]) else end


def _links(items: Items, start: int, end: int) -> bool:
    """« Dépêche du Centre »: a small word between two capitals."""
    small = items[end].low in {"de", "du", "des", "d'", "of", "the", "la", "le", "-"}
    return small and end > start and end + 1 < len(items) and nominal.is_capital(items[end + 1])


def _commissioned(annotated: Annotated, draft: Draft, items: Items) -> tuple[int, int] | None:
    """« un sondage Norsond pour Le Phare »: the outlet a poll was made for."""
    for i in range(len(items) - 1):
        if items[i].low in {"pour", "for"} and draft.speaker is not None and _inside(draft, items[i]):
            outlet = _outlet(annotated, items, i + 1)
            if outlet is not None:
                return outlet
    return None


def _staged(annotated: Annotated, items: Items, at: int) -> tuple[int, int] | None:
    """« au micro de Radio Goëlo », « dans la matinale de RTL »: the outlet spoken at."""
    stages = source_words(annotated.lang, "stages")
    head = next((k for k in range(at, min(len(items) - 1, at + 3)) if items[k].low in stages), None)
    if head is None or any(items[k].low not in grammar(annotated.lang, "determiners") for k in range(at, head)):
        return None
    for k in range(head + 1, min(len(items), head + 4)):
        if items[k].is_punct:
            return None
        outlet = _outlet(annotated, items, k)
        if outlet is not None:
            return outlet
    return None


@cache
def _own(text: str, outlet: str) -> frozenset[str]:
    """The account's own outlet and the agency of its dateline, « BREST (ALP) - »."""
    names = {outlet, _ARTICLE.sub("", outlet)} | {m.group(1) for m in _DATELINE.finditer(text[:400] + text[-200:])}
    return frozenset(names - {""})


def _telling(name: str, lang: str) -> bool:
    """A word of the name says that it is an outlet: « Radio Goëlo », *The Harbour Herald*."""
    words = regex.findall(r"[\p{L}]+", name)
    return len(words) > 1 and bool(set(words) & frozenset(table(lang, "media")["name_words"]))


def _carrier(annotated: Annotated, items: Items, at: int) -> tuple[str, Span] | None:
    """« dans un communiqué », « dans les pages du Parisien »: the outlet when one is named, else the words."""
    lang = annotated.lang
    found = nominal.right(items, at + 1, lang, appose=False)
    if found is None or found.pronoun or items[at].low not in source_words(lang, "carrier_by"):
        return None
    phrase = [item.low for item in items[found.start : found.end]]
    if phrase in (["ce", "point"], ["ces", "points"], ["that", "note"], ["réponse"]):
        # « interrogée sur ce point », « en réponse »
        return None
    heads = {items[k].low for k in range(found.start, min(found.end, found.head + 2))}
    if not heads & (set(source_words(lang, "carriers")) | set(table(lang, "media")["announce"])):
        return None
    determined = items[found.start].low in grammar(lang, "determiners") or items[at].low in {"lors", "via", "en"}
    # « par rapport à », « en note »: without a determiner only a few nouns are a medium (« par courriel »).
    if not determined and not heads & set(source_words(lang, "bare_carriers")):
        return None
    for k in range(found.head + 1, found.end):
        outlet = _outlet(annotated, items, k)
        if outlet is not None:
            return _words(annotated, items, *outlet)
    return _words(annotated, items, found.start, _bounded(annotated, items, found.start, found.end))


def _bounded(annotated: Annotated, items: Items, start: int, end: int) -> int:
    """The noun phrase without a time or an audience after it: « un entretien à la presse »."""
    for k in range(start + 1, end):
        audience = items[k].low in {"à", "au", "aux", "to", "for", "on"}
        if audience or items[k].low in grammar(annotated.lang, "stops"):
            return k
    return end
