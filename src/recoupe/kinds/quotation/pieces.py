"""What an attribution bears on: the pieces said, their form, and where they start."""

from __future__ import annotations

from recoupe.kinds.quotation import nominal
from recoupe.kinds.quotation.body import Form
from recoupe.kinds.quotation.draft import Point, Scene, Span, inner
from recoupe.kinds.quotation.frame import speechlike
from recoupe.kinds.quotation.points import is_finite


def pieces(scene: Scene, start: int, end: int) -> tuple[list[Span], Form]:
    """The contents in a run of items: quoted passages alone are direct, words among them make it mixed."""
    items = scene.items
    while start < end and items[start].is_punct:
        start += 1
    while end > start and items[end - 1].is_punct and items[end - 1].low not in {"%", ")", "€"}:
        end -= 1
    plain = [i for i in range(start, end) if items[i].quote is None and not items[i].is_punct]
    quoted = [i for i in range(start, end) if items[i].quote is not None]
    scene.quoted.update(quoted)
    if not plain:
        return [inner(items[i]) for i in quoted], "direct"
    if (
        quoted
        and quoted[-1] == end - 1
        and items[end - 2].low in {":", ".", "?", "!"}
        and (speechlike(scene.text, items[end - 1]) or items[end - 2].low == ":")
    ):
        return [inner(items[end - 1])], "direct"
    if quoted and quoted[0] == start and speechlike(scene.text, items[start]):
        rest = scene.span(start + 1, end)
        return [inner(items[start]), *([rest] if rest else [])], "mixed"
    span = scene.span(start, end)
    real = [i for i in quoted if not _scare(scene, i)]
    return ([span] if span else []), ("mixed" if real else "indirect")


def _scare(scene: Scene, at: int) -> bool:
    """A short quoted name used more than once in the account is a name, not speech."""
    start, end = inner(scene.items[at])
    return scene.text.count(scene.text[start:end]) > 1


def narrow(
    scene: Scene, start: int, end: int, point: Point, contents: list[Span], form: Form
) -> tuple[int, list[Span], Form]:
    """What « selon X » bears on when it is put inside a clause: after « ce qui », a bracket's noun phrase, a clause."""
    items = scene.items
    opening = items[point.start - 1].low if point.start else ""
    if items[end - 1].quote is not None and end - start > 2 and not speechlike(scene.text, items[end - 1]):
        return end - 1, [inner(items[end - 1])], "mixed"
    if (
        opening in {"(", "–", "—", "-"}
        and point.end < len(items)
        and items[point.end].is_punct
        and point.end + 1 < len(items)
    ):
        for at in range(start, end):
            found = nominal.right(items, at, scene.lang, end)
            numbered = any(c.isdigit() for c in items[at].low)
            if found is not None and found.end == end and (numbered or items[at].pos in {"NUM"}):
                span = scene.span(at, end)
                return at, [span] if span else [], "indirect"
        return start, [], form
    for at in range(end - 1, start, -1):
        if items[at].low in {"qui", "laquelle", "lequel", "lesquels", "which"} and end - at <= 1:
            return end, [], form
        if items[at].low == "laquelle" or (items[at].low == "qui" and not _comma_between(items, at, end)):
            span = scene.span(at + 1, end)
            if opening != ",":
                return at + 1, [span] if span else [], form
            break
    return start, contents, form


def says_it_himself(scene: Scene, start: int, end: int) -> bool:
    """« Un rescapé a évoqué "une vague", selon sa famille »: the words are the survivor's, whoever passes them on."""
    if scene.items[end - 1].quote is None:
        return False
    return any(
        start < cue.start and cue.end in {end - 1, end - 2} and cue.shape == "finite" and not cue.passive
        for cue in scene.cues
        if cue.takes("fragment") or cue.takes("quote")
    )


def after_colon(scene: Scene, start: int, end: int) -> int:
    """« La reprise tarde : les ventes ont reculé, selon X »: X is cited for the clause the colon opens."""
    for at in range(end - 1, start, -1):
        if scene.items[at].low == ";":
            return at + 1
        if scene.items[at].low == ":":
            clause = any(is_finite(item) for item in scene.items[at + 1 : end] if item.quote is None)
            return at + 1 if clause else start
    return start


def _comma_between(items: tuple[object, ...], start: int, end: int) -> bool:
    return any(getattr(items[i], "low", "") == "," for i in range(start, end))
