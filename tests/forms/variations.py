"""Documents as published forms are likely to vary, and what a careful person reads in each, decided by hand.

Each is small: one or two projects with a few indicators. `forms` names some fields of each form, `rows` the indicators
as (form, level 1, level 2, name, target), `unread` the cells that no rule can place.
"""

from typing import Any, NamedTuple

from tests.forms.printed import Wide


class Variation(NamedTuple):
    """A document and its right reading."""

    name: str
    blocks: list[Any]
    forms: list[dict[str, str]]
    rows: list[tuple[int, str, str, str, str]]
    unread: list[str] = []  # noqa: RUF012 nobody writes to it


OUTPUT, BENEFIT, CONTENT = "产出指标", "效益指标", "满意度指标"
HEADER = ["一级指标", "二级指标", "三级指标", "指标值"]
A = [OUTPUT, "数量指标", "维护系统数量", "≥8个"]
B = [OUTPUT, "质量指标", "故障率", "≤5%"]
C = [BENEFIT, "社会效益指标", "到岗率", "≥95%"]
D = [CONTENT, "服务对象满意度指标", "用户满意度", "≥90%"]
TABLE = [HEADER, A, B, C]
FORM = [["项目名称", "运维经费"], ["项目单位", "某某局"], ["预算数", "5"], ["绩效目标", "保障运行。"]]
OF_FORM = {"project_name": "运维经费", "unit": "某某局", "budget_total": "5", "goals": "保障运行。"}


def of(*rows: list[str], form: int = 1) -> list[tuple[int, str, str, str, str]]:
    """The indicators of rows that print all four columns."""
    return [(form, *row) for row in rows]


def wide(rows: list[list[Any]], cols: int = 4) -> list[list[Any]]:
    """Form rows, each with its last cell made so wide that the row covers `cols` columns."""
    return [[*row[:-1], Wide(row[-1], cols - len(row) + 1)] for row in rows]


ONE_TABLE = [*wide(FORM), *TABLE]
SHORT = [["项目名称", Wide("宣传经费", 3)], ["预算数", Wide("7", 3)], ["绩效目标", Wide("宣传政策。", 3)]]

VARIATIONS = [
    Variation(
        "labels in another order", [[FORM[3], FORM[2], FORM[0], FORM[1]], TABLE], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "contact, telephone and date in the form",
        [[*FORM, ["联系人", "王五"], ["联系电话", "12345678"], ["填报日期", "2025年1月5日"]], TABLE], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "contact, telephone and date below the indicators",
        [[*ONE_TABLE, ["联系人", "王五", "联系电话", "12345678"], ["填报日期", Wide("2025年1月5日", 3)]]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "signatures in one row with their labels",
        [[*ONE_TABLE, [Wide("填报人：王五", 2), Wide("联系电话：12345678", 2)]]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "a budget over many rows",
        [
            [
                FORM[0] + ["项目单位", "某某局"],
                [Wide("项目资金（万元）", rows=5), "年度资金总额：", Wide("12", 2)],
                ["其中：财政拨款", Wide("5", 2)], ["上级补助资金", Wide("3", 2)], ["上年结转资金", Wide("1", 2)],
                ["其他资金", Wide("3", 2)], ["绩效目标", Wide("保障运行。", 3)],
            ],
            TABLE,
        ],
        [{
            "project_name": "运维经费", "unit": "某某局", "budget_total": "12", "budget_fiscal": "5",
            "budget_transfer": "3", "budget_carry_over": "1", "budget_other": "3", "amount_unit": "万元",
        }],
        of(A, B, C),
    ),
    Variation(
        "the header again on every page", [FORM, [HEADER, A, HEADER, B, HEADER, C]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "the header again with blanks in its words",
        [FORM, [HEADER, A, ["一 级 指 标", "二 级 指 标", "三 级 指 标", "指 标 值"], B]], [OF_FORM], of(A, B),
    ),
    Variation(
        "two projects in one table", [[*ONE_TABLE, *SHORT, HEADER, D]],
        [OF_FORM, {"project_name": "宣传经费", "budget_total": "7", "goals": "宣传政策。"}], of(A, B, C) + of(D, form=2),
    ),
    Variation(
        "two projects in one table with a blank row between", [[*ONE_TABLE, [Wide("", 4)], *SHORT, HEADER, D]],
        [OF_FORM, {"project_name": "宣传经费"}], of(A, B, C) + of(D, form=2),
    ),
    Variation(
        "notes between two tables", [FORM, "注：金额单位为元。", TABLE, "备注：以上指标须按季核对。", [HEADER, D]],
        [OF_FORM], of(A, B, C, D),
    ),
    Variation(
        "a label merged over two columns",
        [[[Wide(label, 2), Wide(text, 2)] for label, text in FORM] + TABLE], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "full-width digits, colons and brackets",
        [[["项目名称：", "运维经费"], ["项目单位:", "某某局"], ["预算数（元）：", "５"], ["绩效目标 ：", "保障运行。"]],
         [["一级指标", "二级指标", "三级指标", "指标值（％）"], A]],
        [{"project_name": "运维经费", "budget_total": "５", "amount_unit": "元"}], of(A),
    ),
    Variation(
        "labels written downwards",
        [[*FORM[:3], ["绩\n效\n目\n标", "保障运行。"]], [[Wide("绩\n效\n指\n标", rows=3), *HEADER], A, B]],
        [OF_FORM], of(A, B),
    ),
    Variation(
        "labels with marks of footnotes",
        [[["项目名称*", "运维经费"], ["项目单位①", "某某局"], ["预算数¹", "5"], ["绩效目标[1]", "保障运行。"]],
         [["一级指标", "二级指标", "三级指标*", "指标值②"], A]],
        [OF_FORM], of(A),
    ),
    Variation(
        "labels with numbers of several kinds",
        [[["一、项目名称", "运维经费"], ["（二）项目单位", "某某局"], ["3.预算数", "5"], ["④绩效目标", "保障运行。"]],
         [["1、一级指标", "2、二级指标", "3、三级指标", "4、指标值"], A]],
        [OF_FORM], of(A),
    ),
    Variation(
        "a blank first column", [[["", *row] for row in FORM], [["", *row] for row in TABLE]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "a table that a paragraph cuts in two", [FORM, [HEADER, A, B], "续表", [HEADER, ["", "时效指标", "完成时间", "12月"], C]],
        [OF_FORM], of(A, B, [OUTPUT, "时效指标", "完成时间", "12月"], C),
    ),
    Variation(
        "a table that a paragraph cuts in two, without a second header", [FORM, [HEADER, A, B], "续表", [C, D]],
        [OF_FORM], of(A, B, C, D),
    ),
    Variation(
        "level 2 merged over a change of level 1",
        [FORM, [HEADER, [OUTPUT, Wide("满意度指标", rows=2), "甲", "8个"], [CONTENT, "乙", "9个"]]],
        [OF_FORM], of([OUTPUT, "满意度指标", "甲", "8个"], [CONTENT, "满意度指标", "乙", "9个"]),
    ),
    Variation(
        "level 1 blank below, level 2 printed", [FORM, [HEADER, A, ["", *B[1:]], C]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "level 3 over two rows",
        [FORM, [HEADER, [OUTPUT, "数量指标", Wide("培训人数", rows=2), "上半年40人"], [OUTPUT, "数量指标", "下半年60人"]]],
        [OF_FORM], of([OUTPUT, "数量指标", "培训人数", "上半年40人"], [OUTPUT, "数量指标", "培训人数", "下半年60人"]),
    ),
    Variation(
        "row numbers", [FORM, [["序号", *HEADER], ["1", *A], ["2", *B], ["3", *C]]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "row numbers between the classes and the names",
        [FORM, [[*HEADER[:2], "序号", *HEADER[2:]], *([*row[:2], str(n), *row[2:]] for n, row in enumerate((A, B, C), 1))]],
        [OF_FORM], of(A, B, C),
    ),
    Variation(
        "a summary of all projects in front",
        [
            "项目支出绩效目标汇总表", [["序号", "项目名称", "预算数"], ["1", "运维经费", "5"], ["2", "宣传经费", "7"], ["", "合计", "12"]],
            FORM, TABLE, SHORT, [HEADER, D],
        ],
        [OF_FORM, {"project_name": "宣传经费"}], of(A, B, C) + of(D, form=2),
        ["序号", "项目名称", "预算数", "1", "运维经费", "5", "2", "宣传经费", "7", "合计", "12"],
    ),
    Variation(
        "subtotals of weights between the classes",
        [FORM, [[*HEADER, "分值"], [*A, "20"], [Wide("小计", 4), "20"], [*C, "30"], [Wide("合计", 4), "50"]]],
        [OF_FORM], of(A, C),
    ),
    Variation(
        "a heading over the indicators inside the table",
        [[*wide(FORM), [Wide("绩效指标", 4)], *TABLE]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "the title as the first row of the table",
        [[[Wide("项目支出绩效目标表", 4)], [Wide("（2025年度）", 4)], *ONE_TABLE]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "goals and their label side by side for two periods",
        [[["项目名称", Wide("运维经费", 3)], ["总体目标", "三年建成。", "年度目标", "今年开工。"], *TABLE]],
        [{"project_name": "运维经费"}], of(A, B, C),
    ),
    Variation(
        "class and name in one column of headers",
        [FORM, [[Wide("绩效指标", 3), "指标值"], A, B]], [OF_FORM], of(A, B),
    ),
    Variation(
        "classes with points and line breaks",
        [FORM, [HEADER, [Wide("产出\n指标\n（50分）", rows=2), "数量\n指标", *A[2:]], ["质量\n指标", *B[2:]]]],
        [OF_FORM], of(["产出\n指标\n（50分）", "数量\n指标", *A[2:]], ["产出\n指标\n（50分）", "质量\n指标", *B[2:]]),
    ),
    Variation(
        "an empty row for more indicators", [FORM, [HEADER, A, ["", "", "", ""], ["……", "", "", ""], C]], [OF_FORM], of(A, C),
    ),
    Variation(
        "a remark over all columns in the middle", [FORM, [HEADER, A, [Wide("注：以下为效益部分", 4)], C]], [OF_FORM], of(A, C),
    ),
    Variation(
        "names with numbers before them", [FORM, [HEADER, [*A[:2], "1.维护系统数量", A[3]], [*B[:2], "指标2：故障率", B[3]]]],
        [OF_FORM], of([*A[:2], "1.维护系统数量", A[3]], [*B[:2], "指标2：故障率", B[3]]),
    ),
    Variation(
        "signs, numbers and units below one header",
        [
            FORM,
            [
                [*(Wide(header, rows=2) for header in HEADER[:3]), Wide("年度指标值", 3)], ["符号", "数值", "计量单位"],
                [*A[:3], "≥", "8", "个"],
            ],
        ],
        [OF_FORM], of([*A[:3], "8"]),
    ),
    Variation(
        "the unit of money in a row of its own at the right",
        [[["", Wide("单位：万元", 3)], *ONE_TABLE]], [OF_FORM | {"amount_unit": "单位：万元"}], of(A, B, C),
    ),
    Variation(
        "values before names", [FORM, [row[::-1] for row in TABLE]], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "label and value in one cell",
        [[["项目名称：运维经费"], ["项目单位：某某局"], ["预算数：5"], ["绩效目标：保障运行。"]], TABLE], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "two labels a row",
        [[["项目名称", "运维经费", "项目单位", "某某局"], ["预算数", "5", "绩效目标", "保障运行。"]], TABLE], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "a label down the side that goes on in the next table without a header",
        [
            [*wide(FORM, 5), [Wide("绩效指标", rows=3), *HEADER], A, B],
            "续表", [[Wide("绩效指标", rows=2), *C], D],
        ],
        [OF_FORM], of(A, B, C, D),
    ),
    Variation(
        "a list of projects with goals in front",
        [[["项目名称", "绩效目标"], ["运维经费", "保障运行。"], ["宣传经费", "宣传政策。"]], FORM, TABLE], [OF_FORM], of(A, B, C),
        ["项目名称", "绩效目标", "运维经费", "保障运行。", "宣传经费", "宣传政策。"],
    ),
    Variation(
        "a table of explanations after the indicators",
        [FORM, TABLE, [["名词解释", "说明"], ["机关运行经费", "指为保障行政单位运行的资金。"]]], [OF_FORM], of(A, B, C),
        ["名词解释", "说明", "机关运行经费", "指为保障行政单位运行的资金。"],
    ),
    Variation(
        "a table of four unknown columns after the indicators",
        [FORM, TABLE, [["科目", "上年", "本年", "增减"], ["办公费", "5", "6", "1"]]], [OF_FORM], of(A, B, C),
        ["科目", "上年", "本年", "增减", "办公费", "5", "6", "1"],
    ),
    Variation(
        "a class whose name a line break cuts, and a class with blanks in it",
        [FORM, [HEADER, ["产 出 指 标", "数量\n指标", *A[2:]], ["效益\n指标", "社会效益\n指标", *C[2:]]]],
        [OF_FORM], of(["产 出 指 标", "数量\n指标", *A[2:]], ["效益\n指标", "社会效益\n指标", *C[2:]]),
    ),
    Variation(
        "a continued class after a repeated header",
        [FORM, [HEADER, [Wide(OUTPUT, rows=2), *A[1:]], B[1:], HEADER, ["", "", "完好率", "≥99%"], C]],
        [OF_FORM], of(A, B, [OUTPUT, "质量指标", "完好率", "≥99%"], C),
    ),
    Variation(
        "an indicator table with a description, a weight and a remark in front",
        [FORM, [["备注", "分值", "指标解释", *HEADER], ["", "20", "系统数", *A], ["按月", "10", "故障占比", *B]]],
        [OF_FORM], of(A, B),
    ),
    Variation(
        "a level 3 that is a merge over levels 2 and 3",
        [FORM, [HEADER, A, [CONTENT, Wide("用户满意度", 2), "≥90%"]]],
        [OF_FORM], of(A, [CONTENT, "用户满意度", "用户满意度", "≥90%"]),
    ),
    Variation(
        "full-width header words and a header with a note",
        [FORM, [["一级指标", "二级指标", "三级指标（名称）", "指标值（包含数字及文字描述）"], A]], [OF_FORM], of(A),
    ),
    Variation(
        "a form that a paragraph cuts in two",
        [FORM[:2], "（续）", FORM[2:], TABLE], [OF_FORM], of(A, B, C),
    ),
    Variation(
        "a project without indicators between two with", [FORM, TABLE, SHORT, FORM, [HEADER, D]],
        [OF_FORM, {"project_name": "宣传经费"}, OF_FORM], of(A, B, C) + of(D, form=3),
    ),
]  # fmt: skip
