"""Whether time grows no faster than what is read: each input is doubled, and the ratio of the times printed.

    python -m benchmarks.doubling [a word of the names of the inputs to try]

A ratio of 2 is linear. Each time is the processor time of all tables of a document, the least of `TURNS`; an input ends
where one takes over `LONGEST` seconds. The last column is the time of the largest.
"""

import sys
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from time import process_time

from openpyxl import Workbook

from pipeline.rules.book import default
from pipeline.run.document import document_tables
from tests.formats.open_document.test_open_document import flat
from tests.word import Xml, cell, docx, paragraph, span, table, vcont, vstart, with_part

TURNS = 1
STEPS = 4
LONGEST = 8.0
HEADER = ["一级指标", "二级指标", "三级指标", "指标描述", "指标值"]
LIST = ["序号", "项目名称", "预算金额", "绩效目标", "备注"]
ROW = ["产出指标", "数量指标", "维护信息系统数量", "维护信息系统的数量", "≥8个"]
COST = ["成本指标", "经济成本指标"]
TITLE, STATED = "绩效目标表", "数量指标：培训人数≥300人；"
FORM = [["项目名称", "某项目", "预算单位", "某单位"]]


def _form(rows: list[list[str | Xml]], *before: Xml) -> bytes:
    return docx(*before, table(FORM), paragraph(""), table(rows))


def _values(text: str) -> bytes:
    return _form([HEADER, [*ROW[:-1], text]])


def _together(text: str) -> bytes:
    header = ["一级指标", "二级指标", "三级指标", "运算符号", "指标值", "度量单位"]
    return _form([header, [*ROW[:3], text, text, text]])


def _html(rows: int) -> bytes:
    printed = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in [HEADER, *[ROW] * rows])
    return f"<html><table><tr><td>项目名称<td>某项目</table><table>{printed}</table></html>".encode()


def _rtf(rows: int) -> bytes:
    bounds = "".join(f"\\cellx{width * 1000}" for width in range(1, 6))
    escaped = [["".join(f"\\u{ord(char)}?" for char in text) for text in row] for row in [HEADER, *[ROW] * rows]]
    texts = [" ".join(f"{text}\\cell" for text in row) for row in escaped]
    body = "".join(f"\\trowd{bounds} {text}\\row\n" for text in texts)
    return f"{{\\rtf1\\ansi {body}}}".encode("latin-1")


def _xlsx(rows: int) -> bytes:
    book, held = Workbook(), BytesIO()
    for row in [["项目名称", "某项目"], HEADER, *[ROW] * rows]:
        book.active.append(row)
    book.save(held)
    return held.getvalue()


def _styles(count: int) -> bytes:
    chain = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{no}"><w:basedOn w:val="s{no + 1}"/></w:style>' for no in range(count)
    )
    text = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>某项目绩效目标表</w:t></w:r></w:p>'
    data = _form([HEADER, ROW], Xml(text))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return with_part(data, "word/styles.xml", f'<w:styles xmlns:w="{space}">{chain}</w:styles>')


def _nested(depth: int) -> bytes:
    inner = table([["甲"]])
    for _ in range(depth):
        inner = table([[cell("乙", inner, "")]])
    return docx(inner)


def _flat(rows: int) -> bytes:
    printed = [["项目名称", "某项目"], HEADER, *[ROW] * rows]
    cells = ("".join(f"<table:table-cell>{_line(text)}</table:table-cell>" for text in row) for row in printed)
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return flat("text", f"<table:table>{body}</table:table>")


def _line(text: str) -> str:
    return f"<text:p>{text}</text:p>"


INPUTS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "rows of a table": (250, lambda n: _form([HEADER, *[ROW] * n])),
    "rows of one class": (250, lambda n: _form([HEADER, [vstart(ROW[0]), *ROW[1:]], *[[vcont(), *ROW[1:]]] * n])),
    "rows of a list": (250, lambda n: _form([LIST, *[["1", f"甲{k}", "2", "丙", "丁"] for k in range(n)]])),
    "rows without a header": (250, lambda n: docx(table([["甲", "乙", "3", "丁", "戊"]] * n))),
    "rows of one cell": (250, lambda n: docx(table([["甲"]] * n))),
    "columns of a table": (8, lambda n: _form([HEADER * n, *[ROW * n] * 4])),
    "labels in a row": (8, lambda n: docx(table([["项目名称", "某项目"] * n] * 20))),
    "a long name": (2000, lambda n: _form([HEADER, [*ROW[:2], "系统" * n, *ROW[3:]]])),
    "a long value of digits": (2000, lambda n: _values("1" * n)),
    "a value of lists": (500, lambda n: _values("1," * n)),
    "a value of targets": (250, lambda n: _values("≥8个，" * n)),
    "a value of words": (1000, lambda n: _values("完成维护" * n)),
    "sign, value and unit of lists": (50, lambda n: _together("1," * n)),
    "sign, value and unit of words": (250, lambda n: _together("个以上" * n)),
    "a description": (500, lambda n: _form([HEADER, [*ROW[:3], "甲3元和乙4万元，" * n, "≥8个"]])),
    "goals": (250, lambda n: docx(table([*FORM, ["绩效目标", "".join(f"{k}.完成{k}个\n" for k in range(1, n))]]))),
    "purposes": (250, lambda n: docx(table([*FORM, ["资金用途", "用于甲3元/人和乙4万元，" * n]]))),
    "paragraphs": (1000, lambda n: _form([HEADER, ROW], *[paragraph("本年度完成全部工作任务")] * n)),
    "a paragraph": (5000, lambda n: _form([HEADER, ROW], paragraph("本年度完成全部工作任务" * n))),
    "styles in a chain": (2000, _styles),
    "tables": (50, lambda n: docx(*[Xml(table(FORM) + paragraph("") + table([HEADER, ROW]) + paragraph(""))] * n)),
    "nested tables": (50, lambda n: _form([HEADER, *[[cell(ROW[0], table([ROW]), ""), *ROW[1:]]] * n])),
    "tables in tables": (4, _nested),
    "cells merged across": (250, lambda n: _form([HEADER, *[[span("产出指标", 2), *ROW[2:]]] * n])),
    "cells merged down": (250, lambda n: _form([HEADER, *[[vstart("产出"), *ROW[1:]], [vcont(), *ROW[1:]]] * n])),
    "headers": (125, lambda n: _form([HEADER, ROW] * n)),
    "headers in a row": (25, lambda n: docx(table([[f"{text}{k}" for k in range(n) for text in HEADER]] * 3))),
    "labels": (125, lambda n: docx(table([*FORM, *[[f"第{k}项栏目", f"内容{k}"] for k in range(n)]]))),
    "sums": (125, lambda n: docx(table([*FORM, *[["其中：财政资金", f"{k}万元"] for k in range(n)]]))),
    "sums in a row": (25, lambda n: docx(table([*FORM, [text for k in range(n) for text in ("财政资金", f"{k}")]]))),
    "costs": (125, lambda n: _form([HEADER, *[[*COST, f"甲{k}成本", "", f"≤{k}元/人"] for k in range(n)]])),
    "classes": (125, lambda n: _form([HEADER, *[[f"第{k}类指标", f"第{k}种指标", *ROW[2:]] for k in range(n)]])),
    "a class over many lines": (500, lambda n: _form([HEADER, ["产出指标\n" * n, *ROW[1:]]])),
    "numbers in a value": (250, lambda n: _values("".join(f"第{k}期{k}个、" for k in range(n)))),
    "a value of digits and signs": (500, lambda n: _values("≥1" * n)),
    "projects in paragraphs": (125, lambda n: docx(*[paragraph(f"项目名称：某项目{k}") for k in range(n)])),
    "lines of indicators": (125, lambda n: docx(*map(paragraph, [TITLE, *[STATED] * n]))),
    "a paragraph of indicators": (125, lambda n: docx(paragraph(TITLE), paragraph(STATED * n))),
    "an open document": (250, _flat),
    "rows of a page": (250, _html),
    "rows of an RTF file": (250, _rtf),
    "rows of a workbook": (250, _xlsx),
}  # fmt: skip


def main(wanted: str = "") -> None:
    """Doubles each input and prints the ratios."""
    rules = default()
    document_tables(_values("1"), "a", rules)
    for name, (size, made) in INPUTS.items():
        if wanted not in name:
            continue
        times: list[float] = []
        for step in range(STEPS):
            data = made(size << step)
            times.append(min(_seconds(lambda data=data: document_tables(data, "a", rules)) for _ in range(TURNS)))
            if times[-1] > LONGEST:
                break
        ratios = [after / before for before, after in pairwise(times)]
        took = f"{times[-1]:8.2f} s  at {size << step:,}"
        print(f"{name:32}", *(f"{ratio:6.2f}" for ratio in ratios), took, flush=True)


def _seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


if __name__ == "__main__":
    main(*sys.argv[1:])
