"""Which accounts and statements rest on one source: copied wording, shared quotations, stated sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from zlib import crc32

import regex

from recoupe.compare.names import Names
from recoupe.compare.phrases import phrase_terms
from recoupe.compare.translated import Translated
from recoupe.compare.wording import said
from recoupe.read.versions import versions
from recoupe.types import Attribution, Document, Origin, Reason, Statement, Voice, content_id
from recoupe.types.graph import Graph

# Runs of eight words do not recur by chance; half of the shorter account's runs make it a copy, and five runs that
# follow one another (twelve words) a copied passage.
SHINGLE = 8
COPIED = 0.5
PASSAGE = 5
# Up to so many accounts, every pair is aligned.
FEW = 30
HELD_BY = 8
_WORD = regex.compile(r"\w+")
_QUOTED = regex.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"")
_UNKNOWN = "?"


def origins(
    documents: Sequence[Document], statements: Sequence[Statement], names: Names, lined: Sequence[Translated] = ()
) -> list[Origin]:
    """Copied accounts first, then copied passages, translations, shared quotations, and each stated source.

    Accounts that share no wording and no source are in no group together: nothing says they are not independent.
    """
    sources = _sources(statements, names, {d.id: d.lang for d in documents})
    return [*_copies(documents), *_translated(documents, lined), *_quoted(statements), *sources]


def _translated(documents: Sequence[Document], lined: Sequence[Translated]) -> Iterator[Origin]:
    graph: Graph[int] = Graph()
    for pair in lined:
        graph.tie(pair.left, pair.right, round(100 * pair.lined.share()))
    yield from _groups(documents, graph, "translated")


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return [tuple(words[i : i + SHINGLE]) for i in range(max(0, len(words) - SHINGLE + 1))]


def _copies(documents: Sequence[Document]) -> Iterator[Origin]:
    """Versions of one article, then accounts that share half of their runs of words, then those that share passages
    outside quotation marks.
    """
    if len(documents) < 2:
        return
    editions = versions(documents)
    yield from (_version(group) for group in editions)
    together = [{document.id for document in group} for group in editions]
    every = [set(_shingles(document.text)) for document in documents]
    own = [_shingles(_QUOTED.sub(" ", document.text)) for document in documents]
    whole: Graph[int] = Graph()
    parts: Graph[int] = Graph()
    for i, j in _worth(every, own):
        if any(documents[i].id in group and documents[j].id in group for group in together):
            continue
        short = min(len(every[i]), len(every[j]))
        share = len(every[i] & every[j]) / short if short else 0.0
        if share >= COPIED:
            whole.tie(i, j, round(100 * share))
        elif (runs := _longest(own[i], own[j])) >= PASSAGE:
            parts.tie(i, j, runs + SHINGLE - 1)
    yield from _groups(documents, whole, "copied")
    yield from _groups(documents, parts, "copied-passage")


def _worth(every: Sequence[set[tuple[str, ...]]], own: Sequence[list[tuple[str, ...]]]) -> list[tuple[int, int]]:
    """The pairs worth aligning: all of a small story; in a large one those that share a fingerprint.

    Fingerprints are by winnowing (Schleimer, Wilkerson and Aiken 2003): the least of each window of runs, so that a
    shared passage of `PASSAGE` runs always leaves one in both texts.
    """
    if len(own) <= FEW:
        return list(combinations(range(len(own)), 2))
    index: dict[int, list[int]] = defaultdict(list)
    for number, runs in enumerate(own):
        marks = [crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs]
        windows = range(max(1, len(marks) - PASSAGE + 1)) if marks else ()
        for mark in sorted({min(marks[at : at + PASSAGE]) for at in windows}):
            index[mark].append(number)
    found: set[tuple[int, int]] = set()
    for members in index.values():
        # Of a dispatch that a hundred accounts print, each is tied to the next.
        found.update(combinations(members, 2) if len(members) <= HELD_BY else pairwise(members))
    return sorted(found)


def _version(group: Sequence[Document]) -> Origin:
    ids = tuple(document.id for document in group)
    named = group[0].outlet or group[0].title or group[0].id
    why = "the accounts stand at one address: they are versions of one article"
    return Origin(content_id("o", "version", *ids), named, ids, why, (Reason("version", ()),))


def _longest(left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]) -> int:
    """The greatest number of runs that follow one another in both texts."""
    held = set(right)
    best = now = 0
    for run in left:
        now = now + 1 if run in held else 0
        best = max(best, now)
    return best


def _groups(documents: Sequence[Document], graph: Graph[int], code: str) -> Iterator[Origin]:
    for members, measures in graph.groups():
        first = min(members, key=lambda i: (str(documents[i].published or "9999"), i))
        named = documents[first].outlet or documents[first].title or documents[first].id
        ids = tuple(documents[i].id for i in members)
        args: tuple[tuple[str, str], ...]
        if code == "copied":
            least = min(measures)
            why = f"the accounts share {least} % or more of their runs of {SHINGLE} words"
            args = (("percent", str(least)), ("words", str(SHINGLE)))
        elif code == "translated":
            least = min(measures)
            why = f"the accounts tell the same in the same order in two languages: {least} % of them or more lines up"
            args = (("percent", str(least)),)
        else:
            most = max(measures)
            why = f"the accounts share a passage of {most} words outside quotation marks"
            args = (("words", str(most)),)
        yield Origin(content_id("o", code, *ids), named, ids, why, (Reason(code, args),))


def _quoted(statements: Sequence[Statement]) -> Iterator[Origin]:
    """Direct quotations of some length whose words stand in several accounts, one group for one chain of quotations."""
    if len({s.anchor.document for s in statements}) < 2:
        return
    graph: Graph[str] = Graph()
    held: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        if statement.kind == "quotation" and getattr(statement.body, "form", "direct") != "indirect":
            for words in said(statement):
                held[words].append(number)
    for words in sorted(held):
        members = held[words]
        for other in members[1:]:
            if other != members[0]:
                graph.tie(members[0], other, words)
    for tied, _ in graph.groups():
        group = [statements[number] for number in tied]
        if len({s.anchor.document for s in group}) > 1:
            ids = tuple(s.id for s in group)
            named = next((n for s in group if (n := _named(s)) is not None), _UNKNOWN)
            reason = Reason("same-words", (), tuple(s.anchor for s in group))
            yield Origin(content_id("o", "quote", *ids), named, ids, "the accounts quote the same words", (reason,))


def _named(statement: Statement) -> str | None:
    voice = statement.attribution.voice if statement.attribution else None
    if voice is None:
        return None
    return voice.named


def _sources(statements: Sequence[Statement], names: Names, languages: dict[str, str]) -> Iterator[Origin]:
    """The statements that rest on each stated source, figures included.

    Several descriptions of unnamed sources behind one outlet (« selon Politico, qui cite ses sources », « l'une de ces
    personnes ») are one origin; a communiqué is one for each account that does not name its author.
    """
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    called: dict[tuple[str, str], str] = {}
    relayed: dict[str, tuple[str, str]] = {}
    sourced = [s for s in statements if s.attribution is not None and s.kind in {"quotation", "figure"}]
    outlets = _relaying([s.attribution for s in sourced if s.attribution is not None], names)
    for statement in sourced:
        assert statement.attribution is not None
        document = statement.anchor.document
        key = _source_key(statement.attribution, document, languages[document], relayed, outlets, names)
        named = _named(statement)
        if key is None or named is None:
            continue
        groups[key].append(statement)
        outlet = next((v for v in statement.attribution.chain() if _who(v) == key[1]), None)
        told = outlet.named if outlet else statement.attribution.via
        if key[0] == "outlet":
            called[key] = told or called.get(key, named)
        elif key not in called or len(named) > len(called[key]):
            called[key] = named
    for key, group in groups.items():
        members = tuple(dict.fromkeys(s.id for s in group))
        named = names.labels.get("n:" + key[1], called[key])
        reason = Reason("stated-source", (("source", named),), tuple(s.anchor for s in group))
        why = "the statements rest on one stated source"
        yield Origin(content_id("o", "source", *key), named, members, why, (reason,))


def _relaying(attributions: Sequence[Attribution], names: Names) -> frozenset[str]:
    """Who is known to relay: outlets, bodies behind which an unnamed source stands, and whom one spoke to."""
    found = set()
    for attribution in attributions:
        chain = attribution.chain()
        hidden = any(voice.kind == "unnamed" for voice in chain)
        found |= {_who(v) for v in chain if v.kind == "outlet" or (hidden and _body(v, names))}
        spoken_to = _via(attribution, names)
        if hidden and spoken_to is not None:
            found.add(spoken_to)
    return frozenset(found)


def _body(voice: Voice, names: Names) -> bool:
    return voice.kind == "named" and names.types.get(names.keys.get(voice.entity or "", "")) == "ORG"


def _via(attribution: Attribution, names: Names) -> str | None:
    """The outlet an unnamed source spoke to, by its entity; a medium that is none (« sur Twitter ») is no outlet."""
    anchor = attribution.via_anchor
    bodies = [m for _, m in names.inside(anchor) if m.type == "ORG"] if anchor is not None else []
    return names.entity(bodies[0]) if bodies else None


def _source_key(
    attribution: Attribution,
    document: str,
    lang: str,
    relayed: dict[str, tuple[str, str]],
    outlets: frozenset[str],
    names: Names,
) -> tuple[str, str] | None:
    voice = attribution.voice
    chain = attribution.chain()
    if voice.kind == "outlet" or _who(voice) in outlets:
        key = ("outlet", _who(voice))
        if any(v.kind == "unnamed" for v in chain[1:]) or "source" in (voice.named or ""):
            relayed[document] = key
        return key
    outlet = next((_who(v) for v in chain if v.kind == "outlet" or _who(v) in outlets), None) or (
        _via(attribution, names) if voice.kind == "unnamed" else None
    )
    if voice.kind in {"unnamed", "collective"} and outlet is not None:
        return "outlet", outlet
    if voice.kind == "unnamed":
        return relayed.get(document, ("unnamed", f"{document} {(voice.named or _UNKNOWN).casefold()}"))
    if voice.kind == "document":
        kind = min((t for t in phrase_terms(_who(voice), lang) if t.startswith("c:")), default=_who(voice))
        return "document", _who(voice) if voice.entity else f"{document} {kind}"
    if voice.kind == "account":
        return None
    return "named", _who(voice)


def _who(voice: Voice) -> str:
    return voice.entity or (voice.named or (voice.mention.exact if voice.mention else _UNKNOWN)).casefold()
