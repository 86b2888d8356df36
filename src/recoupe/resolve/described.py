"""Descriptions of one account: the same words again, a body or place said by its noun, and bodies of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import regex

from recoupe.lang import table
from recoupe.resolve.clusters import Cluster, merge
from recoupe.resolve.keys import key, noun, told_apart, words
from recoupe.types import Document, Mention

_DEFINITE = regex.compile(r"(?:\b(?:le|la|les|ce|cet|cette|au|aux|du|the|this|that)\s|\bl['’])$", regex.I)
_PREPOSITION = regex.compile(
    r"\s(?:(?:in|from|at|of|with|for|de|du|des|à|au|aux|dans|chez)\s|d['’])(?:the |la |le |les |l['’])?"
)
_OWN = regex.compile(r"\b(?:his|her|their) office$")
_OFFICE = regex.compile(r"(?:the )?(.+?)['’]s office(?: .*)?", regex.I)
_ABBREVIATED = regex.compile(r"\b\p{L}\.\p{L}\.")
# A possessive reaches so far back.
OWN = 120
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
    _same_groups(clusters)
    _offices_of_their_own(document, clusters)


def _same_groups(clusters: list[Cluster]) -> None:
    """*prosecutors in Mr. Moss's office* are the *prosecutors in Hexmoor* when that office is said to be there."""
    groups = [
        c for c in clusters if c.mentions and all(m.form == "description" and m.number == "plur" for m in c.mentions)
    ]
    told = [(c, *_matter(c), _matter(c)[1] | _inside(clusters, c)) for c in groups]
    for cluster, noun_, own, wide in told:
        for other, other_noun, theirs, _ in told:
            apart = cluster is not other and cluster.mentions and other.mentions
            if apart and noun_ == other_noun and theirs and (theirs <= wide or theirs == own):
                merge(other, cluster, "same-group")


def _matter(cluster: Cluster) -> tuple[str, frozenset[str]]:
    """The noun of a group and the telling words of its complement."""
    best = cluster.best()
    before, _, after = _PREPOSITION.sub("\t", best, count=1).partition("\t")
    lang = cluster.document.lang if cluster.document else "en"
    return noun(before, lang), frozenset(words(after)) if after else frozenset()


def _inside(clusters: Sequence[Cluster], group: Cluster) -> frozenset[str]:
    """The words of every name of the bodies named inside a description."""
    held = [
        c for c in clusters
        if c.type == "ORG" and c.names
        and any(g.anchor.contains(m.anchor) and g.anchor != m.anchor for g in group.mentions for m in c.mentions)
    ]  # fmt: skip
    return frozenset(word for c in held for m in c.names for word in words(m.anchor.exact))


def _offices_of_their_own(document: Document, clusters: list[Cluster]) -> None:
    """*the mayor said his office*: the *mayor's office*, when the account names it so."""
    for cluster in [c for c in clusters if c.type == "ORG" and c.mentions and document.lang == "en"]:
        first = cluster.mentions[0].anchor
        if words(cluster.best()) != ("office",) or not _OWN.search(document.text[max(0, first.start - 6) : first.end]):
            continue
        lead = document.text[max(0, first.start - OWN) : first.start].lower()
        lead = lead[max(lead.rfind("."), lead.rfind("\n")) + 1 :] if not _ABBREVIATED.search(lead) else lead
        bodies = [c for c in clusters if c is not cluster and c.type == "ORG" and c.mentions]
        fits = [c for c in bodies if any(_holder(m.anchor.exact) in lead for m in c.names if _holder(m.anchor.exact))]
        if len(fits) == 1:
            merge(fits[0], cluster, "same-owner")


def _holder(name: str) -> str:
    """Whose office it is, in small letters: « u.s. attorney » of *U.S. Attorney's office*."""
    match = _OFFICE.fullmatch(name)
    return match.group(1).lower() if match else ""


def _full(document: Document, clusters: Sequence[Cluster], mention: Mention) -> Cluster | None:
    lead = document.text[max(0, mention.anchor.start - 8) : mention.anchor.start]
    parts = words(mention.anchor.exact)
    if not _DEFINITE.search(lead) or len(parts) > 2 or mention.number == "plur" or told_apart(mention.anchor):
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
