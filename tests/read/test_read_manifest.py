"""Every way of writing a manifest gives the same accounts."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from recoupe.errors import SetupError
from recoupe.read import ReadOptions, read

TEXTS = {"a.txt": "Le pont est fermé depuis mardi.", "b.txt": "The bridge has been closed since Tuesday."}
MANIFESTS = {
    "m.json": json.dumps(
        [
            {"path": "b.txt", "outlet": "The Ledger", "published": "2026-03-12", "title": "Closed"},
            {"path": "a.txt", "outlet": "La Vigie", "published": "2026-03-11T09:30:00+01:00", "title": "Fermé"},
        ]
    ),
    "meta.json": json.dumps(
        {
            "b": {"outlet": "The Ledger", "published": "2026-03-12", "title": "Closed"},
            "a": {"outlet": "La Vigie", "published": "2026-03-11T09:30:00+01:00", "title": "Fermé"},
        }
    ),
    "m.csv": "path,outlet,published,title\nb.txt,The Ledger,2026-03-12,Closed\n"
    "a.txt,La Vigie,2026-03-11T09:30:00+01:00,Fermé\n",
    "semicolons.csv": "\ufeffpath;outlet;published;title\r\nb.txt;The Ledger;2026-03-12;Closed\r\n"
    "a.txt;La Vigie;2026-03-11T09:30:00+01:00;Fermé\r\n",
    "m.toml": '[[account]]\npath = "b.txt"\noutlet = "The Ledger"\npublished = 2026-03-12\ntitle = "Closed"\n'
    '[[account]]\npath = "a.txt"\noutlet = "La Vigie"\npublished = 2026-03-11T09:30:00+01:00\ntitle = "Fermé"\n',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", sorted(MANIFESTS))
def test_a_manifest_names_its_accounts_in_its_order(folder: Path, name: str) -> None:
    manifest = folder / name
    manifest.write_text(MANIFESTS[name], "utf-8")
    documents, issues = read([], ReadOptions(manifest=manifest))
    assert issues == []
    assert [(Path(d.path).name, d.outlet, d.published, d.title) for d in documents] == [
        ("b.txt", "The Ledger", dt.date(2026, 3, 12), "Closed"),
        ("a.txt", "La Vigie", dt.datetime.fromisoformat("2026-03-11T09:30:00+01:00"), "Fermé"),
    ]


def test_beside_inputs_a_manifest_only_tells_about_them(folder: Path) -> None:
    manifest = folder / "m.toml"
    manifest.write_text(MANIFESTS["m.toml"], "utf-8")
    [document], issues = read([folder / "a.txt"], ReadOptions(manifest=manifest))
    assert document.outlet == "La Vigie"
    assert [issue.code for issue in issues] == ["unused-row"]


def test_a_row_whose_file_is_missing_or_misspelt(folder: Path) -> None:
    manifest = folder / "m.json"
    rows = [{"path": "c.txt"}, {"path": "a.txt", "publised": "2026-03-11", "published": "mardi"}]
    manifest.write_text(json.dumps(rows), "utf-8")
    [document], issues = read([], ReadOptions(manifest=manifest))
    assert document.published is None
    assert sorted(issue.code for issue in issues) == ["bad-date", "missing", "unknown-field"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("m.json", "{"),
        ("m.json", "3"),
        ("m.json", '[{"outlet": "x"}]'),
        ("m.json", '{"a": 3}'),
        ("m.toml", "[[account]\n"),
        ("m.toml", "x = 1"),
        ("m.csv", "name,outlet\na.txt,x\n"),
        ("m.yaml", "- path: a.txt"),
        ("m.json", "\0"),
    ],
)
def test_a_manifest_that_cannot_be_used_stops_the_run(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, "utf-8")
    with pytest.raises(SetupError) as caught:
        read([], ReadOptions(manifest=folder / name))
    assert caught.value.code == "bad-manifest"


def test_a_missing_manifest(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no such file"):
        read([], ReadOptions(manifest=tmp_path / "m.json"))
