"""Dossiers nobody would write by hand, for every kind there is, built from the type hints of its body."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from recoupe.kinds.registry import kinds
from recoupe.types import (
    Anchor,
    Attribution,
    Claim,
    Document,
    Dossier,
    Entity,
    Evidence,
    Issue,
    Link,
    Mention,
    Origin,
    Quantity,
    Reason,
    Statement,
    Timex,
    Voice,
)

ZONES = st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=-4)), dt.timezone(dt.timedelta(hours=5.5))])
PUBLISHED = st.none() | st.dates() | st.datetimes(timezones=ZONES)
FEW = {"max_size": 2}
TEXT = "« Déjà ? », a dit l’élu\u202f😀. \u202eThe bridge\u202c\r\n\u200be\u0301 12 %\u2028fin."
DOCUMENT = Document("d-1", TEXT, "fr", "a.txt")


def passages(document: Document) -> st.SearchStrategy[Anchor]:
    places = st.tuples(st.integers(0, len(document.text)), st.integers(0, len(document.text)))
    return places.filter(lambda p: p[0] < p[1]).map(lambda p: document.anchor(*p))


def _quantity(low: Decimal | None, high: Decimal | None, unit: str, approx: bool) -> Quantity:
    if low is None and high is None:
        low = Decimal(0)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(low, high, unit, approx)


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
VOICES = st.builds(Voice)
ATTRIBUTIONS = st.recursive(
    st.builds(Attribution, VOICES, source=st.none()),
    lambda inner: st.builds(Attribution, VOICES, source=inner),
    max_leaves=3,
)
st.register_type_strategy(Decimal, NUMBERS)
st.register_type_strategy(Anchor, passages(DOCUMENT))
st.register_type_strategy(
    Quantity, st.builds(_quantity, st.none() | NUMBERS, st.none() | NUMBERS, st.text(max_size=5), st.booleans())
)
st.register_type_strategy(Attribution, ATTRIBUTIONS)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A statement of any kind on the one document."""
    kind = draw(st.sampled_from(kinds()))
    anchor = draw(passages(DOCUMENT))
    return draw(
        st.builds(
            Statement,
            id=st.just(Statement.make_id(kind.name, anchor)),
            kind=st.just(kind.name),
            anchor=st.just(anchor),
            body=st.from_type(kind.body),
            attribution=st.none() | ATTRIBUTIONS,
            holds_at=st.none() | st.builds(Timex),
            score=st.floats(0, 1),
            value=st.none() | st.builds(Timex) | st.from_type(Quantity),
            claims=st.lists(st.builds(Claim), **FEW).map(tuple),
            about=st.lists(st.text(max_size=5), **FEW).map(tuple),
        )
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier with something of everything."""
    document = Document(
        DOCUMENT.id,
        TEXT,
        "fr",
        draw(st.text(max_size=9)),
        draw(st.none() | st.text(max_size=9)),
        published=draw(PUBLISHED),
        offset_map=draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), **FEW).map(tuple)),
        author=draw(st.none() | st.text(max_size=9)),
        agency=draw(st.none() | st.text(max_size=9)),
        updated=draw(PUBLISHED),
        dates=draw(st.lists(st.builds(Evidence), **FEW).map(tuple)),
    )
    found = draw(st.lists(statements(), max_size=3, unique_by=lambda s: s.id))
    entities = draw(st.lists(st.builds(Entity, names=st.lists(st.builds(Mention), **FEW).map(tuple)), **FEW))
    unique = {entity.id: entity for entity in entities}
    reasons = st.lists(st.builds(Reason), **FEW).map(tuple)
    return Dossier(
        (document,),
        tuple(found),
        tuple(unique.values()),
        draw(st.lists(st.builds(Link, reasons=reasons, score=st.floats(0, 1)), **FEW).map(tuple)),
        draw(st.lists(st.builds(Origin, reasons=reasons), **FEW).map(tuple)),
        draw(st.lists(st.builds(Issue), **FEW).map(tuple)),
        draw(st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2)),
    )
