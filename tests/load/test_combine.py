"""Parts of documents become one dataset, whatever their order; ids that hang on other documents are told there."""

import pytest

from pipeline.load import combine, warehouse
from tests.forms.printed import document
from tests.transform.made import dataset, indicator, project

QUANTITY = ("产出指标", "数量指标")


def documents():
    """Three documents, each with a project of the same unit, year and name."""
    rows = [indicator(QUANTITY, "巡查次数", "≥12次")]
    return [document(*project(*rows, 预算数=str(no)), name=f"{no}.docx") for no in (1, 2, 3)]


@pytest.fixture(scope="module")
def together():
    return dataset(*documents(), is_reviewed=True)


def test_projects_that_share_unit_year_and_name_are_numbered_over_documents(together):
    stem, *others = sorted(row["project_id"] for row in together["projects"])
    assert others == [f"{stem}-2", f"{stem}-3"]


@pytest.mark.parametrize("name", ["indicators", "targets", "form_fields", "goals", "reconciliations", "issues"])
def test_what_belongs_to_a_renamed_project_follows_it(together, name):
    projects = {row["project_id"] for row in together["projects"]}
    named = {row.get("project_id") or row["indicator_id"].rpartition("-")[0] for row in together[name]}
    assert named == projects


def test_one_document_alone_is_its_own_dataset():
    """So tests that look at one document need no database."""
    rows = [indicator(QUANTITY, f"巡查次数{no}", f"≥{no}次") for no in range(12)]
    one = dataset(document(*project(*rows), *project(*rows), *project(*rows, 项目名称="另一项目")))
    assert {name: one[name] for name in one} == one.whole
    assert len(one["projects"]) == 3


def test_the_order_in_which_documents_come_changes_nothing(together):
    assert dataset(*reversed(documents()), is_reviewed=True) == together


def test_a_key_that_stands_twice_is_refused():
    with warehouse.opened() as connection:
        combine.begin(connection)
        combine.gather(connection, [])
        row = "'d', 'a', 'x', 1, 'docx', 'parsed', 0, 0, 0, 0, '1'"
        connection.execute(f"INSERT INTO part_documents SELECT {row} FROM range(2)")
        with pytest.raises(ValueError, match=r"documents: the key document_id = .'d',. stands twice"):
            combine.put_together(connection)
