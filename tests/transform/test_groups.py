"""Names are grouped if they say the same, and only then; why is told."""

import pytest

from pipeline.load import combine, warehouse
from pipeline.load.arrow import conform
from pipeline.rules import book
from pipeline.schema.parts import INDICATOR_NAMES
from pipeline.transform.names.groups import indicator_names, leaders

RULES = book.default()


def grouped(*pairs):
    """Names by (project, name) → name → (canonical name, reason)."""
    rows = [{"document_id": "d", "project_id": project, "indicator_name": name} for project, name in pairs]
    part = INDICATOR_NAMES.name
    with warehouse.opened() as connection:
        combine.begin(connection)
        combine.gather(
            connection, [{part: conform(named(indicator_names(rows, RULES), INDICATOR_NAMES), INDICATOR_NAMES)}]
        )
        combine.put_together(connection)
        combine.group(connection, leaders(combine.rivals(connection), RULES))
        return {name: tuple(said) for name, *said in connection.execute("FROM indicator_groups").fetchall()}


def together(*names):
    """The canonical names of names that stand in a project each, and the reasons."""
    found = grouped(*((f"p{number}", name) for number, name in enumerate(names)))
    return {canonical for canonical, _ in found.values()}, [found[name][1] for name in names]


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (("培训教师人数", "★★★培训教师人数"), "mark"),
        (("培训教师人数", "指标1：培训教师人数"), "mark"),
        (("新建道路里程", "新建道路里程（≥**公里）"), "template"),
        (("培训教师人数", "2025年培训教师人数"), "year"),
        (("信息系统设备、网络故障率", "信息系统设备网络故障率"), "spacing"),
        (("受益群众满意度", "受益群众满意率"), "same_word"),
        (("培训教师人数", "开展培训的教师人数"), "filler"),
        (("设备运行稳定率", "设备稳定运行率"), "order"),
    ],
)
def test_names_that_say_the_same_are_one_group(names, reason):
    canonical, reasons = together(*names)
    assert len(canonical) == 1
    assert reason in reasons


@pytest.mark.parametrize(
    "names",
    [
        ("重点项目监控数量", "重点项目评价数量"),
        ("培训人数", "培训人次"),
        ("一期工程完成率", "二期工程完成率"),
        ("第12期培训班人数", "第21期培训班人数"),
        ("参训教师满意度", "参训教师家长满意度"),
        ("人数", "数人"),
    ],
)
def test_names_that_merely_resemble_each_other_stay_apart(names):
    canonical, reasons = together(*names)
    assert len(canonical) == len(names)
    assert set(reasons) == {"same"}


def test_two_names_of_one_project_are_two_indicators_however_alike():
    names = ("设备运行稳定率", "设备稳定运行率")
    assert {canonical for canonical, _ in grouped(*(("p", name) for name in names)).values()} == set(names)
    elsewhere = grouped(("p", names[0]), ("p", names[1]), ("q", names[0]))
    assert elsewhere[names[0]] == (names[0], "same")


def test_the_name_that_is_printed_most_often_leads_its_group():
    found = grouped(("a", "设备稳定运行率"), ("b", "设备稳定运行率"), ("c", "设备运行稳定率"))
    assert found["设备运行稳定率"] == ("设备稳定运行率", "order")


def test_the_groups_do_not_depend_on_the_order_of_rows():
    rows = [("a", "设备稳定运行率"), ("b", "设备运行稳定率"), ("c", "设备的稳定运行率"), ("c", "故障率（≤5%）")]
    assert grouped(*rows) == grouped(*reversed(rows))


def test_a_name_of_nothing_but_marks_stays_as_it_is():
    assert grouped(("a", "★★★")) == {"★★★": ("★★★", "same")}
