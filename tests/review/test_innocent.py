"""Projects that are unusual but in order are left alone, and beside them the faults are found."""

import pytest

from tests.forms.printed import document
from tests.review import projects_in_order, words_in_order
from tests.review.projects_in_order import quantity
from tests.transform.made import dataset, issues, project, reviewed

IN_ORDER = [*projects_in_order.IN_ORDER, *words_in_order.IN_ORDER]
OF_FAULT = [*projects_in_order.OF_FAULT, *words_in_order.OF_FAULT]
LEFT_ASIDE = {"missing_class", "cost_repeats_budget", "target_partly_parsed", "new_unit"}
"""What is said of a project that prints a few classes and one cost only, and of values by the grammar, which other tests hold."""


@pytest.fixture(scope="module")
def found():
    """Case → the codes found in it. Each is a document and a budget unit of its own, so that none has to do with another."""
    cases = [*IN_ORDER, *OF_FAULT]
    documents, names = [], {}
    for number, case in enumerate(cases):
        one = document(*case.blocks, name=f"{number}.docx")
        documents.append(one)
        names[one.document_id] = case.name
    built = dataset(*documents, is_reviewed=True)
    codes = {case.name: set() for case in cases}
    for row in built["issues"]:
        codes[names[row["document_id"]]].add(row["code"])
    return codes


@pytest.mark.parametrize("case", IN_ORDER, ids=lambda case: case.name)
def test_a_project_in_order_is_left_alone(found, case):
    assert found[case.name] - LEFT_ASIDE == case.codes


@pytest.mark.parametrize("case", OF_FAULT, ids=lambda case: case.name)
def test_a_fault_is_found_and_nothing_else(found, case):
    assert found[case.name] - LEFT_ASIDE == case.codes


def test_what_pays_two_kinds_of_people_is_not_the_same_work():
    rows = [quantity("发放人数", "≥20人"), quantity("发放次数", "12次"), quantity("完成数量", "20个")]
    built = reviewed(*project(*rows, 项目名称="在职人员工资"), *project(*rows, 项目名称="遗属生活补助"))
    assert issues(built, "work_may_be_funded_twice") == []


def test_no_two_cases_share_a_name():
    names = [case.name for case in (*IN_ORDER, *OF_FAULT)]
    assert len(names) == len(set(names))
