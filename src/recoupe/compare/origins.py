"""Which accounts and statements rest on one source: copied wording, shared quotations, stated sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import networkx as nx
import regex

from recoupe.compare.names import Names
from recoupe.types import Document, Origin, Reason, Statement, Voice, content_id

SHINGLE = 8
COPIED = 0.5
SHARED_QUOTE = 40
_WORD = regex.compile(r"\w+")


def origins(documents: Sequence[Document], statements: Sequence[Statement], names: Names) -> list[Origin]:
    """Copied accounts first, then quotations given by several accounts, then each stated source."""
    return [*_copies(documents), *_quoted(statements), *_sources(statements)]


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(max(0, len(words) - SHINGLE + 1)))


def _copies(documents: Sequence[Document]) -> Iterator[Origin]:
    """Accounts of which one has at least half of its runs of eight words in the other."""
    runs = [_shingles(document.text) for document in documents]
    graph = nx.Graph()
    shares: dict[tuple[int, int], int] = {}
    for i in range(len(documents)):
        for j in range(i + 1, len(documents)):
            short = min(len(runs[i]), len(runs[j]))
            shared = len(runs[i] & runs[j])
            if short and shared / short >= COPIED:
                graph.add_edge(i, j)
                shares[i, j] = round(100 * shared / short)
    for component in sorted(nx.connected_components(graph), key=min):
        members = sorted(component)
        first = min(members, key=lambda i: (str(documents[i].published or "9999"), i))
        named = documents[first].outlet or documents[first].title or documents[first].id
        ids = tuple(documents[i].id for i in members)
        percent = min(share for (i, j), share in shares.items() if i in component and j in component)
        why = f"the accounts share {percent} % or more of their runs of {SHINGLE} words"
        args = (("percent", str(percent)), ("words", str(SHINGLE)))
        yield Origin(content_id("o", "copy", *ids), named, ids, why, (Reason("copied", args),))


def _quoted(statements: Sequence[Statement]) -> Iterator[Origin]:
    """Direct quotations of some length whose words stand in several accounts."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.kind == "quotation":
            for content in getattr(statement.body, "contents", ()):
                words = " ".join(_WORD.findall(content.exact.casefold()))
                if len(words) >= SHARED_QUOTE:
                    said[words].append(statement)
    for words in sorted(said):
        group = said[words]
        if len({s.anchor.document for s in group}) > 1:
            ids = tuple(dict.fromkeys(s.id for s in group))
            voice = next((v for s in group if (v := _voice(s)) is not None), None)
            named = (voice.named if voice else None) or "?"
            why = "the accounts quote the same words"
            reason = Reason("same-words", (), tuple(s.anchor for s in group))
            yield Origin(content_id("o", "quote", *ids), named, ids, why, (reason,))


def _voice(statement: Statement) -> Voice | None:
    return statement.attribution.voice if statement.attribution else None


def _sources(statements: Sequence[Statement]) -> Iterator[Origin]:
    """The statements that rest on each voice; unnamed voices after an outlet's own unnamed sources are those."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    relayed: dict[str, tuple[str, str]] = {}
    for statement in statements:
        if statement.kind != "quotation" or statement.attribution is None:
            continue
        key = _source_key(statement, relayed)
        groups[key].append(statement)
        names.setdefault(key, statement.attribution.voice.named or "?")
    for key, group in groups.items():
        members = tuple(dict.fromkeys(s.id for s in group))
        why = "the statements rest on one stated source"
        reason = Reason("stated-source", (("source", names[key]),), tuple(s.anchor for s in group))
        yield Origin(content_id("o", "source", *key), names[key], members, why, (reason,))


def _source_key(statement: Statement, relayed: dict[str, tuple[str, str]]) -> tuple[str, str]:
    attribution = statement.attribution
    assert attribution is not None
    voice, document = attribution.voice, statement.anchor.document
    if voice.kind == "outlet" and any(v.kind == "unnamed" for v in attribution.chain()[1:]):
        relayed[document] = ("outlet", (voice.entity or voice.named or "?").casefold())
        return relayed[document]
    if voice.kind == "unnamed":
        return relayed.get(document, ("unnamed", f"{document} {(voice.named or '?').casefold()}"))
    if voice.kind == "document":
        return "document", f"{document} {voice.kind}"
    return voice.kind, (voice.entity or voice.named or "?").casefold()
