"""Mentions become entities, within an account and then across accounts and languages.

A wrong merge costs more than a missed one: two mentions are one only for a reason that is kept, and a short form
that could be two people stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import networkx as nx
import regex
from rapidfuzz.distance import OSA

from recoupe.resolve.keys import key, letters, words
from recoupe.types import Document, Entity, EntityType, Mention, content_id

MIN_FUZZY = 6
MAX_EDITS = 2


@dataclass(slots=True)
class Cluster:
    """Mentions taken for one, while clusters are still being merged."""

    type: EntityType
    mentions: list[Mention] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)

    @property
    def names(self) -> list[Mention]:
        """The mentions that are names, not offices."""
        return [m for m in self.mentions if m.form != "role"]

    def forms(self) -> set[str]:
        """The comparable forms of its names."""
        return {key(m.anchor.exact) for m in self.names}

    def known(self) -> set[str]:
        """The keys under which data knows it."""
        return {m.known_as for m in self.mentions if m.known_as}

    def best(self) -> str:
        """Its fullest name: most telling words, then longest, then most used; an office only when there is no name."""
        count = Counter(m.anchor.exact for m in self.names or self.mentions)
        return min(count, key=lambda n: (n.isupper(), -len(words(n)), -len(n), -count[n], n))


def resolve_entities(documents: Sequence[Document], mentions: Mapping[str, Sequence[Mention]]) -> list[Entity]:
    """The entities of a story, named by their fullest form, in order of first mention."""
    clusters: list[Cluster] = []
    for document in documents:
        clusters += within(document, mentions.get(document.id, ()))
    merged = across(clusters)
    place = {document.id: number for number, document in enumerate(documents)}
    entities = [_entity(cluster, place) for cluster in merged if cluster.mentions]
    entities.sort(
        key=lambda e: (place[e.names[0].anchor.document], e.names[0].anchor.start, e.names[0].anchor.end, e.named)
    )
    return _unique(entities)


def _unique(entities: Sequence[Entity]) -> list[Entity]:
    """Ids hash the name and the type, so two people of one name need the first mention to tell them apart."""
    seen: set[str] = set()
    out = []
    for entity in entities:
        if entity.id in seen:
            first = entity.names[0].anchor
            out.append(replace(entity, id=content_id("e", entity.type, entity.named, first.document, first.start)))
        else:
            seen.add(entity.id)
            out.append(entity)
    return out


def _entity(cluster: Cluster, place: Mapping[str, int]) -> Entity:
    names = tuple(sorted(cluster.mentions, key=lambda m: (place[m.anchor.document], m.anchor.start, m.anchor.end)))
    named = cluster.best()
    return Entity(content_id("e", cluster.type, key(named)), named, cluster.type, names, tuple(sorted(cluster.reasons)))


def within(document: Document, mentions: Sequence[Mention]) -> list[Cluster]:
    """The clusters of one account."""
    clusters = _same_form([m for m in mentions if m.form != "role"])
    _short_names(clusters)
    _acronyms(document, clusters)
    _also_known(document, clusters)
    _offices(clusters, [m for m in mentions if m.form == "role"])
    return [cluster for cluster in clusters if cluster.mentions]


def _same_form(mentions: Sequence[Mention]) -> list[Cluster]:
    by_key: dict[str, Cluster] = {}
    types: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for mention in mentions:
        types[mention.known_as or key(mention.anchor.exact)][mention.type] += 1
    for mention in mentions:
        form = mention.known_as or key(mention.anchor.exact)
        type_ = min(types[form], key=lambda t: (-types[form][t], t))
        cluster = by_key.setdefault(form, Cluster(type_))
        if cluster.mentions:
            cluster.reasons.add("known-name" if mention.known_as else "same-name")
        cluster.mentions.append(mention)
    return list(by_key.values())


def _merge(into: Cluster, other: Cluster, reason: str) -> None:
    if into is other:
        return
    into.mentions += other.mentions
    into.reasons |= other.reasons | {reason}
    other.mentions = []


def _short_names(clusters: list[Cluster]) -> None:
    """« Kirby » is the one « John Kirby »; between two of that family name it stays apart."""
    for short in clusters:
        if short.type not in {"PER", "ORG", "MISC"} or not short.mentions:
            continue
        parts = words(short.best())
        fits = [
            full
            for full in clusters
            if full is not short and full.mentions and full.type == "PER" and _is_short_for(parts, words(full.best()))
        ]
        if len(fits) == 1 and (short.type == "PER" or len(parts) == 1) and not short.known():
            _merge(fits[0], short, "family-name")


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if not short or len(short) >= len(full):
        return False
    return short == full[-len(short) :] or (len(short) >= 2 and short[-1] == full[-1] and set(short) <= set(full))


def _acronyms(document: Document, clusters: list[Cluster]) -> None:
    """An acronym is a full name that has its letters when the text puts the two side by side, or defines one."""
    for acronym in clusters:
        marks = [m for m in acronym.mentions if m.form == "acronym"]
        if not marks or acronym.known():
            continue
        for full in clusters:
            if full is acronym or not full.mentions or letters(marks[0].anchor.exact) != letters(full.best()):
                continue
            if any(_beside(document.text, a, f) for a in marks for f in full.mentions):
                _merge(full, acronym, "acronym")
                break


def _beside(text: str, left: Mention, right: Mention) -> bool:
    first, second = sorted((left.anchor, right.anchor))
    between = text[first.end : second.start]
    return first.end <= second.start and len(between) <= 60 and "\n" not in between and ". " not in between


_ALSO = regex.compile(
    r"[\s,(«»\"'’]*(?:également|aussi|plus|autrement|mieux)?\s*"
    r"(?:connue?s?|dite?|appelée?|known|called)\s+(?:sous le nom\s+d[e’']|as|comme)?\s*(?:l[ea]s?\s|l[’']|the\s)?"
)


def _also_known(document: Document, clusters: list[Cluster]) -> None:
    """« X, également connu sous le nom de Y » makes them one."""
    spans = sorted(
        ((m.anchor, cluster) for cluster in clusters for m in cluster.mentions), key=lambda pair: pair[0].start
    )
    for (first, left), (second, right) in pairwise(spans):
        apart = left is not right and left.mentions and right.mentions and first.end <= second.start
        if apart and _ALSO.fullmatch(document.text, first.end, second.start):
            _merge(left, right, "also-known-as")


def _offices(clusters: list[Cluster], roles: Sequence[Mention]) -> None:
    """An office beside a name is that person's; the same office alone is the only person who holds it in the text."""
    holders: dict[str, list[Cluster]] = defaultdict(list)
    for role in roles:
        if role.apposed is None:
            continue
        holder = next((c for c in clusters if any(m.anchor == role.apposed for m in c.mentions)), None)
        if holder is not None:
            holder.mentions.append(role)
            holder.reasons.add("office-beside-name")
            if holder not in holders[key(role.anchor.exact)]:
                holders[key(role.anchor.exact)].append(holder)
    alone: dict[str, Cluster] = {}
    for role in roles:
        if role.apposed is not None:
            continue
        fits = _holders(holders, words(role.anchor.exact))
        if len(fits) == 1:
            fits[0].mentions.append(role)
            fits[0].reasons.add("office")
        else:
            alone.setdefault(key(role.anchor.exact), Cluster("PER")).mentions.append(role)
    clusters += alone.values()


def _holders(holders: Mapping[str, list[Cluster]], office: tuple[str, ...]) -> list[Cluster]:
    """The people whose stated office has every word of this one and its head (the first word, in English the last)."""
    found: list[Cluster] = []
    for stated, clusters in holders.items():
        parts = tuple(stated.split())
        if office and set(office) <= set(parts) and (office[0] == parts[0] or office[-1] == parts[-1]):
            found += [cluster for cluster in clusters if cluster not in found]
    return found


def across(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters of all accounts, those that name one thing merged, each merge with its reason."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(clusters)))
    for reason, groups in (("known-name", _by_known(clusters)), ("same-name", _by_form(clusters))):
        for group in groups:
            for other in group[1:]:
                graph.add_edge(group[0], other, reason=reason)
    for left, right in _variants(clusters):
        graph.add_edge(left, right, reason="variant-spelling")
    for left, right in _family(clusters):
        graph.add_edge(left, right, reason="family-name")
    out = []
    for component in sorted(nx.connected_components(graph), key=min):
        members = sorted(component)
        whole = Cluster(_type([clusters[i] for i in members]))
        for i in members:
            whole.mentions += clusters[i].mentions
            whole.reasons |= clusters[i].reasons
        whole.reasons |= {str(reason) for _, _, reason in graph.subgraph(members).edges(data="reason")}
        out.append(whole)
    return out


def _type(clusters: Sequence[Cluster]) -> EntityType:
    count: Counter[EntityType] = Counter()
    for cluster in clusters:
        count[cluster.type] += len(cluster.mentions)
    return min(count, key=lambda t: (-count[t], t))


def _by_known(clusters: Sequence[Cluster]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        for known in sorted(cluster.known()):
            groups[known].append(i)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _by_form(clusters: Sequence[Cluster]) -> list[list[int]]:
    groups: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        for form in sorted(cluster.forms()):
            groups[form, cluster.type == "PER"].append(i)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _people(clusters: Sequence[Cluster]) -> list[tuple[int, tuple[str, ...]]]:
    return [(i, words(c.best())) for i, c in enumerate(clusters) if c.type == "PER" and c.names]


def _variants(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """Two spellings of one person: as many words, each within two edits, at most one of them short and different."""
    by_initials: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for i, parts in _people(clusters):
        if len(parts) >= 2:
            by_initials[parts[-1][0] + str(len(parts))].append((i, parts))
    pairs = []
    for _, group in sorted(by_initials.items()):
        for a, (i, left) in enumerate(group):
            pairs += [(i, j) for j, right in group[a + 1 :] if left != right and _spelt_alike(left, right)]
    return pairs


def _spelt_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Longer words bear more edits: Kaddouri/Kadouri, Mohammed/Muhammad, but not Martin/Marin."""
    whole = OSA.distance("".join(left), "".join(right))
    if whole > MAX_EDITS + 1 or min(len("".join(left)), len("".join(right))) < 2 * MIN_FUZZY:
        return False
    return all(
        a == b or (min(len(a), len(b)) >= MIN_FUZZY and OSA.distance(a, b) <= MAX_EDITS and a[0] == b[0])
        for a, b in zip(left, right, strict=True)
    )


def _family(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """A family name alone in one account is the only person of that name in all the others."""
    full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    where: dict[str, list[int]] = defaultdict(list)
    for i, parts in _people(clusters):
        if len(parts) >= 2:
            full[parts[-1]].add(parts)
            where[parts[-1]].append(i)
    pairs = []
    for i, parts in _people(clusters):
        if len(parts) == 1 and len(full.get(parts[0], ())) == 1:
            pairs += [(i, j) for j in where[parts[0]]]
    middle = [(i, parts) for i, parts in _people(clusters) if len(parts) >= 3]
    for i, parts in middle:
        short = (parts[0], parts[-1])
        if full[parts[-1]] <= {short, parts}:
            pairs += [(i, j) for j in where[parts[-1]] if j != i]
    return pairs
