"""What an extracted text's offsets lead back to, and that an extractor's changes to it are undone or said."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.read import ReadOptions, read
from recoupe.read.offsets import chained, led, to_source
from recoupe.read.shown import markup, rich
from recoupe.types import Document
from tests.read import files

WORDS = ("Morvane", "préfet", "« L’été", "conseil municipal")


def one(tmp_path: Path, name: str, data: bytes) -> tuple[Document, list[str]]:
    (tmp_path / name).write_bytes(data)
    [document], issues = read([tmp_path / name], ReadOptions())
    return document, [issue.code for issue in issues]


def source(suffix: str, data: bytes) -> str:
    if suffix in {".docx", ".odt"}:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read("content.xml" if suffix == ".odt" else "word/document.xml").decode()
    return data.decode("latin-1" if suffix == ".rtf" else "utf-8")


@pytest.mark.parametrize("suffix", [".html", ".docx", ".odt", ".txt"])
def test_every_word_is_found_again_in_the_file(tmp_path: Path, suffix: str) -> None:
    data = files.BUILDERS[suffix](files.PARAGRAPHS)
    document, _ = one(tmp_path, f"a{suffix}", data)
    written = source(suffix, data)
    assert bool(document.offset_map) == (suffix != ".txt")
    for word in WORDS:
        there = document.source_offset(document.text.index(word))
        assert written[there : there + len(word)] == word


def test_escapes_of_rich_text_and_json_lines(tmp_path: Path) -> None:
    data = files.rtf()
    document, _ = one(tmp_path, "a.rtf", data)
    there = document.source_offset(document.text.index("été sera"))
    assert data.decode("latin-1")[there:].startswith("\\u233?t\\u233? sera")
    line = json.dumps({"title": "Le pont", "text": "\n\n".join(files.PARAGRAPHS)})
    document, _ = one(tmp_path, "a.jsonl", line.encode())
    there = document.source_offset(document.text.index("préfet"))
    assert line[there:].startswith("pr\\u00e9fet")


def test_each_article_of_an_export_leads_into_the_file(tmp_path: Path) -> None:
    from tests.read.test_press_exports import FACTIVA, SECOND

    data = files.docx(FACTIVA)
    (tmp_path / "a.docx").write_bytes(data)
    documents, _ = read([tmp_path / "a.docx"], ReadOptions())
    there = documents[1].source_offset(0)
    assert source(".docx", data)[there:].startswith(SECOND[0])


def page(*paragraphs: str) -> bytes:
    return files.html(paragraphs)


def test_no_break_spaces_of_a_page_are_kept(tmp_path: Path) -> None:
    said = "La maire de Morvane l’a dit\u202f: «\u00a0oui\u202f!\u00a0» devant le conseil réuni mardi soir au port."
    entities = said.replace("\u00a0", "&nbsp;").replace("é", "&eacute;")
    document, codes = one(tmp_path, "a.html", page(entities, *files.PARAGRAPHS))
    assert said in document.text
    assert "characters-changed" not in codes


def test_composed_letters_and_hidden_hyphens_are_said(tmp_path: Path) -> None:
    loose = unicodedata.normalize("NFD", files.PARAGRAPHS[0]).replace("semaines", "se\u00admaines")
    document, codes = one(tmp_path, "a.html", page(loose, *files.PARAGRAPHS[1:]))
    assert files.PARAGRAPHS[0] in document.text
    assert "characters-changed" in codes
    there = document.source_offset(document.text.index("fermé"))
    assert page(loose).decode()[there:].startswith("ferme\u0301")


def test_letters_drawn_together_in_a_pdf_are_said(tmp_path: Path) -> None:
    from recoupe.read.formats import pdf

    assert pdf.LIGATURES.findall("ﬁnal") == ["ﬁ"]
    assert next(iter(pdf._lines("la ﬁn"))) == "la fin"


def test_hidden_parts_of_a_page_are_not_shown() -> None:
    shown = markup("<p>a<!-- b --><script>c</script>&amp;<style>d</style>e</p><!-- f")
    assert shown.text == "a&e"
    assert list(shown.at) == [3, 32, 53]


@pytest.mark.parametrize("torn", ["<!--" * 9, "<a" * 9, "<script>" * 9, "&#x110000;&#0;&;", "<![CDATA[", "< b", ""])
def test_torn_markup(torn: str) -> None:
    shown = markup(torn)
    assert len(shown.text) == len(shown.at)
    assert led("a b", shown).text == "a b"
    assert len(rich("{\\rtf1 \\'zz\\u99999999 \\").text) > 0


@given(st.text(), st.text())
def test_no_text_is_lost_whatever_its_source(text: str, other: str) -> None:
    assert led(text, markup(other)).text == text
    assert led(text, markup(text)).text.split() == text.split()


PAIRS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 99)), max_size=5, unique_by=lambda pair: pair[0])


@given(PAIRS.map(sorted).map(tuple), PAIRS.map(sorted).map(tuple), st.integers(0, 60))
def test_two_maps_one_after_the_other(outer, inner, offset: int) -> None:
    assert to_source(chained(outer, inner), offset) == to_source(inner, to_source(outer, offset))


@given(st.text(min_size=1), st.booleans())
def test_every_character_of_a_line_of_json_is_found_again(text: str, ascii_only: bool) -> None:
    from recoupe.read.formats.jsonl import _offsets

    text = text.encode("utf-8", "replace").decode()
    line = json.dumps({"meta": {"text": "x"}, "text": text}, ensure_ascii=ascii_only)
    pairs = _offsets(line, text)
    for place, character in enumerate(text):
        written = line[to_source(pairs, place) :]
        assert written.startswith(json.dumps(character, ensure_ascii=ascii_only)[1:-1])
