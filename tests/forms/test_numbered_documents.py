"""Numbers that Word makes count as print from the file to the goals of the dataset."""

import pytest

from pipeline.extract.formats.word.docx import parse
from pipeline.extract.layout import forms
from pipeline.rules import book
from tests.forms.printed import checked, codes, fields, texts, unread
from tests.grids.lists import abstract, item, level, num, numbered, simple
from tests.word import cell, paragraph, span, table

HEADER = ["一级指标", "二级指标", "三级指标", "指标值"]
ROWS = [["产出指标", "数量指标", "维护系统数量", "≥8个"], ["产出指标", "质量指标", "故障率", "≤5%"]]
GOALS = ["保障系统运行", "完成等保测评", "培训人员"]
FIELDS = [["项目名称", "运维经费"], ["预算数（元）", "5"]]


def reading(*blocks, numbering):
    return checked(forms.read(parse(numbered(blocks, numbering), "a.docx", book.default()), book.default()))


def form(*goals):
    return table([*FIELDS, ["绩效目标", cell(*goals)]])


@pytest.mark.parametrize(
    ("numbering", "numbers"),
    [
        (simple("decimal"), ["1.\t", "2.\t", "3.\t"]),
        (simple("decimal", "%1、"), ["1、\t", "2、\t", "3、\t"]),
        (simple("chineseCountingThousand", "%1、"), ["一、\t", "二、\t", "三、\t"]),
        (simple("decimal", "（%1）"), ["（1）\t", "（2）\t", "（3）\t"]),
    ],
    ids=["1.", "1、", "一、", "（1）"],
)
def test_goals_carry_their_numbers(numbering, numbers):
    found = reading(form(*map(item, GOALS)), table([HEADER, *ROWS]), numbering=numbering)
    assert fields(found)["goals"] == "\n".join(map("".join, zip(numbers, GOALS, strict=True)))


def test_a_column_that_word_numbers_breaks_no_row():
    rows = [[cell(item()), *row] for row in ROWS]
    found = reading(form(*GOALS), table([["序号", *HEADER], *rows]), numbering=simple("decimal", "%1"))
    assert texts(found, "level1", "level2", "indicator_name", "target") == [tuple(row) for row in ROWS]
    assert codes(found) == unread(found) == []


def test_classes_and_names_that_word_numbers_are_classes_and_names():
    numbering = abstract(level("chineseCountingThousand", "%1、"), level("decimal", "%2.", at=1)) + num(1)
    rows = [[cell(item(ROWS[0][0])), ROWS[0][1], cell(item(ROWS[0][2], 1)), ROWS[0][3]]]
    found = reading(form(*GOALS), table([HEADER, *rows]), numbering=numbering)
    assert texts(found, "level1", "indicator_name") == [("一、\t产出指标", "1.\t维护系统数量")]


def test_labels_and_headers_that_word_numbers_are_labels_and_headers():
    labels = table([[cell(item(label)), text] for label, text in [*FIELDS, ["绩效目标", "保障运行"]]])
    header = [cell(item(text)) for text in HEADER]
    for format in ("decimal", "chineseCountingThousand", "decimalEnclosedCircle"):
        found = reading(labels, table([header, *ROWS]), numbering=simple(format, "%1、"))
        assert fields(found) == {
            "amount_unit": "元",
            "project_name": "运维经费",
            "budget_total": "5",
            "goals": "保障运行",
        }
        assert len(found.indicators) == 2


@pytest.mark.parametrize(("format", "number"), [("decimal", "1"), ("chineseCountingThousand", None)])
def test_a_title_that_word_numbers_gives_its_number(format, number):
    found = reading(item("2025年运维经费绩效目标表"), form(*GOALS), numbering=simple(format, "%1、"))
    assert (fields(found)["title"], fields(found).get("project_no")) == ("2025年运维经费绩效目标表", number)


def test_indicators_nested_in_a_cell_of_the_form_belong_to_it():
    nested = cell(table([HEADER, *ROWS]), paragraph(""))
    found = reading(table([*FIELDS, ["绩效目标", "保障运行"], ["绩效指标", nested]]), numbering="")
    assert texts(found, "indicator_name") == [("维护系统数量",), ("故障率",)]
    assert [one.table_no for one in found.indicators] == [2, 2]


def test_a_target_that_word_numbers_keeps_its_text():
    rows = [[*ROWS[0][:3], cell(item("≥8个"))], [span("合计", 3), ""]]
    found = reading(form(*GOALS), table([HEADER, *rows]), numbering=simple("decimal"))
    assert texts(found, "target") == [("1.\t≥8个",)]
