"""Groups of people a story moves by: strikers, prosecutors, senators, the crowd."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.annotate.naming.scene import SUBJECTS, Headed, Scene, mention, reduced
from recoupe.annotate.naming.view import View, words
from recoupe.annotate.phrases import Phrase
from recoupe.lang import entries


@cache
def _group_heads(lang: str) -> frozenset[str]:
    return frozenset(head for row in entries(lang, "groups") for head in row["heads"])


def groups(scene: Scene) -> Iterator[Headed]:
    """« les grévistes », *federal prosecutors*: people together, by what they do, hold or are."""
    view = scene.view
    heads, single = _group_heads(view.lang), words(view.lang, "groups", "single")
    for phrase in scene.phrases(heads | single):
        head = view.doc[phrase.head]
        if head.lower_ in words(view.lang, "bodies", "alone"):
            continue
        bare = phrase.determiner == "" and view.lang == "en" and head.lower_ in heads
        bare = bare and (not phrase.alone or head.dep_ in SUBJECTS)
        if head.lower_ in single and not _by_article(view, phrase):
            continue
        acts = phrase.determiner == "indefinite" and _numbered(view, phrase)
        if phrase.determiner == "definite" or bare or acts or (phrase.definite and not phrase.alone):
            start = phrase.lead if acts else phrase.start
            yield phrase.head, mention(view, start, reduced(view, phrase), "ORG", phrase, "description")


def _by_article(view: View, phrase: Phrase) -> bool:
    """« la gauche », not « sa gauche » nor *the majority of people*."""
    lead = view.doc[phrase.lead].lower_.replace("’", "'")
    after = view.doc[phrase.end].lower_ if phrase.end < len(view.doc) else ""
    return (
        phrase.end - phrase.start <= 2
        and after not in {"of", "de", "des", "d'"}
        and lead in {"la", "le", "l'", "the", "du", "au"}
    )


def _numbered(view: View, phrase: Phrase) -> bool:
    """« des casseurs » that act; *three aides to Mr. Moss*, told by a name in their complement."""
    if view.doc[phrase.lead].lower_ in {"des", "some", "several", "plusieurs"}:
        return view.doc[phrase.head].dep_ in SUBJECTS
    return phrase.plural and any(t.text[:1].isupper() for t in view.doc[phrase.head + 1 : phrase.end])
