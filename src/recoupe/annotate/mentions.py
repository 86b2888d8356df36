"""Names and descriptions that name, in one account: proper names, offices, bodies, groups and places."""

from __future__ import annotations

from dataclasses import replace

import regex
from spacy.tokens import Doc

from recoupe.annotate.naming.described import descriptions
from recoupe.annotate.naming.proper import proper_names
from recoupe.annotate.naming.view import view
from recoupe.types import Document, Mention

_PORTFOLIO = regex.compile(
    r"(?:ministre|secrétaire d'État|commissaire)s? (?:de la |de l'|du |des |à la |à l'|aux? )$", regex.I
)
RANK = {"name": 0, "acronym": 1, "role": 2, "description": 3}


def find(document: Document, doc: Doc) -> tuple[Mention, ...]:
    """Every mention in text order, the longer first where two share a start.

    Proper names never overlap one another; a description may hold a name (« préfet du Morvan ») or stand beside one.
    No two mentions cover the same passage, and none reaches half into another.
    """
    seen = view(document, doc)
    names = proper_names(seen)
    found = [*names, *descriptions(seen, names)]
    found.sort(key=lambda m: (m.anchor.start, -m.anchor.end, RANK[m.form]))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.anchor == kept[-1].anchor:
            last = kept[-1]
            kept[-1] = replace(last, gender=last.gender or mention.gender, apposed=last.apposed or mention.apposed)
        elif not any(_crosses(mention, other) or _only_part(mention, other) for other in kept[-8:]):
            kept.append(mention)
    return tuple(kept)


def _only_part(mention: Mention, whole: Mention) -> bool:
    """A part of a longer office, « Intérieur » of « ministre de l'Intérieur »."""
    if whole.form != "role" or not whole.anchor.contains(mention.anchor):
        return False
    after = whole.anchor.exact[mention.anchor.end - whole.anchor.start :]
    if after.startswith(("'s", "’s")):
        return False
    if mention.form == "role":
        return mention.anchor.start == whole.anchor.start or mention.anchor.end == whole.anchor.end
    told = whole.anchor.exact[: mention.anchor.start - whole.anchor.start].replace("’", "'")
    body = mention.form == "name" and mention.type in {"ORG", "LOC", "MISC"} and mention.known_as is None
    portfolio = body and _PORTFOLIO.search(told) is not None
    word = mention.type == "PER" and mention.form == "name" and " " not in mention.anchor.exact
    return portfolio or (word and told.endswith(" ") and told.strip()[:1].isupper() and after[:1] == " ")


def _crosses(mention: Mention, before: Mention) -> bool:
    return before.anchor.start < mention.anchor.start < before.anchor.end < mention.anchor.end
