"""Deciding from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from recoupe.store import judgements, load, save
from recoupe.types import Dossier
from tests.cli.running import Run


def test_a_decision_is_added_listed_and_taken_back(recoupe_: Run, stored: Path) -> None:
    quote = next(s for s in load(stored).statements if s.kind == "quotation")
    ended = recoupe_("judge", stored, quote.id[:8], "speaker", "named=Ada Roule", "--note", "heard", "--by", "Bo")
    assert ended.code == 0, ended.err
    row = judgements(stored)[0]
    assert (row.about, row.made_by, row.note, row.value["named"]) == (quote.id, "Bo", "heard", "Ada Roule")
    shown = recoupe_("show", stored, "--speaker", "ada roule", "--kind", "quotation")
    assert json.loads(shown.out)["named"] == "Ada Roule"
    assert "Bo" in recoupe_("judge", stored, terminal=True).out
    assert json.loads(recoupe_("judge", stored).out)["was"]["named"] == quote.attribution.voice.named
    assert recoupe_("judge", stored, row.id, "undo").code == 0
    assert load(stored).statement(quote.id) == quote


def test_decisions_are_taken_over_from_an_export(recoupe_: Run, stored: Path, dossier: Dossier, tmp_path: Path) -> None:
    figure = next(s for s in dossier.statements if s.kind == "figure")
    assert recoupe_("judge", stored, figure.id, "value", "low=13", "high=14", "approx=true").code == 0
    out, other = tmp_path / "out.jsonl", tmp_path / "other.db"
    recoupe_("export", stored, "-o", out)
    save(dossier, other)
    for count in (1, 0):
        assert f"{count} decision" in recoupe_("judge", other, "--take", out).err
    assert judgements(other) == judgements(stored)
    assert load(other).statement(figure.id).value.approx
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"type": "judgement"}\n', "utf-8")
    assert recoupe_("judge", other, "--take", broken).code == 1


def test_what_cannot_be_decided_is_said(recoupe_: Run, stored: Path) -> None:
    figure = next(s for s in load(stored).statements if s.kind == "figure")
    for args, code in (
        (("x-1", "accept"), 1),
        ((figure.id,), 2),
        ((figure.id, "value", "low"), 2),
        ((figure.id, "value", "names=[1"), 2),
        ((figure.id, "believe"), 1),
        ((figure.id, "value", "low=many"), 1),
        (("f-", "accept"), 2),
    ):
        assert recoupe_("judge", stored, *args).code == code, args
    assert "Nobody" in recoupe_("judge", stored, terminal=True).err
    assert judgements(stored) == []
