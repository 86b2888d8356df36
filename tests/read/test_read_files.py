"""Good files are read exactly; each bad one is a row and costs the others nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import os
import sys
from pathlib import Path

import pytest

from recoupe.errors import SetupError
from recoupe.read import Given, ReadOptions, read, read_all
from recoupe.types import Document, Issue

FRENCH = "Le maire a promis, mardi, de rouvrir le pont « avant l’été »."
ENGLISH = "The mayor promised on Tuesday to reopen the bridge before the summer."


def one(path: Path, **options: object) -> tuple[list[Document], list[Issue]]:
    return read([path], ReadOptions(**options))  # type: ignore[arg-type]


def codes(issues: list[Issue]) -> list[tuple[str, str]]:
    return [(issue.severity, issue.code) for issue in issues]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(FRENCH, "utf-8")
    return path


def test_a_text_file_is_kept_character_for_character(tmp_path: Path) -> None:
    text = "\u200bLe maire a dit :\r\n\t« L\u00a0été\u202f! » \u202eתל\u202c 😀 e\u0301\u0300 ﬁn du pont.\r\n\n "
    path = tmp_path / "odd.txt"
    path.write_bytes(text.encode("utf-8"))
    [document], issues = one(path)
    assert (document.text, issues) == (text, [])
    assert document.sha256 == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert document.path == path.as_posix()
    assert document.id == Document.make_id(text, None, None, "odd.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_stated_encodings_need_no_guess(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FRENCH.encode(encoding))
    [document], issues = one(path)
    assert (document.text, issues) == (FRENCH, [])


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FRENCH.encode("cp1252"))
    [document], issues = one(path)
    assert document.text == FRENCH
    assert codes(issues) == [("note", "encoding-guessed")]
    assert "Windows-1252" in issues[0].message


def test_two_encodings_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((FRENCH + " ").encode("utf-8") + "C’est décidé.".encode("cp1252"))
    [document], issues = one(path)
    assert document.text == FRENCH + " C’est décidé."
    assert codes(issues) == [("note", "encoding-guessed")]


def test_another_encoding_is_guessed_by_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("Мэр пообещал открыть мост до конца месяца. " * 5).encode("koi8-r"))
    documents, issues = one(path)
    assert documents == []
    assert ("note", "encoding-guessed") in codes(issues) or codes(issues)[0][1] in {
        "not-text",
        "language-not-supported",
    }


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty-file"),
    "spaces.txt": (b" \r\n\t\n", "empty-file"),
    "bom.txt": (b"\xef\xbb\xbf", "empty-file"),
    "nul.txt": (b"Le maire\0a dit", "not-text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "not-text"),
    "utf16-no-bom.txt": (FRENCH.encode("utf-16-le"), "not-text"),
    "cut-utf16.txt": (b"\xff\xfeL\0e\0 ", "not-text"),
    "german.txt": ("Der Bürgermeister hat versprochen, die Brücke zu öffnen.".encode(), "language-not-supported"),
    "numbers.txt": (b"12 34 56", "language-unknown"),
    "paper.pdf": (b"%PDF-1.7", "damaged"),
    "song.mp3": (b"ID3", "format-not-supported"),
    "empty.html": (b"<html><body></body></html>", "no-article"),
    "nothing.jsonl": (b"\n\n", "empty-file"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_bad_file_is_a_row_and_the_good_one_is_kept(tmp_path: Path, good: Path, name: str) -> None:
    data, code = HOSTILE[name]
    bad = tmp_path / name
    bad.write_bytes(data)
    documents, issues = read([bad, good], ReadOptions())
    assert [document.text for document in documents] == [FRENCH]
    assert codes(issues) == [("error", code)]
    assert name in issues[0].message
    assert issues[0].path == bad.as_posix()


def test_missing_unreadable_and_too_large(tmp_path: Path, good: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"mot " * 5_000_000)
    closed = tmp_path / "closed.txt"
    closed.write_text(FRENCH, "utf-8")
    closed.chmod(0)
    documents, issues = read([tmp_path / "no.txt", large, closed, good], ReadOptions())
    expected = ["missing", "too-large"]
    if os.geteuid() != 0:
        expected.append("unreadable")
        assert len(documents) == 1
    assert [issue.code for issue in issues if issue.severity == "error"] == expected
    assert "--max-bytes" in issues[1].message


def test_an_endless_input_is_refused() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero here")
    documents, issues = read([Path("/dev/zero")], ReadOptions(max_bytes=1000))
    assert (documents, [issue.code for issue in issues]) == ([], ["too-large"])


def test_folders_are_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "b" / ".git").mkdir(parents=True)
    (tmp_path / "a").mkdir()
    for name in ("b/2.txt", "b/10.txt", "a/1.md", "b/.hidden.txt", "b/.git/x.txt", "a/picture.png", "README.md"):
        (tmp_path / name).write_text(f"{FRENCH} ({name})", "utf-8")
    documents, issues = read([tmp_path], ReadOptions())
    assert [Path(d.path).relative_to(tmp_path).as_posix() for d in documents] == ["a/1.md", "b/10.txt", "b/2.txt"]
    assert codes(issues) == [("note", "other-formats")]
    assert "2 file(s)" in issues[0].message


def test_a_folder_without_articles(tmp_path: Path) -> None:
    documents, issues = read([tmp_path], ReadOptions())
    assert (documents, codes(issues)) == ([], [("error", "no-articles")])


def test_a_relative_path_stays_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good: Path) -> None:
    monkeypatch.chdir(tmp_path)
    [document], _ = read([Path("./good.txt")], ReadOptions())
    assert document.path == "good.txt"
    [same], _ = read([good], ReadOptions())
    assert same.id == document.id


def test_the_same_account_twice_is_read_once(tmp_path: Path, good: Path) -> None:
    documents, issues = read([good, good], ReadOptions())
    assert len(documents) == 1
    assert codes(issues) == [("note", "duplicate-input")]
    copy = tmp_path / "copy.txt"
    copy.write_text(FRENCH, "utf-8")
    documents, issues = read([good, copy], ReadOptions())
    assert len(documents) == 2, "the same words under another name are another account: copying is found later"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FRENCH.encode())))
    [document], issues = read([Path("-")], ReadOptions())
    assert (document.text, document.path, issues) == (FRENCH, "-", [])


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "story.jsonl"
    rows: list[object] = [
        {"id": "a", "text": FRENCH, "outlet": "La Vigie", "published": "2026-03-10T20:30:00+01:00", "title": "Le pont",
         "url": "https://vigie.example/1", "lang": "fr-FR"},
        {"text": ENGLISH + "\u2028" + "It was Tuesday."},
        ["not", "a", "row"],
        {"title": "nothing"},
        {"text": ""},
        {"text": FRENCH, "lang": "de"},
        {"text": FRENCH + " Ou pas.", "published": "10/03/2026"},
        {"text": 3},
        {"text": FRENCH, "outlet": ["x"]},
        {"id": 7, "text": ENGLISH},
    ]  # fmt: skip
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    lines += ['{"text": "cut', '{"text": "\\ud800 half"}', '{"text": "a\\u0000b"}', "[" * 100_000]
    path.write_text("\n".join(lines), "utf-8")
    documents, issues = read([path], ReadOptions())
    assert [d.lang for d in documents] == ["fr", "en", "fr", "en"]
    assert (documents[0].id, documents[3].id) == ("a", "7")
    assert documents[0].published == dt.datetime.fromisoformat("2026-03-10T20:30:00+01:00")
    assert documents[1].text == ENGLISH + "\u2028It was Tuesday."
    assert documents[2].published is None
    found = [issue.code for issue in issues]
    assert found == [
        "no-text", "no-text", "empty-file", "language-not-supported", "bad-date", "no-text", "bad-field", "not-json",
        "not-text", "not-text", "not-json",
    ]  # fmt: skip
    assert "line 3" in issues[0].message
    assert issues[4].document == documents[2].id
    assert all(issue.path == path.as_posix() for issue in issues)


def test_two_accounts_may_not_share_an_id(tmp_path: Path) -> None:
    path = tmp_path / "story.jsonl"
    path.write_text("\n".join(json.dumps({"id": "a", "text": text}) for text in (FRENCH, ENGLISH)), "utf-8")
    documents, issues = read([path], ReadOptions())
    assert [d.text for d in documents] == [FRENCH]
    assert codes(issues) == [("error", "duplicate-id")]


def test_what_is_given_beats_what_the_source_states(tmp_path: Path, good: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ENGLISH, "utf-8")
    given = (
        Given.parse("published", "2021-04-07"),
        Given.parse("published", "other.txt=2021-07-24T08:00:00Z"),
        Given.parse("outlet", "good=La Vigie"),
    )
    documents, issues = read([good, other], ReadOptions(given))
    assert [d.published for d in documents] == [
        dt.date(2021, 4, 7),
        dt.datetime(2021, 7, 24, 8, tzinfo=dt.UTC),
    ]
    assert [d.outlet for d in documents] == ["La Vigie", None]
    assert issues == []


@pytest.mark.parametrize(
    ("field", "text"),
    [("published", "10/03/2026"), ("published", "2026-13-01"), ("published", "a.txt="), ("lang", "de")],
)
def test_a_wrong_option_stops_the_run(field: str, text: str) -> None:
    with pytest.raises(SetupError) as caught:
        Given.parse(field, text)  # type: ignore[arg-type]
    assert caught.value.code == "bad-option"


def test_an_option_for_an_input_that_is_not_there_stops_the_run(good: Path) -> None:
    with pytest.raises(SetupError, match=r"no input is called « gud.txt »"):
        read([good], ReadOptions((Given.parse("outlet", "gud.txt=La Vigie"),)))


def test_markup_made_to_hurt(tmp_path: Path, good: Path) -> None:
    deep = tmp_path / "deep.html"
    deep.write_text("<html><body>" + "<div>" * 20_000 + FRENCH + "</div>" * 20_000, "utf-8")
    torn = tmp_path / "torn.html"
    torn.write_bytes(b"<html><!-- <body><p>&#0;&#xD800;<script type='application/ld+json'>{" + b"[" * 5000)
    documents, issues = read([deep, torn, good], ReadOptions())
    assert documents[-1].text == FRENCH
    assert len(documents) - 1 + sum(issue.severity == "error" for issue in issues) == 2


def test_too_many_files_are_a_row_and_the_first_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["recoupe.read.read"], "MOST", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{FRENCH} {number}", "utf-8")
    told: list[tuple[int, int]] = []
    reading = read_all([tmp_path], ReadOptions(), lambda done, total: told.append((done, total)))
    assert [Path(document.path).name for document in reading.documents.values()] == ["0.txt", "1.txt", "2.txt"]
    assert ("error", "too-many") in codes(reading.issues)
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_pipe_and_broken_links_in_a_folder_do_not_stop_it(tmp_path: Path, good: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c").symlink_to(tmp_path)
    documents, issues = read([tmp_path], ReadOptions())
    assert [document.text for document in documents] == [FRENCH]
    assert sorted(codes(issues)) == [("error", "missing"), ("error", "unreadable")]


def test_names_that_are_no_text_are_shown_as_their_bytes(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    try:
        with open(folder + b"/\xe9t\xe9.txt", "wb") as file:
            file.write(FRENCH.encode())
    except OSError:
        pytest.skip("names are text on this system")
    with open(folder + b"/\xff.pdf", "wb") as file:
        file.write(b"%PDF")
    documents, issues = read([tmp_path], ReadOptions())
    assert [document.path.rsplit("/", 1)[-1] for document in documents] == ["\\xe9t\\xe9.txt"]
    assert [issue.path.rsplit("/", 1)[-1] for issue in issues if issue.path] == ["\\xff.pdf"]
    documents[0].path.encode("utf-8")
