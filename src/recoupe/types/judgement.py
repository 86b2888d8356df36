"""What a person decided about something in a dossier."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recoupe.types.ids import content_id
from recoupe.types.statement import Json

Decision = Literal[
    "accept", "reject", "speaker", "value", "date", "relation", "named", "merge", "split", "letter", "comment", "undo"
]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about which row, and when (ISO 8601, given by the caller: no run reads the clock).

    `about` is the id of a statement, link, entity, origin or document, or of the judgement an `undo` takes back.
    `value` is what holds now, `was` what the dossier said before, and `place` where the row stands in the accounts, so
    that a decision finds its row again when a better extractor gives it another id.
    """

    made_at: str
    made_by: str
    about: str
    decision: str
    note: str = ""
    value: Mapping[str, Json] = field(default_factory=dict)
    was: Mapping[str, Json] = field(default_factory=dict)
    place: Mapping[str, Json] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The same decision has the same id in every copy of a dossier."""
        value = json.dumps(dict(self.value), sort_keys=True, ensure_ascii=False)
        return content_id("j", self.made_at, self.made_by, self.about, self.decision, self.note, value)
