"""What a quotation holds beyond its passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types import Anchor, Gender, Json, Number, Statement, VoiceKind

Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A subject before a quotation; `person` when its noun is one of people, `main` when it opens its sentence.

    `pronoun` is set when the subject is one, which then carries on whom it stands for.
    """

    anchor: Anchor
    sentence: int = 0
    gender: Gender | None = None
    number: Number | None = None
    kind: VoiceKind = "named"
    person: bool = False
    main: bool = True
    pronoun: str | None = None


@dataclass(frozen=True, slots=True)
class QuotationBody:
    """Words attributed to someone.

    `contents` are the passages said, without marks, cue and speaker, in text order; there are several when the cue
    interrupts them or the quotation goes on. `construction` names the rule that found it, for `explain`.
    `pronoun` is the pronoun that stands for the speaker, or `same` when a quotation goes on without naming anyone;
    `antecedents` are the nominal subjects before it, nearest sentence first, among which a pronoun finds its name.
    """

    contents: tuple[Anchor, ...]
    form: Form
    construction: str
    cue: Anchor | None = None
    verb: str | None = None
    verb_class: str | None = None
    pronoun: str | None = None
    antecedents: tuple[Antecedent, ...] = ()
    sentence: int = 0

    def row(self, statement: Statement) -> dict[str, Json]:
        """The contract's fields of a quotation."""
        attribution = statement.attribution
        voice = attribution.voice if attribution else None
        chain = attribution.chain() if attribution else ()
        return {
            "contents": [_span(content) for content in self.contents],
            "cue": _span(self.cue) if self.cue else None,
            "speaker": _span(voice.mention) if voice and voice.mention else None,
            "named": voice.named if voice else None,
            "speaker_kind": voice.kind if voice else "account",
            "form": self.form,
            "via": attribution.via if attribution else None,
            "chain": [{"named": link.named, "kind": link.kind} for link in chain],
            "polarity": statement.polarity,
            "certainty": statement.certainty,
            "conditional": statement.conditional,
        }


def _span(anchor: Anchor) -> dict[str, Json]:
    return {"start": anchor.start, "end": anchor.end, "text": anchor.exact}
