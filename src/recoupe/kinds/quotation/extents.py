"""Where what is reported ends: the clause's end, unless another report or the main clause comes first."""

from __future__ import annotations

from recoupe.kinds.quotation import adjuncts, nominal
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.frame import Item, speechlike, tensed
from recoupe.kinds.quotation.lexicon import grammar, source_words, words

SUBORDINATED = frozenset(
    {"lorsque", "lorsqu'", "puisque", "puisqu'", "quand", "although", "while", "whilst", "whereas"}
)
AND = frozenset({"et", "mais", "ou", "and", "but", "or", "ni"})


def np_end(scene: Scene, at: int) -> int:
    """The end of the noun phrase at an item; the item itself when there is none."""
    found = nominal.right(scene.items, at, scene.lang)
    return found.end if found else at


def _subordinate(scene: Scene, cue: Cue) -> bool:
    items = scene.items
    opening = next((i for i in range(cue.start - 1, -1, -1) if items[i].low == ","), -1)
    inside = items[opening + 1 : cue.start + 1]
    if cue.shape != "finite" and opening < 2 and cue.start - opening <= 4 and inside[0].pos in {"ADP", "ADV", "SCONJ"}:
        return True
    if opening == -1 and cue.shape != "finite":
        return True
    return any(i.low in words(scene.lang, "relative") | grammar(scene.lang, "subordinators") for i in inside)


def clause_end(scene: Scene, cue: Cue, start: int) -> int:
    """The end of the reported clause: the sentence's, unless another attribution or the main clause comes first."""
    items, lang = scene.items, scene.lang
    later = [c for c in scene.cues if c.start > start]
    for i in range(start + 1, len(items)):
        if items[i].low == ";" or i in scene.used:
            return i
        if items[i].low == ":" and i + 1 < len(items) and speechlike(scene.text, items[i + 1]):
            return i
        if items[i].low == "," and i + 1 < len(items) and items[i + 1].low in grammar(lang, "asides"):
            return i
        if (
            items[i].low in AND
            and cue.takes("inf")
            and _infinitive_content(items, start)
            and new_predicate(scene, later, i)
        ):
            return i
        if items[i].low == "," and (
            _taken_up(scene, i) or _falls_silent(scene, i) or _goes_on_telling(scene, later, i)
        ):
            return i
        if items[i].low in {",", "et", "and", "ou", "but", "mais", "puis"} and new_report(scene, later, i):
            return i
        if items[i].low == "," and _subordinate(scene, cue) and main_clause(scene, i + 1):
            return i
        joined = items[i].low == "," and i + 2 < len(items) and items[i + 1].low in AND
        if joined and _infinitive_content(items, start) and main_clause(scene, i + 2):
            # « espère gagner, mais les visiteurs ont marqué »
            return i
        if items[i].low == "," and other_speaker(scene, later, i):
            return i
        if items[i].low == "," and _parted(scene, cue) and i + 1 < len(items) and _verb_next(items, i + 1):
            return i
        if items[i].low == "," and _in_aside(scene, cue) and i + 1 < len(items) and _verb_next(items, i + 1):
            return i
        if items[i].low in {"-", "–", "—", ")"} and _spaced(items, i) and _subordinate(scene, cue):
            return i
    return len(items)


def _taken_up(scene: Scene, at: int) -> bool:
    """« , un chiffre que la mairie conteste », *, a claim he denies*: the account speaks of what was said."""
    items = scene.items
    if at + 3 >= len(items) or items[at + 1].low not in {"un", "une", "a", "an"}:
        return False
    return items[at + 2].low in grammar(scene.lang, "taken_up") and items[at + 3].low not in {"de", "d'", "of"}


def _falls_silent(scene: Scene, at: int) -> bool:
    """*, but he refused to say who*, « , mais il a refusé d'en dire plus »: the account is back with the speaker."""
    near = [item.low for item in scene.items[at + 1 : at + 6]]
    persons = {"il", "elle", "ils", "elles", "he", "she", "they", "declined", "refused", "a", "ont"}
    if len(near) < 4 or near[0] not in {"but", "mais"} or near[1] not in persons:
        return False
    return bool(set(near[1:]) & words(scene.lang, "withheld"))


def _goes_on_telling(scene: Scene, later: list[Cue], at: int) -> bool:
    """*, citing a shortage*, « , invoquant un manque de bras »: a participle of the one who reports."""
    return any(cue.start == at + 1 and cue.shape == "gerund" for cue in later)


def _infinitive_content(items: tuple[Item, ...], start: int) -> bool:
    """What is reported opens with an infinitive, so that a finite verb after « et » is the speaker's own."""
    token = items[start + 1 if items[start].low == "to" and start + 1 < len(items) else start].token
    return token is not None and "Inf" in token.morph.get("VerbForm", [])


def _parted(scene: Scene, cue: Cue) -> bool:
    """« Le juge, souhaitant en finir, prend… »: a participle between a subject and its verb."""
    return cue.shape == "gerund" and cue.start > 1 and scene.items[cue.start - 1].low == ","


def _in_aside(scene: Scene, cue: Cue) -> bool:
    """The report stands in a relative clause set off by a comma: « le ministre, qui a dit que…, part »."""
    items = scene.items
    for i in range(cue.start - 1, max(-1, cue.start - 6), -1):
        if items[i].low in words(scene.lang, "relative"):
            return i > 0 and items[i - 1].low == ","
    return False


def _verb_next(items: tuple[Item, ...], at: int) -> bool:
    while at < len(items) and (items[at].pos in {"ADV", "PRON"} or items[at].low in {"n'", "ne", "s'", "se"}):
        at += 1
    return at < len(items) and items[at].pos in {"VERB", "AUX"} and tensed(items[at])


def _spaced(items: tuple[Item, ...], at: int) -> bool:
    """A dash between two words, not inside one."""
    return (at > 0 and items[at - 1].end < items[at].start) or items[at].low == ")"


def new_report(scene: Scene, later: list[Cue], at: int) -> bool:
    """After the comma or « et » at `at` the same speaker reports on: « , ajoutant que », « et a dit »."""
    items = scene.items
    nxt = at + 1
    while nxt < len(items) and (
        items[nxt].low in AND | words(scene.lang, "clitics") or items[nxt].low in words(scene.lang, "between")
    ):
        nxt += 1
    for cue in later:
        if cue.start == nxt or (cue.start == nxt + 1 and items[nxt].low in {"en", "tout"}):
            tail = {items[i].low for i in range(cue.end, min(len(items), cue.end + 3))}
            reach = cue.end + (12 if cue.shape == "gerund" else 6)
            quote = any(items[i].quote is not None for i in range(cue.end, min(len(items), reach)))
            reports = bool(tail & (words(scene.lang, "that") | {"avoir", ":"})) or quote
            asks = cue.takes("obj-to") and "to" in {item.low for item in items[cue.end : cue.end + 6]}
            return cue.shape in {"gerund", "finite"} and not cue.passive and (reports or asks)
    return False


def other_speaker(scene: Scene, later: list[Cue], at: int) -> bool:
    """After « , mais », *, while*: a subject with a report of its own."""
    items, lang = scene.items, scene.lang
    if at + 1 >= len(items) or items[at + 1].low not in AND | grammar(lang, "subordinators"):
        return False
    found = nominal.right(items, at + 2, lang, appose=False) or adjuncts.subject_after(
        items, at + 2, _next_finite(later, at + 2), lang
    )
    if found is None or found.pronoun in words(lang, "first_person"):
        return False
    for cue in later:
        if found.end <= cue.start <= found.end + 2 and cue.shape == "finite" and not cue.passive:
            tail = {items[i].low for i in range(cue.end, min(len(items), cue.end + 3))}
            quote = any(items[i].quote is not None for i in range(cue.end, min(len(items), cue.end + 6)))
            return quote or bool(tail & words(lang, "that")) or (lang == "en" and cue.takes("bare"))
    return False


def _next_finite(later: list[Cue], at: int) -> int:
    """The item of the next finite cue after item `at`; `at` when there is none."""
    return next((cue.start for cue in later if cue.start > at and cue.shape == "finite"), at)


def _new_participle(scene: Scene, later: list[Cue], start: int, at: int) -> bool:
    """*accusing the firm of “greed” and demanding a list*: another participle of the same speaker."""
    quoted = any(item.quote is not None for item in scene.items[max(0, start - 1) : at])
    return quoted and any(cue.start == at + 1 and cue.shape == "gerund" for cue in later)


def new_predicate(scene: Scene, later: list[Cue], at: int) -> bool:
    """After « et » or « mais » the sentence's subject gets another verb: « a parlé d'un "échec" et réclame… »."""
    items = scene.items
    nxt = at + 1
    while nxt < len(items) and (
        items[nxt].low in words(scene.lang, "clitics") | words(scene.lang, "reflexive")
        or items[nxt].low in words(scene.lang, "between")
        or items[nxt].pos == "ADV"
    ):
        nxt += 1
    if nxt >= len(items):
        return False
    verb = items[nxt].pos in {"AUX", "VERB"} and tensed(items[nxt])
    return verb or any(cue.start == nxt and cue.shape == "finite" for cue in later)


def main_clause(scene: Scene, at: int) -> bool:
    """A subject and a finite verb follow: the main clause that a subordinate report gave way to."""
    found = nominal.right(scene.items, at, scene.lang, appose=False)
    if found is None:
        return False
    for i in range(found.end, min(len(scene.items), found.end + 14)):
        item = scene.items[i]
        if item.low in words(scene.lang, "relative") | words(scene.lang, "that") or item.is_punct:
            return False
        if item.pos in {"AUX", "VERB"}:
            # An English past may be tagged as a participle: *, three coaches skidded*.
            return tensed(item) or (scene.lang == "en" and item.low.endswith("ed"))
    return False


def phrase_end(scene: Scene, start: int) -> int:
    """The end of a reported noun phrase: its first comma."""
    items = scene.items
    for i in range(start, len(items)):
        if items[i].low in {",", ";"} or i in scene.used or (i > start and _carried(scene, i)):
            return i
    return len(items)


def _carried(scene: Scene, at: int) -> bool:
    """« dans un communiqué commun », *in a statement*: what the words were given in is no part of them."""
    items = scene.items
    if items[at].low not in {"dans", "par", "lors", "in", "via"}:
        return False
    return any(item.low in source_words(scene.lang, "carriers") for item in items[at + 1 : at + 4])


def _conjunction(scene: Scene, at: int) -> bool:
    """« alors que », « tandis que »: the first word of a conjunction of two."""
    items = scene.items
    joined = at + 1 < len(items) and items[at + 1].low.split(" ")[-1] in {"que", "qu'"} and " " in items[at + 1].low
    return joined and items[at].low in grammar("fr", "subordinators")


def fragment_end(scene: Scene, start: int, dated: bool = False) -> int:
    """The end of a noun phrase that holds quoted words, its date left out unless `dated`."""
    later = [c for c in scene.cues if c.start > start]
    for i in range(start, len(scene.items)):
        low_ = scene.items[i].low
        if low_ in {",", ";", ":"} or i in scene.used or (low_ in {"et", "and", "ou"} and new_report(scene, later, i)):
            return i
        if low_ in AND and (new_predicate(scene, later, i) or _new_participle(scene, later, start, i)):
            return i
        if i > start and _carried(scene, i):
            return i
        if i > start and (low_ in SUBORDINATED or _conjunction(scene, i)):
            return i
        if not dated and low_ in {"avant", "après", "lors", "before", "after", "during"}:
            return i
    return len(scene.items)
