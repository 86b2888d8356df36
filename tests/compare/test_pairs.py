"""Two texts and nothing else: what follows, what goes against, what stays open."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.engine.pairs import judge, judgements
from recoupe.errors import SetupError

AGAINST = [
    ("fr", "Le maire de Corvignac a accepté le projet de gare.", "Le maire de Corvignac a refusé le projet de gare."),
    ("fr", "La préfecture de Brévannes n'a pas fermé le pont.", "La préfecture de Brévannes a fermé le pont."),
    ("fr", "Au total, 40 % des habitants de Lorval ont voté.", "Au total, 75 % des habitants de Lorval ont voté."),
    (
        "en",
        "The council of Harrowby approved the new bridge.",
        "The council of Harrowby did not approve the new bridge.",
    ),
    ("en", "In all, 30 workers left the plant in Velmoor.", "In all, 90 workers left the plant in Velmoor."),
]
FOLLOWING = [
    ("fr", "Lundi, le maire de Corvignac a inauguré la gare et le pont.", "Le maire de Corvignac a inauguré la gare."),
    ("en", "On Monday the mayor of Harrowby opened the station.", "The mayor of Harrowby opened the station."),
]
OPEN = [
    ("fr", "Le maire de Corvignac a inauguré la gare.", "Les pêcheurs de Lorval réclament un port."),
    ("en", "The council of Harrowby approved the new bridge.", "The fishermen of Velmoor want a harbour."),
]


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), AGAINST)
def test_what_cannot_both_hold_contradicts(lang, premise, hypothesis):
    found = judge({"lang": lang, "premise": premise, "hypothesis": hypothesis})
    assert found.relation == "contradicts"
    assert found.reasons


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), FOLLOWING)
def test_what_is_said_in_other_words_agrees(lang, premise, hypothesis):
    assert judge({"lang": lang, "premise": premise, "hypothesis": hypothesis}).relation == "agrees"


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), OPEN)
def test_what_shares_no_matter_stays_open(lang, premise, hypothesis):
    assert judge({"lang": lang, "premise": premise, "hypothesis": hypothesis}).relation == "unsure"


@pytest.mark.parametrize(("lang", "premise", "hypothesis"), AGAINST + FOLLOWING + OPEN)
def test_a_text_agrees_with_itself(lang, premise, hypothesis):
    assert judge({"lang": lang, "premise": premise, "hypothesis": premise}).relation == "agrees"


def test_both_formats_give_the_same_lines(tmp_path: Path):
    lang, premise, hypothesis = AGAINST[0]
    table, lines = tmp_path / "pairs.tsv", tmp_path / "pairs.jsonl"
    table.write_text(f"id\tlang\tpremise\thypothesis\n7\t{lang}\t{premise}\t{hypothesis}\n", "utf8")
    row = {"id": "7", "lang": lang, "premise": premise, "hypothesis": hypothesis}
    lines.write_text(json.dumps(row) + "\n", "utf8")
    found = list(judgements(table))
    assert found == list(judgements(lines))
    assert found[0]["id"] == "7"
    assert found[0]["relation"] == "contradicts"


@pytest.mark.parametrize(
    "text", ["premise\nseule", '{"premise": "a"}', "{broken", '{"premise": "a", "hypothesis": "b", "lang": "xx"}']
)
def test_a_wrong_file_is_an_error_with_its_line(tmp_path: Path, text):
    path = tmp_path / "pairs"
    path.write_text(text, "utf8")
    with pytest.raises(SetupError, match="line"):
        list(judgements(path))
