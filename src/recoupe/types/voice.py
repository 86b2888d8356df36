"""Who speaks, and through whom the account has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recoupe.types.anchor import Anchor

VoiceKind = Literal["named", "unnamed", "collective", "document", "outlet", "account"]
Gender = Literal["masc", "fem"]
Number = Literal["sing", "plur"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: `mention` is how this passage names them (None when implicit), `named` who that is.

    `named` is the fullest name found in the account, or the description of an unnamed source; `entity` is the id
    of the entity it was resolved to; `count` how many people an unnamed source is said to be.
    """

    kind: VoiceKind
    mention: Anchor | None = None
    named: str | None = None
    entity: str | None = None
    role: str | None = None
    gender: Gender | None = None
    number: Number | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of a chain: the voice, the words that report it, and the next link towards the origin.

    « selon Politico, qui se réfère à ses sources » is Politico with `source` = the unnamed sources. `via` is the
    medium spoken through (« au JDD », « dans un communiqué », *told Reuters*).
    """

    voice: Voice
    cue: Anchor | None = None
    via: str | None = None
    via_anchor: Anchor | None = None
    source: Attribution | None = None

    def chain(self) -> tuple[Voice, ...]:
        """Every voice from the one the account names first to the one the words come from."""
        rest = self.source.chain() if self.source else ()
        return (self.voice, *rest)
