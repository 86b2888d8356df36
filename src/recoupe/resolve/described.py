"""Descriptions of one account: the same words again, a body or place said by its noun, and bodies of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import regex

from recoupe.lang import table
from recoupe.resolve.clusters import Cluster, merge
from recoupe.resolve.keys import key, noun, words
from recoupe.types import Document, Mention

_DEFINITE = regex.compile(r"(?:\b(?:le|la|les|ce|cet|cette|au|aux|du|the|this|that)\s|\bl['’])$", regex.I)
_KIND = regex.compile(r"(?:,[^\n.,]{2,12})?, (?:une? |an? |the |la |le |l['’])$")


def place_descriptions(document: Document, clusters: list[Cluster], descriptions: Sequence[Mention]) -> None:
    """Each description joins the one thing it can be short for, or the same description elsewhere in the account."""
    _owned(document, clusters)
    alone: dict[str, Cluster] = {}
    for mention in descriptions:
        same = next((c for c in clusters if key(mention.anchor.exact) in {key(m.anchor.exact) for m in c.names}), None)
        full = same or _full(document, clusters, mention) or _group(document, [*clusters, *alone.values()], mention)
        if full is not None:
            full.mentions.append(mention)
            full.reasons.add("same-name" if same else "short-description")
            continue
        cluster = alone.setdefault(key(mention.anchor.exact), Cluster(mention.type, document=document))
        if cluster.mentions:
            cluster.reasons.add("same-description")
        cluster.mentions.append(mention)
    clusters += alone.values()


def _full(document: Document, clusters: Sequence[Cluster], mention: Mention) -> Cluster | None:
    lead = document.text[max(0, mention.anchor.start - 8) : mention.anchor.start]
    parts = words(mention.anchor.exact)
    if not _DEFINITE.search(lead) or len(parts) > 2 or mention.number == "plur":
        return None
    head = parts[0] if document.lang == "fr" else parts[-1]
    if head in table(document.lang, "places")["capital"]:
        return _capital(clusters)
    beside = [c for c in clusters for m in c.names if _apposed(document, m, mention) or _told(document, m, head)]
    if beside:
        return beside[0]
    fits = [c for c in clusters if c.type in {"ORG", "LOC"} and _noun(c, head, document.lang) and _holds(c, parts)]
    return fits[0] if len(fits) == 1 else None


def _group(document: Document, clusters: Sequence[Cluster], mention: Mention) -> Cluster | None:
    """*the prosecutors*: the only group of that noun that was described before."""
    lead = document.text[max(0, mention.anchor.start - 8) : mention.anchor.start]
    parts = words(mention.anchor.exact)
    if mention.number != "plur" or len(parts) != 1 or not _DEFINITE.search(lead):
        return None
    fits = [
        c for c in clusters
        if any(
            m.number == "plur" and m.anchor.end <= mention.anchor.start and parts != words(m.anchor.exact)
            and noun(m.anchor.exact, document.lang) == parts[0]
            for m in c.mentions
        )
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _told(document: Document, name: Mention, head: str) -> bool:
    """« la société Norvane », *law firm Carrow Boyd*: the noun before the name says what it is."""
    lead = document.text[max(0, name.anchor.start - 30) : name.anchor.start].lower()
    return name.type != "PER" and regex.search(rf"\b{head}[ \u00a0]$", lead) is not None


def _noun(cluster: Cluster, head: str, lang: str) -> bool:
    return any(len(words(m.anchor.exact)) > 1 and noun(m.anchor.exact, lang) == head for m in cluster.names)


def _holds(cluster: Cluster, parts: tuple[str, ...]) -> bool:
    return any(set(parts) <= set(words(m.anchor.exact)) for m in cluster.names)


def _apposed(document: Document, place: Mention, mention: Mention) -> bool:
    between = document.text[place.anchor.end : mention.anchor.start]
    return 0 < len(between) < 24 and _KIND.fullmatch(between) is not None


def _capital(clusters: Sequence[Cluster]) -> Cluster | None:
    """The only capital city the account names."""
    capitals = frozenset(table("shared", "gazetteer")["capitals"])
    fits = [c for c in clusters if c.known() & capitals]
    return fits[0] if len(fits) == 1 else None


def _owned(document: Document, clusters: list[Cluster]) -> None:
    """*Moss's campaign* and *Alan Moss's re-election campaign* are one: the same noun of the same person."""
    groups: dict[tuple[str, int], list[Cluster]] = defaultdict(list)
    holders = [(i, m.anchor) for i, c in enumerate(clusters) if c.type == "PER" and c.names for m in c.mentions]
    families = {words(c.best())[-1]: i for i, c in enumerate(clusters) if c.type == "PER" and c.names}
    for cluster in clusters:
        if cluster.type != "ORG" or not cluster.mentions or cluster.known():
            continue
        parts, head = words(cluster.best()), noun(cluster.best(), document.lang)
        owners = {i for i, anchor in holders for m in cluster.names if m.anchor.contains(anchor) and m.anchor != anchor}
        owners |= {families[part] for part in parts if part in families and len(parts) > 1}
        if len(owners) == 1:
            groups[head, owners.pop()].append(cluster)
    for _, group in sorted(groups.items()):
        for other in group[1:]:
            merge(group[0], other, "same-owner")
    clusters[:] = [cluster for cluster in clusters if cluster.mentions]
