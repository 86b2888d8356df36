"""The public contract as models: every exported line is one of these, and their JSON Schema is what `schema` prints."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from recoupe.types import Certainty, EntityType, Polarity, Relation, Stage, TimexType, VoiceKind

SCHEMA = "https://json-schema.org/draft/2020-12/schema"
Offset = Annotated[int, Field(ge=0, description="code points of the document's text")]


class Row(BaseModel):
    """What every row has: its type and an identifier that the same content always gets."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Span(Row):
    """A passage of the row's own document."""

    start: Offset
    end: Offset
    text: str


class Name(Row):
    """A passage of a named document."""

    document: str
    start: Offset
    end: Offset
    text: str


class ChainLink(Row):
    """One voice of a chain of attribution."""

    named: str | None
    kind: VoiceKind


class DocumentRow(Row):
    """One account as it was read."""

    type: Literal["document"]
    id: str
    path: str
    lang: str
    title: str | None
    outlet: str | None
    published: str | None = Field(description="ISO 8601: a date, or a date and time with its zone")
    text: str
    sha256: str = Field(description="of the bytes read")


class QuotationRow(Row):
    """Words attributed to someone; `chain` runs from the voice the account names first to the origin."""

    type: Literal["quotation"]
    id: str
    document: str
    start: Offset
    end: Offset
    contents: list[Span]
    cue: Span | None
    speaker: Span | None
    named: str | None
    speaker_kind: VoiceKind
    form: Literal["direct", "indirect", "mixed"]
    via: str | None
    chain: list[ChainLink]
    polarity: Polarity
    certainty: Certainty
    conditional: bool


class FigureRow(Row):
    """A number as an interval with its unit; an end that is open is null."""

    type: Literal["figure"]
    id: str
    document: str
    start: Offset
    end: Offset
    text: str
    low: int | float | None
    high: int | float | None
    unit: str
    counted: str | None
    approx: bool
    holds_at: str | None
    attributed_to: str | None


class TimeRow(Row):
    """A time expression with its TIMEX3 value (ISO-TimeML), null while unresolved."""

    type: Literal["time"]
    id: str
    document: str
    start: Offset
    end: Offset
    text: str
    timex_type: TimexType
    value: str | None
    mod: str | None


class EventRow(Row):
    """An event of one PLOVER class."""

    type: Literal["event"]
    id: str
    document: str
    start: Offset
    end: Offset
    trigger: Span
    class_: str = Field(alias="class")
    actors: list[Span]
    recipients: list[Span]
    holds_at: str | None
    polarity: Polarity
    certainty: Certainty
    attributed_to: str | None


class CommitmentRow(Row):
    """What someone is said to be bound to do, or to plan."""

    type: Literal["commitment"]
    id: str
    document: str
    start: Offset
    end: Offset
    text: str
    who: str | None
    due: str | None
    mod: str | None
    certainty: Literal["firm", "planned", "conditional"]
    status: str
    attributed_to: str | None


class AssertionRow(Row):
    """A clause the account states in its own voice, beyond its reports, events and commitments."""

    type: Literal["assertion"]
    id: str
    document: str
    start: Offset
    end: Offset
    text: str
    head: Span
    holds_at: str | None
    polarity: Polarity
    certainty: Certainty
    attributed_to: str | None


class WordingRow(Row):
    """Loaded or evaluative words in the account's own voice."""

    type: Literal["wording"]
    id: str
    document: str
    start: Offset
    end: Offset
    text: str
    why: str


class FaultRow(Row):
    """Garbled text, page furniture, a credit line, mismatched marks: never read as a statement."""

    type: Literal["fault"]
    id: str
    document: str
    start: Offset
    end: Offset
    text: str
    code: str


class EntityRow(Row):
    """One person, body or place, with every passage that names it."""

    type: Literal["entity"]
    id: str
    named: str
    entity_type: EntityType
    names: list[Name]


class LinkRow(Row):
    """What two statements are to each other, with reasons a reader can check."""

    type: Literal["link"]
    id: str
    left: str
    right: str
    relation: Relation
    reasons: list[str]
    by: str


class OriginRow(Row):
    """Accounts or statements that rest on one source."""

    type: Literal["origin"]
    id: str
    named: str
    members: list[str]
    why: str


class IssueRow(Row):
    """What went wrong, or is worth saying, about one document or the whole run."""

    type: Literal["issue"]
    id: str
    document: str | None
    stage: Stage
    code: str
    message: str


class JudgementRow(Row):
    """What a person decided about a row; the rows above have it in effect, and `was` keeps what was found."""

    type: Literal["judgement"]
    id: str
    about: str = Field(description="the id of a statement, entity, link, origin, document or judgement")
    decision: str
    value: dict[str, Any]
    was: dict[str, Any]
    place: dict[str, Any]
    note: str
    by: str
    at: str = Field(description="ISO 8601")


AnyRow = Annotated[
    DocumentRow | QuotationRow | FigureRow | TimeRow | EventRow | CommitmentRow | AssertionRow | WordingRow | FaultRow
    | EntityRow | LinkRow | OriginRow | IssueRow | JudgementRow,
    Field(discriminator="type"),
]  # fmt: skip

MODELS: tuple[type[Row], ...] = (
    DocumentRow, QuotationRow, FigureRow, TimeRow, EventRow, CommitmentRow, AssertionRow, WordingRow, FaultRow,
    EntityRow, LinkRow, OriginRow, IssueRow, JudgementRow,
)  # fmt: skip
ROWS: dict[str, type[Row]] = {model.model_fields["type"].annotation.__args__[0]: model for model in MODELS}  # type: ignore[union-attr]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of the export."""
    schema = TypeAdapter(AnyRow).json_schema(by_alias=True, ref_template="#/$defs/{model}")
    return {"$schema": SCHEMA, "title": "One line of a recoupe export", **schema}
