"""Cost structures in the words of other budget units: each comes out as a careful reviewer judged it by hand."""

import random
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.forms.printed import document
from tests.transform.made import HEADER, dataset, form

HERE = Path(__file__).parent
LEVELS = {
    "数量": ("产出指标", "数量指标"),
    "质量": ("产出指标", "质量指标"),
    "时效": ("产出指标", "时效指标"),
    "成本": ("产出指标", "成本指标"),
    "经济成本": ("成本指标", "经济成本指标"),
    "社会成本": ("成本指标", "社会成本指标"),
    "生态成本": ("成本指标", "生态环境成本指标"),
}
IN_COLUMNS = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位"]
CASES = [
    case
    for name in ("cost_structures", "cost_structures_unseen", "cost_structures_later", "cost_structures_hard")
    for case in tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["case"]
]


def blocks(case, **printed):
    """The form and the indicator table of a case."""
    split = [[text.strip() for text in row.split("|")] for row in case["rows"]]
    header = HEADER if len(split[0]) == 3 else IN_COLUMNS
    table = [[*LEVELS[level], name, *(["", *value] if header is HEADER else value)] for level, name, *value in split]
    usual = {"项目名称": case["id"], "金额单位": case.get("money_unit", "元"), "预算数": case["budget"]}
    return [form(**usual | printed), [header, *table]]


def said(row):
    """An outcome, written as in the files."""
    more = {"differs": row["difference"], "not_testable": row["reason"]}.get(row["status"], "")
    return f"{row['status']} {more}".strip()


def outcomes(cases):
    """What is said of each case, by its id; all of them are projects of one document."""
    built = dataset(document(*(block for case in cases for block in blocks(case))))
    names = {row["project_id"]: row["project_name"] for row in built["projects"]}
    return {names[row["project_id"]]: said(row) for row in built["reconciliations"]}


@pytest.fixture(scope="module")
def judged():
    return outcomes(CASES)


def steps(*rows, budget):
    """The printed steps of the cost indicators of one project."""
    case = {"id": "steps", "rows": rows, "budget": budget}
    return [item["step"] for item in dataset(document(*blocks(case)))["reconciliation_items"]]


def limited(case):
    """What is known not to be read yet must say so, and stop saying so once it is read."""
    marks = pytest.mark.xfail(strict=True, reason=case["limit"]) if "limit" in case else ()
    return pytest.param(case, id=case["id"], marks=marks)


@pytest.mark.parametrize("case", list(map(limited, CASES)))
def test_a_cost_structure_comes_out_as_a_reviewer_judged_it(case, judged):
    assert judged[case["id"]] == case["expected"], case["why"]


def test_no_trap_is_called_a_difference_even_where_it_is_not_read(judged):
    traps = [case["id"] for case in CASES if case.get("trap")]
    assert [name for name in traps if judged[name].startswith("differs")] == []
    assert len(traps) >= 15


# ── The order in which things are printed says nothing ───────────────────────────────────────────────────


@pytest.mark.parametrize("seed", [1, 2])
def test_rows_in_another_order_come_to_the_same(seed, judged):
    chance = random.Random(seed)
    assert outcomes([case | {"rows": chance.sample(case["rows"], len(case["rows"]))} for case in CASES]) == judged


def test_projects_in_another_order_come_to_the_same(judged):
    assert outcomes(CASES[::-1]) == judged


@pytest.mark.parametrize("case", CASES[::10], ids=lambda case: case["id"])
def test_a_project_comes_to_the_same_alone(case, judged):
    assert outcomes([case]) == {case["id"]: judged[case["id"]]}


def test_projects_with_one_name_are_held_each_against_its_own_budget():
    two = [case for case in CASES if case["id"] in ("road maintenance per kilometre", "totals above the budget")]
    built = dataset(document(*(block for case in two for block in blocks(case, 项目名称="运维经费"))))
    assert sorted(map(said, built["reconciliations"])) == sorted(case["expected"] for case in two)


# ── Structures that are built to add up ──────────────────────────────────────────────────────────────────

NOUNS = st.text("甲乙丙丁戊己", min_size=2, max_size=4)
COUNTS = st.integers(1, 900)
MONEY = st.integers(1, 500_000)
UNITS = ["个", "台", "场", "份", "株", "辆", "间", "盏", "亩", "米"]
WITH_DECIMALS = st.integers(1, 99_999).map(lambda wan: Decimal(wan) / 100)


@st.composite
def lump_sums(draw):
    if draw(st.booleans()):
        wan = draw(WITH_DECIMALS)
        return [f"成本 | {draw(NOUNS)}开销 | ≤{wan}万元{draw(st.sampled_from(['', '/年']))}"], wan * 10_000
    amount = draw(MONEY)
    return [f"成本 | {draw(NOUNS)}开销 | {amount}元"], Decimal(amount)


@st.composite
def unit_costs(draw):
    noun, unit, count, price = draw(NOUNS), draw(st.sampled_from(UNITS)), draw(COUNTS), draw(MONEY)
    return [f"数量 | {noun}数量 | ≥{count}{unit}", f"成本 | {noun}单价 | ≤{price}元/{unit}"], Decimal(count * price)


@st.composite
def costs_per_head_and_time(draw):
    noun, heads, times, price = draw(NOUNS), draw(COUNTS), draw(COUNTS), draw(MONEY)
    time = draw(st.sampled_from(["天", "次", "课时"]))
    rows = [f"数量 | {noun}人数 | {heads}人", f"数量 | {noun}期间 | {times}{time}"]
    return [*rows, f"成本 | {noun}标准 | {price}元/人/{time}"], Decimal(heads * times * price)


@st.composite
def whole_and_parts(draw):
    parts = draw(st.lists(MONEY, min_size=2, max_size=3))
    rows = [f"成本 | 其中：{draw(NOUNS)} | {part}元" for part in parts]
    return [f"成本 | {draw(NOUNS)}开销 | {sum(parts)}元", *rows], Decimal(sum(parts))


BESIDE = st.sampled_from(
    [
        "质量 | 验收合格 | ≥95%",
        "时效 | 办结时限 | ≤30天",
        "数量 | 惠及家庭 | 1200户",
        "成本 | 资金节约率 | ≥3%",
        "数量 | 批复 | 若干",
    ]
)
PARTS = st.lists(lump_sums() | unit_costs() | costs_per_head_and_time() | whole_and_parts(), min_size=1, max_size=4)


@st.composite
def projects(draw, parts, beside, missing):
    """A project whose costs come to its budget but for what is missing, its rows in any order."""
    made = draw(parts)
    rows = draw(st.permutations([row for part, _ in made for row in part] + draw(beside)))
    lacking = draw(missing)
    return {"rows": rows, "budget": str(sum(amount for _, amount in made) + lacking), "lacking": lacking}


def documents(parts, beside, missing):
    """Ten projects at a time, since a document takes longer than a project."""
    ten = st.lists(projects(parts, beside, missing), min_size=10, max_size=10)
    return ten.map(lambda made: [project | {"id": f"project {no}"} for no, project in enumerate(made)])


@examples(20)
@given(documents(PARTS, st.lists(BESIDE, max_size=2), st.just(0)))
def test_a_structure_that_adds_up_is_never_called_a_difference(cases):
    assert [got for got in outcomes(cases).values() if got.startswith("differs")] == []


@examples(10)
@given(
    documents(st.lists(lump_sums(), min_size=1, max_size=5), st.just([]), st.integers(2, 90_000).map(lambda n: n * 100))
)
def test_plain_amounts_that_miss_the_budget_differ_by_what_is_missing(cases):
    assert outcomes(cases) == {case["id"]: f"differs {Decimal(case['lacking']):.2f}" for case in cases}


# ── Steps as a person writes them ────────────────────────────────────────────────────────────────────────


def test_a_step_prints_the_sign_and_unit_of_columns_beside_the_value():
    rows = ["数量 | 安装摄像头 | ≥ | 126.8 | 个", "成本 | 摄像头单价 | ≤ | 0.72 | 万元/个"]
    assert steps(*rows, budget="912960") == ["≤0.72万元/个 × ≥126.8个 = 912,960.00"]


def test_a_step_repeats_no_unit_or_sign_that_the_cell_prints_itself():
    rows = ["数量 | 摄像头 | ≥ | ≥126个 | 个", "成本 | 摄像头单价 | ≤ | ≤5000元/个 | 元", "成本 | 电费 | = | 3 | 万元"]
    assert steps(*rows, budget="660000") == ["≤5000元/个 × ≥126个 = 630,000.00", "=3万元 = 30,000.00"]


def test_a_step_prints_no_nature_and_no_unit_that_was_not_used():
    rows = ["成本 | 电费 | 定量 | 3万元 | ", "成本 | 控制成本 | 定性 | 有效控制 | 元"]
    assert steps(*rows, budget="30000") == ["3万元 = 30,000.00", "有效控制"]


def test_a_step_quotes_the_name_where_only_the_name_states_the_quantity():
    rows = ["数量 | 举办培训班（≥12期） | ", "成本 | 培训班成本 | ≤3万元/期"]
    assert steps(*rows, budget="360000") == ["≤3万元/期 × 举办培训班（≥12期） = 360,000.00"]


def test_what_a_step_takes_for_granted_stands_in_brackets():
    rows = ["数量 | 保洁员人数 | 45人", "成本 | 保洁员补贴 | ≤600元/人/月"]
    assert steps(*rows, budget="324000") == ["≤600元/人/月 × 45人 × (1年) = 324,000.00"]


def test_quantities_that_share_a_price_are_added_in_brackets():
    rows = ["数量 | 培训教师人数 | 50人", "数量 | 培训校长人数 | 70人", "成本 | 人均培训成本 | 400元/人"]
    assert steps(*rows, budget="48000") == ["400元/人 × (50人 + 70人) = 48,000.00"]
