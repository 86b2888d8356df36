"""People said by office, trade or part in events, and people who stay unnamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from recoupe.annotate.naming.scene import Headed, Scene, mention, reduced, speaks
from recoupe.annotate.naming.view import View, words
from recoupe.annotate.phrases import Phrase, role_heads
from recoupe.lang import entries, table
from recoupe.types import Mention

_BETWEEN = regex.compile(
    r"(?:[\s\u00a0]*\([^()\n]{1,14}\)(?:[\s\u00a0]d(?:e|u|es)[\s\u00a0]\p{Lu}[\p{L}'’-]+)?)?[\s\u00a0]*[,–—]?[\s\u00a0]*(?:(?:M|Mme|Mr|Ms|Mrs|Dr|Gov|Sen|Rep|Sir|Me)\.?[\s\u00a0]*)?"
)
_PARTITIVE = regex.compile(r"(?:\bone of|\bl['’]une? des|\bune? des)\b[^,.;]*$", regex.I)
_BEFORE = regex.compile(r"(?: ?,| [–—]| est| is| was| était)[\s\u00a0]+(?:(?:l['’]|\p{Ll}+)[\s\u00a0]*){0,1}")


def offices(scene: Scene) -> Iterator[Headed]:
    """« le préfet du Morvan », *the mayor*; beside a name they are that person's."""
    view, people = scene.view, [m for m in scene.names if m.type == "PER"]
    for phrase in scene.phrases(frozenset(role_heads(view.lang)) | _unnamed(view.lang)):
        head = view.doc[phrase.head].lower_
        start, end = view.doc[phrase.start].idx, view.doc[phrase.end - 1].idx + len(view.doc[phrase.end - 1])
        beside = _apposed(view, start, end, people) or _apposed(view, view.doc[phrase.lead].idx, end, people)
        if phrase.plural and beside is not None and not _PARTITIVE.search(view.text[max(0, start - 40) : start]):
            beside = None  # « les sénateurs Paul Rivet et … » are several
        if beside is None and phrase.alone and head in words(view.lang, "roles", "weak"):
            continue
        withheld = head in _unnamed(view.lang) and head not in role_heads(view.lang)
        if withheld and (beside is None or phrase.determiner == "indefinite"):
            told = phrase.determiner == "indefinite" or reduced(view, phrase) > phrase.end
            if not told and head not in _sources(view.lang):
                continue
            end_token = reduced(view, phrase)
            if phrase.alone and (end_token == phrase.end or phrase.determiner == ""):
                continue
            if head == "people" and end_token == phrase.end:
                continue
            if speaks(view, phrase):
                yield phrase.head, mention(view, phrase.lead, end_token, "PER", phrase, "description")
        elif beside is not None or (not phrase.plural and phrase.definite):
            found = mention(view, phrase.start, phrase.end, "PER", phrase, "role")
            yield phrase.head, found if beside is None else _with(found, beside)
        elif phrase.plural and phrase.definite and not phrase.alone:
            yield phrase.head, mention(view, phrase.start, phrase.end, "ORG", phrase, "description")
        elif (
            phrase.determiner == "indefinite"
            and not phrase.alone
            and beside is None
            and speaks(view, phrase)
            and _told(view, phrase)
        ):
            yield phrase.head, mention(view, phrase.lead, reduced(view, phrase), "PER", phrase, "description")
    yield from _known_titles(scene, people)


def _with(mention: Mention, beside: Mention) -> Mention:
    return Mention(mention.anchor, mention.type, "role", mention.gender or beside.gender, mention.number, beside.anchor)


@cache
def _sources(lang: str) -> frozenset[str]:
    rows = table(lang, "sources")["entry"]
    return frozenset(noun for row in rows if row["kind"] == "unnamed" for noun in row["nouns"])


@cache
def _titles(lang: str) -> regex.Pattern[str]:
    titles = sorted({title for row in entries(lang, "offices") for title in row["titles"] if " " in title})
    listed = "|".join(regex.escape(title) for title in sorted(titles, key=lambda title: (-len(title), title)))
    return regex.compile(rf"(?<![\w-])(?:{listed})(?![\w-])".replace("'", "['’]"), regex.I)


def _known_titles(scene: Scene, people: Sequence[Mention]) -> Iterator[Headed]:
    """« l'hôte de Matignon »: the set phrases that the table of offices holds."""
    view = scene.view
    for match in _titles(view.lang).finditer(view.text):
        token = view.token(match.start())
        if token is not None and token.idx == match.start():
            beside = _apposed(view, match.start(), match.end(), people)
            anchor = view.document.anchor(match.start(), match.end())
            found = Mention(anchor, "PER", "role", None, "sing", beside.anchor if beside else None)
            yield token.i, found


@cache
def _unnamed(lang: str) -> frozenset[str]:
    return _sources(lang) | frozenset(table(lang, "sources")["words"]["people"])


def _told(view: View, phrase: Phrase) -> bool:
    """Enough is said to know the person again: a complement, an adjective, or words that follow from the noun."""
    return not phrase.alone or reduced(view, phrase) > phrase.end


def _apposed(view: View, start: int, end: int, people: Sequence[Mention]) -> Mention | None:
    """The name beside the office: « le maire, Jean Roy », « le maire Jean Roy », « Jean Roy, (le) maire »."""
    for person in people:
        left, right = person.anchor.start, person.anchor.end
        if end <= left <= end + 40 and _BETWEEN.fullmatch(view.text, end, left):
            return person
        if right <= start <= right + 16 and _BEFORE.fullmatch(view.text, right, start):
            return person
    return None
