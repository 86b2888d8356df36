"""Clusters of several accounts become one for a reason: known keys, equal forms, spellings, family names, offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from recoupe.resolve import genders
from recoupe.resolve.clusters import Cluster, people
from recoupe.resolve.evidence import is_person, is_thing
from recoupe.resolve.holders import former, held_by_date, office_key
from recoupe.resolve.keys import letters, sounded, words
from recoupe.types import EntityType, Gender
from recoupe.types.graph import Graph

MIN_FUZZY = 6
MAX_EDITS = 2
NEAR_DAYS = 90


def across(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters of all accounts, those that name one thing merged, each merge with its reason."""
    graph: Graph[str] = Graph()
    for reason, groups in (
        ("known-name", _by_known(clusters)),
        ("same-name", _by_form(clusters)),
        ("same-description", _by_description(clusters)),
    ):
        for group in groups:
            for other in group[1:]:
                graph.tie(group[0], other, reason)
    for reason, pairs in (
        ("variant-spelling", _variants(clusters)),
        ("family-name", _family(clusters)),
        ("office", _same_office(clusters)),
        ("acronym", _expanded(clusters)),
    ):
        for left, right in pairs:
            graph.tie(left, right, reason)
    merged = graph.groups()
    tied = {member for members, _ in merged for member in members}
    merged += [([i], []) for i in range(len(clusters)) if i not in tied]
    return [_whole(clusters, members, reasons) for members, reasons in sorted(merged)]


def _whole(clusters: Sequence[Cluster], members: Sequence[int], reasons: Sequence[str]) -> Cluster:
    together = [clusters[i] for i in members]
    people_ = [c for c in together if c.type == "PER" and is_person(c)]
    things = [c for c in together if c.type != "PER" and is_thing(c)]
    whole = Cluster(_type(people_ or things or together))
    for i in members:
        whole.mentions += clusters[i].mentions
        whole.reasons |= clusters[i].reasons
    whole.reasons |= set(reasons)
    return whole


def _type(clusters: Sequence[Cluster]) -> EntityType:
    count: Counter[EntityType] = Counter()
    for cluster in clusters:
        count[cluster.type] += len(cluster.names) or len(cluster.mentions)
    return min(count, key=lambda t: (-count[t], t))


def _by_known(clusters: Sequence[Cluster]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        for known in sorted(cluster.known()):
            groups[known].append(i)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _by_form(clusters: Sequence[Cluster]) -> list[list[int]]:
    """Equal names; a person is not a body or a place, unless only the model says that one of them is what it is."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        for form in sorted(cluster.forms()) if cluster.names else ():
            groups[form].append(i)
    found = []
    for _, members in sorted(groups.items()):
        people_ = [i for i in members if clusters[i].type == "PER"]
        things = [i for i in members if clusters[i].type != "PER"]
        sure = any(is_person(clusters[i]) for i in people_) and any(is_thing(clusters[i]) for i in things)
        found += [people_, things] if sure else [members]
    return [group for group in found if len(group) > 1]


def _by_description(clusters: Sequence[Cluster]) -> list[list[int]]:
    """The same office or group in two accounts; an unnamed person may be another one in each, and stays apart."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        if cluster.names or not cluster.mentions:
            continue
        role = cluster.mentions[0].form == "role"
        if (role and len(words(cluster.best())) > 1) or (not role and cluster.type == "ORG"):
            groups[office_key(cluster.best())].append(i)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _variants(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """Two spellings of one person: as many words that sound alike or lie within two edits; never a man and a woman."""
    by_initials: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for i, parts in people(clusters):
        if len(parts) >= 2:
            by_initials[sounded(parts)[-1][0] + str(len(parts))].append((i, parts))
    for _, group in sorted(by_initials.items()):
        for a, (i, left) in enumerate(group):
            alike = [j for j, right in group[a + 1 :] if left != right and _spelt_alike(left, right)]
            yield from ((i, j) for j in alike if len({_gender(clusters[i]), _gender(clusters[j])} - {None}) < 2)


def _gender(cluster: Cluster) -> Gender | None:
    said = next((m.gender for m in cluster.mentions if m.gender), None)
    return said or genders.of_name(cluster.best(), cluster.document.lang if cluster.document else "fr")


def _spelt_alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """One sound spelt in two ways (Mourad Khazimi, Murad Kazimi); longer words bear edits, but Martin is not Marin."""
    if any(sounded(left, breath) == sounded(right, breath) for breath in ("k", "h")):
        return True
    whole = OSA.distance("".join(left), "".join(right))
    if whole > MAX_EDITS + 1 or min(len("".join(left)), len("".join(right))) < 2 * MIN_FUZZY:
        return False
    return all(
        a == b or (min(len(a), len(b)) >= MIN_FUZZY and OSA.distance(a, b) <= MAX_EDITS and a[0] == b[0])
        for a, b in zip(left, right, strict=True)
    )


def _family(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """A family name alone in one account is the only person of that name in all the others, whatever its type there."""
    full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    where: dict[str, list[int]] = defaultdict(list)
    for i, parts in people(clusters):
        if len(parts) >= 2:
            full[parts[-1]].add(parts)
            where[parts[-1]].append(i)
    for i, parts in people(clusters):
        if len(parts) == 1 and len(full.get(parts[0], ())) == 1:
            yield from ((i, j) for j in where[parts[0]])
    for i, cluster in enumerate(clusters):
        parts = words(cluster.best()) if cluster.names and cluster.type in {"ORG", "LOC", "MISC"} else ()
        if len(parts) == 1 and len(full.get(parts[0], ())) == 1 and not is_thing(cluster):
            yield from ((i, j) for j in where[parts[0]] if is_person(clusters[j]))
    for i, parts in people(clusters):
        if len(parts) >= 3 and full[parts[-1]] <= {(parts[0], parts[-1]), parts}:
            yield from ((i, j) for j in where[parts[-1]] if j != i)


def _same_office(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """An office alone in one account is the only person who is said to hold it in the others, near in time."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        held = [m for m in cluster.mentions if m.form == "role" and cluster.names and not former(cluster.document, m)]
        for office in {office_key(m.anchor.exact) for m in held}:
            holders[office].append(i)
    for i, cluster in enumerate(clusters):
        if cluster.names or not cluster.mentions or cluster.mentions[0].form != "role":
            continue
        office = office_key(cluster.best())
        if len(words(cluster.best())) < 2 and not held_by_date(office):
            continue
        found = holders.get(office, [])
        near = [j for j in found if _near(cluster, clusters[j])]
        if near and len({words(clusters[j].best())[-1] for j in near}) == 1:
            yield i, near[0]


def _near(left: Cluster, right: Cluster) -> bool:
    days = [c.document.day for c in (left, right) if c.document is not None]
    first, last = (days[0], days[1]) if len(days) == 2 else (None, None)
    return first is None or last is None or abs((first - last).days) <= NEAR_DAYS


def _expanded(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """An acronym one account only uses, which another sets beside its full name."""
    defined = [(i, m) for i, c in enumerate(clusters) if "acronym" in c.reasons for m in c.names]
    bares = [(m.anchor.exact.replace(".", ""), i) for i, m in defined]
    spelt = {bare: i for bare, i in bares if bare.isupper()}
    for i, cluster in enumerate(clusters):
        bare = cluster.best().replace(".", "") if cluster.names else ""
        j = spelt.get(bare)
        if j is not None and j != i and not cluster.known() and letters(bare) == letters(clusters[j].best()):
            yield i, j
