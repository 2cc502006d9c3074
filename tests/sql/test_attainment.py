"""Whether a target was met is said where the document lets it be said, and why not where it does not."""

import duckdb
import pytest

from pipeline.load import warehouse
from pipeline.rules import book
from pipeline.run.dataset import run
from pipeline.run.progress import Progress
from tests.layouts.catalogue import FIXTURES

MET, MISSED = (True, None), (False, None)
SELF_EVALUATIONS = {
    "小型水利设施管护": [
        MET, MET, MISSED, (None, "kinds_differ"), MET, (None, "qualitative"), (None, "qualitative"), MET,
    ],
    "工资性支出": [MET, MET, MET, MET, MET, (None, "actual_missing")],
    "农村公路日常养护": [MET, MET, MET, MISSED, MET, (None, "qualitative"), (None, "qualitative"), MET],
    "城乡公交运营补贴": [MISSED, MET, MISSED, MET, MISSED, MET, MET],
    "职业技能提升行动": [MET, MET, MISSED, MET, MET, MET, MET, MET, (None, "qualitative"), MET],
    "流动人员人事档案数字化": [MET, (None, "no_operator"), MET, MET, (None, "no_operator"), MISSED, MET],
    "河湾村特色种养补贴到户": [
        MET, MET, MET, (None, "no_operator"), (None, "no_operator"), MET, (None, "no_operator"), MET, MET, MET, MET, MET,
    ],
    "山阳村通组道路硬化": [
        MET, (None, "target_not_read"), MISSED, (None, "no_operator"), MET, (None, "qualitative"),
        (None, "actual_missing"), (None, "target_not_read"),
    ],
}  # fmt: skip
"""Project → for each indicator whether its target was met, or why that cannot be said; judged from the documents."""


@pytest.fixture(scope="module")
def evaluations(tmp_path_factory):
    """The database made from the fixtures of self-evaluations."""
    folder = tmp_path_factory.mktemp("evaluations")
    paths = [folder / fixture.file_name for fixture in FIXTURES if fixture.id in "JKLM"]
    for fixture, path in zip((one for one in FIXTURES if one.id in "JKLM"), paths, strict=True):
        path.write_bytes(fixture.build())
    run(paths, folder / "out", Progress(), book.default())
    return folder / "out" / warehouse.NAME


@pytest.mark.parametrize("project", SELF_EVALUATIONS)
def test_each_target_of_a_self_evaluation_is_judged_as_a_reader_would(project, evaluations):
    sql = f"SELECT attained, why_not_said FROM target_attainment WHERE project_name = '{project}' ORDER BY indicator_no"
    assert warehouse.query(evaluations, sql).rows == SELF_EVALUATIONS[project]


def test_every_target_of_a_self_evaluation_is_there_once(evaluations):
    sql = "SELECT (SELECT count(*) FROM target_attainment), (SELECT count(*) FROM targets)"
    ((judged, stated),) = warehouse.query(evaluations, sql).rows
    assert judged == stated == sum(map(len, SELF_EVALUATIONS.values()))


def test_an_actual_value_without_a_unit_takes_that_of_the_target_and_says_so(evaluations):
    sql = "SELECT actual_low, base_unit, actual_measure_unit_source FROM target_attainment WHERE actual_text = "
    assert warehouse.query(evaluations, f"{sql}'4.31'").rows == [(43100, "元/处", "target")]
    assert warehouse.query(evaluations, f"{sql}'1,050元/人'").rows == [(1050, "元/人", "actual")]


@pytest.fixture
def judged(wide_database, tmp_path):
    """(changes of the target ≥95% and of its actual value 93%) → what is said of it."""
    path = tmp_path / wide_database.name
    path.write_bytes(wide_database.read_bytes())
    with duckdb.connect(str(path)) as connection:

        def judge(target: str, actual: str):
            for table, change in (("targets", target), ("results", actual)):
                if change:
                    connection.execute(f"UPDATE {table} SET {change} WHERE indicator_id = 'p4-02'")
            sql = "SELECT attained, why_not_said FROM target_attainment WHERE indicator_id = 'p4-02'"
            return connection.execute(sql).fetchall()

        yield judge


BARE = "measure_unit = NULL, measure_unit_text = NULL, factor = 1, base_unit = NULL"
AT_THE_BOUND = "low = 95, high = 95, base_low = 0.95, base_high = 0.95"


@pytest.mark.parametrize(
    ("target", "actual", "said"),
    [
        ("", "", MISSED),
        ("", AT_THE_BOUND, MET),
        ("operator = '>', low_inclusive = false", AT_THE_BOUND, MISSED),
        ("operator = '>', low_inclusive = false", f"{AT_THE_BOUND}, low_inclusive = false", MET),
        ("operator = NULL, operator_source = NULL, high = 95, base_high = 0.95", "", (None, "no_operator")),
        ("operator = NULL, operator_source = NULL, high = 95, base_high = 0.95", AT_THE_BOUND, MET),
        ("operator = '~', high = 95, base_high = 0.95", "", (None, "approximate")),
        ("", "high = 97, base_high = 0.97", (None, "actual_not_exact")),
        ("", "high = NULL, base_high = NULL", (None, "actual_not_exact")),
        ("", "low = 96, high = NULL, base_low = 0.96, base_high = NULL", MET),
        ("", f"{BARE}, low = 0.97, high = 0.97, base_low = 0.97, base_high = 0.97", (None, "share_or_percent")),
        ("", f"{BARE}, low = 97, high = 97, base_low = 97, base_high = 97", MET),
        ("", "measure_unit = '个', base_unit = '个'", (None, "units_differ")),
        ("", "kind = 'unparsed', status = 'unparsed'", (None, "actual_not_read")),
        ("", "status = 'partial'", (None, "actual_not_read")),
        ("", "period = 'half'", MISSED),
        ("period = 'annual'", "period = 'half'", (None, "no_result")),
        ("period = 'annual'", "period = 'annual'", MISSED),
        ("region = '东河镇'", "region = '西山镇'", (None, "no_result")),
        ("region = '东河镇'", "", MISSED),
        ("kind = 'missing'", "", (None, "target_missing")),
    ],
)
def test_bounds_units_and_periods_are_minded(target, actual, said, judged):
    assert judged(target, actual) == [said]


DEADLINE = "kind = 'date', due_end = DATE '2023-11-30', due_start = NULL"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2023-11-30", "2023-11-30", MET),
        ("2023-12-01", "2023-12-01", MISSED),
        ("2023-01-01", "2023-12-31", (None, "actual_not_exact")),
    ],
)
def test_dates_compare_by_their_ends(start, end, said, judged):
    assert judged(DEADLINE, f"kind = 'date', due_start = DATE '{start}', due_end = DATE '{end}'") == [said]
