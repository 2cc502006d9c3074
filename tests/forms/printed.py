"""Documents written down as they are printed, and their readings."""

from hashlib import sha256
from typing import NamedTuple

from pipeline.extract.layout import forms
from pipeline.model.document import Address, Cell, Document, Grid, Paragraph
from pipeline.rules import book
from pipeline.schema.codes import ROLES


class Wide(NamedTuple):
    """A cell that covers several columns or rows. Rows below leave it out."""

    text: str
    cols: int = 1
    rows: int = 1


def grid(table_no, rows):
    """A table from its rows of cells, each a text or a Wide. A cell stands at the first place that is still free."""
    cells, taken = [], set()
    for row_no, row in enumerate(rows, 1):
        col_no = 1
        for cell in (Wide(cell) if isinstance(cell, str) else cell for cell in row):
            while (row_no, col_no) in taken:
                col_no += 1
            cells.append(Cell(row_no, col_no, cell.rows, cell.cols, cell.text))
            taken |= {(row_no + down, col_no + right) for down in range(cell.rows) for right in range(cell.cols)}
    return Grid(table_no, len(rows), max(col_no for _, col_no in taken), tuple(cells))


def document(*blocks, name="a.docx"):
    """A document from paragraphs (texts) and tables (lists of rows). Its name makes its id."""
    checksum = sha256(name.encode()).hexdigest()
    made, table_no = [], 0
    for block in blocks:
        if isinstance(block, str):
            made.append(Paragraph(block))
        else:
            table_no += 1
            made.append(grid(table_no, block))
    return Document(checksum[:16], name, checksum, 0, "docx", tuple(made))


def read(*blocks):
    """The reading of a document. Whatever it prints, each printed cell has a role, and what is unread is said."""
    return checked(forms.read(document(*blocks), book.default()))


def checked(reading):
    """The reading, if nothing printed was lost in it."""
    printed = {
        Address(grid.table_no, cell.row_no, cell.col_no)
        for grid in reading.document.grids
        for cell in grid.cells
        if not cell.is_blank
    }
    assert reading.roles.keys() == printed
    assert set(reading.roles.values()) <= set(ROLES)
    said = {(one.table_no, one.row_no) for one in reading.findings}
    for address, role in reading.roles.items():
        assert role != "unread" or {(address.table_no, address.row_no), (address.table_no, None)} & said
    return reading


def texts(reading, *names):
    """The indicator rows, each as the texts of the named columns, or of all; a value stands under what it is."""
    rows = []
    for row in reading.indicators:
        rows.append(dict(row.texts))
        for value in row.values:
            beside = {name: text for name in ("operator", "unit") if (text := getattr(value, name))}
            rows[-1] |= {value.what: value.text} | beside
    return [tuple(row.get(name) for name in names) for row in rows] if names else rows


def money(reading, form_no=1):
    """The sums of money of a form: source, measure, text."""
    return [(one.source, one.measure, one.text) for one in reading.forms[form_no - 1].fields if one.source]


def fields(reading, form_no=1):
    """The header fields of a form as printed, by name."""
    return {field.name: field.text for field in reading.forms[form_no - 1].fields}


def codes(reading):
    """The codes of all findings, in order."""
    return [finding.code for finding in reading.findings]


def unread(reading):
    """The texts of the cells without a role."""
    return [
        cell.text
        for grid in reading.document.grids
        for cell in grid.cells
        if reading.roles.get(Address(grid.table_no, cell.row_no, cell.col_no)) == "unread"
    ]


FORM = [
    [Wide("351101某某局", 3), "单位：元"],
    ["项目名称", Wide("运维经费", 3)],
    [Wide("预算规模及资金用途", rows=2), "预算数", "2812600.00", ""],
    [Wide("支付运维费。", 3)],
    ["绩效目标", Wide("1.保障运行。", 3)],
]
HEADER = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"]
ROWS = [
    ["产出指标", "数量指标", "维护系统数量", "系统个数", "≥8个"],
    ["产出指标", "质量指标", "故障率", "故障占比", "≤5%"],
    ["效益指标", "社会效益指标", "到岗率", "到岗占比", "≥95%"],
]
INDICATORS = [HEADER, *ROWS]
