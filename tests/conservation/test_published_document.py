"""Nothing of the published document is lost, counted by readers that are not ours."""

from collections import Counter
from decimal import Decimal
from zipfile import ZipFile

import docx as python_docx
import pytest
from lxml import etree

from tests.conftest import SOURCE

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
PRINTED_CELL = "w:tc[not(w:tcPr/w:vMerge[not(@w:val='restart')])]"
N_COLUMNS = 5


@pytest.fixture(scope="module")
def body():
    with ZipFile(SOURCE) as package:
        return etree.fromstring(package.read("word/document.xml"))


@pytest.fixture(scope="module")
def printed_rows():
    """The rows below the header of every indicator table, each as python-docx reads it: merged cells repeated."""
    tables = python_docx.Document(str(SOURCE)).tables
    found = [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]
    return [row for table in found if table[0][-1] == "指标值" for row in table[1:]]


def squeezed(text):
    return "".join((text or "").split())


def printed_text(cell):
    return squeezed("".join(cell.xpath(".//w:t/text()", namespaces=W)))


def in_order(dataset):
    return dataset["indicators"].sort_values(["table_no", "row_no"])


def test_every_table_cell_is_a_row_of_cells(body, dataset):
    printed = body.xpath(f"//w:tr/{PRINTED_CELL}", namespaces=W)
    assert Counter(map(squeezed, dataset["cells"]["text"])) == Counter(map(printed_text, printed))
    assert len(printed) == dataset["documents"]["n_cells"].sum()
    assert len(body.xpath("//w:tbl", namespaces=W)) == dataset["documents"]["n_tables"].sum()


def test_every_printed_cell_has_a_role_and_no_blank_one(dataset):
    cells = dataset["cells"]
    blank = cells["text"].str.strip() == ""
    assert cells.loc[~blank, "role"].notna().all()
    assert cells.loc[blank, "role"].isna().all()
    assert "unread" not in set(cells["role"])


def test_every_indicator_row_is_a_row_of_indicators(printed_rows, dataset):
    assert len(dataset["indicators"]) == len(printed_rows) == 129


@pytest.mark.parametrize(("place", "column"), [(0, "level1"), (1, "level2"), (2, "indicator_name")])
def test_every_class_and_name_is_the_printed_one(printed_rows, dataset, place, column):
    assert in_order(dataset)[column].tolist() == [row[place].strip() for row in printed_rows]


def test_every_target_is_the_printed_one(printed_rows, dataset):
    assert in_order(dataset)["target_text"].tolist() == [row[-1] for row in printed_rows]


def test_every_description_is_the_printed_one_but_for_the_word_before_its_formula(printed_rows, dataset):
    rows = in_order(dataset)
    kept = [squeezed(text) for text in rows["description"].fillna("") + rows["formula"].fillna("")]
    assert kept == [squeezed(row[3]).replace("计算公式：", "") for row in printed_rows]


def test_every_indicator_has_a_target_and_every_target_its_indicator(dataset):
    assert set(dataset["targets"]["indicator_id"]) == set(dataset["indicators"]["indicator_id"])


def test_every_project_of_an_indicator_is_a_row_of_projects(dataset):
    assert set(dataset["indicators"]["project_id"]) == set(dataset["projects"]["project_id"])
    assert set(dataset["reconciliations"]["project_id"]) == set(dataset["projects"]["project_id"])


@pytest.mark.parametrize(
    ("label", "column", "total"),
    [("预算数", "budget_total", "16963200.00"), ("其中：财政资金", "budget_fiscal", "16963200.00")],
)
def test_the_printed_budgets_are_the_sum_of_the_projects(body, dataset, label, column, total):
    cells = body.xpath("//w:tc", namespaces=W)
    after = [cells[place + 1] for place, cell in enumerate(cells) if printed_text(cell) == label]
    assert sum(Decimal(printed_text(cell)) for cell in after) == dataset["projects"][column].sum() == Decimal(total)


def value_beside(body, label):
    """The text beside every cell that prints `label`."""
    cells = body.xpath("//w:tc", namespaces=W)
    return [printed_text(cells[place + 1]) for place, cell in enumerate(cells) if printed_text(cell) == label]


def test_every_name_and_purpose_is_the_printed_one(body, dataset):
    projects = dataset["projects"].sort_values("table_no")
    assert [squeezed(name) for name in projects["project_name"]] == value_beside(body, "项目名称")
    purposes = [squeezed(text) for text in projects["funding_use"]]
    rows = body.xpath("//w:tbl[.//w:tc]/w:tr[4]", namespaces=W)
    fourth = [printed_text(row) for row in rows if len(row.xpath("w:tc", namespaces=W)) == 2]
    assert purposes == fourth


def test_every_goal_is_printed_and_nothing_of_the_goals_is_lost_but_their_numbers(body, dataset):
    goals = dataset["goals"].merge(dataset["projects"]).sort_values(["table_no", "goal_no"])
    numbered = [
        "".join(f"{row.goal_no}.{squeezed(row.goal_text)}" for row in project.itertuples())
        for _, project in goals.groupby("table_no")
    ]
    assert numbered == value_beside(body, "绩效目标")


def test_every_digit_of_a_target_is_in_a_span_or_left_over(dataset):
    targets = dataset["targets"].merge(dataset["indicators"])
    for _, cell in targets.groupby("indicator_id"):
        text, outside = cell["target_text"].iloc[0], list(cell["target_text"].iloc[0])
        for row in cell.dropna(subset="span_start").itertuples():
            start, end = int(row.span_start), int(row.span_end)
            outside[start:end] = [""] * (end - start)
        digits = Counter(character for character in "".join(outside) if character.isdigit())
        assert digits <= Counter("".join(cell["leftover"])), text
