"""A hostile article read as any other, then seen in a browser, in Markdown, Word and tables: it acts nowhere."""

import csv
import io
import re
import zipfile
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from recoupe import pipeline
from recoupe.export import FORMATS
from recoupe.export.contract import ROWS
from recoupe.export.csv import FORMULA
from recoupe.report import render
from recoupe.report.markdown import markdown
from recoupe.report.word import word
from recoupe.store import load, save
from recoupe.types import Document
from tests.serve.conftest import running

pytestmark = pytest.mark.browser

RUN = "window.acted=1;alert(1)"
WORDS = [
    f"<script>{RUN}</script>", f"<img src=x onerror={RUN}>", f'"><svg onload="{RUN}">', f"javascript:{RUN}",
    f"<a href='javascript:{RUN}'>ici</a>", f"</style></script><iframe srcdoc='<script>{RUN}</script>'>",
    "\u202eétrevuoc\u202c", "nul \u0000 et \u0007 cloche", "=HYPERLINK(\"http://evil.example\")",
    "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1;9)", "\t=1+1", "＝1+1", "{{ 7 * 7 }}", "[clic](javascript:alert(1))",
    "<math><mi xlink:href='javascript:alert(1)'>", "&#x3C;script&#x3E;", "https://evil.example/x.png",
]  # fmt: skip
SAID = "« {} », a déclaré la maire de Morvane, Ada Roule. Douze {} ont été blessées mardi, selon {}."
LONG = "<b onclick=alert(1)>" + "é" * 1_000_000
PLACES = (
    "", "relations", "matters", "said", "figures", "promises", "timeline", "events", "origins", "remarks", "names",
    "method", "text/1", "text/2", "text/3", "side?left=1&right=2", "add", "journal", "search?q=script",
    "search?q=%3Cscript%3E", "said?find=%3Cscript%3E", "export/html",
)  # fmt: skip


@pytest.fixture(scope="module")
def dossier():
    documents = []
    for number, lines in enumerate((WORDS, WORDS[::-1])):
        text = "\n\n".join([lines[0], *(SAID.format(each, each, each) for each in lines)])
        path, outlet, title = f"=cmd {number} <script>.txt", lines[8], lines[1]
        documents.append(
            Document(Document.make_id(text, outlet, None, path), text, "fr", path, outlet, WORDS[3], title)
        )
    found = pipeline.run(documents)
    assert len(found.statements) > 40
    return replace(found, documents=(*found.documents, Document("d-long", LONG, "fr", "long.txt", "=1+1")))


@pytest.fixture
def page(browser):
    context = browser.new_context(locale="fr-FR", accept_downloads=True)
    made = context.new_page()
    made.told, made.asked = [], []
    made.on("console", lambda message: made.told.append(message.text))
    made.on("pageerror", lambda error: made.told.append(str(error)))
    made.on("dialog", lambda dialog: (made.told.append("dialog"), dialog.dismiss()))
    made.on("request", lambda request: made.asked.append(request.url))
    yield made
    context.close()


INERT = """() => window.acted === undefined && !document.querySelector(
  'iframe, object, embed, math, img, [onerror], [onload], [onclick], a[href^="javascript:" i], a[href*="evil"]')"""
BIDI = """() => /[\\u0000\\u0007\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.outerHTML)"""


def test_every_page_of_the_desk_shows_it_inert(page, dossier, tmp_path):
    save(dossier, tmp_path / "story.db")
    assert [d.text for d in load(tmp_path / "story.db").documents] == [d.text for d in dossier.documents]
    with running((tmp_path,)) as base:
        for place in PLACES[:-1]:
            answer = page.goto(f"{base}/d/story/{place}")
            assert answer.status == 200, place
            assert page.evaluate(INERT), place
            assert not page.evaluate(BIDI), place
        page.goto(f"{base}/d/story/text/3")
        assert page.locator(".body").inner_text().count("é") == 1_000_000
        assert page.told == []
        assert [url for url in page.asked if not url.startswith(base + "/")] == []


def test_the_report_shows_it_inert(page, dossier, tmp_path):
    place = tmp_path / "report.html"
    place.write_text(render(dossier, "fr"), "utf-8")
    page.goto(place.as_uri())
    assert page.evaluate(INERT)
    assert not page.evaluate(BIDI)
    for mark in page.locator(".card button").all()[:5]:
        mark.click()
    assert page.told == []
    assert page.asked == [place.as_uri()]


def test_markdown_word_and_tables_hold_nothing_that_acts(dossier):
    told = markdown(dossier, "fr")
    assert not any(control in told for control in "\u202e\u202c\u0000\u0007")
    tokens = MarkdownIt("commonmark").enable(["table"]).parse(told)
    flat = [inner for token in tokens for inner in (token, *(token.children or ()))]
    assert {token.type for token in flat} & {"image", "fence", "code_inline", "code_block"} == set()
    for token in flat:
        if token.type in ("html_inline", "html_block"):
            assert re.fullmatch(r'<a id="t\d+-p\d+">|</a>|<br>', token.content.strip()), token.content
        assert token.type != "link_open" or token.attrs["href"].startswith("#t")
    archive = zipfile.ZipFile(io.BytesIO(word(dossier, "fr")))
    assert not any(name.endswith((".bin", ".js")) for name in archive.namelist())
    assert "External" not in archive.read("word/_rels/document.xml.rels").decode()
    csv.field_size_limit(2_000_000)
    for kind in ROWS:
        table = csv.reader(io.StringIO("".join(FORMATS["csv"].write(dossier, kind)), newline=""))
        begun = [cell for row in table for cell in row if cell.startswith(FORMULA)]
        assert [cell for cell in begun if not re.fullmatch(r"-\d+(\.\d+)?", cell)] == []  # a number is one
