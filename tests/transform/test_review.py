"""What a careful reader remarks: duplicates, deadlines, targets that are missing or not understood."""

import pytest

from pipeline.rules import book
from pipeline.transform.review.printed_project import Lexicon
from pipeline.transform.review.text_years import years
from tests.transform.made import QUANTITY, TIMELINESS, indicator, project, reviewed

INSIDE = ["2025年12月31日前", "2025年12月底", "2025年1月1日", "2025年", "≤24小时", "及时", "1年"]
OUTSIDE = ["2024年12月底", "2024年12月31日前", "2026年1月1日", "2026年3月底前", "2024年"]
WITHOUT_YEAR = ["12月", "12月底前", "12月31日"]
DEADLINE_CODES = ("deadline_outside_fiscal_year", "deadline_without_year")


def by_project(projects, *codes):
    """Project name → the findings with these codes, of a document with these projects (name → blocks)."""
    built = reviewed(*(block for blocks in projects.values() for block in blocks))
    names = {row["project_id"]: row["project_name"] for row in built["projects"]}
    found = {name: [] for name in projects}
    for row in sorted(built["issues"], key=lambda row: (row["table_no"] or 0, row["row_no"] or 0)):
        if row["code"] in codes:
            found[names[row["project_id"]]].append(row)
    return found


@pytest.fixture(scope="module")
def deadlines():
    """Deadline → what is found on it; `无年度` is one in a form without a fiscal year."""
    targets = {target: {"项目名称": target} for target in [*INSIDE, *OUTSIDE, *WITHOUT_YEAR]}
    projects = {target: project(indicator(TIMELINESS, "完成时间", target), **form) for target, form in targets.items()}
    projects["无年度"] = project(indicator(TIMELINESS, "完成时间", OUTSIDE[0]), 项目名称="无年度", 年度=None)
    return by_project(projects, *DEADLINE_CODES)


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        *((target, []) for target in INSIDE),
        *((target, ["deadline_outside_fiscal_year"]) for target in OUTSIDE),
        *((target, ["deadline_without_year"]) for target in WITHOUT_YEAR),
    ],
)
def test_a_deadline_is_a_finding_if_it_lies_outside_the_fiscal_year_or_names_none(deadlines, target, codes):
    assert [one["code"] for one in deadlines[target]] == codes


def test_a_deadline_outside_the_year_tells_the_day_and_the_year(deadlines):
    (said,) = deadlines["2024年12月底"]
    assert said["message_en"] == "The deadline 2024-12-31 lies outside fiscal year 2025"
    assert (said["evidence"], said["row_no"], said["severity"]) == ("2024年12月底", 2, "warning")


def test_without_a_fiscal_year_no_deadline_can_be_outside_it(deadlines):
    assert deadlines["无年度"] == []


ROW = indicator(QUANTITY, "维护数量", "8个")
DIFFERENT = {
    "指标值": indicator(QUANTITY, "维护数量", "9个"),
    "名称": indicator(QUANTITY, "维护系统数量", "8个"),
    "类别": indicator(TIMELINESS, "维护数量", "8个"),
}


@pytest.fixture(scope="module")
def duplicates():
    """Project → its duplicates."""
    projects = {
        "重复": project(ROW, indicator(QUANTITY, "巡检数量", "8个"), ROW, ROW, 项目名称="重复"),
        "别的项目": project(ROW, 项目名称="别的项目"),
        "两张表": [*project(ROW, 项目名称="两张表"), project(ROW)[1]],
        "无名": project(*[indicator(QUANTITY, "", "8个")] * 2, 项目名称="无名"),
        **{name: project(ROW, other, 项目名称=name) for name, other in DIFFERENT.items()},
    }
    return by_project(projects, "duplicate_indicator")


def test_a_row_that_repeats_another_is_told_which(duplicates):
    message = "The same indicator stands in row 2 too (same class, name and target)"
    assert [(one["row_no"], one["message_en"]) for one in duplicates["重复"]] == [(4, message), (5, message)]


@pytest.mark.parametrize("name", [*DIFFERENT, "无名", "别的项目"])
def test_rows_that_differ_in_one_thing_have_no_name_or_stand_in_two_projects_are_no_duplicates(duplicates, name):
    assert duplicates[name] == []


def test_duplicates_in_two_tables_of_a_project_are_told(duplicates):
    assert len(duplicates["两张表"]) == 1


UNCLEAR = {" ": "target_missing", "**": "target_missing", "工5%": "target_partly_parsed"}


def test_a_target_that_is_missing_or_not_understood_is_said():
    projects = {text: project(indicator(QUANTITY, "维护数量", text), 项目名称=f"甲{text}乙") for text in UNCLEAR}
    found = by_project(
        {f"甲{text}乙": blocks for text, blocks in projects.items()},
        *("target_missing", "target_partly_parsed", "target_unparsed"),
    )
    said = {name: [(one["code"], one["evidence"].strip()) for one in rows] for name, rows in found.items()}
    assert said == {f"甲{text}乙": [(code, text.strip())] for text, code in UNCLEAR.items()}


def test_published_deadlines_and_duplicates_are_these(dataset):
    projects = dataset["projects"].set_index("project_id")["project_no"]
    found = dataset["issues"].query("code in @DEADLINE_CODES or code == 'duplicate_indicator'")
    assert sorted((row.code, projects[row.project_id], row.row_no) for row in found.itertuples()) == [
        ("deadline_outside_fiscal_year", 5, 12),
        ("deadline_without_year", 1, 15),
        ("deadline_without_year", 12, 3),
        ("duplicate_indicator", 1, 25),
    ]


LEXICON = Lexicon(book.default())
TOLD = [
    "支付2023年国库集中支付代理银行手续费",
    "支付2022年第四季度评审费",
    "2025年12月",
    "支付2024年度绩效评价费",
    "2024年12月31日以前完成",
    "按《管理办法》支付2023年度审计费",
]
NOT_TOLD = [
    "较2024年提高5%",
    "（2021年修订）",
    "财预〔2021〕101号",
    "自2021年起",
    "12025年",
    "到2027年累计建成100座",
    "截至2024年底",
    "超过2023年水平",
    "以2024年为基数",
    "2018年建成的机房",
    "2022年印发的办法",
    "2020年发行的债券",
    "《某市2023年政府工作报告》",
    "合同2021年7月到期后",
    "2019年5月20日起施行",
    "参照2021年标准",
    "2024年度考核结果",
    "2015年以前的设备",
    "延续2024年项目",
    "2023年启动的任务",
    "2024年12月采购的设备",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_year_that_a_text_is_about_is_told(text):
    assert years(text, LEXICON)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_year_to_compare_with_of_a_rule_or_of_what_stands_already_is_not(text):
    assert not years(text, LEXICON)
