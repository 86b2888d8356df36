"""The report as a Word document (Office Open XML), for an editor, by the library that reads .docx here too."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
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
SOFT = "595650"
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
        normal.element.get_or_add_rPr().append(self._lang(ui))
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
        self.style = {name: styles[name] for name in ("Normal", "List Bullet", "Quote")}
        self.heads = {level: styles[f"Heading {level}"] for level in LEVELS}

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
            self._runs(self._paragraph(self.heads[block.level]), block.runs)
        elif isinstance(block, Para):
            soft = block.look == "note"
            self._runs(self._paragraph(self.style["Quote" if block.look == "quote" else "Normal"]), block.runs, soft)
        elif isinstance(block, Items):
            for row in block.rows:
                self._runs(self._paragraph(self.style["List Bullet"]), row)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._words(block)

    def _paragraph(self, style: Any, cell: Any = None) -> Any:
        return (cell or self.paper).add_paragraph(style=style)

    def _runs(self, paragraph: Any, runs: Iterable[Run], soft: bool = False, size: float = 0) -> None:
        for run in runs:
            if not run.text:
                continue
            made = paragraph.add_run(_safe(re.sub(r"[\n\r\t]+", " ", run.text) if run.lang else run.text))
            made.bold, made.italic = run.bold or None, run.italic or None
            if size:
                made.font.size = Pt(size)
            if run.soft or soft:
                made.font.color.rgb = RGBColor.from_string(SOFT)
            if run.lang:
                made._r.get_or_add_rPr().append(self._lang(run.lang))
            if run.to:
                made.font.color.rgb = RGBColor.from_string("1B4B7A")
                link = OxmlElement("w:hyperlink")
                link.set(qn("w:anchor"), _mark(f"s_{run.to.mark}" if run.to.mark else run.to.paragraph))
                link.set(qn("w:history"), "1")
                paragraph._p.remove(made._r)
                link.append(made._r)
                paragraph._p.append(link)

    def _lang(self, lang: str) -> Any:
        element = OxmlElement("w:lang")
        element.set(qn("w:val"), {"fr": "fr-FR", "en": "en-GB"}.get(lang, "en-GB"))
        return element

    def _table(self, block: Table) -> None:
        grid = self.paper.add_table(rows=0, cols=len(block.head))
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "bottom", "insideH"):
            line = OxmlElement(f"w:{side}")
            for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BBB7AD")):
                line.set(qn(f"w:{key}"), value)
            borders.append(line)
        after = {qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook")}
        following = next((child for child in grid._tbl.tblPr if child.tag in after), None)
        # The schema wants them in one order, and Word refuses a file that has another.
        following.addprevious(borders) if following is not None else grid._tbl.tblPr.append(borders)
        head = tuple((Run(text, bold=True, soft=True),) for text in block.head)
        for number, cells in enumerate((head, *block.rows)):
            row = grid.add_row()
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, runs in zip(row.cells, cells, strict=True):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(1)
                self._runs(paragraph, runs, size=8.5)
        self.paper.add_paragraph()

    def _words(self, block: Words) -> None:
        """A paragraph of an account; bookmarks, unlike marks of a page, may cross."""
        paragraph = self._paragraph(self.style["Normal"])
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
        element = OxmlElement("w:bookmarkStart" if opens else "w:bookmarkEnd")
        element.set(qn("w:id"), str(self.marks.setdefault(name, len(self.marks))))
        if opens:
            element.set(qn("w:name"), _mark(name))
        paragraph._p.append(element)

    def bytes(self) -> bytes:
        """The file, its archive's clock stopped."""
        made, still = io.BytesIO(), io.BytesIO()
        self.paper.save(made)
        with zipfile.ZipFile(made) as old, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                info = zipfile.ZipInfo(name, MOMENT)
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, old.read(name))
        return still.getvalue()


def _mark(name: str) -> str:
    """A bookmark's name: letters, digits and underscores, at most 40."""
    return re.sub(r"\W", "_", name, flags=re.ASCII)[:40]


def _safe(text: str) -> str:
    return ILLEGAL.sub("\ufffd", CONTROL.sub("\ufffd", text))
