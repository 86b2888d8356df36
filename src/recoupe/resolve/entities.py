"""Mentions become entities, within an account and then across accounts and languages.

A wrong merge costs more than a missed one: two mentions are one only for a reason that is kept, and a short form
that could be two people stays apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.resolve.across import across
from recoupe.resolve.clusters import Cluster
from recoupe.resolve.described import place_descriptions
from recoupe.resolve.holders import give_offices
from recoupe.resolve.keys import key
from recoupe.resolve.within import name_clusters
from recoupe.types import Document, Entity, Mention, content_id


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


def within(document: Document, mentions: Sequence[Mention]) -> list[Cluster]:
    """The clusters of one account: names first, then offices, then descriptions."""
    clusters = name_clusters(document, mentions)
    give_offices(document, clusters, [m for m in mentions if m.form == "role"])
    place_descriptions(document, clusters, [m for m in mentions if m.form == "description"])
    return [cluster for cluster in clusters if cluster.mentions]


def _entity(cluster: Cluster, place: Mapping[str, int]) -> Entity:
    names = tuple(sorted(cluster.mentions, key=lambda m: (place[m.anchor.document], m.anchor.start, m.anchor.end)))
    named = cluster.best()
    return Entity(content_id("e", cluster.type, key(named)), named, cluster.type, names, tuple(sorted(cluster.reasons)))


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
