"""Places said by what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from recoupe.annotate.extents import Span
from recoupe.annotate.naming.scene import Headed, Scene, mention
from recoupe.annotate.naming.view import View, words
from recoupe.annotate.phrases import Phrase

NEAR_HEAD = 3
# « Brévannes, une ville de 3 000 habitants », *Fort Moss, the town at the foot of the dam*.
_KIND = regex.compile(r"(?:,[^\n.,]{2,12})?, (?:une? |a |an |the |la |le |l['’])(\p{Ll}+)")


def places(scene: Scene) -> Iterator[Headed]:
    """« place de la Grange », and for short *the bridge*, « la capitale »."""
    view, spans, names = scene.view, scene.spans.at, scene.names
    known = {w for m in names if m.type == "LOC" for w in m.anchor.exact.lower().split()}
    known |= {m.group(1) for n in names if n.type == "LOC" for m in [_KIND.match(view.text, n.anchor.end)] if m}
    if view.lang == "fr":
        for phrase in scene.phrases(words("fr", "places", "before")):
            span = view.doc[phrase.start : phrase.end]
            tail = [t for t in view.doc[phrase.head + 1 : phrase.end] if t.text[:1].isupper()]
            head = view.doc[phrase.head]
            if head.lower_ not in words("fr", "places", "before"):
                continue
            named = head.text[:1].isupper() and not head.is_sent_start and not phrase.alone
            if (tail and tail[0].i - phrase.head <= NEAR_HEAD and not span.text.endswith("France")) or named:
                known.add(head.lower_)
                yield phrase.head, mention(view, phrase.start, _as_far(view, phrase, spans), "LOC", phrase, "name")
    short = words(view.lang, "places", "short") & known | words(view.lang, "places", "capital")
    for phrase in scene.phrases(short):
        after = view.doc[phrase.head + 1].lower_ if phrase.head + 1 < len(view.doc) else ""
        end = phrase.head + 1 if view.lang == "en" and after != "of" else phrase.end
        if view.doc[phrase.head].lower_ in short and phrase.determiner == "definite" and end - phrase.start < 3:
            yield phrase.head, mention(view, phrase.start, end, "LOC", phrase, "description")


def _as_far(view: View, phrase: Phrase, spans: Mapping[int, Span]) -> int:
    """« gare de Corvignac »: a place's name ends with the first name in its complement."""
    for at in range(phrase.head + 1, phrase.end):
        if at in spans:
            return spans[at].end
    return phrase.end
