"""Names by description: offices and parts in events, bodies, groups of people, places said by what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex
from spacy.tokens import Doc

from recoupe.annotate.naming.view import View, words
from recoupe.annotate.phrases import Phrase, Span, body_heads, phrases, role_heads
from recoupe.lang import entries, table
from recoupe.types import EntityType, Mention, Number

# « forces de Sécurité » is a name, « forces de combat restantes de l'Irak » is not: its capital is far from its head.
NEAR_HEAD = 3
Headed = tuple[int, Mention]
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "appos", "csubj"})
_BETWEEN = regex.compile(r"[\s\u00a0]*[,–—]?[\s\u00a0]*(?:(?:M|Mme|Mr|Ms|Mrs|Dr|Gov|Sen|Rep|Sir|Me)\.?[\s\u00a0]*)?")
# « Brévannes, une ville de 3 000 habitants », *Fort Moss, the town at the foot of the dam*.
_KIND = regex.compile(r"(?:,[^\n.,]{2,12})?, (?:une? |a |an |the |la |le |l['’])(\p{Ll}+)")
_BEFORE = regex.compile(r"(?: ?,| [–—]| est| is| was| était)[\s\u00a0]+(?:(?:l['’]|\p{Ll}+)[\s\u00a0]*){0,1}")


def descriptions(view: View, names: Sequence[Mention]) -> list[Mention]:
    """The descriptions of one account, given its proper names; some contain a name, some stand beside one."""
    spans = _spans(view.doc, names)
    people = [m for m in names if m.type == "PER"]
    inside = {i for span in spans.values() for i in range(span.start, span.end)}
    found = [
        *_roles(view, spans, people),
        *_bodies(view, spans, names),
        *_groups(view, spans),
        *_places(view, spans, names),
    ]
    return [m for head, m in found if head not in inside and not (view.lang == "en" and view.headline(m.anchor.start))]


def _spans(doc: Doc, names: Sequence[Mention]) -> Mapping[int, Span]:
    found = {}
    for mention in names:
        span = doc.char_span(mention.anchor.start, mention.anchor.end, alignment_mode="expand")
        if span is not None and len(span):
            found[span.start] = Span(span.start, span.end, mention.type == "PER")
    return found


def _mention(view: View, start: int, end: int, type_: EntityType, phrase: Phrase, form: str) -> Mention:
    left, right = view.doc[start].idx, view.doc[end - 1].idx + len(view.doc[end - 1])
    number: Number = "plur" if phrase.plural else "sing"
    return Mention(view.document.anchor(left, right), type_, form, phrase.gender, number)  # type: ignore[arg-type]


def _roles(view: View, spans: Mapping[int, Span], people: Sequence[Mention]) -> Iterator[Headed]:
    for phrase in phrases(view.doc, view.lang, frozenset(role_heads(view.lang)) | _unnamed(view.lang), spans):
        head = view.doc[phrase.head].lower_
        start, end = view.doc[phrase.start].idx, view.doc[phrase.end - 1].idx + len(view.doc[phrase.end - 1])
        beside = _apposed(view, start, end, people)
        withheld = head in _unnamed(view.lang) and head not in role_heads(view.lang)
        if withheld:
            end_token = _reduced(view, phrase)
            if phrase.alone and (end_token == phrase.end or phrase.determiner == ""):
                continue
            if head == "people" and end_token == phrase.end:
                continue
            if _speaks(view, phrase):
                yield phrase.head, _mention(view, phrase.lead, end_token, "PER", phrase, "description")
        elif beside is not None or (not phrase.plural and phrase.definite):
            found = _mention(view, phrase.start, phrase.end, "PER", phrase, "role")
            yield phrase.head, found if beside is None else _with(found, beside)
        elif phrase.plural and phrase.definite and not phrase.alone:
            yield phrase.head, _mention(view, phrase.start, phrase.end, "ORG", phrase, "description")
        elif phrase.determiner == "indefinite" and _speaks(view, phrase) and _told(view, phrase):
            yield phrase.head, _mention(view, phrase.lead, _reduced(view, phrase), "PER", phrase, "description")


def _with(mention: Mention, beside: Mention) -> Mention:
    return Mention(mention.anchor, mention.type, "role", mention.gender or beside.gender, mention.number, beside.anchor)


@cache
def _unnamed(lang: str) -> frozenset[str]:
    rows = table(lang, "sources")["entry"]
    named = frozenset(noun for row in rows if row["kind"] == "unnamed" for noun in row["nouns"])
    return named | {"person", "people", "official", "officials", "personne", "proche", "habitant", "habitante"}


def _speaks(view: View, phrase: Phrase) -> bool:
    """The phrase does something here: subject, agent, or the source after « selon »."""
    if view.doc[phrase.head].dep_ in SUBJECTS:
        return True
    if (
        phrase.lead
        and view.doc[phrase.lead - 1].pos_ == "VERB"
        and view.doc[phrase.lead - 1].lemma_ in _says(view.lang)
    ):
        return True
    before = view.doc[max(0, phrase.lead - 3) : phrase.lead].text.lower().replace("’", "'")
    return before.endswith(("selon", "d'après", "pour", "according to", "by", "par", "from", "to"))


@cache
def _says(lang: str) -> frozenset[str]:
    return frozenset(verb for row in entries(lang, "reporting") for verb in row.get("verbs", ()))


def _told(view: View, phrase: Phrase) -> bool:
    """Enough is said to know the person again: a complement, an adjective, or words that follow from the noun."""
    return not phrase.alone or _reduced(view, phrase) > phrase.end


def _reduced(view: View, phrase: Phrase) -> int:
    """The end of *briefed on the matter*, « proche du dossier » after the noun, as a token index."""
    doc, at = view.doc, phrase.end
    if at >= len(doc) or doc[at].lower_ not in words(view.lang, "roles", "reduced"):
        return phrase.end
    end = at + 1
    while end < len(doc) and end - at < 6 and doc[end].pos_ in {"ADP", "DET", "NOUN", "PROPN", "ADJ"}:
        end += 1
    while end > at + 1 and doc[end - 1].pos_ in {"ADP", "DET"}:
        end -= 1
    return end if end > at + 1 else phrase.end


def _apposed(view: View, start: int, end: int, people: Sequence[Mention]) -> Mention | None:
    """The name beside the office: « le maire, Jean Roy », « le maire Jean Roy », « Jean Roy, (le) maire »."""
    for person in people:
        left, right = person.anchor.start, person.anchor.end
        if end <= left <= end + 12 and _BETWEEN.fullmatch(view.text, end, left):
            return person
        if right <= start <= right + 16 and _BEFORE.fullmatch(view.text, right, start):
            return person
    return None


def _bodies(view: View, spans: Mapping[int, Span], names: Sequence[Mention]) -> Iterator[Headed]:
    alone = words(view.lang, "bodies", "alone")
    short = _short_heads(view, names)
    for phrase in phrases(view.doc, view.lang, body_heads(view.lang) | alone, spans):
        span = view.doc[phrase.start : phrase.end]
        head = view.doc[phrase.head]
        if phrase.alone and phrase.definite and head.i not in spans:
            single = head.lower_ in alone and phrase.determiner != "indefinite"
            if single or (head.text in words(view.lang, "bodies", "capital") and not head.is_sent_start):
                yield phrase.head, _mention(view, phrase.start, phrase.end, "ORG", phrase, "name")
            elif head.lower_ in short and phrase.determiner == "definite":
                yield phrase.head, _mention(view, phrase.start, phrase.end, "ORG", phrase, "description")
            continue
        capital = any(t.text[:1].isupper() for t in span)
        if head.lower_ in alone - body_heads(view.lang) and phrase.determiner == "indefinite":
            continue
        if phrase.determiner == "definite" and head.lower_ in short and not capital and phrase.end - phrase.start == 2:
            yield phrase.head, _mention(view, phrase.start, phrase.end, "ORG", phrase, "description")
            continue
        if (
            phrase.alone
            or not (phrase.definite or capital)
            or (phrase.plural and not capital and not _fixed(view, span.text))
        ):
            continue
        adrift = view.lang == "fr" and phrase.determiner == "" and head.text[:1].islower()
        if not adrift and _telling(view, phrase) and view.doc[max(0, phrase.start - 2)].lower_ != "sous":
            yield phrase.head, _mention(view, phrase.start, phrase.end, "ORG", phrase, "name")


def _fixed(view: View, text: str) -> bool:
    plain = text.lower().replace("’", "'")
    return any(plain == fixed or plain.startswith(fixed + " ") for fixed in table(view.lang, "bodies")["fixed"])


def _telling(view: View, phrase: Phrase) -> bool:
    """A phrase names one body when a capital stands in it, when it is fixed, or when its head is one of its kind."""
    span, head = view.doc[phrase.start : phrase.end], view.doc[phrase.head]
    near = span[:NEAR_HEAD] if head.lower_ in _flagged(view.lang, "near") else span
    if any(t.text[:1].isupper() for t in near if t.i != phrase.head or t.i > span.sent.start):
        return True
    return _fixed(view, span.text) or head.lower_ in _flagged(view.lang, "single")


@cache
def _flagged(lang: str, flag: str) -> frozenset[str]:
    rows = table(lang, "bodies")["entry"]
    return frozenset(head for row in rows if row.get(flag) for head in row["heads"])


def _short_heads(view: View, names: Sequence[Mention]) -> frozenset[str]:
    """The nouns of bodies that the account also gives in full (« le syndicat » after « syndicat des dockers »)."""
    found = set()
    for phrase in phrases(view.doc, view.lang, body_heads(view.lang)):
        if not phrase.alone and any(t.text[:1].isupper() for t in view.doc[phrase.start : phrase.end]):
            found.add(view.doc[phrase.head].lower_)
    for mention in names:
        parts = mention.anchor.exact.lower().split()
        before = view.token(mention.anchor.start - 2) if mention.anchor.start > 2 else None
        if before is not None and before.lower_ in body_heads(view.lang):
            found.add(before.lower_)
        found |= {parts[0], parts[-1]} if mention.type in {"ORG", "MISC"} and len(parts) > 1 else set()
    return frozenset(found)


@cache
def _group_heads(lang: str) -> frozenset[str]:
    return frozenset(head for row in entries(lang, "groups") for head in row["heads"])


def _groups(view: View, spans: Mapping[int, Span]) -> Iterator[Headed]:
    heads, single = _group_heads(view.lang), words(view.lang, "groups", "single")
    for phrase in phrases(view.doc, view.lang, heads | single, spans):
        head = view.doc[phrase.head]
        if head.lower_ in words(view.lang, "bodies", "alone"):
            continue
        bare = phrase.determiner == "" and view.lang == "en" and head.lower_ in heads
        bare = bare and (not phrase.alone or head.dep_ in SUBJECTS)
        if head.lower_ in single and not _by_article(view, phrase):
            continue
        acts = phrase.determiner == "indefinite" and head.dep_ in SUBJECTS and _several(view, phrase)
        if phrase.determiner == "definite" or bare or acts or (phrase.definite and not phrase.alone):
            start = phrase.lead if acts else phrase.start
            yield phrase.head, _mention(view, start, _reduced(view, phrase), "ORG", phrase, "description")


def _by_article(view: View, phrase: Phrase) -> bool:
    """« la gauche », not « sa gauche » nor *the majority of people*."""
    lead = view.doc[phrase.lead].lower_.replace("’", "'")
    after = view.doc[phrase.end].lower_ if phrase.end < len(view.doc) else ""
    return (
        phrase.end - phrase.start <= 2
        and after not in {"of", "de", "des", "d'"}
        and lead in {"la", "le", "l'", "the", "du", "au"}
    )


def _several(view: View, phrase: Phrase) -> bool:
    return view.doc[phrase.lead].lower_ in {"des", "some", "several", "plusieurs"}


def _places(view: View, spans: Mapping[int, Span], names: Sequence[Mention]) -> Iterator[Headed]:
    known = {w for m in names if m.type == "LOC" for w in m.anchor.exact.lower().split()}
    known |= {m.group(1) for n in names if n.type == "LOC" for m in [_KIND.match(view.text, n.anchor.end)] if m}
    if view.lang == "fr":
        for phrase in phrases(view.doc, "fr", words("fr", "places", "before"), spans):
            span = view.doc[phrase.start : phrase.end]
            tail = [t for t in view.doc[phrase.head + 1 : phrase.end] if t.text[:1].isupper()]
            head = view.doc[phrase.head]
            if head.lower_ not in words("fr", "places", "before"):
                continue
            named = head.text[:1].isupper() and not head.is_sent_start and not phrase.alone
            if (tail and tail[0].i - phrase.head <= NEAR_HEAD and not span.text.endswith("France")) or named:
                known.add(head.lower_)
                yield phrase.head, _mention(view, phrase.start, _as_far(view, phrase, spans), "LOC", phrase, "name")
    short = words(view.lang, "places", "short") & known | words(view.lang, "places", "capital")
    for phrase in phrases(view.doc, view.lang, short, spans):
        after = view.doc[phrase.head + 1].lower_ if phrase.head + 1 < len(view.doc) else ""
        end = phrase.head + 1 if view.lang == "en" and after != "of" else phrase.end
        if view.doc[phrase.head].lower_ in short and phrase.determiner == "definite" and end - phrase.start < 3:
            yield phrase.head, _mention(view, phrase.start, end, "LOC", phrase, "description")


def _as_far(view: View, phrase: Phrase, spans: Mapping[int, Span]) -> int:
    """« gare de Corvignac »: a place's name ends with the first name in its complement."""
    for at in range(phrase.head + 1, phrase.end):
        if at in spans:
            return spans[at].end
    return phrase.end
