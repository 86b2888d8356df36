"""Names and descriptions that name, in one account: the model's names, known names, offices and bodies."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex
from spacy.tokens import Doc, Span

from recoupe.annotate.names import find_known
from recoupe.annotate.phrases import Phrase, body_heads, phrases, role_heads
from recoupe.lang import table
from recoupe.types import Document, EntityType, Gender, Mention, Number

TYPES: dict[str, EntityType] = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "MISC": "MISC"}
# « forces de Sécurité » is a name, « forces de combat restantes de l'Irak » is not: its capital is far from its head.
NEAR_HEAD = 3
_ACRONYM = regex.compile(r"(?<![\w.-])(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5})(?![\w-])")
_ROMAN = regex.compile(r"[IVXLCDM]+")
_EDGE = regex.compile(r"^[\s'’\"«»“”(),.:;–—-]+|(?:['’]s)?[\s'’\"«»“”(),:;–—-]+$|['’]s$")
_DETERMINERS = regex.compile(r"^(?:[LlDd]['’]|(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Dd]u|[Tt]he|[Aa]n?)\s+)")


@cache
def titles(lang: str) -> dict[str, Gender | None]:
    """The titles put before a name, with the gender they say."""
    return {title: (gender or None) for title, gender in table(lang, "roles")["titles"].items()}


@cache
def _title_pattern(lang: str) -> regex.Pattern[str]:
    listed = "|".join(regex.escape(title) for title in sorted(titles(lang), key=lambda title: (-len(title), title)))
    return regex.compile(rf"(?<!\w)({listed})\s+(?=\p{{Lu}})")


def find(document: Document, doc: Doc) -> tuple[Mention, ...]:
    """Every mention in text order; a longer one wins over what it covers, but an office keeps the name beside it."""
    named = _resolve_overlaps(
        _from_model(document, doc) + _titled(document, doc) + _known(document) + _bodies(document, doc)
    )
    taken = {i for mention in named for i in range(mention.anchor.start, mention.anchor.end)}
    acronyms = [m for m in _acronyms(document) if m.anchor.start not in taken]
    people = [m for m in named if m.type == "PER"]
    roles = _roles(document, doc, people)
    return tuple(sorted([*named, *acronyms, *roles], key=lambda m: (m.anchor.start, -m.anchor.end, m.form)))


def _trim(document: Document, start: int, end: int) -> tuple[int, int]:
    text = document.text[start:end]
    lead = _EDGE.match(text)
    if lead and lead.start() == 0 and lead.group()[:1] not in {"'s", "’s"}:
        start += lead.end()
        text = document.text[start:end]
    tail = regex.search(r"(?:['’]s)?[\s'’\"«»“”(),:;–—-]*$", text)
    if tail:
        end -= len(tail.group())
    determiner = _DETERMINERS.match(document.text[start:end])
    if determiner and document.text[start + determiner.end() : end][:1].isupper():
        start += determiner.end()
    return start, end


def _from_model(document: Document, doc: Doc) -> list[Mention]:
    found = []
    for ent in doc.ents:
        type_ = TYPES.get(ent.label_)
        if type_ is None or ("\n" in ent.text):
            continue
        start, end = _trim(document, ent.start_char, ent.end_char)
        if start >= end or not any(c.isupper() for c in document.text[start:end]):
            continue
        title = _title_pattern(document.lang).match(document.text[start:end])
        gender = titles(document.lang)[title.group(1)] if title and type_ == "PER" else None
        if title and type_ == "PER":
            start += title.end()
        if start < end:
            found.append(Mention(document.anchor(start, end), type_, "name", gender, _number(ent)))
    return found


def _number(ent: Span) -> Number | None:
    numbers: list[str] = list(ent.root.morph.get("Number", []))
    if "Sing" in numbers:
        return "sing"
    return "plur" if "Plur" in numbers else None


def _titled(document: Document, doc: Doc) -> list[Mention]:
    """« M. Castel » is a person even where the model saw no name."""
    found = []
    for match in _title_pattern(document.lang).finditer(document.text):
        name = regex.compile(
            r"(?:\p{Lu}[\p{L}.'’-]*)(?:\s+(?:(?:de|du|des|von|van|al|el|bin|ben|Le|La)\s+)?\p{Lu}[\p{L}'’-]+){0,3}"
        ).match(document.text, match.end())
        if name is None:
            continue
        end = name.end() - (2 if name.group().endswith(("'s", "’s")) else 0)
        gender = titles(document.lang)[match.group(1)]
        found.append(Mention(document.anchor(name.start(), end), "PER", "name", gender, "sing"))
    return found


def _known(document: Document) -> list[Mention]:
    return [
        Mention(document.anchor(known.start, known.end), known.type, "name", known_as=known.key)
        for known in find_known(document.text)
    ]


def _resolve_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Longest first; on equal spans what data knows gives the key, a title the gender, the model the rest."""
    kept: list[Mention] = []
    order = sorted(
        mentions, key=lambda m: (m.anchor.start - m.anchor.end, m.anchor.start, m.known_as is None, m.gender is None)
    )
    for mention in order:
        clash = next((k for k in kept if k.anchor.overlaps(mention.anchor)), None)
        if clash is None:
            kept.append(mention)
        elif (clash.anchor.start, clash.anchor.end) == (mention.anchor.start, mention.anchor.end):
            kept[kept.index(clash)] = replace(
                clash, gender=clash.gender or mention.gender, known_as=clash.known_as or mention.known_as
            )
    return kept


def _bodies(document: Document, doc: Doc) -> list[Mention]:
    alone = frozenset(table(document.lang, "bodies")["alone"])
    found = []
    for phrase in phrases(doc, document.lang, body_heads(document.lang) | alone):
        span = doc[phrase.start : phrase.end]
        bare = phrase.end - phrase.start == 1
        if bare and not (phrase.definite and span.text.lower() in alone):
            continue
        if not phrase.definite and not any(t.text[:1].isupper() for t in span):
            continue
        if not bare and not _telling(doc, phrase, document.lang):
            continue
        found.append(Mention(document.anchor(span.start_char, span.end_char), "ORG", "name"))
    return found


def _telling(doc: Doc, phrase: Phrase, lang: str) -> bool:
    """A phrase names one body when a capital stands in it, when it is fixed, or when its head is one of its kind."""
    span = doc[phrase.start : phrase.end]
    near = span[:NEAR_HEAD] if doc[phrase.head].lower_ in _flagged(lang, "near") else span
    if any(t.text[:1].isupper() for t in near if t.i != phrase.head or t.i > span.sent.start):
        return True
    words = span.text.lower().replace("’", "'")
    if any(words == fixed or words.startswith(fixed + " ") for fixed in table(lang, "bodies")["fixed"]):
        return True
    return doc[phrase.head].lower_ in _flagged(lang, "single")


@cache
def _flagged(lang: str, flag: str) -> frozenset[str]:
    rows = table(lang, "bodies")["entry"]
    return frozenset(head for row in rows if row.get(flag) for head in row["heads"])


def _acronyms(document: Document) -> list[Mention]:
    stop = frozenset(table("shared", "acronyms")["not_names"])
    lines = {m.start() for m in regex.finditer(r"(?m)^[^\p{Ll}\n]+$", document.text)}
    shouted = (
        {i for m in regex.finditer(r"(?m)^[^\p{Ll}\n]+$", document.text) for i in range(m.start(), m.end())}
        if lines
        else set()
    )
    found = []
    for match in _ACRONYM.finditer(document.text):
        word = match.group()
        if match.start() in shouted or word.replace(".", "") in stop or _ROMAN.fullmatch(word):
            continue
        found.append(Mention(document.anchor(match.start(), match.end()), "ORG", "acronym"))
    return found


def _roles(document: Document, doc: Doc, people: list[Mention]) -> list[Mention]:
    found = []
    for phrase in phrases(doc, document.lang, frozenset(role_heads(document.lang))):
        start, end = doc[phrase.start].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1])
        inside = next((p for p in people if _cuts(document, p.anchor.start, start, end)), None)
        if inside is not None:
            end = min(end, inside.anchor.start)
            end = start + len(document.text[start:end].rstrip(" ,\u00a0"))
        if end <= start:
            continue
        apposed = _apposed(document, start, end, people)
        if apposed is None and (phrase.plural or not phrase.definite):
            continue
        number: Number = "plur" if phrase.plural else "sing"
        beside = apposed.anchor if apposed else None
        found.append(Mention(document.anchor(start, end), "PER", "role", phrase.gender, number, beside))
    return found


def _cuts(document: Document, name: int, start: int, end: int) -> bool:
    """A name inside an office's phrase ends it, unless a preposition makes it part of the office."""
    before = document.text[start:name].split() if start < name < end else []
    linked = {"de", "du", "des", "chez", "of", "for", "at", "la", "le", "les", "the", "à", "au", "aux"}
    return bool(before) and before[-1].lower() not in linked and not before[-1].endswith(("'", "’"))


def _apposed(document: Document, start: int, end: int, people: list[Mention]) -> Mention | None:
    """The name beside the office: « le maire, Jean Roy », « le maire Jean Roy », « Jean Roy, (le) maire »."""
    for person in people:
        between = document.text[end : person.anchor.start] if person.anchor.start >= end else None
        if (
            between is not None
            and len(between) < 12
            and regex.fullmatch(r"[\s\u00a0]*,?[\s\u00a0]*(?:M\.|Mme|Mr\.|Ms\.|Mrs\.)?[\s\u00a0]*", between)
        ):
            return person
        before = document.text[person.anchor.end : start] if person.anchor.end <= start else None
        if (
            before is not None
            and len(before) < 14
            and regex.fullmatch(
                r",[\s\u00a0]*(?:(?:le|la|l['’]|un|une|the|a|an|son|sa|his|her|its|their)[\s\u00a0]*)?", before
            )
        ):
            return person
    return None
