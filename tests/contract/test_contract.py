"""The public contract: its fields, its schema, and every kind's rows against it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from recoupe.export import FORMATS
from recoupe.export.contract import ROWS, json_schema
from recoupe.kinds.registry import kinds
from recoupe.lang import LANGUAGES
from recoupe.lang.catalogue import known
from recoupe.types import Dossier
from tests.store.any_dossier import dossiers

# The contract is fixed: a field may be added here on purpose, never renamed or dropped.
FIELDS = {
    "document": "id path lang title outlet published text sha256",
    "quotation": "id document start end contents cue speaker named speaker_kind form via chain polarity certainty "
    "conditional",
    "figure": "id document start end text low high unit counted approx holds_at attributed_to",
    "time": "id document start end text timex_type value mod",
    "event": "id document start end trigger class actors recipients holds_at polarity certainty attributed_to",
    "commitment": "id document start end text who due mod certainty status attributed_to",
    "assertion": "id document start end text head holds_at polarity certainty attributed_to",
    "wording": "id document start end text why",
    "fault": "id document start end text code",
    "entity": "id named entity_type names",
    "link": "id left right relation reasons by",
    "origin": "id named members why",
    "issue": "id document stage code message",
    "judgement": "id about decision value was place note by at",
}
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def test_the_fields_of_every_row_type() -> None:
    assert list(ROWS) == list(FIELDS)
    for name, model in ROWS.items():
        fields = [info.alias or field for field, info in model.model_fields.items()]
        assert fields == ["type", *FIELDS[name].split()]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert not VALIDATOR.is_valid({"type": "rumour", "id": "r-1"})
    assert not VALIDATOR.is_valid({"type": "fault", "id": "f-1"})


def test_every_kind_is_in_the_contract_and_named_in_both_languages() -> None:
    for kind in kinds():
        assert kind.name in ROWS
        for lang in LANGUAGES:
            assert known(lang, "cli", f"kind.{kind.name}")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dossier=dossiers())
def test_every_line_of_any_dossier_is_valid_and_in_order(dossier: Dossier) -> None:
    for line in "".join(FORMATS["jsonl"].write(dossier, None)).split("\n")[:-1]:
        row = json.loads(line)
        VALIDATOR.validate(row)
        assert list(row) == ["type", *FIELDS[row["type"]].split()]


@pytest.mark.parametrize("kind", [kind.name for kind in kinds()])
def test_every_kind_has_a_readable_view(stored: Path, kind: str) -> None:
    db = sqlite3.connect(stored)
    columns = {column[0] for column in db.execute(f'SELECT * FROM "{kind}"').description}
    db.close()
    assert set(FIELDS[kind].split()) - {"text"} <= columns
