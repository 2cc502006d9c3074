"""Every rule of the review finds the fault that it is for, and leaves what is right alone."""

import pytest

from pipeline.load import sqlfiles
from pipeline.rules import book
from pipeline.transform.review.finders import FINDERS
from tests.forms.printed import Wide
from tests.transform.made import (
    COST,
    HEADER,
    QUANTITY,
    TIMELINESS,
    form,
    indicator,
    project,
    reviewed,
    reviewed_together,
)

QUALITY = ("产出指标", "质量指标")
SOCIAL, LASTING = ("效益指标", "社会效益指标"), ("效益指标", "可持续影响指标")
CONTENT = ("满意度指标", "服务对象满意度指标")
WHOLE = [
    indicator(QUANTITY, "巡检数量", "8次"),
    indicator(QUALITY, "巡检质量", "达到规范", "按巡检规范逐项打分"),
    indicator(TIMELINESS, "巡检完成时间", "2025年11月"),
    indicator(COST, "巡检成本", "≤100元"),
    indicator(SOCIAL, "运行影响", "保障有力", "按停机次数分级"),
    indicator(CONTENT, "用户满意度", "≥95%"),
]


def quantity(name, target, description=""):
    return [indicator(QUANTITY, name, target, description)]


def cost(name, target):
    return [indicator(COST, name, target)]


# Code → (rows with the fault, rows without it, form with the fault, form without it).
CASES = {
    "costs_differ_from_budget": (cost("甲", "≤95元"), cost("甲", "≤100元"), {}, {}),
    "costs_cover_part_of_budget": (cost("甲", "≤60元"), cost("甲", "≤100元"), {}, {}),
    "purpose_differs_from_budget": (
        [], [], {"资金用途": "甲费60元、乙费50元"}, {"资金用途": "甲费60元、乙费40元"},
    ),
    "funds_do_not_add_up": (
        [], [], {"财政资金": "80", "其他资金": "10"}, {"财政资金": "80", "其他资金": "20"},
    ),
    "duplicate_indicator": (quantity("甲数量", "8个") * 2, quantity("甲数量", "8个"), {}, {}),
    "same_name_two_classes": (
        [*quantity("评价项目", "8个"), *cost("评价项目", "≤100元")],
        [*quantity("评价项目", "8个"), *cost("评价费", "≤100元")], {}, {},
    ),
    "name_contradicts_class": (cost("评价数量", "≤100元"), cost("评价费用", "≤100元"), {}, {}),
    "rate_without_percent": (
        [indicator(QUALITY, "验收合格率", "95个")], [indicator(QUALITY, "更新频率", "95次")], {}, {},
    ),
    "money_in_quantity": (quantity("购买设备", "5万元"), quantity("发放贷款", "5万元"), {}, {}),
    "price_in_quantity": (
        quantity("发放补助标准", "800元/人·月"), quantity("发放补助规模", "800万元/年"), {}, {},
    ),
    "fraction_of_a_whole": (quantity("升级系统", "0.3套"), quantity("平均得分", "90.5分"), {}, {}),
    "direction_contradicts_meaning": (
        [indicator(QUALITY, "设备故障率", "≥5%")], [indicator(QUALITY, "故障率降低", "≥5%")], {}, {},
    ),
    "share_above_100": (
        [indicator(QUALITY, "服务覆盖率", "120%")], [indicator(QUALITY, "收入增长率", "120%")], {}, {},
    ),
    "deadline_outside_fiscal_year": (
        [indicator(TIMELINESS, "完成时间", "2026年3月")], [indicator(TIMELINESS, "完成时间", "2025年3月")], {}, {},
    ),
    "deadline_without_year": (
        [indicator(TIMELINESS, "完成时间", "3月")], [indicator(TIMELINESS, "完成时间", "2025年3月")], {}, {},
    ),
    "deadline_outside_project_period": (
        [indicator(TIMELINESS, "完成时间", "2025年11月")], [indicator(TIMELINESS, "完成时间", "2025年10月底前")],
        *[{"项目起止时间": "2025年1月-2025年10月15日"}] * 2,
    ),
    "project_period_reversed": (
        [], [], {"项目起止时间": "2025年10月-2025年1月"}, {"项目起止时间": "2025年1月-2025年10月"},
    ),
    "fiscal_year_outside_project_period": (
        [], [], {"项目起止时间": "2023年1月-2024年12月"}, {"项目起止时间": "2024年1月-2026年12月"},
    ),
    "missing_class": (WHOLE[:-1], WHOLE, {}, {}),
    "target_missing": (quantity("巡检数量", "**"), quantity("巡检数量", "8个"), {}, {}),
    "target_only_in_name": (quantity("新建道路不少于8公里", ""), quantity("新建道路不少于8公里", "≥8公里"), {}, {}),
    "whole_and_annual_contradict": (
        [], [], {"项目总预算": "300", "项目当年预算": "100", "预算数": None, "项目起止时间": "2025年1月-2025年12月"},
        {"项目总预算": "300", "项目当年预算": "100", "预算数": None, "项目起止时间": "2024年1月-2026年12月"},
    ),
    "template_not_filled": (quantity("新建道路（≥**公里）", "8公里"), quantity("新建道路（≥8公里）", "8公里"), {}, {}),
    "qualitative_without_standard": (
        [indicator(SOCIAL, "设备质量", "良好", "设备质量良好")],
        [indicator(SOCIAL, "设备质量", "良好", "按事故等级分为三档")], {}, {},
    ),
    "value_repeats_name": (
        [indicator(SOCIAL, "提高群众防范意识", "有效提升", "提高群众防范意识")],
        [indicator(SOCIAL, "群众日益增加的服务需求", "有所提升")], {}, {},
    ),
    "benefit_not_quantified": (
        [indicator(SOCIAL, "出行条件", "改善"), indicator(LASTING, "养护机制", "健全")],
        [indicator(SOCIAL, "出行条件", "改善"), indicator(LASTING, "设备正常运行率", "≥98%")], {}, {},
    ),
    "timeliness_without_time": (
        [indicator(TIMELINESS, "巡检及时性", "及时", "巡检是否及时")],
        [indicator(TIMELINESS, "巡检及时性", "及时", "接报后派员到场")], {}, {},
    ),
    "value_does_not_fit_class": (
        [indicator(COST, "巡检成本", "合理")], [indicator(COST, "成本节约率", "≥5%")], {}, {},
    ),
    "number_without_unit": (quantity("巡检点位", "8"), quantity("巡检点位数量", "8"), {}, {}),
    "two_measures_in_one": (
        [indicator(QUALITY, "知晓率和满意度", "≥90%")], [indicator(QUALITY, "发放及时率", "≥90%")], {}, {},
    ),
    "name_is_a_sentence": (
        quantity("按照辖区内社区卫生服务机构计划进行采购后以采购价提供给各社区卫生服务机构", "8个"),
        quantity("★指标1：按照计划采购（不含上年已经采购而本年度才交付验收的各类疫苗以及药品等）", "8个"), {}, {},
    ),
    "lax_bar": (
        [indicator(QUALITY, "补贴发放准确率", "≥95%")], [indicator(QUALITY, "天气预报准确率", "≥95%")], {}, {},
    ),
    "deadlines_all_at_year_end": (
        [indicator(TIMELINESS, "检测完成时间", "2025年12月31日前"), indicator(TIMELINESS, "验收完成时间", "12月底")],
        [indicator(TIMELINESS, "检测完成时间", "2025年6月底前"), indicator(TIMELINESS, "服务时间", "2025年1-12月")], {}, {},
    ),
    "amount_unit_slip": (
        cost("甲", "≤1.784万元"), cost("甲", "≤1.8万元"), *[{"预算数": "178400000"}] * 2,
    ),
    "cost_repeats_budget": (
        cost("甲", "≤100元"), [*cost("甲", "≤60元"), *cost("乙", "≤40元")], {}, {},
    ),
    "costs_differ_by_rounding": (
        [*cost("证书单位成本", "≤95元/个"), *quantity("证书数量", "315个")],
        [*cost("证书单位成本", "≤95.2元/个"), *quantity("证书数量", "315个")], *[{"预算数": "30000"}] * 2,
    ),
    "goal_without_effect": (
        [], [], {"绩效目标": "1.开展设备巡检工作"}, {"绩效目标": "1.开展设备巡检工作，降低故障率"},
    ),
    "goal_without_indicator": (
        quantity("巡检点位数量", "8处"), quantity("巡检点位数量", "8处"),
        {"绩效目标": "1.巡检全部点位，保障正常\n2.举办安全知识竞赛活动"}, {"绩效目标": "1.巡检全部点位，保障正常"},
    ),
    "measure_only_in_description": (
        [indicator(SOCIAL, "节省资金", "≥5%", "资金节约率")], [indicator(SOCIAL, "节约率", "≥5%", "资金节约率")], {}, {},
    ),
    "descriptions_repeat_names": (quantity("甲数量", "8个", "甲数量"), quantity("甲数量", "8个", "按台账统计"), {}, {}),
    "purpose_repeats_goals": ([], [], {"资金用途": "保障运行。"}, {"资金用途": "购买设备。"}),
    "text_names_other_year": (
        [], [], {"资金用途": "支付2023年手续费"}, {"资金用途": "支付2024年12月至2025年11月的手续费，较2023年减少"},
    ),
    "text_count_differs": (
        quantity("培训班数量", "≥12个"), quantity("培训班数量", "≥10个"),
        {"资金用途": "举办培训班10个"}, {"资金用途": "举办培训班10个，检查12个工地"},
    ),
    "listed_items_differ": (
        quantity("维护系统数量", "≥3个"), quantity("维护系统数量", "≥2个"),
        *[{"资金用途": "甲类系统维护费60元、乙类系统维护费40元"}] * 2,
    ),
    "text_amount_differs": (
        [*cost("工资发放系统运维", "≤70元"), *cost("门户网站改版", "≤30元")],
        [*cost("工资发放系统运维", "≤60元"), *cost("门户网站改版", "≤40元")],
        *[{"资金用途": "工资发放系统运维60元；门户网站改版40元"}] * 2,
    ),
    "text_budget_differs": (
        [], [], {"资金用途": "本项目申请资金120元"}, {"资金用途": "本项目申请资金100元，较2023年预算120元减少"},
    ),
    "basis_left_blank": ([], [], {"测算依据": ""}, {"测算依据": "巡检20次×5元/次=100元"}),
    "policy_basis_without_document": (
        [], [], {"政策依据": "按照上级文件要求和区政府常务会议精神"}, {"政策依据": "《某某区养护管理办法》（某府〔2023〕8号）"},
    ),
    "calculation_not_shown": (
        [], [], {"测算依据": "参照上年执行情况和市场价格"}, {"测算依据": "巡检20次×5元/次=100元"},
    ),
    "calculation_differs_from_budget": (
        [], [], {"测算依据": "巡检20次×4元/次=80元；培训5人×6元=30元"},
        {"测算依据": "巡检20次×4元/次=80元；培训5人×4元=20元，合计100元"},
    ),
    "target_unparsed": (quantity("巡检数量", "123456789012345678901234567890"), quantity("巡检数量", "8个"), {}, {}),
    "target_partly_parsed": (quantity("巡检数量", "工5%"), quantity("巡检数量", "8个"), {}, {}),
    "impossible_date": (
        [indicator(TIMELINESS, "完成时间", "2025年2月30日")], [indicator(TIMELINESS, "完成时间", "2025年2月28日")], {}, {},
    ),
    "operator_contradicts": (
        [indicator(QUALITY, "验收合格率", "≥90%以下")], [indicator(QUALITY, "验收合格率", "≥90%以上")], {}, {},
    ),
    "new_unit": (quantity("吊装屋架", "5榀"), quantity("吊装屋架", "5根"), {}, {}),
}  # fmt: skip
ACROSS = {
    "classed_differently", "unit_price_differs", "work_may_be_funded_twice", "targets_unchanged", "target_lowered",
    "threshold_out_of_line", "weights_do_not_add_up", "score_above_weight", "score_contradicts_result",
    "shortfall_without_reason", "unit_contradicts_value", "executed_above_budget", "execution_rate_differs",
    "result_missing", "result_far_above_target", "score_above_proportion", "actual_partly_parsed",
    "nature_contradicts_value", "execution_score_above_proportion", "score_total_differs", "regions_do_not_add_up",
    "like_work_priced_apart", "row_of_another_project", "few_indicators_for_money",
}  # fmt: skip
"""Codes with tests of their own below."""


@pytest.fixture(scope="module")
def found():
    """The findings of one document with two projects per case, each at a department of its own: (code, faulty) → codes."""
    blocks, units = [], {}
    for number, (code, (faulty, right, *forms)) in enumerate(CASES.items()):
        for is_faulty, rows, printed in ((True, faulty, forms[0]), (False, right, forms[1])):
            unit = f"{100 + 2 * number + is_faulty}001"
            units[unit] = code, is_faulty
            blocks += project(*rows, 预算单位=f"{unit}某某局", 项目名称=f"项目{unit}", **printed)
    built = reviewed(*blocks)
    places = {row["project_id"]: units[row["unit_code"]] for row in built["projects"]}
    codes = {place: set() for place in units.values()}
    for row in built["issues"]:
        if row["project_id"]:
            codes[places[row["project_id"]]].add(row["code"])
    return codes


@pytest.mark.parametrize("code", CASES)
def test_a_rule_finds_its_fault_and_nothing_where_there_is_none(found, code):
    assert code in found[code, True]
    assert code not in found[code, False]


def test_every_rule_of_the_review_is_tested():
    codes = {rule.code for rule in book.default().issues.values() if rule.found_by == "review"}
    assert codes <= {*CASES, *ACROSS}
    assert {file.name for file in sqlfiles.read("review")} | {*FINDERS} == {*CASES, *ACROSS}


@pytest.mark.parametrize("file", sqlfiles.read("review"), ids=lambda file: file.name)
def test_a_question_says_in_both_languages_what_it_finds(file):
    assert file.zh and file.en
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in file.en)


# ── Across projects ──────────────────────────────────────────────────────────────────────────────────────


def codes_of(built, *wanted):
    names = {row["project_id"]: (row["project_name"], row["fiscal_year"]) for row in built["projects"]}
    return sorted(
        (row["code"], names[row["project_id"]], row["evidence"]) for row in built["issues"] if row["code"] in wanted
    )


def codes_of_each(documents, *wanted):
    """The codes found in each of several documents, given as their blocks."""
    return [[code for code, *_ in codes_of(built, *wanted)] for built in reviewed_together(*documents)]


def test_a_name_classed_otherwise_elsewhere_in_the_document_is_told_at_both():
    one = project(indicator(SOCIAL, "设备运行稳定率", "≥90%"), 项目名称="甲")
    other = project(indicator(LASTING, "设备运行稳定率", "≥90%"), 项目名称="乙")
    found = codes_of(reviewed(*one, *other), "classed_differently")
    assert [name for _, (name, _), _ in found] == ["乙", "甲"]


def test_a_price_above_the_lowest_in_the_document_is_told():
    one = project(*quantity("人员数量", "20人"), *cost("人员经费标准", "≤8万元/人/年"), 项目名称="甲")
    other = project(*cost("人员经费标准", "≤70000元/人/年"), 项目名称="乙")
    built = reviewed(*one, *other)
    assert codes_of(built, "unit_price_differs") == [("unit_price_differs", ("甲", 2025), "≤8万元/人/年")]
    assert amounts_of(built, "unit_price_differs") == ["200000.00"]


def test_a_finding_about_a_cost_carries_what_it_comes_to():
    built = reviewed(*project(*quantity("人员数量", "20人"), *cost("评价数量", "≤5元/人")))
    assert amounts_of(built, "name_contradicts_class") == ["100.00"]


def amounts_of(built, code):
    return [str(row["amount"]) for row in built["issues"] if row["code"] == code]


def events(name, target, price, number="10场"):
    rows = [*quantity(f"{name}宣传活动数量", number), *cost(f"{name}宣传单位成本", price)]
    return project(*rows, 项目名称=target, 预算数="50000")


def test_like_work_of_another_name_that_is_cheaper_is_told_with_the_money():
    dear, cheap = events("非法集资主题", "甲", "≤5000元/场"), events("金融风险", "乙", "≤1250元/场")
    built = reviewed(*dear, *cheap)
    assert codes_of(built, "like_work_priced_apart") == [
        ("like_work_priced_apart", ("甲", 2025), "非法集资主题宣传单位成本 ≤5000元/场")
    ]
    assert amounts_of(built, "like_work_priced_apart") == ["37500.00"]


def test_prices_of_one_kind_of_work_by_grade_or_of_other_work_are_no_question():
    near = events("非法集资主题", "甲", "≤1300元/场"), events("金融风险", "乙", "≤1250元/场")
    same = events("非法集资主题", "甲", "≤5000元/场"), events("金融风险", "2024年甲", "≤1250元/场")
    for one, other in (near, same):
        assert codes_of(reviewed(*one, *other), "like_work_priced_apart") == []


def test_a_row_whose_matter_only_another_project_pays_for_is_told():
    row = [indicator(QUALITY, "管理系统问题解决率", "≥90%")]
    owner = project(*quantity("管理系统运维数量", "1个"), *row, 项目名称="系统运维")
    copied = project(*quantity("评价项目数量", "8个"), *row, 项目名称="绩效评价")
    shared = project(*quantity("系统管理人员数量", "8个"), *row, 项目名称="人员培训")
    found = codes_of(reviewed(*owner, *copied, *shared), "row_of_another_project")
    assert [name for _, (name, _), _ in found] == ["绩效评价"]


def test_much_money_with_few_indicators_is_told_where_there_are_peers():
    def projects(number):
        rich = [project(*quantity("甲数量", "8个"), 项目名称="大项目", 预算数="100000")]
        others = [project(*YEARS, 项目名称=f"项目{no}", 预算数=str(90000 + no)) for no in range(number - 1)]
        return reviewed(*(block for one in rich + others for block in one))

    assert [name for _, (name, _), _ in codes_of(projects(20), "few_indicators_for_money")] == ["大项目"]
    assert codes_of(projects(19), "few_indicators_for_money") == []


def test_one_fact_is_told_once():
    told = {row["code"] for row in reviewed(*project(*cost("甲", "≤1.784万元"), 预算数="178400000"))["issues"]}
    assert "amount_unit_slip" in told
    assert not told & {"costs_differ_from_budget", "costs_cover_part_of_budget", "text_budget_differs"}


def test_the_same_work_in_two_projects_is_asked_about_once():
    rows = [*quantity("重点项目监控数量", "8个"), *quantity("重点项目评价个数", "7个")]
    again = [*quantity("重点项目监控数量", "9个"), *quantity("重点项目评价数量", "5个")]
    found = codes_of(
        reviewed(*project(*rows, 项目名称="甲"), *project(*again, 项目名称="乙")), "work_may_be_funded_twice"
    )
    assert [(name, evidence) for _, (name, _), evidence in found] == [("乙", "重点项目监控数量；重点项目评价数量")]


def test_projects_of_one_name_are_each_units_own_work():
    rows = [*quantity("重点项目监控数量", "8个"), *quantity("重点项目评价数量", "7个")]
    built = reviewed(*project(*rows), *project(*rows, 预算单位="351102别的局"))
    assert codes_of(built, "work_may_be_funded_twice") == []


YEARS = [*quantity("甲数量", "≥8个"), *quantity("乙数量", "≥5个"), *quantity("丙数量", "≥3个")]


def two_years(*later, **printed):
    before = project(*YEARS, 项目名称="2024年运维", 年度="2024")
    return reviewed(*before, *project(*later, 项目名称="2025年运维", 年度="2025", **printed))


def test_targets_all_the_same_as_the_year_before_are_told():
    assert codes_of(two_years(*YEARS), "targets_unchanged", "target_lowered") == [
        ("targets_unchanged", ("2025年运维", 2025), "2025年运维")
    ]


def test_a_target_lowered_for_the_same_money_is_told():
    lowered = [*quantity("甲数量", "≥7个"), *YEARS[1:]]
    assert codes_of(two_years(*lowered), "targets_unchanged", "target_lowered") == [
        ("target_lowered", ("2025年运维", 2025), "甲数量 ≥7个")
    ]
    assert codes_of(two_years(*lowered, 预算数="80"), "target_lowered") == []


def of_peers(*targets):
    blocks = [
        block
        for number, target in enumerate(targets)
        for block in project(indicator(CONTENT, "用户满意度", target), 项目名称=f"项目{number}")
    ]
    return [evidence for *_, evidence in codes_of(reviewed(*blocks), "threshold_out_of_line")]


def test_a_threshold_far_from_its_peers_is_told_if_there_are_enough():
    assert of_peers(*["≥95%"] * 6, "≥90%", "≥60%") == ["用户满意度 ≥60%"]
    assert of_peers(*["≥95%"] * 5, "≥90%", "≥60%") == []


def test_weights_that_do_not_add_up_are_told():
    cases = [(("50", "35分"), ["weights_do_not_add_up"]), (("50", "40"), []), (("50", ""), [])]
    table = [[*HEADER, "分值"]]
    documents = [
        [form(), table + [[*quantity(f"{weight}数量", "8个")[0], weight] for weight in weights]] for weights, _ in cases
    ]
    found = codes_of_each(documents, "weights_do_not_add_up")
    assert [(weights, codes) for (weights, _), codes in zip(cases, found, strict=True)] == cases


# ── Self-evaluations and columns of units ────────────────────────────────────────────────────────────────


EVALUATED = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
OF_RESULTS = (
    "score_above_weight", "score_contradicts_result", "score_above_proportion", "shortfall_without_reason",
    "result_far_above_target", "result_missing", "actual_partly_parsed",
)  # fmt: skip


def evaluated(target, actual, score, reason="", weight="10"):
    rows = [
        [*QUALITY, "验收合格率", target, actual, weight, score, reason],
        [*QUALITY, "培训合格率", "≥95%", "95%", weight, weight, ""],
    ]
    return form(), [EVALUATED, *rows]


def test_scores_are_held_against_results_and_points():
    cases = [
        (("≥95%", "96%", "10"), []),
        (("≥95%", "90%", "10"), ["score_contradicts_result"]),
        (("≤5%", "6%", "10"), ["score_contradicts_result"]),
        (("≥95%", "90%", "9"), ["shortfall_without_reason"]),
        (("≥95%", "90%", "9", "设备老化"), []),
        (("≥95%", "60%", "9", "设备老化"), ["score_above_proportion"]),
        (("≥95%", "60%", "6.3", "设备老化"), []),
        (("2025年10月底前", "2025年12月", "10"), ["score_contradicts_result"]),
        (("2025年10月底前", "2025年9月", "10"), []),
        (("≥10个", "20个", "10"), ["result_far_above_target"]),
        (("≥10个", "20个", "10", "年中追加任务"), []),
        (("≥10个", "12个", "10"), []),
        (("≥60%", "100%", "10"), []),
        (("≥10个", "", "10"), ["result_missing"]),
        (("≥10个", "工8个", "10"), ["actual_partly_parsed"]),
        (("≥95%", "96%", "11"), ["score_above_weight"]),
        (("≥95%", "基本达到", "10"), []),
    ]
    found = codes_of_each([evaluated(*row) for row, _ in cases], *OF_RESULTS)
    assert [(row, codes) for (row, _), codes in zip(cases, found, strict=True)] == cases


def totalled(*rows, total=("100", "99"), execution=None):
    """The blocks of a form: rows of points and score, the printed totals, and points and score of the execution."""
    scored = [[*QUANTITY, f"{no}号数量", "8个", "8个", *points, "说明"] for no, points in enumerate(rows, 1)]
    head = ["项目资金（元）", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    money = [head, ["年度资金总额", "100", "95", *execution]] if execution else []
    table = [EVALUATED, *scored, ["总分", *[""] * 4, *total, ""]]
    return [*form(预算数=None if money else "100"), *money], table


TOTAL, WEIGHTS, ABOVE = "score_total_differs", "weights_do_not_add_up", "execution_score_above_proportion"


def test_scores_are_held_against_their_total_and_the_execution():
    cases = [
        ([("50", "50"), ("50", "49")], {}, []),
        ([("50", "50"), ("50", "47")], {}, [TOTAL]),
        ([("50", "50"), ("50", "48.6")], {}, []),
        ([("50", "49.5"), ("50", "47.5")], {}, [TOTAL]),
        ([("50", "49.5"), ("50", "47.5")], {"total": ("100", "97.0")}, []),
        ([("50", "50"), ("50", "")], {"total": ("100", "50")}, []),
        ([("50", "50"), ("50", "")], {}, []),
        ([("50", "50"), ("50", "55")], {}, ["score_above_weight"]),
        ([("50", "50"), ("50", "47")], {"total": ("", "99")}, [TOTAL]),
        ([("50", "50"), ("50", "47")], {"total": ("", "")}, []),
        ([("50", "50"), ("50", "47")], {"total": ("90", "99")}, []),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "95%", "9.5"), "total": ("100", "99.5")}, []),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "95%", "9.5"), "total": ("90", "90")}, []),
        ([("50", "50"), ("50", "50")], {"execution": ("10", "95%", "9.5"), "total": ("100", "99.5")}, []),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "95%", "9.5"), "total": ("100", "90")}, [TOTAL]),
        ([("50", "50"), ("30", "30")], {"execution": ("10", "95%", "9.5"), "total": ("", "")}, [WEIGHTS]),
        ([("50", "50"), ("30", "30")], {"execution": ("20", "95%", "19"), "total": ("", "")}, []),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "95%", "9.8"), "total": ("", "")}, [ABOVE]),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "98%", "9.8"), "total": ("", "")}, []),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "", "9.5"), "total": ("", "")}, []),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "0.95", "9.6"), "total": ("", "")}, []),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "95%", "12"), "total": ("", "")}, ["score_above_weight"]),
        ([("50", "50"), ("40", "40")], {"execution": ("10", "95%", "8"), "total": ("", "")}, []),
    ]  # fmt: skip
    documents = [totalled(*rows, **more) for rows, more, _ in cases]
    found = codes_of_each(documents, TOTAL, WEIGHTS, ABOVE, "score_above_weight")
    assert [(rows, more, codes) for (rows, more, _), codes in zip(cases, found, strict=True)] == cases


def test_points_of_several_indicators_in_one_cell_are_no_fault():
    rows = [[*QUANTITY, f"{no}号数量", "8个", "8个"] for no in range(3)]
    rows[0] += [Wide("60", rows=2), Wide("60", rows=2), ""]
    rows[1] += [""]
    rows[2] += ["40", "40", ""]
    assert codes_of(reviewed(form(), [EVALUATED, *rows]), "weights_do_not_add_up", "score_total_differs") == []


TOWNS = ["合计", "东山县", "西河县", "南岭区"]


def by_region(regions, name, *values):
    every = [*QUALITY, "巡查合格率", *(["100%"] * len(regions))]
    table = [["一级指标", "二级指标", "三级指标", *regions], [*QUANTITY, name, *values], every]
    return form(), table


def test_quantities_by_region_are_held_against_their_total():
    cases = [
        (TOWNS, "示范点", ["15个", "6个", "5个", "3个"], True),
        (TOWNS, "示范点", ["14个", "6个", "5个", "3个"], False),
        (TOWNS, "示范点（个）", ["15", "6", "5", "3"], True),
        (TOWNS, "示范点", ["15", "6", "5", "3"], False),
        (TOWNS, "示范点", ["≥15个", "≥6个", "≥5个", "≥3个"], True),
        (TOWNS, "示范点", ["≥15个", "≥6个", "≥5个", "3个"], False),
        (TOWNS, "示范点", ["15个", "6个", "", "3个"], False),
        (TOWNS, "示范点", ["15个", "6个", "5个", "3处"], False),
        (TOWNS, "巡查频次", ["4次", "4次", "4次", "2次"], False),
        (TOWNS, "户均示范点", ["15个", "6个", "5个", "3个"], False),
        (TOWNS, "补助标准", ["15元", "6元", "5元", "3元"], False),
        (TOWNS, "巡查完成率", ["99%", "98%", "97%", "96%"], False),
        (TOWNS, "轮作面积", ["12.5万亩", "5.2万亩", "4.2万亩", "3.0万亩"], False),
        (TOWNS, "轮作面积", ["13.5万亩", "5.2万亩", "4.2万亩", "3.0万亩"], True),
        (["全市", *TOWNS[1:]], "轮作面积", ["10.0万亩", "5.0万亩", "4.0万亩", "3.0万亩"], True),
        (["全市", *TOWNS[1:]], "轮作面积", ["14.0万亩", "5.0万亩", "4.0万亩", "3.0万亩"], False),
        (["全市", *TOWNS[1:]], "轮作面积", ["≥10.0万亩", "≥5.0万亩", "≥4.0万亩", "≥3.0万亩"], False),
        (["全市", *TOWNS[1:]], "政策文件", ["1份", "1份", "1份", "1份"], False),
        (["合计", "全市", *TOWNS[1:]], "示范点", ["15个", "15个", "6个", "5个", "3个"], False),
    ]  # fmt: skip
    documents = [by_region(regions, name, *values) for regions, name, values, _ in cases]
    found = codes_of_each(documents, "regions_do_not_add_up")
    assert [(*case, bool(codes)) for (*case, _), codes in zip(cases, found, strict=True)] == cases


def test_a_subtotal_or_a_part_leaves_regions_unadded():
    for within in ("山区小计", "其中：东山镇"):
        upper = [*(Wide(level, rows=2) for level in ("一级指标", "二级指标", "三级指标")), Wide("指标值", 5)]
        table = [upper, [*TOWNS, within], [*QUANTITY, "示范点", "15个", "6个", "5个", "3个", "9个"]]
        built = reviewed(form(), table)
        assert {row["region"] for row in built["targets"]} == {*TOWNS, within}
        assert codes_of(built, "regions_do_not_add_up") == []


def test_a_form_without_any_result_was_not_evaluated_yet():
    rows = [[*QUALITY, "验收合格率", "≥95%", "", "10", "", ""], [*QUALITY, "培训合格率", "≥95%", "", "10", "", ""]]
    assert codes_of(reviewed(form(), [EVALUATED, *rows]), *OF_RESULTS) == []


def executed(initial, adjusted, spent, rate, label="执行率"):
    head = ["项目资金（元）", "年初预算数", "全年预算数", "执行数", label]
    rows = [*form(预算数=None), head, ["年度资金总额", initial, adjusted, spent, rate]]
    return [rows]


def test_executed_amounts_are_held_against_the_budget():
    cases = [
        (("1000", "1200", "900", "75%"), []),
        (("1000", "1200", "900", "90%"), []),
        (("1000", "1200", "900", "0.75"), []),
        (("1000", "1200", "900", "75.00"), []),
        (("1000", "1200", "901", "75.1%"), []),
        (("1000", "1200", "900", "80%"), ["execution_rate_differs"]),
        (("1000", "1200", "900", "0.75%"), ["execution_rate_differs"]),
        (("1000", "1200", "900", ""), []),
        (("0", "0", "0", "0%"), []),
        (("1000", "1200", "1300", "108.33%"), ["executed_above_budget"]),
        (("1000", "1200", "1200", "100%"), []),
        (("1000", "", "1100", "110%"), ["executed_above_budget"]),
    ]
    found = codes_of_each([executed(*sums) for sums, _ in cases], "executed_above_budget", "execution_rate_differs")
    assert [(sums, codes) for (sums, _), codes in zip(cases, found, strict=True)] == cases


def test_a_deadline_inside_the_projects_own_period_is_told_only_if_it_is_for_the_year():
    row = indicator(TIMELINESS, "完成时间", "2026年3月底前")
    period = {"项目起止时间": "2025年1月-2026年6月"}
    codes = ("deadline_outside_fiscal_year", "deadline_outside_project_period")
    assert codes_of(reviewed(*project(row, **period)), *codes) == []
    yearly = form(**period), [[*HEADER[:-1], "年度指标值"], row]
    assert [code for code, *_ in codes_of(reviewed(*yearly), *codes)] == ["deadline_outside_fiscal_year"]


def test_a_unit_column_that_contradicts_the_value_is_told():
    cases = [
        ("≥480家", "次", True), ("≥480家", "家", False), ("≥480", "次", False), ("≥480万元", "次", True),
        ("≥4.8万元", "万平方米", True), ("≥48万人次", "万人次", False), ("5千克", "千克", False), ("≤3万元", "万元", False),
        ("480家以上", "次", True), ("480家以上", "家", False),
    ]  # fmt: skip
    head = ["一级指标", "二级指标", "三级指标", "指标值", "计量单位"]
    documents = [(form(), [head, [*QUANTITY, "检查单位数量", target, unit]]) for target, unit, _ in cases]
    found = codes_of_each(documents, "unit_contradicts_value")
    assert [(*case, bool(codes)) for (*case, _), codes in zip(cases, found, strict=True)] == cases


# ── What rules must not be led astray by ─────────────────────────────────────────────────────────────────


def told(code, *rows, **printed):
    return [evidence for *_, evidence in codes_of(reviewed(*project(*rows, **printed)), code)]


def test_a_source_printed_before_what_it_is_made_up_of_counts_once():
    parts = {"其中：财政拨款": "100", "一般公共预算": "80", "政府性基金": "20", "自有资金": "0"}
    assert told("funds_do_not_add_up", **parts) == []
    assert told("funds_do_not_add_up", **parts | {"政府性基金": "30"}) != []


def test_a_word_that_says_what_is_bad_turns_no_meaning_round():
    rows = [indicator(QUALITY, name, "≥0.5%") for name in ("水质不合格率", "不合格率降低", "不合格率降低率")]
    assert told("direction_contradicts_meaning", *rows) == ["水质不合格率 ≥0.5%"]


def test_satisfaction_is_a_rate_unless_it_is_given_in_points():
    cases = [("≥95个", True), ("≥95", True), ("≥95%", False), ("≥95分", False)]
    documents = [project(indicator(CONTENT, "用户满意度", target)) for target, _ in cases]
    found = codes_of_each(documents, "rate_without_percent")
    assert [(target, bool(codes)) for (target, _), codes in zip(cases, found, strict=True)] == cases


def test_a_percent_sign_in_the_unit_column_makes_a_rate_whatever_is_wrong_with_the_value():
    head = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位"]
    rows = [[*QUALITY, "验收合格率", "≥", "95以下", unit] for unit in ("%", "")]
    found = [codes_of(reviewed(form(), [head, row]), "rate_without_percent") for row in rows]
    assert [len(one) for one in found] == [0, 1]


def test_values_for_the_year_are_judged_where_those_for_half_of_it_stand_before_them():
    head = ["一级指标", "二级指标", "三级指标", "半年（程）指标值", "全年（程）指标值"]
    rows = [[*QUANTITY, "购买设备", "6台", "16万元"], [*COST, "评价数量", "≤5万元", "≤9万元"]]
    found = codes_of(reviewed(form(), [head, *rows]), "money_in_quantity", "name_contradicts_class")
    assert [code for code, *_ in found] == ["money_in_quantity", "name_contradicts_class"]


def test_a_doubt_about_a_value_for_half_a_year_is_told_too():
    head = ["一级指标", "二级指标", "三级指标", "半年（程）指标值", "全年（程）指标值"]
    found = codes_of(reviewed(form(), [head, [*QUALITY, "验收合格率", "工45%", "≥95%"]]), "target_partly_parsed")
    assert len(found) == 1


def test_a_share_is_judged_for_every_span():
    head = ["一级指标", "二级指标", "三级指标", "半年（程）指标值", "全年（程）指标值"]
    row = [*QUALITY, "验收合格率", "≤45%", "≥95%"]
    assert codes_of(reviewed(form(), [head, row]), "direction_contradicts_meaning")


def test_a_purpose_that_repeats_numbered_goals_is_told():
    goals = "1.保障运行。\n2.提高质量。"
    assert told("purpose_repeats_goals", 绩效目标=goals, 资金用途=goals)
    assert not told("purpose_repeats_goals", 绩效目标=goals, 资金用途="保障运行。")


def test_costs_in_yuan_where_ten_thousand_yuan_are_meant_are_told():
    assert told("amount_unit_slip", *cost("甲", "≤72元"), 预算数="720000")
    assert told("costs_differ_from_budget", *cost("甲", "≤70元"), 预算数="720000")
    assert not told("costs_differ_from_budget", *cost("甲", "≤50元"), 预算数="720000")


def test_a_floor_in_the_text_is_held_against_the_target():
    cases = [("不少于6次", True), ("不少于3次", False), ("不超过6次", False)]
    row = quantity("应急演练次数", "≥3次")
    found = codes_of_each([project(*row, 资金用途=f"开展应急演练{said}") for said, _ in cases], "text_count_differs")
    assert [(said, bool(codes)) for (said, _), codes in zip(cases, found, strict=True)] == cases


def test_marks_and_templates_do_not_hide_what_a_name_counts():
    row = quantity("★★★指标2：带动贫困户户数（≥**户）", "≥47户")
    assert told("text_count_differs", *row, 绩效目标="带动35户贫困户增收") == ["带动35户贫困户增收"]


def test_a_quantitative_indicator_with_a_target_in_words_is_told():
    cases = [("定量", "只减不增", True), ("定量", "≤5次", False), ("定性", "只减不增", False)]
    head = ["一级指标", "二级指标", "三级指标", "指标值类型", "指标值"]
    documents = [(form(), [head, [*QUANTITY, "公务接待次数", nature, target]]) for nature, target, _ in cases]
    found = codes_of_each(documents, "nature_contradicts_value")
    assert [(*case, bool(codes)) for (*case, _), codes in zip(cases, found, strict=True)] == cases
