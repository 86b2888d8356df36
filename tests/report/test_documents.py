"""The report as Markdown and as a Word document: whole, safe, the same each time, every line led to its words."""

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document as read_docx
from markdown_it import MarkdownIt

sys.path.insert(0, str(Path(__file__).parent))

import sample
from test_hostile import ATTACKS, hostile

from recoupe.report.markdown import escaped, markdown
from recoupe.report.outline.texts import paragraphs
from recoupe.report.word import word

DOSSIER = sample.dossier()
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MORE = [
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "| a | b |\n|---|---|",
    "# Title\n\n- item\n\n1. one",
    "```\ncode",
    "https://example.org www.example.org a@example.org",
    "\u202eabc\u0000\u0007 &#106; &lt;",
    "*bold* _soft_ ~~gone~~ $x$",
    "---\n===\n***",
]


def tokens(text):
    for token in PARSER.parse(text):
        yield token
        yield from token.children or ()


def words(text):
    return "".join(t.content for t in tokens(text) if t.type in ("text", "code_inline", "text_special"))


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_markdown_holds_every_statement_and_leads_to_its_paragraph(ui):
    text = markdown(DOSSIER, ui)
    shown = " ".join(words(text).split())
    for statement in DOSSIER.statements:
        assert " ".join(statement.anchor.exact.split("\n")[0].split()) in shown, statement
    targets = {t.attrs["href"] for t in tokens(text) if t.type == "link_open"}
    places = set(re.findall(r'<a id="([^"]+)"', text))
    assert targets and {target.removeprefix("#") for target in targets} <= places
    assert text == markdown(DOSSIER, ui)


def test_each_paragraph_reference_is_true():
    text = markdown(DOSSIER, "en")
    document = DOSSIER.documents[0]
    for number, (start, end) in enumerate(paragraphs(document.text), 1):
        line = next(line for line in text.splitlines() if line.startswith(f'<a id="t1-p{number}">'))
        assert document.text[start:end].split()[0] in words(line)


@pytest.mark.parametrize("attack", ATTACKS + MORE)
def test_an_attack_is_only_words_in_markdown(attack):
    text = markdown(hostile(attack), "en")
    for token in tokens(text):
        if token.type in ("html_block", "html_inline"):
            assert re.fullmatch(r'<a id="t\d+-p\d+">|</a>|<br>', token.content.strip()), token.content
        assert token.type not in ("image", "code_inline", "code_block", "fence", "hr", "s_open")
        if token.type == "link_open":
            assert token.attrs["href"].startswith("#t")
    assert not re.search(r"[\u0000-\u0008\u202a-\u202e]", text)
    assert not re.search(r"(?<!\\):\\?//|www\.", text)


def test_escaping_changes_no_word():
    for line in (*ATTACKS, "1. one", "a*b_c", "5 > 3 & 2 < 4", "C# ^ = @ $"):
        assert words(escaped("x " + line)) == "x " + " ".join(line.split())


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_word_holds_every_statement_with_a_bookmark_each_line_leads_to(ui):
    data = word(DOSSIER, ui)
    assert data == word(DOSSIER, ui)
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    marks = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml))
    assert set(re.findall(r'w:anchor="([^"]+)"', xml)) <= marks
    assert xml.count("<w:bookmarkStart") == xml.count("<w:bookmarkEnd") == len(marks)
    for statement in DOSSIER.statements:
        assert "s_" + re.sub(r"\W", "_", statement.id) in marks
    text = "\n".join(p.text for p in read_docx(io.BytesIO(data)).paragraphs)
    for document in DOSSIER.documents:
        for start, end in paragraphs(document.text):
            assert document.text[start:end] in text


@pytest.mark.parametrize("attack", [*ATTACKS, *MORE, "\ufffe\uffff", "{ DDEAUTO cmd }", "x" * 1_000_000])
def test_an_attack_is_only_words_in_word(attack):
    data = word(hostile(attack), "fr")
    archive = zipfile.ZipFile(io.BytesIO(data))
    xml = archive.read("word/document.xml").decode()
    assert "fldSimple" not in xml and "instrText" not in xml and "altChunk" not in xml
    relations = archive.read("word/_rels/document.xml.rels").decode()
    assert "External" not in relations
    assert read_docx(io.BytesIO(data)).paragraphs
