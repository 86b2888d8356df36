"""Runs of capitals: where a proper name starts and ends, whatever the model saw."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from recoupe.annotate.names import known_names
from recoupe.annotate.naming.view import View, common, first_name, titles, words
from recoupe.annotate.phrases import role_heads

_ELISION = r"(?!(?:[LDQJSNMCT]|Qu|Jusqu|Lorsqu|Puisqu)['’])"
_TAIL = (
    r"[\p{L}\p{M}\d]*(?:[-–][\p{L}\d][\p{L}\p{M}\d]*)*(?:['’](?!s(?!\p{L}))\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*)?"
)
_WORD = {
    "fr": rf"(?:(?:\p{{Lu}}\.-?){{1,4}}(?!\p{{Ll}})|(?:(?:al|el|ad|as|ash|ar|an)-)?{_ELISION}\p{{Lu}}{_TAIL})",
    "en": rf"(?:(?:\p{{Lu}}\.-?){{1,4}}(?!\p{{Ll}})|(?:(?:al|el|ad|as|ash|ar|an)-)?\p{{Lu}}{_TAIL})",
}
_TITLED = regex.compile(r"[ \u00a0]+(?:(?:de|d['’]|du|von|van|al-)[ \u00a0]?)?(\p{Lu}[\p{L}-]*)")
_ARTICLE_BEFORE = regex.compile(r"(?:\b[lL]['’]|\b[lL][ea] )$")
_BREAK = regex.compile(r"[,;.:\n«»“”\"]")
_HYPHENED = regex.compile(r"[\p{L}-]+")
_PARTICLE = regex.compile(
    r"[ \u00a0](?:de la |de l['’]|des |du |de |d['’]|von der |von |van der |van den |van de |van |der |den |di |da "
    r"|dos |das |del |della |bin |ben |ibn |al |el |ould |y |zu |le |la )"
)
_OF = regex.compile(r" (?:of the|of|for the|for|&) ")
# *North Shore Fishermen's Union*
_OWNED = regex.compile(r"['’]s? ")
_AND = regex.compile(r",? (?:and|&) ")
# Months that are family names too, after a first name (*Theresa May*).
_MONTH_NAMES = frozenset({"May", "March", "August", "Mars", "Avril", "Juin"})
_CENTURY = regex.compile(r"[IVX]+e")
# *R-Texas*, *D-N.Y.*: a party and a state.
PARTY = regex.compile(r"[RDI]-\p{Lu}")
_SPACE = regex.compile(r"[ \u00a0]")


@dataclass(frozen=True, slots=True)
class Word:
    """One capitalised word by character offsets."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together; `title` stands before them, `opening` when a sentence opens there."""

    words: tuple[Word, ...]
    title: str | None = None
    opening: bool = False
    role: bool = False

    @property
    def start(self) -> int:
        """Where the name starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.words[-1].end


@cache
def _pattern(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\d])(?:{_WORD[lang]})(?!\p{{Ll}})")


def opens(view: View, at: int) -> bool:
    """A sentence, a line or a quotation opens at the word."""
    token = view.token(at)
    if token is None or token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    while before.is_space and before.i > 0 and "\n" not in before.text:
        before = before.nbor(-1)
    return before.text in {"«", "»", "“", '"', "‘", ":", "(", "–", "—", "•", "…", "?", "!"} or "\n" in before.text


def _empty(view: View, word: Word) -> bool:
    """A calendar word or another that takes a capital without naming anyone."""
    low = word.text.lower().strip(".").replace("’", "'")
    if (len(low) == 1 and not word.text.endswith(".")) or _CENTURY.fullmatch(word.text):
        return True
    if PARTY.match(word.text):
        return True
    return low in words(view.lang, "capitals", "calendar") or low in words(view.lang, "capitals", "nothing")


def _idle(view: View, word: Word, alone: bool) -> bool:
    """The word only opens its sentence: a small word, or one the account also writes small."""
    low = word.text.lower().replace("’", "'")
    if low in words(view.lang, "capitals", "openers"):
        return True
    if first_name(word.text) or word.text in known_names() or (word.text.isupper() and len(word.text) > 1):
        return False
    token = view.token(word.start)
    if low in view.lower or token is None or (alone and common(low, view.lang)):
        return True
    return token.pos_ != "PROPN" and (alone or token.ent_type_ == "") and "." not in word.text


def runs(view: View) -> list[Run]:
    """Every run of capitals outside headlines, cut before titles and where a person's name begins after an office."""
    found: list[Run] = []
    current: list[Word] = []
    title: str | None = None

    def close() -> None:
        nonlocal current, title
        if current:
            opening = opens(view, current[0].start) and title is None
            first = True
            while current and opening and _idle(view, current[0], len(current) == 1):
                if not first and not common(current[0].text.lower(), view.lang):
                    break  # *The Hexmoor Council*: no opening word
                opening = len(current) > 1 and current[0].text in {"Le", "La", "Les", "The"}
                current, first = current[1:], False
            if current:
                found.extend(_split(view, Run(tuple(current), title, opening)))
        current, title = [], None

    for match in _pattern(view.lang).finditer(view.text):
        word = Word(match.start(), match.end(), match.group())
        named = bool(current) and first_name(current[-1].text) and word.text in _MONTH_NAMES
        if view.headline(word.start) or (_empty(view, word) and not named):
            close()
            continue
        if current and not _joins(view, current, word, title):
            close()
        name = _title_at(view, word)
        if name is not None:
            close()
            title = name
            continue
        if not current and title is not None:
            word, title = _after_title(view, title, word)
        current.append(word)
    close()
    return found


def _title_at(view: View, word: Word) -> str | None:
    """The title this word is, when a capital follows it."""
    for name in (word.text + ".", word.text):
        if name in titles(view.lang) and view.text.startswith(name, word.start):
            after = word.start + len(name)
            match = _TITLED.match(view.text, pos=after)
            if match and not (view.lang == "en" and match.group(1).lower() in words("en", "capitals", "endings")):
                return name
    return None


def _after_title(view: View, title: str, word: Word) -> tuple[Word, str | None]:
    """The word with the particle between it and the title; no title when the two are apart."""
    left = view.text[max(0, word.start - len(title) - 14) : word.start]
    match = regex.search(regex.escape(title) + r"[ \u00a0]+((?:de|du|von|van|al) |d['’])?$", left)
    if match is None:
        return word, None
    start = word.start - len(match.group(1) or "")
    return Word(start, word.end, view.text[start : word.end]), title


def _joins(view: View, current: list[Word], word: Word, title: str | None) -> bool:
    gap = view.text[current[-1].end : word.start]
    token = view.token(word.start)
    if token is not None and token.is_sent_start and len(current[-1].text) > 2 and token.nbor(-1).is_punct:
        return False
    first, last = current[0].text, current[-1].text
    if _SPACE.fullmatch(gap):
        letters = last.isupper() and len(last) > 1 and "." not in last
        return not (letters and (first_name(word.text) or (word.text.isupper() and len(word.text) > 1)))
    if _PARTICLE.fullmatch(gap):
        person = title is not None or first_name(first)
        return person and len(current) <= 3 and (len(current) == 1 or word.text not in known_names())
    if view.lang != "en":
        return False
    lows = [w.text.lower() for w in current]
    if _OWNED.fullmatch(gap) and lows[-1] in words("en", "capitals", "members"):
        return word.text.lower() in words("en", "capitals", "endings")
    if gap == " for " and word.text.lower() in role_heads("en").keys() | {"congress", "senate"}:
        return True
    if _OF.fullmatch(gap):
        return lows[-1] in words("en", "capitals", "of") or gap == " & "
    named = view.text[current[0].start : current[-1].end]
    inside = _OF.search(named) and lows[0] in words("en", "capitals", "of") | {"port"}
    return bool(inside and _AND.fullmatch(gap) and not first_name(word.text) and not word.text.isupper())


def _split(view: View, run: Run) -> list[Run]:
    """« ministre de l'Intérieur Paul Rey », *Foreign Secretary Jane Lord*: the name begins after the office."""
    heads, place = role_heads(view.lang), len(run.words)
    for at in range(1, len(run.words)):
        before = run.words[at - 1]
        if before.text in words("en", "places", "saints"):
            continue
        if before.text.lower().strip(".") in heads:
            place = at
        elif first_name(run.words[at].text) and not first_name(before.text) and _apart(view, run, at):
            place = at
            break
    if place == len(run.words):
        return [run]
    tail = [w.text.lower() for w in run.words[place:]]
    if view.lang == "en" and (tail[-1] in words("en", "capitals", "endings") or tail[0] in heads):
        return [run]
    office = run.words[place - 1].text.lower().strip(".") in heads or _in_office(view, run.start)
    return [Run(run.words[:place], run.title, run.opening, role=office), Run(run.words[place:], None, False)]


def _apart(view: View, run: Run, at: int) -> bool:
    """What stands before the first name is an office, a known name, or left out where the name stands again."""
    if run.title is not None:
        return False
    article = _ARTICLE_BEFORE.search(view.text[max(0, run.start - 4) : run.start])
    if view.lang == "fr" and article and at == 1 and len(run.words) > 2:
        # « l'Insoumis François Rufier », « le Breton Yves Kerec »: what he is, then who.
        return True
    before = view.text[run.start : run.words[at - 1].end]
    rest = view.text[run.words[at].start : run.end]
    whole = view.text[run.start : run.end]
    again = at + 1 < len(run.words) and view.text.count(rest) > view.text.count(whole)
    return again or (before in known_names() and at + 1 < len(run.words)) or _in_office(view, run.start)


def _in_office(view: View, at: int) -> bool:
    """An office's noun stands a few words before, in the same clause."""
    before = view.text[max(0, at - 60) : at]
    clause = _BREAK.split(before)[-1]
    return any(word in role_heads(view.lang) for word in _HYPHENED.findall(clause.lower()))
