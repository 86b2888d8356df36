"""What is passed over before any clause is read could not have bound anyone."""

import datetime as dt

import pytest

from recoupe.kinds.commitment import extract
from recoupe.kinds.commitment.hints import Hint
from recoupe.kinds.registry import kinds
from recoupe.lang import entries
from recoupe.pipeline import run
from recoupe.types import Document


def _examples(lang):
    texts = [e for row in entries(lang, "commitments") for e in row.get("examples", ())]
    texts += [
        e if isinstance(e, str) else e["text"] for row in entries(lang, "events") for e in row.get("examples", ())
    ]
    return "\n".join(e if isinstance(e, str) else e["text"] for e in texts)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_hints_hide_no_commitment(lang, monkeypatch):
    assert "commitment" in {kind.name for kind in kinds()}
    document = Document("d", _examples(lang), lang, published=dt.date(2031, 3, 4))
    hinted = [s for s in run([document]).statements if s.kind == "commitment"]
    monkeypatch.setattr(extract, "hints", lambda doc: [2 * Hint.READY - 1] * len(doc))
    every = [s for s in run([document]).statements if s.kind == "commitment"]
    assert len(hinted) > 20
    assert hinted == every
