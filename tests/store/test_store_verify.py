"""A dossier altered behind recoupe's back is caught, whatever was altered."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from recoupe.errors import SetupError
from recoupe.store import save, verify
from recoupe.types import Dossier
from tests.store.any_dossier import DOCUMENT, dossiers

DAMAGE = {
    "a text edited outside every passage": "UPDATE document SET text = text || ' Fin.'",
    "a text edited inside a passage": "UPDATE document SET text = replace(text, '12', '13')",
    "a passage moved": 'UPDATE statement SET "start" = "start" + 1, "end" = "end" + 1 WHERE position = 2',
    "a passage out of the text": 'UPDATE statement SET "end" = 99999 WHERE position = 2',
    "a passage turned round": 'UPDATE statement SET "start" = "end" WHERE position = 2',
    "a passage with other words": "UPDATE statement SET exact = '13' WHERE position = 2",
    "a passage with another context": "UPDATE statement SET prefix = 'x' WHERE position = 2",
    "words put into a body": "UPDATE statement SET body = replace(body, 'étaient blessées', 'étaient décédées')",
    "a content moved in the row": 'UPDATE statement SET "row" = json_set("row", \'$.contents[0].start\', 3) '
    "WHERE kind = 'quotation'",
    "a cue moved in a claim": "UPDATE statement SET claims = replace(claims, 'a déclaré', 'a supposé')",
    "a speaker moved": "UPDATE statement SET attribution = replace(attribution, 'La maire', 'Le maire')",
    "JSON cut short": "UPDATE statement SET claims = substr(claims, 1, 20) WHERE position = 1",
    "a statement of no document": "UPDATE statement SET document = 'd-none' WHERE position = 1",
    "another kind under the same id": "UPDATE statement SET kind = 'event' WHERE position = 2",
    "an id of its own": "UPDATE statement SET id = 'f-000000000000' WHERE position = 4",
    "a link to nothing": "UPDATE link SET right_id = 'f-none'",
    "an origin of nothing": "UPDATE origin_member SET member = 'd-none' WHERE position = 1",
    "a speaker who is nobody": "UPDATE statement SET attribution = replace(attribution, 'e-1', 'e-2')",
    "a name of nobody": "UPDATE mention SET entity = 'e-2'",
    "a name moved": "UPDATE mention SET exact = 'Ada Roula' WHERE position = 2",
    "a title moved": "UPDATE mention SET apposed = replace(apposed, 'The mayor', 'The major')",
    "a reason's passage altered": "UPDATE reason SET anchors = replace(anchors, '\"12\"', '\"21\"')",
    "a statement deleted under a link": "DELETE FROM statement WHERE position = 2",
    "a document deleted": "DELETE FROM document WHERE position = 1",
}


def test_a_sound_dossier_is_true(stored: Path) -> None:
    result = verify(stored)
    assert result.faults == []
    assert result.anchors > 25
    assert result.ids > 10


@pytest.mark.parametrize("what", sorted(DAMAGE))
def test_every_damage_is_caught(stored: Path, what: str) -> None:
    db = sqlite3.connect(stored)
    before = list(db.iterdump())
    with db:
        db.execute(DAMAGE[what])
    assert list(db.iterdump()) != before, "the damage must touch something"
    db.close()
    assert verify(stored).faults != []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(dossier=dossiers())
def test_every_passage_of_any_dossier_is_checked(tmp_path: Path, dossier: Dossier) -> None:
    path = tmp_path / "any.db"
    path.unlink(missing_ok=True)
    save(dossier, path)
    wrong = [fault.message for fault in verify(path).faults if "is the id of no" not in fault.message]
    assert wrong == [], "invented ids may lead nowhere, but every passage was made by the document"
    db = sqlite3.connect(path)
    with db:
        db.execute("UPDATE document SET text = ?", ("\x01" * len(DOCUMENT.text),))
    db.close()
    passages = [fault for fault in verify(path).faults if "is not at" in fault.message]
    assert len(passages) == verify(path).anchors


def test_only_a_dossier_can_be_verified(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le pont est fermé.", "utf-8")
    with pytest.raises(SetupError):
        verify(path)
