"""A table twice as long costs about twice as much to read, whatever it holds."""

import pytest

from pipeline.extract.layout import forms
from tests.cost import lines_run
from tests.forms.printed import Wide, document

LISTED = ["序号", "项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值"]


def indicator(no):
    return ["产出指标", "数量指标", f"完成第{no}件", f"≥{no + 1}次"]


TABLES = {
    "a list of projects": lambda n: [LISTED, *([str(no), f"{no}号项目", "10.5", *indicator(no)] for no in range(n))],
    "projects under subtotals": lambda n: [
        LISTED,
        *(
            row
            for no in range(0, n, 2)
            for row in (
                [Wide(f"{no}号站（小计）", 2), "10.5", Wide("", 4)],
                [str(no), f"{no}号项目", "10.5", *indicator(no)],
            )
        ),
    ],
    "indicators without a header": lambda n: [indicator(no) for no in range(n)],
    "no table of targets": lambda n: [["序号", "名称", "数量", "负责人"], *([f"{no}", "水泵", "2", "张三"] for no in range(n))],
    "labels and values": lambda n: [["项目名称", Wide("某项目", 3)], *(["预算科目", "办公费", "金额", "3"] for _ in range(n))],
    "headers that repeat": lambda n: [
        row for no in range(0, n, 2) for row in (["一级指标", "二级指标", "三级指标", "指标值"], indicator(no))
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_twice_the_rows_cost_twice_as_much(rows, rules):
    forms.read(document(rows(10)), rules)
    once, twice = (lines_run(lambda n=n: forms.read(document(rows(n)), rules), "extract/layout") for n in (100, 200))
    assert twice < 2.2 * once
