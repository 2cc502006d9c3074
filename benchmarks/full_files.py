"""Files that are full of what takes time or memory: what stands in them, a number of which → the bytes of a file."""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import openpyxl

from tests import pdf
from tests.formats import excel_2003
from tests.formats.open_document.test_open_document import flat
from tests.word import Xml, docx, paragraph, part, table, with_part

HEADER = ["一级指标", "二级指标", "三级指标", "指标描述", "指标值"]
LIST = ["序号", "项目名称", "预算金额", "绩效目标", "备注"]
ROWS_OF_PAGE = 38
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Rows = Sequence[Sequence[str]]
Made = Callable[[int], bytes]


# --- rows -------------------------------------------------------------------------------------------------------------


def indicators(n: int) -> Rows:
    return [["项目名称", "甲"], HEADER, *(["产出指标", "数量指标", f"维护{k}", "", f"≥{k}个"] for k in range(n))]


def listed(n: int) -> Rows:
    return [LIST, *([str(k), f"项目{k}", str(k), f"完成{k}个", ""] for k in range(n))]


def unknown(n: int) -> Rows:
    return [["甲", f"乙{k}", "3", "丁"] for k in range(n)]


def single(n: int) -> Rows:
    return [[f"甲{k}"] for k in range(n)]


def labelled(n: int) -> Rows:
    return [[f"第{k}项", f"{k}万元"] for k in range(n)]


def costs(n: int) -> Rows:
    return [HEADER, *(["成本指标", "经济成本指标", f"甲{k}成本", "", f"≤{k}元/人"] for k in range(n))]


CONTENTS = (indicators, listed)
IN_WORD = (*CONTENTS, unknown, single, labelled, costs)
"""What is laid out costs the same in each format; so the others are tried in one."""


# --- formats ----------------------------------------------------------------------------------------------------------


def in_docx(rows: Rows) -> bytes:
    return docx(table(rows))


def in_csv(rows: Rows) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def in_html(rows: Rows) -> bytes:
    printed = ("".join(map("<td>{}".format, row)) for row in rows)
    return f"<table>{''.join(map('<tr>{}'.format, printed))}</table>".encode()


def in_rtf(rows: Rows) -> bytes:
    bounds = {n: "".join(f"\\cellx{at * 999}" for at in range(1, n + 1)).encode() for n in range(1, 9)}
    printed = (b"".join(_gbk(text) + b"\\cell " for text in row) for row in rows)
    body = (b"\\trowd" + bounds[len(row)] + b" " + texts + b"\\row\n" for row, texts in zip(rows, printed, strict=True))
    return b"{\\rtf1\\ansi\\ansicpg936 " + b"".join(body) + b"}"


def _gbk(text: str) -> bytes:
    return "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in text.encode("gbk")).encode()


def in_xlsx(rows: Rows) -> bytes:
    numbers: dict[str, int] = {}
    cells = [[numbers.setdefault(text, len(numbers)) for text in row] for row in rows]
    return book(list(numbers), cells)


def book(strings: Sequence[str], cells: Sequence[Sequence[int]]) -> bytes:
    """A workbook of shared strings, and of rows of their numbers."""
    shared = "".join(map("<si><t>{}</t></si>".format, strings))
    printed = ("".join(map('<c t="s"><v>{}</v></c>'.format, row)) for row in cells)
    rows = "".join(map("<row>{}</row>".format, printed))
    held = io.BytesIO()
    made = openpyxl.Workbook()
    made.active.append(["甲"])
    made.save(held)
    data = held.getvalue()
    data = with_part(data, "xl/sharedStrings.xml", f'<sst xmlns="{SHEET}">{shared}</sst>')
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    return with_part(data, "xl/worksheets/sheet1.xml", sheet)


def in_odt(rows: Rows) -> bytes:
    return _opened(rows, "text")


def in_ods(rows: Rows) -> bytes:
    return _opened(rows, "spreadsheet")


def _opened(rows: Rows, kind: str) -> bytes:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    printed = ("".join(map(cell, row)) for row in rows)
    body = "".join(map("<table:table-row>{}</table:table-row>".format, printed))
    return flat(kind, f"<table:table>{body}</table:table>")


def in_excel_2003(rows: Rows) -> bytes:
    made = openpyxl.Workbook()
    made.active.append(["甲"])
    head, _, end = excel_2003.written(made).decode().partition("<Row")
    cells = ("".join(map('<Cell><Data ss:Type="String">{}</Data></Cell>'.format, row)) for row in rows)
    return (head + "".join(map("<Row>{}</Row>".format, cells)) + end.partition("</Row>")[2]).encode()


def in_pdf(rows: Rows) -> bytes:
    pages = (_equal(rows[at : at + ROWS_OF_PAGE]) for at in range(0, len(rows), ROWS_OF_PAGE))
    return pdf.pdf(*(pdf.page(*pdf.table(40, 40, one)) for one in pages))


def _equal(rows: Rows) -> list[list[str]]:
    most = max(map(len, rows))
    return [[*row, *[""] * (most - len(row))] for row in rows]


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "docx": in_docx, "xlsx": in_xlsx, "csv": in_csv, "html": in_html, "rtf": in_rtf, "odt": in_odt, "ods": in_ods,
    "xml": in_excel_2003, "pdf": in_pdf,
}  # fmt: skip


# --- files of one kind of thing ---------------------------------------------------------------------------------------


def _word(body: str) -> bytes:
    empty = docx()
    return with_part(empty, "word/document.xml", part(empty).decode().replace("<w:body>", f"<w:body>{body}"))


def _form(k: int) -> Xml:
    rows = [["项目名称", f"甲{k}"], HEADER, ["产出指标", "数量指标", f"维护{k}", "", f"≥{k}个"]]
    return Xml(table(rows) + paragraph(""))


def _holding(inner: str) -> Xml:
    """A cell that holds a table."""
    return Xml(f"<w:tc>{inner}<w:p/></w:tc>")


def _many(text: str, n: int) -> str:
    return "".join(text.format(k=k) for k in range(n))


def _page(*content: str) -> bytes:
    return pdf.pdf(pdf.page(pdf.text(100, 60, "甲"), *content))


def _crossing(k: int, n: int) -> str:
    level, upright = k / n * 800, k / n * 590
    return f"0 {level:.2f} m 590 {level:.2f} l S {upright:.2f} 0 m {upright:.2f} 800 l S"


_REPEATED = (
    '<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="50">'
    "<text:p>1</text:p></table:table-cell></table:table-row>"
)
_RTF_ROW = b"\\trowd" + b"".join(b"\\cellx%d" % (k * 9) for k in range(1, 60)) + b" " + b"1\\cell " * 59 + b"\\row"
_BLANKS = '<text:s text:c="1000"/>'
_STATED = "数量指标：培训{k}人数≥{k}人；"
OTHERS: dict[str, Made] = {
    "docx: paragraphs": lambda n: docx(*[paragraph(f"完成{k}个") for k in range(n)]),
    "docx: runs": lambda n: _word(f"<w:p>{'<w:r><w:t>1</w:t></w:r>' * n}</w:p>"),
    "docx: elements of no meaning": lambda n: _word("<w:p/>" * n),
    "docx: attributes": lambda n: _word('<w:p w:rsidR="1" w:rsidP="2" w:rsidRDefault="3"/>' * n),
    "docx: small tables": lambda n: docx(*[one for k in range(n) for one in (table([[f"甲{k}"]]), paragraph(""))]),
    "docx: forms": lambda n: docx(*map(_form, range(n))),
    "docx: projects in paragraphs": lambda n: docx(*[paragraph(f"项目名称：某项目{k}") for k in range(n)]),
    "docx: a long cell": lambda n: docx(table([HEADER, ["产出指标", "数量指标", "甲", "", _many("甲{k}个，", n)]])),
    "docx: goals": lambda n: docx(table([["项目名称", "甲"], ["绩效目标", _many("{k}.完成{k}个\n", n)]])),
    "docx: a text": lambda n: docx(paragraph(_many("完成{k}个，", n))),
    "docx: indicators in a text": lambda n: docx(paragraph("绩效目标表"), paragraph(_many(_STATED, n))),
    "docx: tables in cells": lambda n: docx(table([[_holding(table([[f"甲{k}"]]))] for k in range(n)])),
    "xlsx: shared strings": lambda n: book([f"甲{k}" for k in range(n)], [[0]]),
    "xlsx: one long string": lambda n: book(["甲" * 30_000], [[0]] * n),
    "xlsx: one string in all cells": lambda n: book(["甲"], [[0] * 20] * n),
    "csv: commas": lambda n: b"," * n,
    "csv: digits": lambda n: b"1,1,1,1\n" * n,
    "csv: lines": lambda n: b"1\n" * n,
    "csv: one line": lambda n: b"1," * n,
    "csv: quotes": lambda n: b'"",' * n,
    "html: tiny cells": lambda n: b"<table>" + (b"<tr>" + b"<td>1" * 10) * n,
    "html: tiny rows": lambda n: b"<table>" + b"<tr><td>1" * n,
    "html: tiny tables": lambda n: b"<table><tr><td>1</table>" * n,
    "html: paragraphs": lambda n: b"<html>" + b"<p>1" * n,
    "html: nested tables": lambda n: b"<html>" + b"<table><tr><td>" * n,
    "html: spans": lambda n: b"<table>" + b"<tr><td colspan=1000 rowspan=1000>1" * n,
    "html: styles": lambda n: f"<style>{_many('.a{k} p{{display:none}}', n)}</style>{'<p class=a1>1' * n}".encode(),
    "html: lists": lambda n: b"<html>" + b"<ol><li>1" * n,
    "html: entities": lambda n: b"<html><p>" + b"&amp;" * n,
    "html: attributes": lambda n: f"<html><p {_many('a{k}=1 ', n)}>1".encode(),
    "rtf: paragraphs": lambda n: b"{\\rtf1 " + b"\\par 1" * n + b"}",
    "rtf: groups": lambda n: b"{\\rtf1 " + b"{1}" * n + b"}",
    "rtf: deep groups": lambda n: b"{\\rtf1 " + b"{" * n + b"1" + b"}" * n + b"}",
    "rtf: cells": lambda n: b"{\\rtf1 " + _RTF_ROW * n + b"}",
    "rtf: rows without bounds": lambda n: b"{\\rtf1 " + b"\\intbl 1\\cell\\row" * n + b"}",
    "odt: paragraphs": lambda n: flat("text", "<text:p>1</text:p>" * n),
    "odt: repeated rows": lambda n: flat("text", f"<table:table>{_REPEATED * n}</table:table>"),
    "odt: blanks": lambda n: flat("text", f"<text:p>{_BLANKS * n}1</text:p>"),
    "ods: repeated rows": lambda n: flat("spreadsheet", f"<table:table>{_REPEATED * n}</table:table>"),
    "pdf: tiny texts": lambda n: _page(*(f"BT /F1 4 Tf {k % 590} {k // 590} Td <0031> Tj ET" for k in range(n))),
    "pdf: texts in one place": lambda n: _page(f"BT /F1 4 Tf {'<0031> Tj 0 0 Td ' * n} ET"),
    "pdf: lines": lambda n: _page(*(f"{k % 590} {k % 797} m {k % 590 + 20} {k % 797} l S" for k in range(n))),
    "pdf: crossing lines": lambda n: _page(*(_crossing(k, n) for k in range(n))),
    "pdf: boxes": lambda n: _page(*(f"{k % 580} {k // 58 % 800} 9 9 re S" for k in range(n))),
    "pdf: pages": lambda n: pdf.pdf(*[pdf.page(pdf.text(100, 60, "甲"))] * n),
}  # fmt: skip


def files() -> Iterator[tuple[str, Made]]:
    """Every kind of file, by its format and what stands in it."""
    for format, write in WRITERS.items():
        for content in IN_WORD if format == "docx" else CONTENTS:
            yield f"{format}: {content.__name__}", partial(_written, write, content)
    yield from OTHERS.items()


def _written(write: Callable[[Rows], bytes], content: Callable[[int], Rows], n: int) -> bytes:
    return write(content(n))
