"""Projects: ids that depend on nothing but the project, codes as text, years from where they are printed."""

import re

import pytest

from tests.forms.printed import Wide, document
from tests.transform.made import dataset, form, issues, made, of_project, project


def project_ids(built):
    return {row["project_name"]: row["project_id"] for row in built["projects"]}


def without(rows, *names):
    return sorted(tuple((name, row[name]) for name in row if name not in names) for row in rows)


def test_ids_do_not_depend_on_the_order_of_files():
    files = [document(*project(项目名称=name), name=f"{name}.docx") for name in ("甲", "乙", "丙", "甲乙")]
    forward, backward = dataset(*files), dataset(*reversed(files))
    assert forward == backward


def test_ids_do_not_depend_on_the_name_of_the_file_or_on_other_projects():
    alone = made(*project(项目名称="甲"))
    among = dataset(document(*project(项目名称="乙"), *project(项目名称="甲"), name="别的.docx"))
    assert project_ids(alone)["甲"] == project_ids(among)["甲"]


@pytest.mark.parametrize("other", [{"项目名称": "乙"}, {"预算单位": "351102某某局"}, {"年度": "2024"}])
def test_another_name_unit_or_year_is_another_id(other):
    assert (
        project_ids(of_project(项目名称="甲")).values()
        != project_ids(of_project(**{"项目名称": "甲"} | other)).values()
    )


def test_equal_names_of_one_unit_and_year_are_numbered_in_print_order():
    built = made(*project(预算数="1"), *project(预算数="2"), *project(预算数="3"))
    rows = sorted(built["projects"], key=lambda row: row["table_no"])
    stem = rows[0]["project_id"]
    assert [row["project_id"] for row in rows] == [stem, f"{stem}-2", f"{stem}-3"]
    assert re.fullmatch(r"351101-2025-[0-9a-f]{8}", stem)


def test_equal_names_of_two_units_are_two_projects():
    built = made(*project(), *project(预算单位="351202某中心"))
    assert {row["project_id"][:6] for row in built["projects"]} == {"351101", "351202"}


def test_units_without_a_code_are_told_apart_by_their_names():
    built = made(*project(预算单位="甲局"), *project(预算单位="乙局"))
    assert len({row["project_id"] for row in built["projects"]}) == 2
    assert [(row["unit_code"], row["department_code"], row["budget_unit_id"]) for row in built["budget_units"]] == [
        (None, None, "乙局-2025"),
        (None, None, "甲局-2025"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("351101天津市滨海新区财政局", "351101", "天津市滨海新区财政局"),
        ("[042]某某局", "042", "某某局"),
        ("[610001]名称", "610001", "名称"),
        ("219-名称", "219", "名称"),
        ("219001-名称", "219001", "名称"),
        ("219001—名称", "219001", "名称"),
        ("名称 308001", "308001", "名称"),
        ("某市第54中学 308001", "308001", "某市第54中学"),
        ("308001某市第54中学", "308001", "某市第54中学"),
        ("308001-120急救中心", "308001", "120急救中心"),
        ("名称\u3000308001", "308001", "名称"),
        ("001001 某局", "001001", "某局"),
        ("某某局（本级）", None, "某某局（本级）"),
        ("某局\n第2分局", None, "某局\n第2分局"),
    ],
)
def test_unit_codes_are_text_beside_the_name(text, code, name):
    (row,) = of_project(预算单位=text)["projects"]
    assert (row["unit_code"], row["unit_name"]) == (code, name)


def test_a_budget_unit_is_listed_once_per_year_with_its_department():
    built = made(*project(项目名称="甲"), *project(项目名称="乙"), *project(项目名称="丙", 年度="2024"))
    assert [tuple(row.values()) for row in built["budget_units"]] == [
        ("351101-2024", "351101", "某某局", "351", 2024),
        ("351101-2025", "351101", "某某局", "351", 2025),
    ]


def test_of_departments_of_several_levels_the_last_is_the_projects_own():
    (row,) = of_project(中央主管部门="农业农村部", 省级主管部门="[042]某某省农业厅", 区县主管部门="某某县农业农村局")[
        "projects"
    ]
    assert (row["department_code"], row["department_name"]) == (None, "某某县农业农村局")


@pytest.mark.parametrize("text", ["某市财政局（盖章）", "（公章）某市财政局", "某市财政局 (加盖单位公章)"])
def test_the_place_of_the_stamp_is_no_part_of_a_units_name(text):
    (row,) = of_project(预算单位=text)["projects"]
    assert row["unit_name"] == "某市财政局"
    assert of_project(预算单位="（盖章）")["projects"][0]["unit_name"] is None


@pytest.mark.parametrize(
    "printed, unit",
    [
        ({"预算部门": "某县水务局"}, "某县水务局"),
        ({"主管部门": "某县水务局"}, None),
        ({"主管部门": "某县水务局", "预算部门": "某县供水站"}, "某县供水站"),
        ({"预算部门": "某县水务局", "实施单位": "某县供水站"}, None),
        ({"中央主管部门": "水利部", "省级主管部门": "某省水利厅", "区县主管部门": "某县水务局"}, "某县水务局"),
        ({"省级主管部门": "某省水利厅", "市（州）主管部门": "某市水务局"}, "某市水务局"),
        ({"中央主管部门": "水利部", "省级主管部门": "某省水利厅"}, None),
        ({"县级主管部门": "某县水务局"}, None),
        ({"省级主管部门": "某省水利厅", "县级主管部门": "某县水务局", "实施单位": "某县供水站"}, None),
    ],
)
def test_a_department_that_has_the_budget_is_the_unit_where_none_is_named(printed, unit):
    (row,) = of_project(**{"预算单位": None} | printed)["projects"]
    assert row["unit_name"] == unit


def test_the_department_of_a_form_of_a_whole_department_is_its_unit():
    blocks = project(预算单位=None, 项目名称=None, 主管部门="某县水务局")
    (row,) = made("部门整体绩效自评表", *blocks)["projects"]
    assert (row["project_name"], row["unit_name"]) == ("某县水务局", "某县水务局")


def test_a_project_without_a_unit_is_kept_and_lists_none():
    built = of_project(预算单位=None)
    assert [row["unit_code"] for row in built["projects"]] == [None]
    assert built["budget_units"] == []


@pytest.mark.parametrize(
    ("field", "title", "name", "file", "found"),
    [
        ("2025", "2024年甲绩效目标表", "2023年甲", "2022_某局.docx", (2025, "field")),
        (None, "1.2024年甲绩效目标表", "2023年甲", "2022_某局.docx", (2024, "title")),
        (None, "甲绩效目标表", "2023年甲", "2022_某局.docx", (2023, "name")),
        (None, "甲绩效目标表", "甲", "下级/2022_某局.docx", (2022, "file")),
        ("本年", "甲绩效目标表", "甲", "某局2022年.docx", (2022, "file")),
        (None, "甲绩效目标表", "甲", "2022/某局.docx", (None, None)),
        (None, "甲绩效目标表", "支出12025年", "351101.docx", (None, None)),
    ],
)
def test_the_fiscal_year_is_taken_from_where_it_is_printed_first(field, title, name, file, found):
    built = dataset(document(title, *project(项目名称=name, 年度=field), name=file))
    (row,) = built["projects"]
    assert (row["fiscal_year"], row["fiscal_year_source"]) == found
    assert len(issues(built, "fiscal_year_unknown")) == (found[0] is None)


def test_the_title_of_a_table_of_contents_states_the_year_of_the_forms_below():
    contents = [[Wide("2024年部门预算公开表目录", 3)], ["序号", "名称", "页码"], ["1", "收支总表（2023年）", "1"]]
    (row,) = made(contents, "项目支出绩效目标表", *project(年度=None))["projects"]
    assert (row["fiscal_year"], row["fiscal_year_source"]) == (2024, "heading")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["某局2024年部门预算公开说明", "三、绩效目标情况"], (2024, "heading")),
        (["关于下达2024年衔接资金预算的通知", "某财农〔2023〕12号", "2023年12月1日"], (2024, "heading")),
        (["某县财政局\n关于下达2024年衔接资金预算的通知", "现将2023年绩效目标一并下达。"], (2024, "heading")),
        (["某县财政局\n2024年1月18日"], (None, None)),
        (["2023年度部门决算", "2024年度预算公开"], (2024, "heading")),
        (["附件：\n某局2024年部门预算公开表"], (2024, "heading")),
        (["2023年度部门决算\n2024年度预算公开"], (None, None)),
        (["2024年预算较2023年有所增加的说明"], (None, None)),
        (["根据2024年工作安排，现将预算下达如下。"], (None, None)),
    ],
)
def test_a_heading_of_the_document_states_the_year_of_the_forms_below(lines, found):
    built = dataset(document(*lines, "甲绩效目标表", *project(项目名称="甲", 年度=None), name="甲.docx"))
    (row,) = built["projects"]
    assert (row["fiscal_year"], row["fiscal_year_source"]) == found


REPORT = "2021年度老旧小区改造专项资金\n绩效评价报告（摘要）"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([REPORT, "附表1  绩效评价评分表"], ["老旧小区改造专项资金"] * 2),
        (["关于公路养护项目绩效目标设定的公示"], ["公路养护项目"] * 2),
        ([[["1", "甲项目绩效评价报告"], ["2", "乙项目绩效评价报告"]]], [None] * 2),
        (["某局2021年度项目支出绩效评价报告"], [None] * 2),
        ([REPORT, "某局2021年度部门整体支出绩效自评报告"], [None] * 2),
        (["老旧小区改造项目绩效评价报告认为，效果良好。"], [None] * 2),
    ],
)
def test_the_title_of_a_report_on_a_project_or_of_a_letter_names_that_of_forms_that_name_none(lines, names):
    table = [["一级指标", "三级指标", "指标值"], ["产出指标", "改造户数", "≥100户"]]
    built = made(*lines, table, "2021年绩效目标表", table)
    assert [row["project_name"] for row in built["projects"]] == names


@pytest.mark.parametrize(
    ("label", "found"), [("2025年度目标", (2025, "label")), ("年度绩效目标（2025年）", (2025, "label"))]
)
def test_the_label_of_the_goals_of_a_year_states_the_fiscal_year(label, found):
    form, indicators = project(项目名称="甲", 年度=None)
    (row,) = dataset(document([*form, [label, "建成。"]], indicators, name="甲.docx"))["projects"]
    assert (row["fiscal_year"], row["fiscal_year_source"]) == found


def test_blank_fields_are_null():
    (row,) = made(form(资金用途="  ", 预算数=" "))["projects"]
    assert (row["funding_use"], row["budget_total"]) == (None, None)


def test_the_printed_number_of_a_project_is_kept():
    (row,) = made("12．2025年运维经费绩效目标表", *project())["projects"]
    assert row["project_no"] == 12


# ── Which sum is the budget ──────────────────────────────────────────────────────────────────────────────


def budget_of(**labels):
    built = made(form(**labels))
    (project,) = built["projects"]
    return project["budget_total"], [one["code"] for one in built["issues"] if one["code"] == "budget_uncertain"]


def test_of_two_totals_the_one_counts_that_the_sources_add_up_to():
    assert budget_of(预算数="100", 资金总额="90", 财政拨款="60", 其他资金="30") == (90, [])


def test_two_totals_that_nothing_decides_between_are_no_budget_and_are_said():
    assert budget_of(预算数="100", 资金总额="90") == (None, ["budget_uncertain"])


def test_two_totals_that_agree_are_one():
    assert budget_of(预算数="100", 资金总额="100") == (100, [])


def test_without_a_total_the_only_source_with_money_is_the_budget():
    assert budget_of(财政拨款="60", 自有资金="0", 其他资金="0", 预算数="") == (60, [])


def test_the_only_sum_of_a_form_is_the_budget():
    assert budget_of(预算数=None, 中央补助年度金额="60") == (60, [])


def test_what_was_spent_is_no_budget_though_it_stands_alone():
    assert budget_of(预算数=None, 全年执行数="60") == (None, [])


def test_a_part_is_no_budget_though_it_stands_alone():
    assert budget_of(**{"预算数": "", "其中：财政拨款": "60"}) == (None, [])


@pytest.mark.parametrize(("beside", "budget"), [("250万", None), ("12.50", None), ("13800000000", 60)])
def test_beside_a_sum_that_nobody_knows_no_other_stands_alone(beside, budget):
    assert budget_of(预算数=None, 中央补助年度金额="60", 甲乙丙丁=beside) == (budget, [])


def test_the_only_sum_of_the_year_goes_before_the_total_of_all_years():
    assert budget_of(预算数=None, 项目总投资="100", 本年度专项债券资金="60") == (60, [])


def test_the_size_of_a_fund_is_not_the_sum_that_the_year_gives_it():
    assert budget_of(预算数=None, 基金目标规模="300", 本年度财政出资预算="20") == (20, [])
    assert budget_of(预算数=None, 资金规模="300") == (300, [])


def test_what_was_promised_or_paid_into_a_fund_before_is_not_what_the_year_gives_it():
    sums = {"基金目标规模": "300000", "财政认缴出资": "100000", "累计已出资": "45000"}
    assert budget_of(预算数=None, **sums, 本年度财政出资预算="20000") == (20000, [])
    assert budget_of(预算数=None, 认缴出资额="100000", 实缴出资额="60000", 当年拟出资="8000") == (8000, [])


def test_the_sum_of_all_years_is_no_budget_beside_one_of_the_year_that_is_not_understood():
    assert budget_of(预算数=None, 基金总规模="300", 本年度投放额="20") == (None, [])
    assert budget_of(预算数=None, 基金总规模="300", 管理机构="某公司") == (300, [])


def test_of_a_total_beside_sums_of_several_years_the_sum_of_the_forms_year_is_the_budget():
    years = [[Wide("资金需求", rows=2), "合计", "2025年", "2026年"], ["300", "100", "200"]]
    (row,) = made([*form(预算数=None), *years])["projects"]
    assert row["budget_total"] == 100


def test_without_a_total_several_sources_are_no_budget():
    assert budget_of(财政拨款="60", 自有资金="5", 预算数="") == (None, [])
