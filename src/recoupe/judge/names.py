"""Decisions about names: another name, two that are one, one that is two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.judge.find import Finder
from recoupe.types import Anchor, Attribution, Entity, Json, Judgement, Mention, Statement, Voice, content_id

Spot = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What became of entities: `into` maps an id to the id it is now, `named` an id to the name a person gave it,
    `moved` a passage to the entity it was set apart as."""

    into: Mapping[str, str]
    named: Mapping[str, str]
    moved: Mapping[Spot, str]

    def statement(self, statement: Statement) -> Statement:
        """The statement with its voices and those it speaks of under their new ids and names."""
        if not (self.into or self.named or self.moved):
            return statement
        attribution = statement.attribution and self._attribution(statement.attribution)
        about = tuple(dict.fromkeys(self.into.get(ident, ident) for ident in statement.about))
        return replace(statement, attribution=attribution, about=about)

    def _attribution(self, attribution: Attribution) -> Attribution:
        source = attribution.source and self._attribution(attribution.source)
        return replace(attribution, voice=self._voice(attribution.voice), source=source)

    def _voice(self, voice: Voice) -> Voice:
        if voice.entity is None:
            return voice
        spot = _spot(voice.mention) if voice.mention else None
        apart = next((self.moved[s] for s in _inside(spot, self.moved)), None) if spot else None
        entity = apart or self.into.get(voice.entity, voice.entity)
        if entity == voice.entity and entity not in self.named:
            return voice
        return replace(voice, entity=entity, named=self.named.get(entity, voice.named))


def renamed(entities: Sequence[Entity], rows: Iterable[Judgement], finder: Finder) -> tuple[list[Entity], Renaming]:
    """The entities as people have settled them, in their order, and what that changes elsewhere."""
    now = {entity.id: entity for entity in entities}
    into: dict[str, str] = {}
    named: dict[str, str] = {}
    moved: dict[Spot, str] = {}
    for row in rows:
        entity = _now(row.about, row.place, now, finder)
        if entity is None:
            continue
        if row.decision == "named" and row.value.get("named"):
            named[entity.id] = str(row.value["named"])
            now[entity.id] = replace(entity, named=named[entity.id])
        elif row.decision == "merge":
            _merge(entity, row, now, into, named, finder)
        elif row.decision == "split":
            _split(entity, row, now, named, moved)
    return list(now.values()), Renaming(into, named, moved)


def _now(ident: str, where: Mapping[str, Json], now: Mapping[str, Entity], finder: Finder) -> Entity | None:
    """The entity as it is now; one that people made is there by its id alone."""
    if ident in now:
        return now[ident]
    found = finder.entity(ident, where)
    return now.get(found.id) if found else None


def _merge(
    entity: Entity,
    row: Judgement,
    now: dict[str, Entity],
    into: dict[str, str],
    named: dict[str, str],
    finder: Finder,
) -> None:
    places = row.value.get("place")
    target = _now(str(row.value.get("into")), places if isinstance(places, Mapping) else {}, now, finder)
    if target is None or target.id == entity.id:
        return
    del now[entity.id]
    names = tuple(dict.fromkeys((*target.names, *entity.names)))
    now[target.id] = replace(target, names=names, reasons=(*target.reasons, f"person: {row.made_by}"))
    for old, new in list(into.items()):
        if new == entity.id:
            into[old] = target.id
    into[entity.id] = target.id
    named[target.id] = target.named


def _split(
    entity: Entity, row: Judgement, now: dict[str, Entity], named: dict[str, str], moved: dict[Spot, str]
) -> None:
    names = row.value.get("names")
    wanted = {tuple(name) for name in names if isinstance(name, list)} if isinstance(names, list) else set()
    apart = tuple(m for m in entity.names if _spot(m.anchor) in wanted)
    rest = tuple(m for m in entity.names if m not in apart)
    if not apart or not rest:
        return
    called = str(row.value.get("named") or _longest(apart))
    made = Entity(
        content_id("e", "split", *map(_spot_of, apart)), called, entity.type, apart, (f"person: {row.made_by}",)
    )
    now[entity.id] = replace(entity, names=rest)
    now[made.id] = made
    named[made.id] = called
    moved.update({_spot(m.anchor): made.id for m in apart})


def _longest(names: Sequence[Mention]) -> str:
    return max((m.anchor.exact for m in names), key=len)


def _spot(anchor: Anchor) -> Spot:
    return anchor.document, anchor.start, anchor.end


def _spot_of(mention: Mention) -> Spot:
    return _spot(mention.anchor)


def _inside(spot: Spot, moved: Mapping[Spot, str]) -> list[Spot]:
    """The passages set apart that share words with this one: a speaker's words can be longer than the name in them."""
    return [other for other in moved if other[0] == spot[0] and other[1] < spot[2] and spot[1] < other[2]]
