"""`recoupe run`: what is written, what is said, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.store import Judgement, judge, judgements, load
from tests.cli.running import Run

TEXT = "Le maire a promis, mardi, de rouvrir le pont « avant l’été »."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_good_run_says_what_to_do_next(recoupe_: Run, analysed: list, tmp_path: Path, article: Path) -> None:
    story = tmp_path / "story.db"
    ended = recoupe_("run", article, "-o", story, "--published", "2026-03-10", "--outlet", "La Vigie")
    assert (ended.code, ended.out) == (0, "")
    assert "1 account(s)" in ended.err
    assert "recoupe report" in ended.err
    [document] = load(story).documents
    assert (document.text, document.outlet, str(document.published)) == (TEXT, "La Vigie", "2026-03-10")
    assert analysed == [None]


def test_running_again_changes_nothing(recoupe_: Run, analysed: list, tmp_path: Path, article: Path) -> None:
    story = tmp_path / "story.db"
    recoupe_("run", article, "-o", story)
    judge(story, Judgement("2026-03-14", "Ada", "q-1", "right"))
    before = story.read_bytes()
    ended = recoupe_("run", article, "-o", story)
    assert "left untouched" in ended.err
    assert story.read_bytes() == before
    article.write_text(TEXT + " Enfin.", "utf-8")
    recoupe_("run", article, "-o", story)
    assert load(story).documents[0].text.endswith("Enfin.")
    assert len(judgements(story)) == 1


def test_problems_end_with_3_and_notes_with_0(recoupe_: Run, analysed: list, tmp_path: Path, article: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ended = recoupe_("run", article, tmp_path / "empty.txt", "-o", tmp_path / "story.db")
    assert ended.code == 3
    assert "empty.txt" in ended.err
    assert "1 problem(s), 0 note(s)" in ended.err
    assert len(load(tmp_path / "story.db").documents) == 1
    assert recoupe_("run", article, article, "-o", tmp_path / "story.db").code == 0


def test_quiet_says_only_errors(recoupe_: Run, analysed: list, tmp_path: Path, article: Path) -> None:
    assert recoupe_("run", article, article, "-o", tmp_path / "story.db", "--quiet").err == ""
    ended = recoupe_("run", article, tmp_path / "no.txt", "-o", tmp_path / "story.db", "-q")
    assert ended.err.count("\n") == 1
    assert ended.err.startswith("error: ")


def test_nothing_readable_writes_nothing(recoupe_: Run, analysed: list, tmp_path: Path) -> None:
    ended = recoupe_("run", tmp_path / "no.txt", "-o", tmp_path / "story.db")
    assert ended.code == 1
    assert "there is no such file" in ended.err
    assert "no dossier was written" in ended.err
    assert not (tmp_path / "story.db").exists()
    assert analysed == []


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["a.txt"],
        ["-o", "story.db"],
        ["a.txt", "-o", "story.db", "--published", "mardi"],
        ["a.txt", "-o", "story.db", "--published", "b.txt=2026-03-10"],
        ["a.txt", "-o", "story.db", "--lang", "de"],
        ["a.txt", "-o", "story.db", "--model", "fr"],
        ["a.txt", "-o", "story.db", "--model", "de=x"],
        ["a.txt", "-o", "story.db", "--max-bytes", "0"],
        ["a.txt", "-o", "story.db", "--nothing"],
    ],
)
def test_a_wrong_command_line_ends_with_2(
    recoupe_: Run, analysed: list, article: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.chdir(article.parent)
    assert recoupe_("run", *args).code == 2
    assert not Path("story.db").exists()


def test_an_article_is_never_overwritten(recoupe_: Run, analysed: list, article: Path) -> None:
    ended = recoupe_("run", article, "-o", article)
    assert ended.code == 1
    assert article.read_text("utf-8") == TEXT
    assert analysed == [], "said before the work, not after it"


def test_a_place_that_cannot_be_written_is_said_first(
    recoupe_: Run, analysed: list, tmp_path: Path, article: Path
) -> None:
    assert recoupe_("run", article, "-o", tmp_path / "no" / "story.db").code == 1
    assert recoupe_("run", article, "-o", tmp_path / "s.db", "--report", tmp_path / "no" / "s.html").code == 1
    assert analysed == []


def test_models_are_passed_on(recoupe_: Run, analysed: list, tmp_path: Path, article: Path) -> None:
    recoupe_("run", article, "-o", tmp_path / "s.db", "--model", "fr=mine", "--model", "en=/x/y")
    assert analysed == [{"fr": "mine", "en": "/x/y"}]


def test_ctrl_c(recoupe_: Run, analysed: list, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("recoupe.cli.commands.run._write", stop)
    ended = recoupe_("run", article, "-o", tmp_path / "s.db")
    assert ended.code == 130
    assert ended.err.strip().endswith("left behind.")


def test_what_nobody_expected_is_one_line(
    recoupe_: Run, analysed: list, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by\x1b[2Jzero")

    monkeypatch.setattr("recoupe.cli.commands.run._write", fail)
    ended = recoupe_("run", article, "-o", tmp_path / "s.db")
    assert ended.code == 1
    assert "ZeroDivisionError" in ended.err
    assert "\x1b" not in ended.err


def test_explain_dates_shows_every_place_and_the_one_believed(recoupe_: Run, analysed: list, tmp_path: Path) -> None:
    words = "Le pont de Morvane rouvrira après les travaux, a promis la maire aux commerçants du port."
    page = (
        '<html lang="fr"><head><title>Le pont</title>'
        '<meta property="article:published_time" content="2026-03-10T08:00:00+01:00">'
        '<meta property="article:modified_time" content="2026-03-12T08:00:00+01:00">'
        '<link rel="canonical" href="https://vigie.example/2026/02/01/pont"></head>'
        f"<body><article><h1>Le pont</h1>{f'<p>{words}</p>' * 6}</article></body></html>"
    )
    (tmp_path / "p.html").write_text(page, "utf-8")
    (tmp_path / "q.txt").write_text(words, "utf-8")
    ended = recoupe_("run", tmp_path / "p.html", tmp_path / "q.txt", "-o", tmp_path / "s.db", "--explain-dates")
    lines = [line.strip() for line in ended.out.splitlines()]
    assert lines[0].endswith("p.html: 2026-03-10T08:00:00+01:00")
    assert lines[1] == "chosen meta: 2026-03-10T08:00:00+01:00 « 2026-03-10T08:00:00+01:00 »"
    assert lines[2].startswith("update meta: 2026-03-12")
    assert lines[3] == "conflict address: 2026-02-01 « 2026/02/01 »"
    assert lines[4].endswith("q.txt: undated")
    assert lines[5] == "no place of this source gives a date."


def test_a_given_date_is_believed_before_the_page_s_own(
    recoupe_: Run, analysed: list, tmp_path: Path, article: Path
) -> None:
    ended = recoupe_("run", article, "-o", tmp_path / "s.db", "--published", "2026-03-10", "--explain-dates")
    assert "chosen given: 2026-03-10" in ended.out


def test_show_cut_prints_what_was_left_out_of_a_page(recoupe_: Run, analysed: list, tmp_path: Path) -> None:
    words = "Le pont de Morvane rouvrira après les travaux, a promis la maire aux commerçants du port."
    menu = "<nav><ul><li>Abonnez-vous</li></ul></nav><figure><figcaption>La digue. Photo La Vigie</figcaption></figure>"
    page = f'<html lang="fr"><head><title>Le pont</title></head><body>{menu}<article>{f"<p>{words}</p>" * 6}</article>'
    (tmp_path / "p.html").write_text(page + "</body></html>", "utf-8")
    ended = recoupe_("run", tmp_path / "p.html", "-o", tmp_path / "s.db", "--show-cut")
    assert [line.split(": ")[-1] for line in ended.out.splitlines()[1:]] == [
        "  - Abonnez-vous",
        "La digue. Photo La Vigie",
    ]
    assert "  - caption: " in ended.out or "  - légende: " in ended.out


def test_fetching_from_a_local_machine_is_a_problem_that_is_said(
    recoupe_: Run, analysed: list, tmp_path: Path, article: Path
) -> None:
    ended = recoupe_("run", article, "-o", tmp_path / "s.db", "--fetch", "http://127.0.0.1:9/a")
    assert ended.code == 3
    assert "private or local" in ended.err
    assert recoupe_("run", "-o", tmp_path / "t.db", "--fetch", "http://127.0.0.1:9/a").code == 1
