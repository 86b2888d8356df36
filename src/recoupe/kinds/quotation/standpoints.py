"""Whose view a clause gives without a verb of saying: « pour X », « comme le dit X », *as X put it*, *to hear X*."""

from __future__ import annotations

from functools import cache

from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.controllers import root_subject
from recoupe.kinds.quotation.draft import Draft, Point, Scene, inner
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import nouns, words
from recoupe.kinds.quotation.nominal import Nominal
from recoupe.kinds.quotation.speaker import Speaker
from recoupe.kinds.quotation.voices import name_in, officers, speaking_nouns
from recoupe.lang import table

_CLOSES = frozenset({",", "."})
_HEARD = frozenset({"l'", "la", "le", "les"})
_SOME = frozenset({"un", "une", "des", "a", "an"})
_PERSONS = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})
NEAR, ASIDE = 6, 16


def points(scene: Scene) -> list[Point]:
    """Every attribution of the sentence that says whose view it is."""
    return [*_opinion(scene), *_hearing(scene), *_as_told(scene), *_own_view(scene)]


def relatives(scene: Scene) -> list[Draft]:
    """« le maire, pour qui "la ville est à bout", … », *Reed, for whom “nothing is decided”*: quoted words only."""
    items, lang = scene.items, scene.lang
    whom = {"qui", "lequel", "laquelle", "lesquels", "lesquelles"} if lang == "fr" else {"whom"}
    drafts = []
    for i in range(1, len(items) - 2):
        if items[i].low not in table(lang, "reporting")["according"]["opinion"] or items[i + 1].low not in whom:
            continue
        end = next((k for k in range(i + 2, len(items)) if items[k].low in {",", ";"}), len(items))
        speaker = _before(scene, i)
        span = scene.span(i + 2, end)
        if speaker is None or span is None or not any(item.quote is not None for item in items[i + 2 : end]):
            continue
        form = "direct" if items[i + 2].quote is not None and end - i <= 4 else "mixed"
        cue = (items[i].start, items[i + 1].end)
        drafts.append(Draft([span], form, "opinion", 0.8, scene.sentence.number, cue, speaker))  # type: ignore[arg-type]
        scene.mark(i, end)
    return drafts


def verdicts(scene: Scene) -> list[Draft]:
    """« Trois morts, "un drame absolu" pour le maire »: quoted words, and whose view they are, at a clause's end."""
    items, lang = scene.items, scene.lang
    drafts: list[Draft] = []
    for i in range(len(items) - 2) if lang == "fr" else ():
        quoted = items[i].quote is not None and i not in scene.quoted and _small(scene, items[i])
        if not quoted or items[i + 1].low not in table(lang, "reporting")["according"]["opinion"]:
            continue
        found = nominal.right(items, i + 2, lang)
        closes = found is not None and (found.end == len(items) or items[found.end].low in _CLOSES)
        if found is None or not closes or not _holds_views(scene, found) or any(c.end <= i for c in scene.cues):
            continue
        cue = (items[i + 1].start, items[i + 1].end)
        speaker = subjects.make(items, found, lang)
        drafts.append(Draft([inner(items[i])], "mixed", "opinion", 0.7, scene.sentence.number, cue, speaker))
        scene.mark(i, i + 1)
    return drafts


def stances(scene: Scene) -> list[Draft]:
    """« Le porte-parole, favorable à un "moratoire", … », *Reed is in favour of a “pause”*: quoted words only."""
    items, lang = scene.items, scene.lang
    drafts: list[Draft] = []
    for i in range(1, len(items) - 3) if scene.free() else ():
        end = _stance(items, i, lang)
        if end is None or items[end].low not in _SOME or items[end + 1].quote is None or end + 1 in scene.quoted:
            continue
        speaker = root_subject(scene, i) if items[i - 1].pos == "AUX" else _before(scene, i)
        if speaker is None or not _speaks(scene, speaker):
            continue
        cue = (items[i].start, items[end - 1].end)
        content = [inner(items[end + 1])]
        drafts.append(Draft(content, "mixed", "stance", 0.7, scene.sentence.number, cue, speaker))
        scene.mark(end + 1, end + 2)
    return drafts


def _stance(items: tuple[Item, ...], at: int, lang: str) -> int | None:
    """The item after « favorable à », *in favour of*; None when no such words stand at item `at`."""
    for parts in _phrases(lang).get(items[at].low, ()):
        end = at + len(parts)
        if end + 1 < len(items) and [item.low for item in items[at:end]] == parts:
            return end
    return None


@cache
def _phrases(lang: str) -> dict[str, list[list[str]]]:
    """The phrases of a stance as words, by their first word."""
    out: dict[str, list[list[str]]] = {}
    for phrase in table(lang, "reporting")["words"]["stances"]:
        out.setdefault(phrase.split()[0], []).append(phrase.split())
    return out


def _speaks(scene: Scene, speaker: Speaker) -> bool:
    """A name, a person's pronoun or a noun of people and bodies."""
    if speaker.pronoun is not None:
        return speaker.pronoun in _PERSONS
    span = [item for item in scene.items if speaker.start <= item.start < speaker.end]
    heads = speaking_nouns(scene.lang) | set(nouns(scene.lang))
    return any(item.low in heads or (item.pos == "PROPN" and nominal.is_capital(item)) for item in span)


def _before(scene: Scene, at: int) -> Speaker | None:
    """The noun phrase that ends right before item `at`, a comma aside."""
    items = scene.items
    end = at - 1 if items[at - 1].low == "," else at
    for start in range(max(0, end - 12), end):
        if start and items[start - 1].pos == "DET":
            continue
        found = nominal.right(items, start, scene.lang, end)
        if found is not None and found.end == end and found.pronoun is None:
            return subjects.make(items, found, scene.lang)
    return None


def _opinion(scene: Scene) -> list[Point]:
    """« Pour Nadia Férant, la loi échouera », « "Une folie", pour le maire », *For Reed, it was “a disgrace”*."""
    items, lang = scene.items, scene.lang
    for_ = table(lang, "reporting")["according"]["opinion"]
    if not items:
        return []
    after = items[0].quote is not None and len(items) > 3 and items[1].low == "," and items[2].low in for_
    at = 2 if after else 0
    if items[at].low not in for_:
        return []
    found = nominal.right(items, at + 1, lang)
    if found is None or (found.end >= len(items) and not after):
        return []
    if found.end < len(items) and items[found.end].low not in (_CLOSES if after else {","}):
        return []
    if not _holds_views(scene, found):
        return []
    speaker = subjects.make(items, found, lang)
    return [Point(at, found.end, (items[at].start, items[at].end), speaker, None, "opinion", 0.75)]


def _holds_views(scene: Scene, found: Nominal) -> bool:
    """A person, an office or a body; a paper, a group and any English phrase only with quoted words in the sentence."""
    items, lang = scene.items, scene.lang
    span = items[found.start : found.end]
    person = nominal.is_capital(span[0]) and span[0].pos == "PROPN" and span[0].token is not None
    quoted = any(item.quote is not None and _small(scene, item) for item in items)
    if lang == "fr":
        named = person and span[0].token is not None and span[0].token.ent_type_ in {"", "PER"}
        described = items[found.head].pos == "NOUN" and name_in(span, lang) is not None
        if named or described or found.pronoun in {"lui", "elle", "eux"} or _one_body(span, lang):
            return True
    elif found.pronoun in {"him", "her", "them"}:
        return quoted
    head = items[found.head].low
    return quoted and (person or head in speaking_nouns(lang) or nouns(lang).get(head) is not None)


def _small(scene: Scene, item: Item) -> bool:
    """The quoted words open in small letters: no title and no name."""
    return item.quote is not None and scene.text[item.quote.inner_start].islower()


def _one_body(span: tuple[Item, ...], lang: str) -> bool:
    """One office or one body by its letters: « Pour la CGT », « Pour le maire »; not « Pour les habitants »."""
    if span[0].low not in {"la", "le", "l'", "son", "sa"} or len(span) < 2:
        return False
    letters = span[1].token.text if span[1].token is not None else ""
    return (len(letters) > 1 and letters.isupper()) or span[1].low in officers(lang)


def _hearing(scene: Scene) -> list[Point]:
    """« À l'entendre, … », « à les en croire », *to hear Reed tell it*: whoever the pronoun stands for."""
    items = scene.items
    out = []
    for i in range(len(items) - 2):
        if i and items[i - 1].low != ",":
            continue
        if scene.lang == "fr" and items[i].low == "à" and items[i + 1].low in _HEARD:
            verb = i + 3 if items[i + 2].low == "en" else i + 2
            end = verb + 1
            if verb >= len(items) or items[verb].low not in words("fr", "heard") or not _set_off(items, end):
                continue
            speaker = _of_clitic(items[i + 1])
        elif scene.lang == "en" and [item.low for item in items[i : i + 2]] == ["to", "hear"]:
            found = nominal.right(items, i + 2, "en", appose=False)
            if found is None or [x.low for x in items[found.end : found.end + 2]] != ["tell", "it"]:
                continue
            speaker, end = subjects.make(items, found, "en"), found.end + 2
        else:
            continue
        out.append(Point(i, end, (items[i].start, items[end - 1].end), speaker, None, "opinion", 0.8))
    return out


def _of_clitic(item: Item) -> Speaker:
    plural = item.low == "les"
    pronoun = {"les": "ils", "la": "elle"}.get(item.low, "il")
    gender = "fem" if item.low == "la" else "masc" if item.low == "le" else None
    return Speaker(item.start, item.end, "named", pronoun, gender, "plur" if plural else "sing")  # type: ignore[arg-type]


def _set_off(items: tuple[Item, ...], at: int) -> bool:
    return at >= len(items) or items[at].is_punct


def _as_told(scene: Scene) -> list[Point]:
    """« comme l'a dit le maire, », *as Reed put it,*: the clause beside it is what that one says."""
    items, lang = scene.items, scene.lang
    out = []
    for i in range(len(items) - 2):
        if items[i].low not in {"comme", "ainsi", "as"} or (
            i and not items[i - 1].is_punct and items[i - 1].quote is None
        ):
            continue
        if any(cue.end <= i and cue.shape == "finite" for cue in scene.cues):
            continue
        found = _told_french(scene, i) if lang == "fr" else _told_english(scene, i)
        if found is not None and _set_off(items, found[1]):
            speaker, end, cue = found
            out.append(Point(i, end, cue, speaker, None, "opinion", 0.8))
    return out


def _told_french(scene: Scene, at: int) -> tuple[Speaker, int, tuple[int, int]] | None:
    items = scene.items
    first = at + 2 if items[at + 1].low == "que" else at + 1
    if first + 1 >= len(items):
        return None
    taken = items[first].low in {"le", "l'"}
    cue = next((c for c in scene.cues if first < c.start <= first + 2 and (taken or c.start == first + 1)), None)
    if not taken:
        # « comme conclut X », « comme devait le conclure X »
        cue = next((c for c in scene.cues if first <= c.start <= first + 2), None)
        if cue is not None and (cue.shape == "infinitive") != (cue.start > first):
            return None
    elif cue is not None and cue.shape != "finite":
        return None
    if cue is None or cue.passive or not (cue.takes("que") or cue.takes("quote")):
        return None
    speaker = subjects.from_clitic(items, cue, "fr") or subjects.rightward(items, cue.end, "fr")
    if speaker is None:
        return None
    return speaker, max(speaker.after, cue.end), (items[cue.start].start, items[cue.end - 1].end)


def _told_english(scene: Scene, at: int) -> tuple[Speaker, int, tuple[int, int]] | None:
    items = scene.items
    found = nominal.right(items, at + 1, "en")
    if found is None or found.end + 1 > len(items):
        return None
    end = found.end
    put_at = next((i for i in range(end, min(len(items), end + ASIDE)) if items[i].low in {"put", "puts"}), end)
    beside = items[end:put_at]
    if beside and (beside[0].low == "," or beside[0].pos == "ADV") and not any(i.pos == "AUX" for i in beside):
        end = put_at
    put = end + 1 < len(items) and items[end].low in {"put", "puts"} and items[end + 1].low == "it"
    cue = next((c for c in scene.cues if c.start == end and c.shape == "finite" and not c.passive), None)
    if put:
        return subjects.make(items, found, "en"), _past_where(items, end + 2), (items[end].start, items[end + 1].end)
    if cue is None or not (cue.takes("that") or cue.takes("quote")) or found.pronoun in words("en", "first_person"):
        return None
    whom = nominal.right(items, cue.end, "en", appose=False) if cue.options[0].lemma == "tell" else None
    end = whom.end if whom is not None else cue.end
    return subjects.make(items, found, "en"), end, (items[cue.start].start, items[cue.end - 1].end)


def _past_where(items: tuple[Item, ...], at: int) -> int:
    """The item after *in a long profile*, which says where it was put so; `at` when no such words follow."""
    close = next((i for i in range(at, min(len(items), at + NEAR + 1)) if items[i].is_punct), None)
    plain = close is not None and not any(i.quote is not None or i.pos in {"VERB", "AUX"} for i in items[at:close])
    return close if close is not None and plain else at


def _own_view(scene: Scene) -> list[Point]:
    """*In Reed's view, …*, *in the mayor's words,*: whose view it is stands before the noun."""
    items = scene.items
    if scene.lang != "en":
        return []
    out = []
    for i in range(len(items) - 3):
        if items[i].low not in {"in", "to"} or (i and not items[i - 1].is_punct):
            continue
        for end in range(i + 3, min(len(items), i + 3 + NEAR)):
            if items[end].low in words("en", "views") and items[end - 1].low in {
                "'s",
                "’s",
                "'",
                "his",
                "her",
                "their",
            }:
                owned = items[end - 1].low in {"his", "her", "their"}
                found = nominal.right(items, i + 1, "en", end if owned else end - 1, appose=False)
                if found is not None and _set_off(items, end + 1):
                    span = (items[i].start, items[end].end)
                    speaker = subjects.make(items, found, "en")
                    out.append(Point(i, end + 1, span, speaker, None, "opinion", 0.8))
                break
    return out
