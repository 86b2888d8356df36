"""Attributions without a verb of the speaker's: « selon X », « de source policière », « a-t-on appris de X »."""

from __future__ import annotations

from functools import cache

from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.draft import Point, Scene
from recoupe.kinds.quotation.frame import Item
from recoupe.lang import table

_OF = ("d'", "du", "des")


def by_preposition(scene: Scene) -> list[Point]:
    """Every attribution of the sentence that no verb makes."""
    items, lang = scene.items, scene.lang
    found = []
    phrases = _phrases(lang)
    for i in [i for i, item in enumerate(items) if item.low in phrases]:
        for start, end in _according(scene, i):
            speaker_np = nominal.right(items, end, lang)
            if speaker_np is None:
                continue
            head = items[speaker_np.head]
            if (
                head.low in table(lang, "reporting")["according"]["not"]
                or items[end].low in table(lang, "reporting")["according"]["not"]
            ):
                continue
            rates = table(lang, "reporting")["according"]["not_rates"]
            if items[start].low == "per" and (head.low in rates or not nominal.is_capital(head)):
                continue
            speaker = subjects.make(items, speaker_np, lang)
            way = "opinion" if items[end - 2].low == "words" else "according"
            found.append(
                Point(start, speaker_np.end, (items[start].start, items[end - 1].end), speaker, None, way, 0.94)
            )
            break
    return found + _of_source(scene) + _learned(scene)


def _according(scene: Scene, at: int) -> list[tuple[int, int]]:
    """Where « selon » or its like stands at item `at`: the span of its words."""
    items = scene.items
    for parts in _phrases(scene.lang).get(items[at].low, ()):
        seen = [item.low for item in items[at : at + len(parts)]]
        fused = parts[-1] == "de" and seen[-1] in _OF and len(seen) == len(parts)
        if seen == parts or (fused and seen[:-1] == parts[:-1]):
            return [(at, at + len(parts))]
    return []


@cache
def _phrases(lang: str) -> dict[str, list[list[str]]]:
    """The phrases as words by their first word, longest first."""
    out: dict[str, list[list[str]]] = {}
    for phrase in sorted(table(lang, "reporting")["according"]["words"], key=lambda p: (-len(p), p)):
        parts = _parts(phrase)
        for first in (parts[0], *(_OF if parts == ["de"] else ())):
            out.setdefault(first, []).append(parts)
    return out


def _parts(phrase: str) -> list[str]:
    out: list[str] = []
    for word in phrase.split():
        head, mark, tail = word.partition("'")
        out += [head + mark, tail] if mark and tail else [word]
    return out


@cache
def _source_phrases(lang: str) -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in table(lang, "reporting")["according"]["of_source"])


def _of_source(scene: Scene) -> list[Point]:
    """« De source policière, … » and « …, de sources concordantes »: the description itself is the speaker."""
    items = scene.items
    found = []
    low = {item.low for item in items}
    for parts in _source_phrases(scene.lang):
        if not low.issuperset(parts):
            continue
        for i in range(len(items) - len(parts)):
            if (
                items[i].low != parts[0]
                or [item.low for item in items[i : i + len(parts)]] != parts
                or (i and items[i - 1].low in {"appris", "apprend"})
            ):
                continue
            if i and not items[i - 1].is_punct and i + 3 < len(items):
                continue
            phrase_np = nominal.right(items, i + 1, scene.lang)
            if phrase_np is not None:
                speaker = subjects.make(items, phrase_np, scene.lang)
                span = (items[i].start, items[i].end)
                found.append(Point(i, phrase_np.end, span, speaker, None, "of-source", 0.9))
                break
    return found


def _told_an_outlet(scene: Scene) -> list[Point]:
    """« …, a appris l'ALP de source policière », « …, a appris Le Phare auprès du parquet »: the sources say it."""
    items = scene.items
    found = []
    for i in range(1, len(items) - 3 if scene.lang == "fr" else 0):
        if items[i].low not in {"appris", "apprend"} or not items[i - 1].token:
            continue
        start = i
        while start > 0 and (items[start - 1].low in {"a", "ont"} or items[start - 1].pos == "ADV"):
            start -= 1
        outlet = nominal.medium(items, i + 1, "fr") or _capitals(items, i + 1)
        if start == 0 or items[start - 1].low != "," or outlet is None or outlet[1] + 1 >= len(items):
            continue
        at = outlet[1]
        if items[at].low not in {"de", "du", "des", "d'", "auprès"}:
            continue
        source = nominal.right(items, at + 2 if items[at].low == "auprès" else at + 1, "fr")
        if source is None or source.pronoun is not None:
            continue
        span = (items[start].start, items[i].end)
        speaker = subjects.make(items, source, "fr")
        found.append(Point(start, source.end, span, speaker, None, "learned", 0.85))
    return found


def _capitals(items: tuple[Item, ...], at: int) -> tuple[int, int] | None:
    """The run of capitals at item `at`, its article aside."""
    start = at + 1 if items[at].low in {"le", "la", "l'", "les"} and not nominal.is_capital(items[at]) else at
    end = start
    while end < len(items) and nominal.is_capital(items[end]):
        end += 1
    return (start, end) if end > start else None


def _learned(scene: Scene) -> list[Point]:
    """« …, a-t-on appris de sources concordantes », « apprend-on auprès du parquet »."""
    items = scene.items
    found = _told_an_outlet(scene)
    for i, item in enumerate(items):
        if item.low not in {"appris", "apprend", "indique", "indiquait", "précise", "confirme"} or scene.lang != "fr":
            continue
        around = [it.low for it in items[max(0, i - 2) : i + 2]]
        if not any(w in {"-t-on", "-on"} for w in around):
            continue
        j = i + 1
        while j < len(items) and items[j].low in {
            "-t-on",
            "-on",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "lundi",
            "mardi",
            "auprès",
        }:
            j += 1
        if j < len(items) and items[j].low in {"de", "du", "des", "d'"}:
            j += 1
        speaker_np = (
            nominal.right(items, j, scene.lang)
            if j < len(items) and items[j - 1].low in {"de", "du", "des", "d'"}
            else None
        )
        start = i - 2 if i >= 2 and items[i - 1].low in {"-t-on", "-on"} else i
        if speaker_np is None or start == 0:
            continue
        end = i + 2 if items[i - 1].low not in {"-t-on", "-on"} else i + 1
        span = (items[start].start, items[end - 1].end)
        found.append(
            Point(start, speaker_np.end, span, subjects.make(items, speaker_np, scene.lang), None, "learned", 0.9)
        )
    return found
