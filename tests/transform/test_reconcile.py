"""Cost indicators against the budget: what adds up, what does not, and what cannot be said."""

from decimal import Decimal

import pytest

from pipeline.transform.reconcile.project import rounded_by
from tests.transform.made import COST, QUANTITY, TIMELINESS, indicator, of_project
from tests.values.ours import GRAMMAR

ECONOMIC = ("成本指标", "经济成本指标")


def cost(name, target, levels=COST):
    return indicator(levels, name, target)


def count(name, target):
    return indicator(QUANTITY, name, target)


def outcome(*rows, budget):
    """(status, reason or cost total) of a project with this budget in yuan."""
    (row,) = of_project(*rows, 预算数=budget)["reconciliations"]
    return row["status"], row["reason"] or row["cost_total"]


def items(*rows):
    """(method, amount, quantity) of each cost indicator."""
    return [(one["method"], one["amount"], one["quantity"]) for one in of_project(*rows)["reconciliation_items"]]


# ── The published document ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def published(dataset):
    return dataset["reconciliations"].merge(dataset["projects"][["project_id", "project_no"]]).set_index("project_no")


@pytest.mark.parametrize("project_no", [2, 3, 4, 5, 6, 8, 9, 10, 11, 12])
def test_published_costs_that_add_up_to_the_budget_are_reconciled(published, project_no):
    row = published.loc[project_no]
    assert (row["status"], row["difference"]) == ("reconciled", 0)
    assert row["cost_total"] == row["budget_total"]


def test_published_project_1_differs_by_what_its_certificates_cost_less(published):
    row = published.loc[1]
    assert (row["status"], row["cost_total"], row["difference"]) == ("differs", Decimal("2812525.00"), Decimal("75.00"))


def test_published_project_7_is_not_testable_and_that_is_no_finding(published, dataset):
    row = published.loc[7]
    assert (row["status"], row["reason"]) == ("not_testable", "quantity_not_stated")
    assert row["cost_total"] is None
    found = dataset["issues"].query("code.str.startswith('cost')")
    assert row["project_id"] not in set(found["project_id"])


def test_published_unit_costs_are_multiplied_with_the_quantity_they_are_paid_for(dataset):
    items = dataset["reconciliation_items"].query("method == 'unit_cost'")
    names = dataset["indicators"].set_index("indicator_id")["indicator_name"]
    pairs = zip(items["indicator_id"].map(names), items["quantity_indicator_id"].map(names), strict=True)
    assert set(pairs) == {
        ("电子化支付CA证书单位制作成本", "电子化支付CA证书数量"),
        ("等保测评单位成本", "等保测评信息系统数量"),
        ("宣传活动单位成本", "非法集资主题宣传活动数量"),
        ("多种用工人员经费标准", "多种用工人员经费发放人数"),
        ("防范金融风险宣传工作成本标准", "防范金融风险宣传活动数量"),
    }


# ── What a cost comes to ─────────────────────────────────────────────────────────────────────────────────


def test_a_total_is_not_multiplied_whatever_quantities_stand_beside_it():
    rows = [count("研发信息系统数量", "0.1套"), cost("信息系统开发成本", "≤4.28万元")]
    assert items(*rows) == [("total", Decimal("42800.00"), None)]


def test_an_amount_per_year_is_not_multiplied_with_the_years_of_service():
    rows = [
        indicator(TIMELINESS, "运维服务时间", "1年"),
        count("服务年限", "3年"),
        cost("系统运维服务成本", "≤34万元/年"),
    ]
    assert items(*rows) == [("per_year", Decimal("340000.00"), None)]


@pytest.mark.parametrize("name", ["人均培训成本", "设备平均价格", "演出补助标准"])
def test_what_is_a_price_by_its_name_is_no_total(name):
    assert outcome(cost(name, "≤390元"), budget="39000") == ("not_testable", "quantity_not_stated")


def test_a_unit_cost_is_multiplied_with_its_quantity():
    rows = [count("授课课时数量", "≥20课时"), cost("授课费用标准", "≤500元/课时")]
    assert items(*rows) == [("unit_cost", Decimal("10000.00"), 20.0)]
    assert outcome(*rows, budget="10000") == ("reconciled", Decimal("10000.00"))


def test_a_unit_cost_per_year_is_multiplied_with_the_heads_only():
    rows = [count("发放人数", "≥20人"), cost("人员发放标准", "≤8.23万元/年/人")]
    assert items(*rows) == [("unit_cost", Decimal("1646000.00"), 20.0)]


def test_two_denominators_are_multiplied_with_both_counts():
    rows = [count("评审专家人数", "10人"), count("评审专家工作天数", "5天"), cost("评审专家劳务费标准", "≤800元/人/天")]
    assert items(*rows) == [("unit_cost", Decimal("40000.00"), 50.0)]


def test_of_two_denominators_one_count_is_not_enough():
    rows = [count("评审专家人数", "10人"), cost("评审专家劳务费标准", "≤800元/人/天")]
    assert outcome(*rows, budget="8000") == ("not_testable", "quantity_not_stated")


@pytest.mark.parametrize(
    ("quantity", "unit_cost", "amount"),
    [
        ("2万亩", "100元/亩", "2000000.00"),
        ("1.5公里", "2万元/公里", "30000.00"),
        ("0.5万人次", "3元/人次", "15000.00"),
        ("30米", "0.1元/米", "3.00"),
    ],
)
def test_a_quantity_counts_in_its_own_unit_whatever_the_base_unit_is(quantity, unit_cost, amount):
    assert items(count("防治面积数量", quantity), cost("防治成本数量标准", unit_cost)) == [
        ("unit_cost", Decimal(amount), pytest.approx(float(amount) / float(items_cost(unit_cost))))
    ]


def items_cost(unit_cost):
    """The unit cost in yuan, from an indicator of its own."""
    built = of_project(cost("甲", unit_cost))
    return built["reconciliation_items"][0]["unit_cost"]


def test_of_several_quantities_in_one_unit_the_names_tell_the_partner():
    rows = [
        count("维护信息系统数量", "≥8个"),
        count("等保测评信息系统数量", "1个"),
        count("电子化支付CA证书数量", "315个"),
        cost("电子化支付CA证书单位制作成本", "≤95元/个"),
        cost("等保测评单位成本", "≤10万元/个"),
    ]
    assert items(*rows) == [("unit_cost", Decimal("29925.00"), 315.0), ("unit_cost", Decimal("100000.00"), 1.0)]


@pytest.mark.parametrize("names", [("甲项目检查数量", "乙项目检查数量"), ("设备数量", "桌椅数量")])
def test_names_that_do_not_tell_the_partner_leave_it_open(names):
    rows = [*(count(name, "5个") for name in names), cost("项目检查成本", "≤10元/个")]
    assert outcome(*rows, budget="50") == ("not_testable", "quantity_ambiguous")


def test_a_quantity_in_another_unit_is_no_partner():
    rows = [count("宣传活动人数", "5人"), cost("宣传活动成本", "≤10元/场")]
    assert outcome(*rows, budget="50") == ("not_testable", "quantity_not_stated")


@pytest.mark.parametrize("quantity", ["若干场", "大量", " "])
def test_a_quantity_without_a_number_is_no_partner(quantity):
    rows = [count("宣传活动数量", quantity), cost("宣传活动成本", "≤10元/场")]
    assert outcome(*rows, budget="50") == ("not_testable", "quantity_not_stated")


def test_the_costs_of_the_newer_scheme_are_costs():
    rows = [cost("运维成本", "≤8万元", ECONOMIC), cost("培训成本", "≤2万元", ECONOMIC)]
    assert outcome(*rows, budget="100000") == ("reconciled", Decimal("100000.00"))


# ── What cannot be said ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("控制在预算内", "cost_not_numeric"),
        (" ", "cost_not_numeric"),
        ("99999999999999亿元", "cost_not_numeric"),
        ("≤100%", "cost_not_money"),
        ("≤8个", "cost_not_money"),
        ("≤5000", "cost_without_unit"),
        ("≤2万美元", "cost_in_other_currency"),
        ("3~5万元", "cost_is_a_range"),
        ("甲3万元，乙2万元", "several_amounts"),
    ],
)
def test_a_cost_that_states_no_one_amount_says_why_and_leaves_a_shortfall_open(target, reason):
    rows = [cost("甲", "≤1万元"), cost("乙", target)]
    assert outcome(*rows, budget="20000") == ("not_testable", reason)


def test_a_cost_that_is_the_whole_budget_leaves_nothing_open():
    rows = [cost("项目总成本", "≤2万元"), cost("人均成本", "≤500元/人"), cost("控制成本", "不超预算")]
    assert outcome(*rows, budget="20000") == ("reconciled", Decimal("20000.00"))


def test_a_project_without_cost_indicators_is_not_testable():
    assert outcome(count("甲", "8个"), budget="1") == ("not_testable", "no_cost_indicator")


def test_a_project_without_indicators_is_not_testable():
    assert outcome(budget="1") == ("not_testable", "no_cost_indicator")


def test_a_project_without_a_budget_is_not_testable():
    assert outcome(cost("甲", "≤1万元"), budget=" ") == ("not_testable", "no_budget")


def test_what_differs_says_by_how_much_budget_less_cost():
    (row,) = of_project(cost("甲", "≤1万元"), cost("乙", "≤0.5万元"), 预算数="14990.00")["reconciliations"]
    assert (row["status"], row["difference"], row["closeness"]) == ("differs", Decimal("-10.00"), None)


# ── Near enough ──────────────────────────────────────────────────────────────────────────────────────────


def closeness(*rows, budget):
    (row,) = of_project(*rows, 预算数=budget)["reconciliations"]
    return row["status"], row["closeness"]


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        ("1646000", ("reconciled", "exact")),
        ("1646000.50", ("reconciled", "tolerance")),
        ("1646950", ("reconciled", "rounding")),
        ("1645050", ("reconciled", "rounding")),
        ("1647050", ("differs", None)),
    ],
)
def test_a_unit_cost_may_be_off_by_half_its_last_decimal_times_the_quantity(budget, expected):
    rows = [count("发放人数", "20人"), cost("人员发放标准", "≤8.23万元/年/人")]
    assert closeness(*rows, budget=budget) == expected


def test_a_price_without_decimals_was_set_and_not_rounded():
    rows = [count("证书数量", "315个"), cost("证书制作成本", "≤95元/个")]
    assert closeness(*rows, budget="30000") == ("differs", None)


def test_a_total_is_not_rounded():
    assert closeness(cost("系统运维成本", "≤15.5万元"), budget="155040") == ("differs", None)


@pytest.mark.parametrize(("budget", "expected"), [("123456", "reconciled"), ("123400", "differs")])
def test_a_total_with_two_decimals_was_cut_only_if_the_budget_has_more(budget, expected):
    assert closeness(cost("系统运维成本", "≤12.35万元"), budget=budget)[0] == expected


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        ("3.33", ("reconciled", "rounding")),
        ("3.34", ("differs", None)),
        ("3.3318", ("reconciled", "exact")),
        ("3.3301", ("differs", None)),
    ],
)
def test_a_form_in_ten_thousands_may_be_off_by_half_its_second_decimal(budget, expected):
    rows = [count("慰问人数", "27人"), cost("慰问金标准", "1234元/人")]
    (row,) = of_project(*rows, 预算数=budget, 金额单位="万元")["reconciliations"]
    assert (row["status"], row["closeness"]) == expected


@pytest.mark.parametrize("money_unit", [None, "万美元", "美元", "人"])
def test_a_form_without_a_unit_of_yuan_rounds_nothing(money_unit):
    assert rounded_by(Decimal(33300), money_unit, GRAMMAR) == 0


# ── Other words ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("counts", "unit_cost", "budget"),
    [
        ([("资助学生名额", "500名")], ("学生资助标准", "2000元/生"), "1000000"),
        ([("惠民演出", "40场次")], ("惠民演出补贴", "3000元/场"), "120000"),
        ([("培训教师人数", "60人"), ("教师培训天数", "5天")], ("教师培训综合定额", "≤450元/人·天"), "135000"),
        ([("教师培训规模", "300人天")], ("教师培训综合定额", "≤450元/人/天"), "135000"),
        ([("协管员岗位", "12人"), ("协管员发放月数", "12个月")], ("协管员工资", "3500元/月/人"), "504000"),
        ([("高标准农田面积", "200公顷")], ("农田亩均投入", "1500元/亩"), "4500000"),
        ([("道路养护里程", "3.5公里")], ("养护费定额", "20元/米"), "70000"),
    ],
    ids=["heads", "occasions", "two counts", "one count for both", "months", "hectares", "kilometres"],
)
def test_a_cost_described_with_other_words_reconciles(counts, unit_cost, budget):
    rows = [cost(*unit_cost), *(count(name, target) for name, target in counts)]
    assert outcome(*rows, budget=budget) == ("reconciled", Decimal(budget).quantize(Decimal("0.01")))


def test_months_of_service_among_the_deadlines_are_a_count():
    rows = [cost("物业服务费", "2万元/月"), indicator(TIMELINESS, "物业服务期限", "12个月")]
    assert outcome(*rows, budget="240000") == ("reconciled", Decimal("240000.00"))


def test_a_deadline_in_months_is_no_count():
    rows = [cost("物业服务费", "2万元/月"), indicator(TIMELINESS, "问题整改期限", "≤1个月")]
    assert outcome(*rows, budget="20000") == ("not_testable", "quantity_not_stated")


def test_names_that_share_nothing_are_paired_if_only_that_meets_the_budget():
    rows = [count("参加人员", "80人"), count("讲师", "5人"), cost("伙食补助", "≤150元/人")]
    built = of_project(*rows, 预算数="12000")
    assert [(one["partner_by"], one["quantity"]) for one in built["reconciliation_items"]] == [("sum", 80.0)]
    assert outcome(*rows, budget="12500") == ("not_testable", "quantity_ambiguous")


def test_names_that_tell_the_partner_are_believed_though_another_pairing_meets_the_budget():
    rows = [count("民事案件", "210件"), count("刑事案件", "140件"), cost("刑事案件补贴", "1600元/件")]
    assert outcome(*rows, budget="336000") == ("differs", Decimal("224000.00"))


@pytest.mark.parametrize("budget", ["40000", "60000"])
def test_heads_are_no_occasions_even_if_that_meets_the_budget(budget):
    rows = [count("宣讲活动人数", "20人"), cost("宣讲活动成本", "≤2000元/场")]
    assert outcome(*rows, budget=budget) == ("not_testable", "quantity_not_stated")


def test_a_ceiling_named_so_is_no_amount_to_find_a_difference_with():
    rows = [count("电脑数量", "10台"), cost("电脑最高限价", "≤5000元/台")]
    assert outcome(*rows, budget="45000") == ("not_testable", "cost_is_a_range")
    assert outcome(*rows, budget="50000") == ("reconciled", Decimal("50000.00"))


def test_a_value_that_is_not_wholly_read_is_no_amount_to_find_a_difference_with():
    rows = [count("授课次数", "8次"), cost("授课费", "≤1000元/次另计")]
    assert outcome(*rows, budget="8000") == ("reconciled", Decimal("8000.00"))
    assert outcome(*rows, budget="9000") == ("not_testable", "quantity_not_stated")


def test_a_month_of_the_year_alone_is_an_amount_per_year():
    built = of_project(cost("平台租用费", "2万元/月"), 预算数="240000")
    assert [(one["method"], one["quantity"], one["step"]) for one in built["reconciliation_items"]] == [
        ("per_year", 12.0, "2万元/月 × (1年) = 240,000.00")
    ]


def test_a_quantity_that_is_a_range_leaves_it_open():
    rows = [count("宣传活动数量", "3~5场"), cost("宣传活动成本", "≤1万元/场")]
    assert outcome(*rows, budget="50000") == ("not_testable", "quantity_is_a_range")


def test_a_part_of_another_cost_is_not_counted_twice():
    rows = [cost("项目成本", "≤50万元"), cost("其中：设备购置成本", "≤20万元")]
    assert outcome(*rows, budget="500000") == ("reconciled", Decimal("500000.00"))


def test_the_breakdown_of_a_total_is_not_counted_twice():
    rows = [cost("项目总成本", "≤50万元"), cost("设备成本", "≤20万元"), cost("人工成本", "≤30万元")]
    assert outcome(*rows, budget="500000") == ("reconciled", Decimal("500000.00"))
    assert outcome(*rows, budget="480000") == ("differs", Decimal("500000.00"))


def test_a_price_whose_ceiling_is_not_reached_leaves_the_whole_what_it_is():
    rows = [count("审计项目", "10个"), cost("审计项目平均审计费", "≤8万元/个"), cost("审计费", "≤70万元")]
    assert outcome(*rows, budget="700000") == ("reconciled", Decimal("700000.00"))
    rows[1] = cost("审计项目设备购置", "≤8万元/个")
    assert outcome(*rows, budget="700000") == ("differs", Decimal("1500000.00"))


def test_a_saving_in_percent_is_no_cost_and_no_obstacle():
    rows = [cost("运维成本", "≤8万元", ECONOMIC), cost("成本节约率", "≥5%", ECONOMIC)]
    assert outcome(*rows, budget="80000") == ("reconciled", Decimal("80000.00"))


def test_harm_to_nature_weighed_in_words_is_no_obstacle():
    rows = [cost("运维成本", "≤8万元", ECONOMIC), cost("环境影响", "无", ("成本指标", "生态环境成本指标"))]
    assert outcome(*rows, budget="80000") == ("reconciled", Decimal("80000.00"))


def test_each_step_is_written_as_a_person_would():
    rows = [count("发放人数", "≥20人"), cost("人员发放标准", "≤8.23万元/年/人"), cost("培训成本", "控制")]
    steps = [one["step"] for one in of_project(*rows)["reconciliation_items"]]
    assert steps == ["≤8.23万元/年/人 × ≥20人 = 1,646,000.00", "控制"]


# ── Amounts in the purpose text ──────────────────────────────────────────────────────────────────────────


def purpose(text, budget):
    (row,) = of_project(预算数=budget, 资金用途=text)["reconciliations"]
    return row["purpose_status"]


@pytest.mark.parametrize(
    ("text", "budget", "status"),
    [
        ("支付系统运维费8万元及平台运维费7.5万元", "155000", "reconciled"),
        ("支付系统运维费8万元及平台运维费7.5万元", "165000", "differs"),
        ("项目经费15.5万元，用于系统运维费8万元", "155000", "reconciled"),
        ("支付系统运维费8.12万元及平台运维费7.46万元", "155844", "reconciled"),
        ("支付系统运维费8万元", "155000", "not_testable"),
        ("支付系统运维费8万元，其中每人500元", "155000", "not_testable"),
        ("支付系统运维费", "155000", None),
    ],
)
def test_amounts_in_the_purpose_text_are_held_against_the_budget(text, budget, status):
    assert purpose(text, budget) == status


def test_published_purpose_texts_that_name_amounts_name_the_whole_budget(published):
    named = published[published["purpose_status"].notna()]
    assert named["purpose_status"].to_dict() == {6: "reconciled", 9: "reconciled"}


def test_a_total_that_says_so_is_held_against_the_budget_whatever_the_other_costs_say():
    rows = [cost("部门支出总额", "≤90万元"), cost("三公经费", "只减不增")]
    assert outcome(*rows, budget="1000000") == ("differs", Decimal("900000.00"))
    assert outcome(*rows, budget="900000") == ("reconciled", Decimal("900000.00"))
    assert outcome(*rows[1:], budget="900000") == ("not_testable", "cost_not_numeric")


@pytest.mark.parametrize("price", ["≤10元/人/月", "≤10元"])
def test_a_period_of_service_without_a_unit_is_no_quantity(price):
    rows = [indicator(TIMELINESS, "服务期", "12"), cost("每期服务费", price)]
    assert outcome(*rows, budget="120") == ("not_testable", "quantity_not_stated")


# ── Counts of each, prices of one, parts of a year ───────────────────────────────────────────────────────


ROUNDS = [count("培训期数", "4期"), count("每期培训人数", "50人"), cost("培训费标准", "≤450元/人")]


def test_counts_of_each_are_multiplied_with_how_many_there_are():
    built = of_project(*ROUNDS)["reconciliation_items"]
    assert [one["step"] for one in built] == ["≤450元/人 × 50人 × 4期 = 90,000.00"]
    assert outcome(*ROUNDS, budget="100000") == ("differs", Decimal("90000.00"))


def test_counts_of_each_prove_nothing_if_it_is_not_said_how_many_there_are():
    assert outcome(*ROUNDS[1:], budget="90000") == ("not_testable", "quantity_not_stated")
    assert outcome(*ROUNDS[1:], budget="22500") == ("reconciled", Decimal("22500.00"))


def test_counts_of_each_are_whole_where_the_price_is_per_that_too():
    rows = [count("租用挖掘机", "20台"), count("每台租用天数", "30天"), cost("租用挖掘机租金", "300元/台/天")]
    assert outcome(*rows, budget="170000") == ("differs", Decimal("180000.00"))


def test_a_name_makes_an_amount_the_price_of_one():
    rows = [count("辅警人数", "120人"), cost("辅警人均工资", "≤5500元/月"), count("工资发放月数", "12个月")]
    assert outcome(*rows, budget="7000000") == ("differs", Decimal("7920000.00"))
    assert outcome(*rows[:2], budget="7920000") == ("reconciled", Decimal("7920000.00"))
    assert outcome(*rows[:2], budget="7000000") == ("not_testable", "quantity_not_stated")


def test_a_name_does_not_say_again_what_the_unit_says():
    rows = [count("培训班", "3场"), count("培训人数", "50人"), cost("每场培训成本", "400元/人")]
    assert outcome(*rows, budget="30000") == ("differs", Decimal("20000.00"))


PARTS_OF_A_YEAR = [
    ("服务时长", "6个月"),
    ("服务期限", "2025年7月-2025年12月"),
    ("服务期限", "2025年7月1日至2026年6月30日"),
    ("人员到岗时间", "2025年7月"),
    ("人员到岗时间", "2025年6月底前"),
]


@pytest.mark.parametrize(("name", "target"), PARTS_OF_A_YEAR)
@pytest.mark.parametrize("price", ["24万元/年", "2万元/月"])
def test_a_service_of_half_a_year_may_be_paid_for_that_half(name, target, price):
    rows = [cost("云服务费", price), indicator(TIMELINESS, name, target)]
    assert outcome(*rows, budget="120000") == ("reconciled", Decimal("120000.00"))


@pytest.mark.parametrize(("name", "target"), PARTS_OF_A_YEAR)
def test_a_service_of_half_a_year_at_a_price_per_year_proves_no_difference(name, target):
    rows = [cost("云服务费", "24万元/年"), indicator(TIMELINESS, name, target)]
    assert outcome(*rows, budget="240000") == ("reconciled", Decimal("240000.00"))
    assert outcome(*rows, budget="200000") == ("not_testable", "quantity_not_stated")


@pytest.mark.parametrize(
    ("name", "target"),
    [("服务期限", "1年"), ("服务期限", "2025年1-12月"), ("整改期限", "6个月"), ("防火期结束时间", "2025年12月底")],
)
def test_a_whole_year_and_a_deadline_take_nothing_from_a_price_per_year(name, target):
    rows = [cost("云服务费", "24万元/年"), indicator(TIMELINESS, name, target)]
    assert outcome(*rows, budget="120000") == ("differs", Decimal("240000.00"))


@pytest.mark.parametrize("target", ["2025年7月15日-2025年12月31日", "2026年1月-2026年12月", "2025年12月底前"])
def test_what_is_no_span_of_whole_months_in_the_year_counts_none(target):
    rows = [cost("云服务费", "2万元/月"), indicator(TIMELINESS, "服务期限", target)]
    assert outcome(*rows, budget="110000") == ("not_testable", "quantity_not_stated")


def test_of_a_service_of_years_a_budget_pays_one():
    rows = [cost("物业服务费", "2万元/月"), indicator(TIMELINESS, "物业服务期限", "36个月")]
    assert outcome(*rows, budget="240000") == ("reconciled", Decimal("240000.00"))
    assert outcome(*rows, budget="720000") == ("reconciled", Decimal("720000.00"))
    assert outcome(*rows, budget="500000") == ("not_testable", "quantity_not_stated")


# ── The only price and the only quantity ─────────────────────────────────────────────────────────────────

LAMPS = [count("更换节能灯", "3600盏"), cost("单盏改造成本", "≤1150元/盏")]


def test_the_only_price_of_what_is_made_is_paid_for_the_only_quantity_that_is_made():
    built = of_project(*LAMPS, 预算数="4200000")
    assert [one["partner_by"] for one in built["reconciliation_items"]] == ["only"]
    assert outcome(*LAMPS, budget="4200000") == ("differs", Decimal("4140000.00"))


@pytest.mark.parametrize(
    "rows",
    [
        [*LAMPS, count("检修线路", "12公里")],
        [*LAMPS, cost("线路安装费", "3万元")],
        [LAMPS[0], cost("亮化设施电费", "200元/盏")],
        [count("受益群众", "3600人"), cost("新建成本", "200元/人")],
    ],
    ids=["another quantity", "another price", "what keeps things going", "heads"],
)
def test_what_is_not_the_only_one_or_not_made_leaves_the_partner_open(rows):
    assert outcome(*rows, budget="9000000") == ("not_testable", "quantity_ambiguous")


# ── Those who pay, and what is no money of the year ──────────────────────────────────────────────────────

PURSES = [cost("项目总投资", "1100万元"), cost("中央资金", "600万元"), cost("市县配套资金", "500万元")]


@pytest.mark.parametrize("budget", ["11000000", "6000000", "5000000"])
def test_the_budget_may_be_the_money_of_one_of_those_who_pay(budget):
    assert outcome(*PURSES, budget=budget) == ("reconciled", Decimal(budget).quantize(Decimal("0.01")))


def test_where_several_pay_a_budget_below_what_they_pay_proves_nothing():
    assert outcome(*PURSES, budget="4000000") == ("not_testable", "cost_not_money")
    assert outcome(*PURSES[1:], budget="12000000") == ("differs", Decimal("11000000.00"))


def test_the_money_of_one_alone_is_a_cost_like_any_other():
    assert outcome(cost("财政资金", "300万元"), budget="2800000") == ("differs", Decimal("3000000.00"))


def test_what_another_year_pays_is_no_money_of_this():
    rows = [cost("2024年投资", "300万元"), cost("2025年投资", "280万元")]
    assert outcome(*rows, budget="2800000") == ("reconciled", Decimal("2800000.00"))
    assert outcome(*rows, budget="2500000") == ("differs", Decimal("2800000.00"))
    assert outcome(*rows, budget="2900000") == ("not_testable", "cost_not_money")


@pytest.mark.parametrize(("rate", "expected"), [("≤100%", "differs"), ("≤95%", "not_testable")])
def test_a_rate_that_costs_are_kept_to_explains_a_shortfall_unless_it_is_all_or_nothing(rate, expected):
    rows = [cost("电脑采购费", "18万元"), cost("成本控制率", rate)]
    assert outcome(*rows, budget="200000")[0] == expected


def test_harm_weighed_in_words_explains_no_shortfall():
    rows = [cost("运维成本", "≤8万元", ECONOMIC), cost("环境影响", "无", ("成本指标", "生态环境成本指标"))]
    assert outcome(*rows, budget="90000") == ("differs", Decimal("80000.00"))


def test_readings_that_differ_only_in_what_is_not_counted_are_one():
    rows = [count("机耕路", "8公里"), count("甲", "30亩"), count("乙", "40亩")]
    rows += [cost("机耕路建设成本", "≤45万元/公里"), cost("投资强度", "≤12万元/亩")]
    built = of_project(*rows, 预算数="3600000")
    assert [one["status"] for one in built["reconciliations"]] == ["reconciled"]
    assert [one["reason"] for one in built["reconciliation_items"]] == [None, "quantity_ambiguous"]


def test_a_price_per_many_units_is_read_in_no_time():
    rows = [count("人数", "3人"), cost("甲", "5元/人/天/次/场/户/家/台/套/件/班/期")]
    assert outcome(*rows, budget="15") == ("not_testable", "quantity_not_stated")
