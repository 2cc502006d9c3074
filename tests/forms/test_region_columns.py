"""A value column is a region's by the name and the values of one; a header that no rule knows makes no region."""

import pytest

from tests.forms.printed import FORM, INDICATORS, ROWS, Wide, codes, read, unread

TEXTS = {
    "核对安排": ["每年核对", "", "见附件3"],
    "责任科室": ["信息科", "信息科", "办公室"],
    "佐证材料": ["运维台账", "故障记录2025", "考勤表"],
    "填报人": ["王五", "王五", "李四"],
    "参照水平": ["≥7个", "≤6%", "≥94%"],
    "三年平均": ["7", "6", "94"],
    "依据文件": ["财预〔2021〕101号", "", "合同"],
    "分管领导": ["张某", "张某", "张某"],
    "责任县区": ["东山县", "西河县", "南岭区"],
    "所在乡镇": ["东河镇", "", "北坪乡"],
    "预计2026年": ["9个", "5%", "96%"],
}
LIKE_TARGETS = ("参照水平", "三年平均", "预计2026年")
"""Those that hold what targets are like, under words that do not say that they are something else."""
COUNTIES = {"东山县": ["≥5个", "≤5%", "≥95%"], "西河县": ["≥3个", "≤4%", "≥90%"]}
LEVELS = ["一级指标", "二级指标", "三级指标"]
NAMED = [LEVELS, *(row[:3] for row in ROWS)]


def widened(table, headers, at):
    """A table with more columns at a place; each header with the cells below it."""
    columns = [[header, *cells] for header, cells in headers.items()]
    return [row[:at] + [column[row_no] for column in columns] + row[at:] for row_no, row in enumerate(table)]


def values(reading):
    return [[(value.text, value.region) for value in row.values] for row in reading.indicators]


unknown = pytest.mark.parametrize("header", TEXTS)


@unknown
@pytest.mark.parametrize("at", range(6))
def test_an_unknown_column_beside_a_value_column_is_unread_and_named(header, at):
    reading = read(FORM, widened(INDICATORS, {header: TEXTS[header]}, at))
    assert values(reading) == [[(row[-1], "")] for row in ROWS]
    assert unread(reading) == [text for text in TEXTS[header] if text]
    said = [one.evidence for one in reading.findings if one.code == "unread_cell"]
    assert said == [f"{header}: {text}" for text in TEXTS[header] if text]


@unknown
@pytest.mark.parametrize("at", range(6))
def test_an_unknown_column_beside_regions_is_no_region(header, at):
    table = widened(widened(NAMED, COUNTIES, 3), {header: TEXTS[header]}, at)
    reading = read(FORM, table)
    assert values(reading) == [list(zip(row, COUNTIES, strict=True)) for row in zip(*COUNTIES.values(), strict=True)]
    assert unread(reading) == [text for text in TEXTS[header] if text]


@pytest.mark.parametrize("header", [header for header in TEXTS if header not in LIKE_TARGETS])
def test_an_unknown_column_alone_holds_no_targets(header):
    reading = read(FORM, widened(NAMED, {header: TEXTS[header]}, 3))
    assert values(reading) == [[]] * len(ROWS)


@pytest.mark.parametrize("header", LIKE_TARGETS)
def test_a_column_that_holds_what_targets_are_like_is_read_and_said(header):
    reading = read(FORM, widened(NAMED, {header: TEXTS[header]}, 3))
    assert values(reading) == [[(text, "")] for text in TEXTS[header]]
    assert "read_by_content" in codes(reading)


@unknown
def test_an_unknown_header_above_a_value_header_is_no_region(header):
    upper = [*(Wide(level, rows=2) for level in LEVELS), header]
    reading = read(FORM, [upper, ["指标值"], *([*row[:3], row[-1]] for row in ROWS)])
    assert values(reading) == [[(row[-1], "")] for row in ROWS]


@unknown
def test_an_unknown_header_below_a_value_header_is_unread(header):
    upper = [*(Wide(level, rows=2) for level in LEVELS), Wide("指标值", 2)]
    rows = [[*row[:3], row[-1], text] for row, text in zip(ROWS, TEXTS[header], strict=True)]
    reading = read(FORM, [upper, ["本年目标值", header], *rows])
    assert values(reading) == [[(row[-1], "")] for row in ROWS]
    assert unread(reading) == [text for text in TEXTS[header] if text]


def test_the_one_unknown_column_below_a_value_header_holds_the_value():
    upper = [*(Wide(level, rows=2) for level in LEVELS), Wide("指标值", 2)]
    reading = read(FORM, [upper, ["数额", "单位"], *([*row[:3], "≥8", "个"] for row in ROWS)])
    assert values(reading) == [[("≥8", "")]] * 3
    assert {value.unit for row in reading.indicators for value in row.values} == {"个"}


def test_regions_under_a_value_header_may_have_names_of_any_kind():
    upper = [*(Wide(level, rows=2) for level in LEVELS), Wide("指标值", 4)]
    rows = [[*row[:3], "≥9", "≥3", "≥4", "≥2"] for row in ROWS]
    reading = read(FORM, [upper, ["合计", "东山县", "西河县", "经开区（本级）"], *rows])
    assert [region for _, region in values(reading)[0]] == ["合计", "东山县", "西河县", "经开区（本级）"]
    assert codes(reading) == []


def test_regions_may_follow_a_column_for_all():
    reading = read(FORM, widened(widened(NAMED, COUNTIES, 3), {"指标值": ["≥8个", "≤9%", "≥90%"]}, 3))
    assert [region for _, region in values(reading)[0]] == ["", "东山县", "西河县"]


def test_one_region_is_enough_if_it_prints_numbers():
    reading = read(FORM, widened(NAMED, {"东山县": COUNTIES["东山县"]}, 3))
    assert values(reading) == [[(text, "东山县")] for text in COUNTIES["东山县"]]


def test_a_column_of_names_under_the_name_of_a_place_is_no_region():
    reading = read(FORM, widened(NAMED, COUNTIES | {"市本级": ["王五", "赵六", "李四"]}, 3))
    assert [region for _, region in values(reading)[0]] == ["东山县", "西河县"]
    assert unread(reading) == ["王五", "赵六", "李四"]


def test_regions_that_print_words_where_the_others_do_are_regions():
    table = [LEVELS, ["效益指标", "社会效益指标", "安全出行"], ["效益指标", "可持续影响指标", "耕地质量"]]
    reading = read(FORM, widened(table, {"东山县": ["有效保障", "稳定"], "北坪乡": ["有效保障", "提升"]}, 3))
    assert [[region for _, region in row] for row in values(reading)] == [["东山县", "北坪乡"]] * 2


@pytest.mark.parametrize("header", ["2025年度指标值", "2025年目标值", "2025 年指标值"])
def test_a_year_before_a_header_is_no_other_header(header):
    reading = read(FORM, [[*INDICATORS[0][:-1], header], *ROWS])
    assert values(reading) == [[(row[-1], "")] for row in ROWS]


@pytest.mark.parametrize("last", ["—", "无此任务", "有效保障"])
def test_a_region_stays_one_on_the_next_page_whatever_its_last_row_says(last):
    header, *rows = widened(NAMED, COUNTIES, 3)
    odd = [*ROWS[2][:3], last, "≥90%"]
    for pages in ([[header, *rows[:2], header, odd]], [[header, *rows[:2]], [header, odd]]):
        reading = read(FORM, *pages)
        assert values(reading)[-1] == [(last, "东山县"), ("≥90%", "西河县")]
        assert unread(reading) == []


TOWNS = [
    ["1", "东河镇", "120.00", "8", "≥90%"],
    ["2", "西山镇", "95.50", "7", "≥88%"],
    [Wide("合计", 2), "215.50", "15", ""],
]


@pytest.mark.parametrize("first, third", [("补助金额", "序号"), ("产出指标", "补助金额")])
def test_the_label_of_a_total_is_no_sum_and_no_value(first, third):
    header = [Wide(first, 1, 2), Wide("乡镇", 1, 2), Wide(third, 1, 2), "产出指标", "满意度指标"]
    reading = read([["项目名称", Wide("某项目", 4)], header, ["整治村庄数量", "群众满意度"], *TOWNS])
    assert not [one for form in reading.forms for one in form.fields if one.text == "合计"]
    assert "合计" not in [text for row in values(reading) for text, _ in row]
    assert "合计" in [region for row in values(reading) for _, region in row]


WHOLES = ["≥6.2", "15.8", "≥90", "≥85"]
PARTS = [["≥3.6", "≥2.6"], ["8", "7.8"], ["≥90", "≥90"], ["≥85", "≥85"]]
OF_REGIONS = [
    ["产出指标", "数量指标", "造林面积", "万亩"],
    ["产出指标", "数量指标", "抚育面积", "万亩"],
    ["产出指标", "质量指标", "造林合格率", "%"],
    ["满意度指标", "服务对象满意度指标", "林农满意度", "%"],
]


def shared_out(header, wholes, at=0):
    rows = [[*names, *parts] for names, parts in zip(OF_REGIONS, PARTS, strict=True)]
    table = [[*LEVELS, "计量单位", "临川区", "南城县"], *rows]
    return values(read("2023年林业资金绩效目标表", widened(table, {header: wholes}, 4 + at)))


@pytest.mark.parametrize("header", ["全市合计", "合计", "全省", "县级小计", "总目标", "省下达数", "整体"])
@pytest.mark.parametrize("at", [0, 2])
def test_the_whole_of_what_regions_share_has_a_value_beside_theirs(header, at):
    for found, whole, parts in zip(shared_out(header, WHOLES, at), WHOLES, PARTS, strict=True):
        assert (whole, header) in found
        assert {text for text, region in found if region != header} == set(parts)


@pytest.mark.parametrize("header", ["省下达数", "整体", "总目标"])
def test_other_numbers_beside_those_of_regions_are_no_whole(header):
    assert all(len(found) == 2 for found in shared_out(header, ["7", "16", "90", "85"]))


def test_a_remark_that_every_row_repeats_makes_no_region_of_a_class():
    half = ["二级指标", "三级指标", "指标值"]
    first, second, third = (
        ["服务面积", "2.6万平方米"],
        ["保障工作合格率", "100%"],
        ["任务完成达标率", "100%"],
    )
    table = [
        ["经办情况", "一级指标", *half, *half],
        ["已核对", Wide("产出指标", rows=3), "数量指标", *first, "数量指标", *first],
        ["已核对", Wide("质量指标", rows=2), *second, Wide("质量指标", rows=2), *second],
        ["已核对", *third, *third],
    ]
    reading = read(FORM, table)
    assert sorted(row.texts["indicator_name"] for row in reading.indicators) == sorted(
        2 * [name for name, _ in (first, second, third)]
    )
    assert unread(reading) == ["已核对"] * 3
