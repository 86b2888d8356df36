"""Bodies said by what they are: state bodies, forces, unions, firms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.annotate.naming.scene import SUBJECTS, Headed, Scene, mention
from recoupe.annotate.naming.view import View, words
from recoupe.annotate.phrases import Phrase, body_heads
from recoupe.lang import table

# « forces de Sécurité » is a name, « forces de combat restantes de l'Irak » is not: its capital is far from its head.
NEAR_HEAD = 3


def bodies(scene: Scene) -> Iterator[Headed]:
    """« parquet de Brévannes », *Transport Ministry*, and « le syndicat » for one the account gives in full."""
    view, spans = scene.view, scene.spans.at
    alone, capital_only = words(view.lang, "bodies", "alone"), words(view.lang, "bodies", "capital")
    heads = body_heads(view.lang) | alone | {word.lower() for word in capital_only}
    short = _short_heads(scene)
    for phrase in scene.phrases(heads):
        span = view.doc[phrase.start : phrase.end]
        head = view.doc[phrase.head]
        if head.lower_ == "corps" and phrase.lead and view.doc[phrase.lead - 1].lower_ in {"garde", "gardes", "du"}:
            continue
        if phrase.alone and phrase.definite and head.i not in spans:
            single = head.lower_ in alone and phrase.determiner != "indefinite"
            if single or (head.text in capital_only and not head.is_sent_start):
                yield phrase.head, mention(view, phrase.start, phrase.end, "ORG", phrase, "name")
            elif head.lower_ in short and phrase.determiner == "definite":
                yield phrase.head, mention(view, phrase.start, phrase.end, "ORG", phrase, "description")
            continue
        if head.lower_ not in body_heads(view.lang) | alone:
            continue
        if phrase.determiner == "indefinite" and head.dep_ in SUBJECTS and head.lower_ in _flagged(view.lang, "single"):
            yield phrase.head, mention(view, phrase.lead, phrase.end, "ORG", phrase, "description")
            continue
        capital = any(t.text[:1].isupper() for t in span)
        if head.lower_ in alone - body_heads(view.lang) and phrase.determiner == "indefinite":
            continue
        if phrase.determiner == "definite" and head.lower_ in short and not capital and phrase.end - phrase.start == 2:
            yield phrase.head, mention(view, phrase.start, phrase.end, "ORG", phrase, "description")
            continue
        if (
            phrase.alone
            or not (phrase.definite or capital)
            or (phrase.plural and not capital and not _fixed(view, span.text))
        ):
            continue
        adrift = view.lang == "fr" and phrase.determiner == "" and head.text[:1].islower()
        if not adrift and _telling(view, phrase) and view.doc[max(0, phrase.start - 2)].lower_ != "sous":
            yield phrase.head, mention(view, phrase.start, phrase.end, "ORG", phrase, "name")


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


def _short_heads(scene: Scene) -> frozenset[str]:
    """The nouns of bodies that the account also gives in full (« le syndicat » after « syndicat des dockers »)."""
    view, found = scene.view, set()
    for phrase in scene.phrases(body_heads(view.lang)):
        if not phrase.alone and any(t.text[:1].isupper() for t in view.doc[phrase.start : phrase.end]):
            found.add(view.doc[phrase.head].lower_)
    for name in scene.names:
        parts = name.anchor.exact.lower().split()
        before = view.token(name.anchor.start - 2) if name.anchor.start > 2 else None
        if before is not None and before.lower_ in body_heads(view.lang):
            found.add(before.lower_)
        found |= {parts[0], parts[-1]} if name.type in {"ORG", "MISC"} and len(parts) > 1 else set()
    return frozenset(found)
