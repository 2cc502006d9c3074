"""What every Word file that is made here is of: its page, its fonts, its tables."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from pipeline.rules.kinds.texts import MemoWords

GRID = "Table Grid"
THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
"""What makes a style take its fonts from the theme, whatever fonts it names."""
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
BLACK = RGBColor(0, 0, 0)
ROOM = Pt(2)
"""Between the text of a cell and the lines above and below it."""
BELOW = Pt(4)
"""Between a paragraph and what stands below it."""
ABOVE = Pt(8)
"""Between what stands above it and a heading."""
SHADES = {"error": "F2B8B5", "warning": "FBE3A6"}
"""The ground of a grade, so that it is seen before it is read; a note has none."""
HEAD = "EDEDED"
"""The ground of the head of a table."""
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def lay_out(paper: Document, words: MemoWords) -> None:
    """A page on its side, and for every style a font with Chinese characters, in black as official papers are."""
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    section.footer_distance = Cm(0.8)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = paper.styles[name]
        style.font.name = words.font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), words.font)
        for theme in THEME_FONTS:
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.color.rgb = BLACK
    _lay_out_title(paper.styles["Title"])
    paper.styles["Normal"].font.size = Pt(10.5)
    paper.styles["Normal"].paragraph_format.space_after = BELOW
    paper.styles["Heading 1"].paragraph_format.space_before = ABOVE
    _number_pages(section.footer.paragraphs[0])


def _lay_out_title(title: ParagraphStyle) -> None:
    """The title stands in the middle, without the line that Word draws below."""
    title.paragraph_format.alignment = CENTER
    title.font.size, title.paragraph_format.space_after = Pt(20), BELOW
    for line in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(line)


def _number_pages(footer: Paragraph) -> None:
    footer.alignment = CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def save(paper: Document, path: Path) -> None:
    """Writes a paper to `path`; a full disk costs none that was there before. Raises OSError."""
    in_memory = BytesIO()
    paper.save(in_memory)
    path.write_bytes(in_memory.getvalue())


def table(
    paper: Document, head: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[float]
) -> list[tuple[_Cell, ...]]:
    """A table with a head that is repeated on each page, its columns so many centimetres wide. Gives the cells of its
    rows, without the head.
    """
    made = paper.add_table(rows=1 + len(rows), cols=len(head), style=GRID)
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    cells = [tuple(row.cells) for row in made.rows]
    for line, texts in zip(cells, (head, *rows), strict=True):
        for cell, text, width in zip(line, texts, widths, strict=True):
            cell.width = Cm(width)
            _print(cell, str(text), bold=texts is head)
    _keep_together(made, cells[0])
    return cells[1:]


def _keep_together(made: Table, head: Sequence[_Cell]) -> None:
    """No row goes over the end of a page, and the head stands on the page of the first row."""
    for row in made.rows:
        _mark(row, "w:cantSplit")
    _mark(made.rows[0], "w:tblHeader")
    keep_with_next(head)
    for cell in head:
        _ground(cell, HEAD)


def keep_with_next(cells: Sequence[_Cell]) -> None:
    """Has a row stand on the page of the one below it."""
    for cell in cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _print(cell: _Cell, text: str, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = ROOM
    run = paragraph.add_run(printable(text))
    run.bold, run.font.size = bold, Pt(9)


def shade(cell: _Cell, severity: str) -> None:
    """Has a grade seen at a glance: by its ground on the screen, by its weight on black and white paper."""
    if severity not in SHADES:
        return
    _ground(cell, SHADES[severity])
    for run in cell.paragraphs[0].runs:
        run.bold = True


def _ground(cell: _Cell, colour: str) -> None:
    ground = OxmlElement("w:shd")
    for name, value in {"val": "clear", "color": "auto", "fill": colour}.items():
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def align(cells: Sequence[_Cell], how: WD_ALIGN_PARAGRAPH) -> None:
    """Where the texts of cells stand in them."""
    for cell in cells:
        cell.paragraphs[0].alignment = how


def printable(text: str) -> str:
    """A text that XML can hold: control characters, which print nothing, are left out."""
    return UNPRINTABLE.sub("", text)
