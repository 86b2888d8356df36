"""Proper names of one account: runs of capitals, known names, what only the model saw, and their repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex
from spacy.tokens import Span

from recoupe.annotate.extents import extent
from recoupe.annotate.names import Known, find_known, known_names
from recoupe.annotate.naming.capitals import PARTY, Run, opens, runs
from recoupe.annotate.naming.governments import governments
from recoupe.annotate.naming.kinds import TYPES, classify, nobody
from recoupe.annotate.naming.view import View, common, first_name, titles, words
from recoupe.annotate.phrases import role_heads
from recoupe.lang import table
from recoupe.types import EntityType, Mention

_ACRONYM = regex.compile(r"(?<![\p{L}\d.-])(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5})(?![\p{L}\d-])")
# A dateline stands near the top, or with the agency's name.
NEAR_TOP = 600
_DATELINE = regex.compile(
    r"(?m)^(\p{Lu}[\p{Lu}\p{M}' -]{2,}\p{Lu})(?:, [^\n]{2,30}?)? ?(?:\([^)\n]{2,20}\) ?)?(?:--|[-–—]) "
)
_ROMAN = regex.compile(r"[IVX]+")
_TAIL = regex.compile(r"(?:['’]s)?[\s'’\"«»“”(),:;–—-]*$")
_LEAD = regex.compile(r"^[\s'’\"«“”(),.:;–—-]+")
_DETERMINER = regex.compile(r"^(?:[LlDd]['’]|(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Dd]u|[Tt]he|[Aa]n?)\s+)")
# What a whole word has not beside it.
_BEFORE = regex.compile(r"[\p{L}\p{M}\d-]")
_AFTER = regex.compile(r"[\p{L}\p{M}\d]|-\p{L}")
_CAPITAL_BEFORE = regex.compile(r"\p{Lu}[\p{L}.-]* $")
_CAPITAL_AFTER = regex.compile(r" \p{Lu}\p{Ll}")
# *Chris Pryce Campaign*, *Pryce's Administration* in a headline: a body of the person's.
_BODY_AFTER = regex.compile(r"(?:['’]s)?(?: Re-?[Ee]lection)? (\p{Lu}\p{Ll}+)(?![\p{L}’'])")
# *the state Labour Party* is not the party of the whole country.
_LEVEL = regex.compile(r"\b(?:state|county) $")
_INITIAL_BEFORE = regex.compile(r"\b\p{Lu}\. $")
BESIDE = 16
_SMALL = regex.compile(r"\p{Ll}{2}")
# The word before is in capitals too.
_SHOUTED = regex.compile(r"\p{Lu}{2,} $")
_PLACED = regex.compile(r"\b(?:in|at|to|from|near|of|into|around|outside|à|de|vers|depuis|dans|près de|sur) $|d['’]$")
PARTIES = frozenset({"body:republican-party", "body:democratic-party"})
_NAME_BEFORE = regex.compile(r"(\p{Lu}[\p{L}-]+) $")


def proper_names(view: View) -> list[Mention]:
    """Every proper name in text order, none over another."""
    read = runs(view)
    firm = _without_overlap([*_known(view), *_letters(view), *_datelines(view), *_runs(view, read)])
    found = _families(_without_overlap([*firm, *_from_model(view, read, firm)]))
    taken = _covered(found)
    found += [m for m in _acronyms(view) if m.anchor.start not in taken]
    return governments(view, sorted(_repeats(view, found), key=lambda m: m.anchor.start))


def _families(found: list[Mention]) -> list[Mention]:
    """A name that is the last word of a person's full name here is that person's, whatever the model took it for."""
    last = {m.anchor.exact.split()[-1] for m in found if m.type == "PER" and " " in m.anchor.exact}
    # *Valerie Paris … . Paris said*: no city, when nothing takes place there.
    placed = {m.anchor.exact for m in found if _PLACED.search(m.anchor.prefix)}
    return [
        replace(m, type="PER", known_as=None)
        if m.anchor.exact in last and m.type in {"LOC", "MISC"} and _unknown(m, placed)
        else m
        for m in found
    ]


def _unknown(mention: Mention, placed: set[str]) -> bool:
    key = mention.known_as
    return key is None or (key.startswith("place:") and mention.anchor.exact not in placed)


def _runs(view: View, read: list[Run]) -> Iterator[Mention]:
    for run in read:
        if run.role or _office_alone(view, run):
            continue
        whole = _institution(view, run)
        if whole is not None:
            yield whole
            continue
        type_, gender, key = classify(view, run)
        if type_ is not None and not (len(run.words) == 1 and _ACRONYM.fullmatch(run.words[0].text) and key is None):
            yield Mention(view.document.anchor(run.start, run.end), type_, "name", gender, "sing", known_as=key)


def _institution(view: View, run: Run) -> Mention | None:
    """« Ligue d'action civique », « Sûreté départementale »: French writes a body's first noun alone with a capital."""
    first = view.token(run.start)
    if view.lang != "fr" or len(run.words) > 1 or run.opening or run.title or first is None or first.is_sent_start:
        return None
    if first.pos_ not in {"NOUN", "PROPN"} or not common(first.lower_, "fr") or first_name(first.text):
        return None
    if run.words[0].text in known_names():
        return None  # « Pékin », though « un pékin » is a word
    _, end = extent(view.doc, first.i, "fr")
    if end <= first.i + 1:
        return None
    last = view.doc[end - 1]
    type_: EntityType = "LOC" if first.lower_ in words("fr", "places", "before") else "ORG"
    return Mention(view.document.anchor(run.start, last.idx + len(last)), type_, "name", None, "sing")


def _datelines(view: View) -> Iterator[Mention]:
    """*NORTHMOOR (AP) —*: the capitals that open a line and end at a dash are the place it was written in."""
    for match in _DATELINE.finditer(view.text):
        word = match.group(1).lower()
        if word not in words(view.lang, "capitals", "nothing") and (match.start() < NEAR_TOP or "(" in match.group()):
            yield Mention(view.document.anchor(match.start(1), match.end(1)), "LOC", "name")


def _office_alone(view: View, run: Run) -> bool:
    """« Premier ministre », *the President*: an office written with a capital, which the offices take."""
    heads = role_heads(view.lang).keys() | words(view.lang, "roles", "before")
    lows = [word.text.lower().strip(".") for word in run.words]
    if run.title is not None or first_name(run.words[0].text) or " for " in view.text[run.start : run.end]:
        return False
    return all(low in heads for low in lows) or (view.lang == "en" and len(lows) > 1 and lows[-1] in heads)


def _known(view: View) -> Iterator[Mention]:
    found = find_known(view.text)
    ends = {known.end: known for known in found if known.key.startswith("place:")}
    for known in found:
        place = ends.get(known.start - 1)
        if place is not None and known.key in PARTIES and view.text[place.end] == " " and view.lang == "en":
            # *Hexmoor G.O.P.*: the party of one state.
            yield Mention(view.document.anchor(place.start, known.end), "ORG", "name", None, "sing")
            continue
        before = view.text[max(0, known.start - 24) : known.start]
        word = _NAME_BEFORE.search(before)
        level = _LEVEL.search(before) if view.lang == "en" and known.type == "ORG" else None
        if level is not None:
            yield Mention(
                view.document.anchor(known.start - len(level.group()), known.end), "ORG", "name", None, "sing"
            )
        elif (word is None or not first_name(word.group(1))) and not _washington(view, known):
            yield Mention(view.document.anchor(known.start, known.end), known.type, "name", known_as=known.key)


def _letters(view: View) -> Iterator[Mention]:
    """*the US*, *the WHO*: capitals among words in small letters, which *us* and *who* would not be."""
    letters: dict[str, str] = table("en", "capitals")["letters"] if view.lang == "en" else {}
    for match in _ACRONYM.finditer(view.text) if letters else ():
        key = letters.get(match.group())
        around = view.text[max(0, match.start() - BESIDE) : match.start()] + view.text[match.end() :][:BESIDE]
        if (
            key is not None
            and _SMALL.search(around)
            and not _SHOUTED.search(view.text[max(0, match.start() - BESIDE) : match.start()])
        ):
            type_: EntityType = "LOC" if key.startswith("territory:") else "ORG"
            yield Mention(view.document.anchor(match.start(), match.end()), type_, "name", None, "sing", known_as=key)


def _washington(view: View, known: Known) -> bool:
    """*Ann T. Washington*, *Washington Irving*, *Washington state*: no capital city."""
    if view.text[known.start : known.end].title() != "Washington":
        return False
    state = view.text[known.end : known.end + 6].lower() == " state"
    title = any(view.text[: known.start].endswith(name + " ") for name in titles(view.lang))
    initial = _INITIAL_BEFORE.search(view.text[max(0, known.start - 4) : known.start]) is not None
    return state or title or initial or _beside_capital(view, known.start, known.end)


def _from_model(view: View, read: list[Run], firm: list[Mention]) -> Iterator[Mention]:
    """What only the model saw: a French name may go on in small letters, but not over one that the words show."""
    shut = _covered(m for m in firm if m.type == "PER" or m.known_as) | {
        i for run in read if run.role or _office_alone(view, run) for i in range(run.start, run.end)
    }
    for ent in view.doc.ents:
        inside = [m for m in firm if ent.start_char <= m.anchor.start < ent.end_char]
        if len(inside) > 1 or any(i in shut for i in range(ent.start_char, ent.end_char)):
            continue
        type_ = TYPES.get(ent.label_)
        if type_ is None or "\n" in ent.text or (view.headline(ent.start_char) and len(ent) > 2):
            continue
        start, end = _trim(view, ent)
        text = view.text[start:end]
        if start >= end or not any(c.isupper() for c in text) or _plain(view, ent, text):
            continue
        if view.lang == "en" and not all(
            w[:1].isupper() or w.lower() in {"of", "the", "for", "and", "de"} for w in text.split()
        ):
            continue
        if type_ != "PER" or start == ent.start_char:
            yield Mention(view.document.anchor(start, end), type_, "name", None, "sing")


def _plain(view: View, ent: Span, text: str) -> bool:
    """A calendar word, a sentence's first word that is a common one, a list of names, or an office."""
    first = text.split(maxsplit=1)[0].lower().strip(".")
    if first in words(view.lang, "capitals", "calendar") | words(view.lang, "capitals", "nothing"):
        return True
    if " " not in text and first in words(view.lang, "roles", "sides"):
        return True
    single = " " not in text
    if single and (nobody(view, text) or PARTY.match(text)):
        return True
    plain = first in words(view.lang, "capitals", "openers") or first in view.lower
    if plain and (ent[0].is_sent_start or single):
        return True
    if single and common(first, view.lang) and opens(view, ent.start_char) and not first_name(text):
        return True
    if all(token.pos_ == "ADJ" or token.text in {"North", "South"} for token in ent):
        return True
    return (
        "," in text or " et " in text or text.rsplit(maxsplit=1)[-1].lower() in words(view.lang, "capitals", "openers")
    )


def _trim(view: View, ent: Span) -> tuple[int, int]:
    start, end = ent.start_char, ent.end_char
    lead = _LEAD.match(view.text[start:end])
    start += lead.end() if lead else 0
    tail = _TAIL.search(view.text[start:end])
    end -= len(tail.group()) if tail else 0
    determiner = _DETERMINER.match(view.text[start:end])
    if determiner and view.text[start + determiner.end() : end][:1].isupper():
        start += determiner.end()
    title = next((t for t in titles(view.lang) if view.text[start:end].startswith(t + " ")), None)
    return (start + len(title) + 1 if title else start), end


def _without_overlap(mentions: Iterable[Mention]) -> list[Mention]:
    """Longest first; on equal spans the first rule gives the type, data the key, a title or a first name the gender."""
    kept: dict[tuple[int, int], Mention] = {}
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.anchor.start - m.anchor.end, m.anchor.start)):
        place = (mention.anchor.start, mention.anchor.end)
        same = kept.get(place)
        if same is not None:
            gender, known = same.gender or mention.gender, same.known_as or mention.known_as
            kept[place] = replace(same, gender=gender, known_as=known)
        elif taken.isdisjoint(range(*place)):
            kept[place] = mention
            taken.update(range(*place))
    return list(kept.values())


def _covered(mentions: Iterable[Mention]) -> set[int]:
    return {i for mention in mentions for i in range(mention.anchor.start, mention.anchor.end)}


def _acronyms(view: View) -> Iterator[Mention]:
    stop = frozenset(table("shared", "acronyms")["not_names"])
    for match in _ACRONYM.finditer(view.text):
        word = match.group()
        plain = word.lower() in words(view.lang, "capitals", "openers") or (
            len(word) > 3 and common(word.lower(), view.lang)
        )
        if (
            plain
            or view.headline(match.start())
            or word.replace(".", "") in stop
            or _ROMAN.fullmatch(word.replace(".", ""))
            or len(word.strip(".")) < 2
        ):
            continue
        yield Mention(view.document.anchor(match.start(), match.end()), "ORG", "acronym")


def _repeats(view: View, found: list[Mention]) -> list[Mention]:
    """A name found once is found wherever it stands, headlines included; a person also under the family name alone."""
    forms: dict[str, Mention] = {}
    for mention in sorted(found, key=lambda m: (m.anchor.start, -m.anchor.end)):
        if mention.form == "name":
            forms.setdefault(mention.anchor.exact, mention)
            family = mention.anchor.exact.split()[-1]
            if mention.type == "PER" and len(family) > 3 and family.lower() not in view.lower and family[0].isupper():
                other = forms.get(family)
                shared = other is not None and other.gender != mention.gender
                forms[family] = replace(other or mention, known_as=None, gender=None if shared else mention.gender)
    if not forms:
        return found
    taken, out = _covered(found), list(found)
    for start, end in _places(view.text, forms):
        if start in taken or end - 1 in taken or _beside_capital(view, start, end):
            continue
        source = forms[view.text[start:end]]
        body = _BODY_AFTER.match(view.text, end) if view.lang == "en" and view.headline(start) else None
        if body and body.group(1).lower() in words("en", "capitals", "owned") and source.type == "PER":
            out.append(Mention(view.document.anchor(start, body.end()), "ORG", "name", None, "sing"))
        anchor = view.document.anchor(start, end)
        out.append(Mention(anchor, source.type, "name", source.gender, "sing", known_as=source.known_as))
    return out


def _places(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the forms stand as whole words, from the left, the longest first, none over another."""
    spots = [
        (start, -len(form))
        for form in forms
        for start in _starts(text, form)
        if _BEFORE.search(text, max(0, start - 1), start) is None and _AFTER.match(text, start + len(form)) is None
    ]
    last = 0
    for start, length in sorted(spots):
        if start >= last:
            last = start - length
            yield start, last


def _starts(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _beside_capital(view: View, start: int, end: int) -> bool:
    """A capital beside it makes another name of it (*Paris Hilton*), unless the line is a headline."""
    if view.headline(start):
        return False
    before = _CAPITAL_BEFORE.search(view.text[max(0, start - 20) : start])
    after = _CAPITAL_AFTER.match(view.text[end : end + 3])
    return bool(after) or bool(before and not before.group().strip().endswith("."))
