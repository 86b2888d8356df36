"""The commands that read a dossier."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from recoupe.types import Dossier
from tests.cli.running import Run


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_show_gives_lines_in_a_pipe_and_a_table_on_a_terminal(recoupe_: Run, stored: Path) -> None:
    piped = recoupe_("show", stored)
    assert [row["type"] for row in rows(piped.out)] == ["quotation", "figure", "commitment", "figure"]
    seen = recoupe_("show", stored, terminal=True)
    assert "La Vigie" in seen.out
    assert "{" not in seen.out
    assert not {"unit", "holds_at", "low", "high"} & set(seen.out.split())  # the words of a report, not the contract's
    assert recoupe_("show", stored, "--json", terminal=True).out == piped.out


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (["--kind", "figure"], ["figure", "figure"]),
        (["--speaker", "ADA"], ["figure"]),
        (["--speaker", "maire de morvàne"], ["quotation", "figure"]),
        (["--relation", "contradicts"], ["figure", "figure"]),
        (["--relation", "agrees"], []),
        (["--document", "d-led"], ["figure"]),
        (["--document", "ledger.txt"], ["figure"]),
        (["--document", "la vigie"], ["quotation", "figure", "commitment"]),
        (["--document", "d-vigie", "--kind", "figure"], ["figure"]),
    ],
)
def test_filters(recoupe_: Run, stored: Path, filters: list[str], kinds: list[str]) -> None:
    ended = recoupe_("show", stored, *filters)
    assert [row["type"] for row in rows(ended.out)] == kinds
    assert ended.code == 0


def test_nothing_to_show_is_said(recoupe_: Run, stored: Path) -> None:
    ended = recoupe_("show", stored, "--speaker", "nobody", terminal=True)
    assert (ended.code, ended.out) == (0, "")
    assert "Leave a filter out" in ended.err


@pytest.mark.parametrize(
    "args",
    [
        ["show", "--kind", "rumour"],
        ["show", "--relation", "denies"],
        ["compare", "--relation", "denies"],
        ["export", "--format", "pdf"],
        ["export", "--kind", "rumour"],
        ["explain", "zz"],
        ["explain", "f-"],
        ["report"],
        ["report", "-o", "-", "--ui", "de"],
    ],
)
def test_a_wrong_choice_ends_with_2_and_says_which_there_are(recoupe_: Run, stored: Path, args: list[str]) -> None:
    ended = recoupe_(args[0], stored, *args[1:])
    assert (ended.code, ended.out) == (2, "")
    assert ended.err


@pytest.mark.parametrize("command", ["show", "explain", "verify", "compare", "export", "report"])
@pytest.mark.parametrize("name", ["no.db", "article.txt", "empty.db", "."])
def test_what_is_no_dossier(recoupe_: Run, tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / "article.txt").write_text("Le pont est fermé.", "utf-8")
    (tmp_path / "empty.db").touch()
    more = {"explain": ["q-"], "report": ["-o", "-"]}.get(command, [])
    ended = recoupe_(command, tmp_path / name, *more)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.count("\n") == 1


def test_explain_shows_the_words_in_their_place(recoupe_: Run, stored: Path, dossier: Dossier) -> None:
    quotation, count, _, other = dossier.statements
    out = recoupe_("explain", stored, quotation.id[:6]).out
    assert "😀 【La maire de Morvane a déclaré que 12 personnes étaient blessées】. Le quai" in out
    assert "la maire de Morvane (named)" in out
    assert "verb-that" in out
    assert f"score: {quotation.score:.2f}, the share of quotations found this way that are right" in out
    assert "words: right in 0 of 0 found by this construction" in out
    assert "given by a description" in out
    out = recoupe_("explain", stored, count.id).out
    assert "contradicts" in out
    assert "no-such-code" in out
    assert other.id in out
    for row in (dossier.links[0], dossier.entities[0], dossier.origins[0], dossier.documents[1], dossier.issues[0]):
        assert recoupe_("explain", stored, row.id).code == 0
    [line] = rows(recoupe_("explain", stored, quotation.id, "--json").out)
    assert line["id"] == quotation.id


def test_an_account_cannot_steer_the_terminal(recoupe_: Run, stored: Path, dossier: Dossier) -> None:
    out = recoupe_("explain", stored, dossier.statements[3].id, terminal=True).out
    assert "\u202e" not in out
    assert "\N{REPLACEMENT CHARACTER}The quay" in out


def test_compare(recoupe_: Run, stored: Path) -> None:
    assert rows(recoupe_("compare", stored).out)[0]["relation"] == "contradicts"
    seen = recoupe_("compare", stored, terminal=True).out
    assert "« 12 » (La Vigie, 2026-03-10, la maire de Morvane)" in seen
    assert "« 17 » (The Ledger, undated, Ada Roule)" in seen
    ended = recoupe_("compare", stored, "--relation", "agrees", terminal=True)
    assert (ended.code, ended.out) == (0, "")


def test_verify(recoupe_: Run, stored: Path) -> None:
    ended = recoupe_("verify", stored)
    assert ended.code == 0
    assert "are true" in ended.out
    db = sqlite3.connect(stored)
    with db:
        db.execute("UPDATE document SET text = replace(text, '12', '13')")
    db.close()
    ended = recoupe_("verify", stored)
    assert ended.code == 1
    assert "« 12 » is not at" in ended.out
    assert "are not true" in ended.err
    [found] = rows(recoupe_("verify", stored, "--json").out)
    assert found["faults"]


def test_export_to_a_file_is_the_same_as_to_standard_output(recoupe_: Run, stored: Path, tmp_path: Path) -> None:
    out = recoupe_("export", stored).out
    file = tmp_path / "story.jsonl"
    assert recoupe_("export", stored, "--format", "jsonl", "-o", file).out == ""
    assert file.read_text("utf-8") == out
    before = file.stat().st_mtime_ns
    recoupe_("export", stored, "-o", file)
    assert file.stat().st_mtime_ns == before
    assert recoupe_("export", stored, "-o", tmp_path / "no" / "x").code == 1
    assert recoupe_("export", stored, "-o", tmp_path).code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["story.db", "story.jsonl"]


def test_report(recoupe_: Run, stored: Path, tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    assert recoupe_("report", stored, "-o", page).code == 0
    written = page.read_text("utf-8")
    assert written.lower().startswith("<!doctype html>")
    assert recoupe_("report", stored, "-o", "-").out == written


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("command", ["kinds", "languages", "schema", "version"])
def test_lists(recoupe_: Run, command: str, terminal: bool) -> None:
    ended = recoupe_(command, terminal=terminal)
    assert ended.code == 0
    assert ended.out
    assert ended.err == ""


def test_diff_needs_versions_or_two_accounts(recoupe_: Run, tmp_path: Path) -> None:
    from recoupe.store import save
    from recoupe.types import Document, Dossier

    path = tmp_path / "v.db"
    three = [Document(f"d{n}", "Le pont.", "fr", url="https://v.example/x", path=f"{n}.txt") for n in range(3)]
    save(Dossier(tuple(three)), path)
    assert recoupe_("diff", path, terminal=True).out.splitlines() == [
        "0.txt, undated (0.txt) -> 1.txt, undated (1.txt)",
        "1.txt, undated (1.txt) -> 2.txt, undated (2.txt)",
    ]
    assert recoupe_("diff", path, "d0", "2.txt", terminal=True).out.startswith("0.txt")
    assert recoupe_("diff", path, "d0").code == 2
    assert recoupe_("diff", path, "d0", "zz").code == 2


def test_compare_shows_matters_and_the_timeline(recoupe_: Run, stored: Path) -> None:
    found = rows(recoupe_("compare", stored, "--matters", "--source", "La Vigie=B").out)
    assert {"matter", "grid", "why", "said"} <= set(found[0])
    letters = {said["source"] for matter in found for said in matter["said"]}
    assert letters == {"B", "F"}
    assert recoupe_("compare", stored, "--matters", terminal=True).out.count("«") >= 2
    assert recoupe_("compare", stored, "--timeline").code == 0
    assert recoupe_("compare", stored, "--source", "La Vigie=G", "--matters").code == 2


def test_compare_keeps_only_the_relations_asked_for(recoupe_: Run, stored: Path) -> None:
    kept = rows(recoupe_("compare", stored, "--only", "contradicts,changed").out)
    assert {row["relation"] for row in kept} <= {"contradicts", "changed"}
    assert recoupe_("compare", stored, "--only", "denies").code == 2
