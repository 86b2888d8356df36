"""The report as a Word document (Office Open XML), for an editor, by the library that reads .docx here too."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from recoupe.report.outline import outline
from recoupe.report.outline.blocks import Block, Heading, Items, Para, Run, Table, Words
from recoupe.report.page import page
from recoupe.report.safe import CONTROL
from recoupe.report.words import Words as Interface
from recoupe.types import Dossier

# What XML 1.0 cannot hold, besides the controls.
ILLEGAL = re.compile("[\ud800-\udfff\ufffe\uffff]")
MOMENT = (1980, 1, 1, 0, 0, 0)
SOFT, LINK = "595650", "1B4B7A"
LOCALES = {"fr": "fr-FR", "en": "en-GB"}
WIDE = 9638  # twentieths of a point: 17 cm
LEVELS = {1: 22, 2: 15, 3: 12, 4: 10.5}


def word(dossier: Dossier, ui: str = "en") -> bytes:
    """The whole report as the bytes of a .docx; the same dossier gives the same bytes.

    Every line leads to its paragraph of the full texts, where each passage has a bookmark of its own (`s_…`).
    """
    words = Interface(ui)
    view = page(dossier, words)
    paper = _Paper(ui, view.title)
    for block in outline(view, words):
        paper.add(block)
    return paper.bytes()


class _Paper:
    def __init__(self, ui: str, title: str) -> None:
        self.paper: Any = Document()
        self.marks: dict[str, int] = {}
        # Elements are made directly: the library looks a style up in every style of the file, paragraph by paragraph.
        self.body = self.paper.element.body
        self.section = self.body.sectPr
        about = self.paper.core_properties
        about.title, about.author, about.language, about.comments = _safe(title)[:200], "recoupe", ui, ""
        about.created = about.modified = dt.datetime(*MOMENT, tzinfo=dt.UTC)
        self._styles(ui)

    def _styles(self, ui: str) -> None:
        section = self.paper.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.8)
        styles = self.paper.styles
        normal = styles["Normal"]
        self._font(normal, "Georgia", 10.5)
        normal.paragraph_format.space_after = Pt(5)
        _within(normal.element.get_or_add_rPr(), "lang", val=LOCALES.get(ui, ui))
        for level, size in LEVELS.items():
            style = styles[f"Heading {level}"]
            self._font(style, "Georgia" if level < 4 else "Arial", size)
            style.font.color.rgb = RGBColor.from_string("1D1C1A")
            style.font.bold, style.font.italic = True, False
            style.paragraph_format.space_before = Pt({1: 4, 2: 20, 3: 12, 4: 9}[level])
            style.paragraph_format.space_after = Pt(4)
            style.paragraph_format.keep_with_next = True
        for name in ("List Bullet", "Quote"):
            styles[name].font.italic = False
            styles[name].paragraph_format.space_after = Pt(3)
        styles["Quote"].paragraph_format.left_indent = Cm(0.6)
        styles["Quote"].font.color.rgb = RGBColor.from_string("1D1C1A")

    def _font(self, style: Any, name: str, size: float) -> None:
        style.font.name, style.font.size = name, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), name)

    def add(self, block: Block) -> None:
        """One block at the end of the document."""
        if isinstance(block, Heading):
            self._runs(self._paragraph(f"Heading{block.level}"), block.runs)
        elif isinstance(block, Para):
            soft = block.look == "note"
            self._runs(self._paragraph("Quote" if block.look == "quote" else "Normal"), block.runs, soft)
        elif isinstance(block, Items):
            for row in block.rows:
                self._runs(self._paragraph("ListBullet"), row)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._words(block)

    def _paragraph(self, style: str, parent: Any = None) -> Any:
        paragraph = _within(self.body if parent is None else parent, "p")
        if style != "Normal":
            _within(_within(paragraph, "pPr"), "pStyle", val=style)
        return paragraph

    def _runs(self, paragraph: Any, runs: Iterable[Run], soft: bool = False, size: float = 0) -> None:
        for run in runs:
            if run.text:
                self._run(paragraph, run, soft, size)

    def _run(self, paragraph: Any, run: Run, soft: bool, size: float) -> None:
        parent = paragraph
        if run.to:
            name = _mark(f"s_{run.to.mark}" if run.to.mark else run.to.paragraph)
            parent = _within(paragraph, "hyperlink", anchor=name, history="1")
        made = _within(parent, "r")
        # In the order of the schema, which Word holds a file to.
        look = _within(made, "rPr")
        for name in ["b"] * run.bold + ["i"] * run.italic:
            _within(look, name)
        if colour := LINK if run.to else SOFT if run.soft or soft else "":
            _within(look, "color", val=colour)
        if size:
            _within(look, "sz", val=str(int(size * 2)))
        if run.lang:
            _within(look, "lang", val=LOCALES.get(run.lang, run.lang))
        text = re.sub(r"[\n\r\t]+", " ", run.text) if run.lang else run.text
        for number, line in enumerate(_safe(text).split("\n")):
            if number:
                _within(made, "br")
            held = _within(made, "t")
            held.text = line
            held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _table(self, block: Table) -> None:
        grid = _within(self.body, "tbl")
        look = _within(grid, "tblPr")
        _within(look, "tblW", w="5000", type="pct")
        borders = _within(look, "tblBorders")
        for side in ("top", "bottom", "insideH"):
            _within(borders, side, val="single", sz="4", space="0", color="BBB7AD")
        columns = _within(grid, "tblGrid")
        for _ in block.head:
            _within(columns, "gridCol", w=str(WIDE // len(block.head)))
        head = tuple((Run(text, bold=True, soft=True),) for text in block.head)
        for number, cells in enumerate((head, *block.rows)):
            row = _within(grid, "tr")
            about = _within(row, "trPr")
            _within(about, "cantSplit")
            if number == 0:
                _within(about, "tblHeader")
            for runs in cells:
                cell = _within(row, "tc")
                _within(_within(cell, "tcPr"), "tcW", w=str(WIDE // len(block.head)), type="dxa")
                self._runs(self._paragraph("Normal", cell), runs, size=8.5)
        self._paragraph("Normal")

    def _words(self, block: Words) -> None:
        """A paragraph of an account; bookmarks, unlike marks of a page, may cross."""
        paragraph = self._paragraph("Normal")
        self._bookmark(paragraph, block.name, True)
        self._runs(paragraph, (Run(f"{block.number}  ", bold=True, soft=True),), size=8)
        self._bookmark(paragraph, block.name, False)
        cuts = sorted({0, len(block.text), *(edge for start, end, _ in block.marks for edge in (start, end))})
        for start, end in zip(cuts, [*cuts[1:], len(block.text)], strict=True):
            for a, b, name in block.marks:
                if b == start:
                    self._bookmark(paragraph, f"s_{name}", False)
                if a == start:
                    self._bookmark(paragraph, f"s_{name}", True)
            self._runs(paragraph, (Run(block.text[start:end], block.lang),))

    def _bookmark(self, paragraph: Any, name: str, opens: bool) -> None:
        number = str(self.marks.setdefault(name, len(self.marks)))
        if opens:
            _within(paragraph, "bookmarkStart", id=number, name=_mark(name))
        else:
            _within(paragraph, "bookmarkEnd", id=number)

    def bytes(self) -> bytes:
        """The file, its archive's clock stopped."""
        made, still = io.BytesIO(), io.BytesIO()
        self.body.append(self.section)
        self.paper.save(made)
        with zipfile.ZipFile(made) as old, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                info = zipfile.ZipInfo(name, MOMENT)
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, old.read(name))
        return still.getvalue()


def _within(parent: Any, tag: str, **attributes: str) -> Any:
    """A new last child of the word-processing namespace."""
    child = parent.makeelement(qn(f"w:{tag}"), {qn(f"w:{key}"): value for key, value in attributes.items()})
    parent.append(child)
    return child


def _mark(name: str) -> str:
    """A bookmark's name: letters, digits and underscores, at most 40."""
    return re.sub(r"\W", "_", name, flags=re.ASCII)[:40]


def _safe(text: str) -> str:
    return ILLEGAL.sub("\ufffd", CONTROL.sub("\ufffd", text))
