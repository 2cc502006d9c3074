"""Workbooks as officials lay them out, made with openpyxl, and what is right for each.

Rows are lists; `<` goes on the cell on its left, `^` the cell above. A pair is a value and the code of its number format.
"""

import io
from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | tuple[float, str] | None
Right = list[tuple[str | None, str | None, str | None, list[tuple[str, str]]]]
"""Of each project: its name, the year, the total budget in yuan, its indicators' names and targets as printed."""
THIN = Side(style="thin")
BOXED = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
RULED = Border(top=THIN, bottom=THIN)
TRAINING = [("培训人次", "≥1200人次"), ("合格率", "≥95%"), ("完成时间", "2025年12月底前"), ("学员满意度", "≥90%")]
ROADS = [("养护里程", "≥350公里"), ("验收合格率", "100%"), ("完工时间", "2025年11月"), ("群众满意度", "≥85%")]
SECOND = ("数量指标", "质量指标", "时效指标", "服务对象满意度指标")


def write(sheet: Worksheet, rows: Sequence[Sequence[Value]], top: int = 1, border: Border | None = BOXED) -> int:
    """Write rows from a row on; returns the row after them."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row_no, row in enumerate(rows, top):
        for col_no, value in enumerate(row, 1):
            before = {"<": (row_no, col_no - 1), "^": (row_no - 1, col_no)}.get(value if isinstance(value, str) else "")
            own = owner[before] if before else (row_no, col_no)
            owner[row_no, col_no] = own
            spans[own] = (row_no, col_no)
            cell = sheet.cell(row_no, col_no)
            if border:
                cell.border = border
            if not before:
                cell.value, cell.number_format = value if isinstance(value, tuple) else (value, cell.number_format)
    for (row_no, col_no), (last_row, last_col) in spans.items():
        if (row_no, col_no) != (last_row, last_col):
            sheet.merge_cells(start_row=row_no, end_row=last_row, start_column=col_no, end_column=last_col)
    return top + len(rows)


def form(
    name: str, amount: Value, indicators: Sequence[tuple[Value, Value]], unit: str = "（万元）"
) -> list[list[Value]]:
    """A project's form, five columns wide."""
    first = ("产出指标", "^", "^", "满意度指标")
    return [
        ["项目名称", name, "<", "<", "<"],
        ["主管部门", "某市教育局", "<", "实施单位", "某市教育局本级"],
        [f"项目资金{unit}", "年度资金总额", "<", amount, "<"],
        ["^", "其中：财政拨款", "<", amount, "<"],
        ["^", "其他资金", "<", 0, "<"],
        ["年度总体目标", "完成年度工作，保障有关事项顺利开展。", "<", "<", "<"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
        *(["^", one, two, *pair] for one, two, pair in zip(first, SECOND, indicators, strict=True)),
    ]


def lone(sheet: Worksheet, row_no: int, text: str, width: int = 5, merged: bool = True, column: int = 1) -> int:
    """A text alone in its row, merged over the width or overflowing; returns the next row."""
    sheet.cell(row_no, column, text)
    if merged:
        sheet.merge_cells(start_row=row_no, end_row=row_no, start_column=1, end_column=width)
    return row_no + 1


def titled(
    sheet: Worksheet, rows: Sequence[Sequence[Value]], merged: bool = True, border: Border | None = BOXED
) -> int:
    """附件 in A1, the title, the year, then the form."""
    row_no = lone(sheet, 1, "附件1", merged=False)
    row_no = lone(sheet, row_no, "项目支出绩效目标表", merged=merged)
    row_no = lone(sheet, row_no, "（2025年度）", merged=merged)
    return write(sheet, rows, row_no, border)


def numbered(sheet: Worksheet) -> None:
    """Values typed as numbers under formats."""
    # In yuan, printed in ten thousand with one decimal: 281.3万元 is what is on paper.
    values = [("培训人次", (1200, '"≥"#,##0"人次"')), ("合格率", (0.95, '"≥"0%')),
              ("完成时间", (45992, 'yyyy"年"m"月"d"日"')), ("学员满意度", (0.9, "≥0.0%"))]  # fmt: skip
    titled(sheet, form("培训经费", (2812600, '0!.0,"万元"'), values, ""))


PRINTED = [("培训人次", "≥1,200人次"), ("合格率", "≥95%"), ("完成时间", "2025年12月1日"), ("学员满意度", "≥90.0%")]
LIST_HEAD = ["序号", "项目名称", "预算金额（万元）", "一级指标", "二级指标", "三级指标", "指标值"]


def listed(merged: bool) -> list[list[Value]]:
    """All projects' indicators in one list; projects merged down, or repeated in each row."""
    rows: list[list[Value]] = [list(LIST_HEAD)]
    for number, (name, amount, held) in enumerate((("培训经费", 281.26, TRAINING), ("公路养护", 1500, ROADS)), 1):
        for place, (two, pair) in enumerate(zip(SECOND, held, strict=True)):
            own: list[Value] = ["^"] * 3 if place and merged else [number, name, (amount, "#,##0.00")]
            rows.append([*own, "满意度指标" if place == 3 else "产出指标", two, *pair])
    return rows


def one_sheet_each(book: Workbook) -> None:
    contents = book.active
    contents.title = "目录"
    write(contents, [["序号", "名称"], [1, "培训经费"], [2, "公路养护"]])
    titled(book.create_sheet("1"), form("培训经费", 281.26, TRAINING))
    titled(book.create_sheet("2"), form("公路养护", 1500, ROADS))


def without_lines(book: Workbook) -> None:
    titled(book.active, form("培训经费", 281.26, TRAINING), border=None)
    titled(book.create_sheet(), form("公路养护", 1500, ROADS), border=None)


def stacked(border: Border | None, blanks: int = 1) -> Callable[[Workbook], None]:
    def make(book: Workbook) -> None:
        sheet, row_no = book.active, 1
        for name, amount, held in (("培训经费", 281.26, TRAINING), ("公路养护", 1500, ROADS)):
            row_no = lone(sheet, row_no, "2025年项目支出绩效目标表", merged=False)
            row_no = lone(sheet, row_no, "单位：万元", merged=False, column=5)
            row_no = write(sheet, form(name, amount, held, ""), row_no, border)
            sheet.cell(row_no, 1, "填报人：张三")
            sheet.cell(row_no, 4, "联系电话：12345678")
            row_no += 1 + blanks

    return make


def boxed_title(book: Workbook) -> None:
    rows = form("培训经费", 281.26, TRAINING)
    write(book.active, [["项目支出绩效目标表", *"<<<<"], ["（2025年度）", *"<<<<"], *rows])


def with_other_tables(book: Workbook) -> None:
    sheet = book.active
    sheet.title = "收支总表"
    row_no = lone(sheet, 1, "2025年部门收支总表", 4)
    write(
        sheet,
        [["收入", "<", "支出", "<"], ["项目", "预算数", "项目", "预算数"], ["一般公共预算", 300, "教育支出", 300]],
        row_no,
    )
    titled(book.create_sheet("绩效目标"), form("培训经费", 281.26, TRAINING))
    hidden = book.create_sheet("下拉")
    write(hidden, [["产出指标"], ["效益指标"]])
    hidden.sheet_state = "veryHidden"


def two_in_a_row(border: Border | None) -> Callable[[Workbook], None]:
    def make(book: Workbook) -> None:
        sheet = book.active
        row_no = lone(sheet, 1, "2025年项目支出绩效目标表")
        sheet.cell(row_no, 1, "编制单位：某市教育局")
        sheet.cell(row_no, 5, "单位：万元")
        write(sheet, form("培训经费", 281.26, TRAINING, ""), row_no + 1, border)

    return make


def filtered(book: Workbook) -> None:
    sheet = book.active
    row_no = lone(sheet, 1, "2025年项目支出绩效目标表", 7)
    write(sheet, listed(merged=False), row_no)
    for hidden in range(7, 11):
        sheet.row_dimensions[hidden].hidden = True


def listed_book(merged: bool, border: Border | None) -> Callable[[Workbook], None]:
    def make(book: Workbook) -> None:
        row_no = lone(book.active, 1, "2025年项目支出绩效目标表", 7)
        write(book.active, listed(merged), row_no, border)

    return make


def over_lined(book: Workbook) -> None:
    """A title merged over all columns, and lines drawn far beyond the form."""
    sheet = book.active
    sheet["A1"] = "2025年项目支出绩效目标表"
    sheet.merge_cells("A1:XFD1")
    last = write(sheet, form("培训经费", 281.26, TRAINING), 2)
    for row in sheet.iter_rows(last, last + 200, 1, 12):
        for cell in row:
            cell.border = BOXED


def hidden_column(book: Workbook) -> None:
    sheet = book.active
    titled(sheet, [[*row, f"内部{at}"] for at, row in enumerate(form("培训经费", 281.26, TRAINING))])
    sheet.column_dimensions["F"].hidden = True


def paged_by_hand(book: Workbook) -> None:
    """The header repeated where a page ends."""
    rows = listed(merged=False)
    write(book.active, [*rows[:5], rows[0], *rows[5:]], lone(book.active, 1, "2025年项目支出绩效目标表", 7))


ONE: Right = [("培训经费", "2025", "2812600.00", TRAINING)]
BOTH: Right = [*ONE, ("公路养护", "2025", "15000000.00", ROADS)]
# Neither lines nor a blank row part these forms. A title inside a table says nothing of the form below it.
NOT_YET: dict[str, tuple[Callable[[Workbook], None], Right]] = {
    "forms stacked, no lines, no blank row": (stacked(None, 0), BOTH),
}
WORKBOOKS: dict[str, tuple[Callable[[Workbook], None], Right]] = {
    "one sheet for each project": (one_sheet_each, BOTH),
    "no lines": (without_lines, BOTH),
    "forms stacked": (stacked(BOXED), BOTH),
    "forms stacked, no blank row": (stacked(BOXED, 0), BOTH),
    "forms stacked, no lines": (stacked(None), BOTH),
    "lines around the title": (boxed_title, ONE),
    "other tables and a hidden sheet": (with_other_tables, ONE),
    "unit and money unit in a row": (two_in_a_row(BOXED), ONE),
    "unit and money unit in a row, no lines": (two_in_a_row(None), ONE),
    "horizontal lines only": (two_in_a_row(RULED), ONE),
    "numbers under formats": (lambda book: numbered(book.active), [("培训经费", "2025", "2813000.00", PRINTED)]),
    "a list, projects merged": (listed_book(True, BOXED), BOTH),
    "a list, projects repeated": (listed_book(False, BOXED), BOTH),
    "a list without lines": (listed_book(True, None), BOTH),
    "a list, filtered": (filtered, ONE),
    "lines beyond the form": (over_lined, ONE),
    "a hidden column": (hidden_column, ONE),
    "a header repeated by hand": (paged_by_hand, BOTH),
}


def made(name: str) -> bytes:
    """The bytes of a workbook."""
    book = Workbook()
    (WORKBOOKS | NOT_YET)[name][0](book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
