"""Every format says the same things, in the same bytes each time."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.errors import SetupError
from recoupe.export import FORMATS, rows
from recoupe.export.ics import last_day
from recoupe.lang.catalogue import known
from recoupe.store import load
from recoupe.types import Document, Dossier, Reason

ORDER = ["document", "document", "quotation", "figure", "commitment", "figure", "entity", "link", "origin", "issue"]


def text(name: str, dossier: Dossier, kind: str | None = None) -> str:
    return "".join(FORMATS[name].write(dossier, kind))


def test_the_registry() -> None:
    assert list(FORMATS) == ["csv", "ics", "jsonl", "markdown", "webannotation"]
    for lang in ("en", "fr"):
        assert all(known(lang, "cli", f"format.{name}") for name in FORMATS)


def test_rows_come_in_the_contract_s_order(dossier: Dossier) -> None:
    assert [row["type"] for row in rows(dossier)] == ORDER
    shuffled = replace(dossier, statements=dossier.statements[::-1])
    assert list(rows(shuffled)) == list(rows(dossier))


def test_lines_of_json_keep_every_character(dossier: Dossier) -> None:
    written = text("jsonl", dossier)
    lines = written.split("\n")
    assert lines.pop() == ""
    found = [json.loads(line) for line in lines]
    assert found == list(rows(dossier))
    assert "😀" in written
    assert "\\u00e9" not in written
    assert [list(row)[:2] for row in found] == [["type", "id"]] * len(found)
    for row in found:
        if "start" in row:
            account = next(r for r in found if r["id"] == row["document"])["text"]
            assert row.get("text", account[row["start"] : row["end"]]) == account[row["start"] : row["end"]]


def test_a_row_is_one_line_for_every_reader_of_lines(dossier: Dossier) -> None:
    odd = replace(dossier.documents[0], title="a\u2028b\u2029c\x85d\x0be\rf")
    written = text("jsonl", replace(dossier, documents=(odd, dossier.documents[1])))
    assert [json.loads(line)["type"] for line in written.splitlines()] == ORDER
    assert json.loads(written.splitlines()[0])["title"] == odd.title


def test_whole_numbers_are_not_floats(dossier: Dossier) -> None:
    assert '"low": 12, "high": 12,' in text("jsonl", dossier)


def test_a_reason_is_an_english_sentence_when_there_is_one(dossier: Dossier) -> None:
    [link] = [row for row in rows(dossier) if row["type"] == "link"]
    assert link["reasons"] == ["no-such-code"]
    changed = replace(dossier, links=(replace(dossier.links[0], reasons=(Reason("both-deny"),)),))
    [link] = [row for row in rows(changed) if row["type"] == "link"]
    assert link["reasons"] == ["Both deny it."]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"csv"}))
def test_a_stored_dossier_exports_the_same_bytes(dossier: Dossier, stored: Path, name: str) -> None:
    assert text(name, load(stored)) == text(name, dossier)


def test_only_one_kind(dossier: Dossier) -> None:
    found = [json.loads(line)["type"] for line in text("jsonl", dossier, "figure").splitlines()]
    assert found == ["figure", "figure"]


def test_a_spreadsheet_gets_words_and_no_formula(dossier: Dossier) -> None:
    title = Document("d-x", "=1+1 blessés", "fr", "x.txt", "=cmd()", title="@SUM(A1)")
    table = list(
        csv.DictReader(io.StringIO(text("csv", replace(dossier, documents=(title,), statements=()), "document")))
    )
    assert (table[0]["outlet"], table[0]["title"], table[0]["text"]) == ("'=cmd()", "'@SUM(A1)", "'=1+1 blessés")
    table = list(csv.DictReader(io.StringIO(text("csv", dossier, "quotation"))))
    assert table[0]["cue"] == "a déclaré"
    assert json.loads(table[0]["contents"])[0]["text"] == "12 personnes étaient blessées"
    with pytest.raises(SetupError, match="--kind"):
        text("csv", dossier)


def test_markdown_cannot_be_steered_by_an_account(dossier: Dossier) -> None:
    hostile = replace(dossier.documents[1], title="a | b\n## <script> [x](javascript:y)")
    written = text("markdown", replace(dossier, documents=(dossier.documents[0], hostile)))
    assert "a \\| b ## \\<script\\> \\[x\\](javascript:y)" in written
    assert written.count("\n## ") == len(set(ORDER)) - 1


def test_web_annotations_point_twice(dossier: Dossier) -> None:
    page = json.loads(text("webannotation", dossier))
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == len(dossier.statements)
    texts = {document.url or f"urn:recoupe:{document.id}": document.text for document in dossier.documents}
    for item in page["items"]:
        account = texts[item["target"]["source"]]
        position, quote = item["target"]["selector"]
        assert account[position["start"] : position["end"]] == quote["exact"]
        assert account[: position["start"]].endswith(quote["prefix"])
        assert account[position["end"] :].startswith(quote["suffix"])


def test_a_calendar_of_what_is_due(dossier: Dossier) -> None:
    written = text("ics", dossier)
    assert "DTSTART;VALUE=DATE:20260330\r\n" in written
    assert "DTSTAMP:20260310T000000Z\r\n" in written
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "SUMMARY:Le quai : Le quai rouvrira le 30 mars\r\n" in written


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-03-30", dt.date(2026, 3, 30)),
        ("2026-03-30T10:00", dt.date(2026, 3, 30)),
        ("2024-02", dt.date(2024, 2, 29)),
        ("2026", dt.date(2026, 12, 31)),
        ("2026-13", None),
        ("2026-W10", None),
        ("FUTURE_REF", None),
        ("PXY", None),
        ("", None),
    ],
)
def test_the_day_something_is_due(value: str, day: dt.date | None) -> None:
    assert last_day(value) == day
