"""Attributions that stand after or inside what is said: « …, a dit X », « …, selon X, … », *…, she said*."""

from __future__ import annotations

from recoupe.kinds.quotation import subjects
from recoupe.kinds.quotation.body import Form
from recoupe.kinds.quotation.continued import goes_on
from recoupe.kinds.quotation.draft import Draft, Point, Scene, Span, inner
from recoupe.kinds.quotation.extents import AND
from recoupe.kinds.quotation.frame import Item, speechlike
from recoupe.kinds.quotation.lexicon import words
from recoupe.kinds.quotation.pieces import after_colon, narrow, pieces, says_it_himself
from recoupe.kinds.quotation.points import ASIDE, clause_after, is_finite, points

CONSULTED = 12
_OF = frozenset({"de", "d'", "du", "des", "of"})


def read(scene: Scene) -> list[Draft]:
    """The quotations whose attribution is attached to them."""
    drafts: list[Draft] = []
    bound = 0
    found = points(scene)
    for number, point in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(scene.items)
        draft, bound = _one(scene, point, bound, limit, number + 1 < len(found))
        if draft is not None:
            drafts.append(draft)
            scene.used.update(range(point.start, point.end))
    return drafts


def _one(scene: Scene, point: Point, bound: int, limit: int, more: bool) -> tuple[Draft | None, int]:
    before = _region(scene, bound, point.start)
    opened = point.construction in ASIDE or (point.construction == "according" and scene.items[point.start].low != ",")
    if before is not None and opened and _opens_only(scene, before):
        before = None
    if before is not None and opened and scene.items[before[1] - 1].low in words(scene.lang, "that") | AND:
        # *has learned that according to a notice, the site is closed*, *, and according to him the site is closed*
        before = None
    if before is not None and point.construction == "opinion" and _words_after(scene, before, point.end):
        before = None
    if before is None:
        aside = point.construction in ASIDE and clause_after(scene, point.end, limit)
        if point.construction not in {"according", "of-source", "opinion"} and not aside:
            return None, point.end
        end = _split(scene, point.end, limit) if more else limit
        begin = _past_aside(scene, point, end)
        after = scene.span(begin, end)
        marked = any(item.quote is not None for item in scene.items[begin:end])
        if point.construction == "opinion" and begin + 2 < end and scene.items[begin + 1].low in {"as", "comme"}:
            begin += 2
        if after is None or (end - begin < 3 and not marked):
            return None, point.end
        contents, form = pieces(scene, begin, end)
        return _draft(scene, point, contents, form), end
    start, end = before
    if point.construction == "according" and says_it_himself(scene, start, end):
        return None, point.end
    if point.construction == "according":
        start = after_colon(scene, start, end)
    contents, form = pieces(scene, start, end)
    if point.construction == "according":
        start, contents, form = narrow(scene, start, end, point, contents, form)
        contents += _completed(scene, point, contents, limit)
    relative = not contents and start == end
    if not contents and not relative:
        return None, point.end
    rest_end = limit if relative else goes_on(scene, point, limit, more, start, end)
    if rest_end > point.end:
        more_contents, more_form = pieces(scene, point.end, rest_end)
        contents += more_contents
        form = more_form if relative else form if form == more_form else "mixed"
    if not contents:
        return None, point.end
    resumed = _resumes(scene, max(point.end, rest_end), limit) if _ends_quoted(scene, start, end) else None
    if resumed is not None:
        contents.append(inner(scene.items[resumed]))
        scene.mark(resumed, resumed + 1)
        rest_end = resumed + 1
    return _draft(scene, point, contents, form), max(point.end, rest_end)


def _completed(scene: Scene, point: Point, contents: list[Span], limit: int) -> list[Span]:
    """« "vrai coupable", selon lui, de la crise »: the complement of the quoted noun, after who said it."""
    items, at = scene.items, point.end
    if len(contents) != 1 or at + 2 >= limit or items[at].low != "," or items[at + 1].low not in _OF:
        return []
    before = scene.items[point.start - 1 if scene.items[point.start - 1].quote is not None else point.start - 2]
    rest = items[at + 1 : limit]
    if before.quote is None or contents[0] != inner(before) or any(i.quote is None and is_finite(i) for i in rest):
        return []
    span = scene.span(at + 1, limit)
    return [span] if span is not None else []


def _ends_quoted(scene: Scene, start: int, end: int) -> bool:
    """What stands before the attribution ends in quoted speech."""
    item = scene.items[end - 1] if end > start else None
    return item is not None and item.quote is not None and (end - start == 1 or speechlike(scene.text, item))


def _resumes(scene: Scene, at: int, limit: int) -> int | None:
    """The passage that goes on in small letters: *"…," she said in Ashford, "but…"*, « …, a-t-il dit, mais "…" »."""
    items = scene.items
    for i in range(at, min(limit, at + CONSULTED)):
        item = items[i]
        if item.quote is not None:
            small = scene.text[item.quote.inner_start].islower()
            joined = items[i - 1].low == "," or items[i - 1].low in AND
            another = limit < len(items) and i + 2 >= limit
            return i if i > at and small and joined and not another and speechlike(scene.text, item) else None
        if item.pos in {"VERB", "AUX", "SCONJ"} or item.low in {":", ";", "(", "que", "qu'", "that"}:
            return None
    return None


def _words_after(scene: Scene, before: tuple[int, int], at: int) -> bool:
    """*He was, as Reed put it, “a fool”*: the words put so come after, and nothing before is quoted."""
    items = scene.items
    while at < len(items) and (items[at].is_punct or items[at].low in {"as", "comme", "a", "the", "un", "une"}):
        at += 1
    quoted = any(item.quote is not None for item in items[slice(*before)])
    return at < len(items) and items[at].quote is not None and not quoted


def _past_aside(scene: Scene, point: Point, limit: int) -> int:
    """The comma after « selon l'étude publiée jeudi, … » or « selon X, qui cite Y, … », where what is said begins."""
    items, lang = scene.items, scene.lang
    at = point.end
    if at >= limit or point.construction not in {"according", "opinion"}:
        return at
    follows = items[at + 1].low if at + 1 < limit else ""
    relative = items[at].low == "," and follows in words(lang, "relative") | {"dont", "cité", "citée"}
    office = {item.low for item in items[at + 1 : at + 3]} & subjects.speaking_nouns(lang)
    apposed = items[at].low == "," and bool(office) and not any(is_finite(i) for i in _to_comma(scene, at + 1, limit))
    relative = relative or apposed
    consulted = scene.lang == "fr" and items[at].low in {"que", "qu'", "dont"} and _to_comma(scene, at, limit)
    if consulted:
        # « selon une note que le journal a pu lire, … »
        close = at + len(consulted)
        clause = any(is_finite(other) for other in items[close + 1 : limit] if other.quote is None)
        return close if close < limit and clause and len(consulted) < CONSULTED else at
    first = at + 1 if relative else at
    if items[at].is_punct and not relative:
        return at
    for i in range(first, min(limit, first + 14)):
        item = items[i]
        if item.low in {":", ";"} or item.quote is not None or (not relative and i > first and is_finite(item)):
            return at
        if item.low == "," and i > first:
            clause = any(is_finite(other) for other in items[i + 1 : limit] if other.quote is None)
            return i if clause else at
    return at


def _to_comma(scene: Scene, at: int, limit: int) -> tuple[Item, ...]:
    """The items up to the next comma; all of them when there is none."""
    end = next((i for i in range(at, limit) if scene.items[i].low == ","), limit)
    return scene.items[at:end]


def _opens_only(scene: Scene, region: tuple[int, int]) -> bool:
    """Nothing stands before but a word that joins the sentence to the last: *But*, « Pourtant »."""
    start, end = region
    return end - start == 1 and scene.items[start].quote is None and scene.items[start].pos in {"CCONJ", "ADV", "SCONJ"}


def _draft(scene: Scene, point: Point, contents: list[Span], form: Form) -> Draft:
    return Draft(
        contents,
        form,
        point.construction,
        point.score,
        scene.sentence.number,
        point.cue,
        point.speaker,
        point.verb,
    )


def _region(scene: Scene, bound: int, end: int) -> tuple[int, int] | None:
    """The items said before an attribution, without the comma; None when there are none."""
    items = scene.items
    start = bound
    while start < end and (items[start].is_punct or (items[start].low in {"et", "and", "mais", "but"} and bound)):
        start += 1
    while end > start and items[end - 1].is_punct and items[end - 1].low not in {"%", ")", "€"}:
        end -= 1
    return (start, end) if start < end else None


def _split(scene: Scene, start: int, end: int) -> int:
    """Where one attribution's clause gives way to the next one's: the last coordination between the two."""
    for at in range(end - 1, start, -1):
        if scene.items[at].low in {"et", "and", "mais", "but", ";", "tandis"}:
            return at
    return end
