"""The review memo and the worklist hold every finding, for a person to go on with."""

from dataclasses import replace

import docx
import openpyxl
import pytest

from pipeline import memo, rulebook, worklist
from pipeline.opinion import Opinion, ProjectOpinion, opinion

RULES = rulebook.default()
WORDS = RULES.memo


@pytest.fixture(scope="module")
def found(built):
    return opinion(built / "budget_targets.duckdb")


@pytest.fixture(scope="module")
def written(found, tmp_path_factory):
    """The memo, read again."""
    path = tmp_path_factory.mktemp("memo") / "审核意见.docx"
    memo.write(found, RULES, path)
    return docx.Document(str(path))


@pytest.fixture(scope="module")
def sheet(found, tmp_path_factory):
    """The worklist, read again."""
    path = tmp_path_factory.mktemp("worklist") / "问题清单.xlsx"
    worklist.write(found, RULES, path)
    return openpyxl.load_workbook(path).active


def test_every_finding_of_the_dataset_is_in_the_opinion(found, dataset):
    assert sorted(row["issue_id"] for row in found.findings) == sorted(dataset["issues"]["issue_id"])


def test_the_memo_names_every_project_and_how_its_costs_compare(written):
    texts = [paragraph.text for paragraph in written.paragraphs]
    headings = [one.text for one in written.paragraphs if one.style.name == "Heading 2"]
    assert len(headings) == 12
    assert "成本指标合计 2,812,525.00 元，与预算相差 75.00 元" in texts[texts.index(headings[0]) + 1]
    assert any("没有写明单价所乘的数量" in text for text in texts)
    assert all(line in texts for line in WORDS.sign)


def test_the_memo_holds_every_finding_with_evidence_address_and_room_for_the_reviewer(written, found):
    summary, *tables = written.tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows[1:]]
    assert len(rows) == len(list(found.findings))
    assert sum(int(cell.text) for row in summary.rows[1:] for cell in row.cells[1:]) == len(rows)
    evidence = {row[3].partition("\n")[0]: row for row in rows}
    assert evidence["文字写“10个”，指标值为“≥11个”"][4].endswith("第 18 表第 5 行")
    assert {row[-1] for row in rows} == {""}


def test_the_findings_of_a_project_stand_by_criterion(written):
    order = {name: number for number, name in enumerate(memo.CRITERIA)}
    for table in written.tables[1:]:
        criteria = [order[row.cells[1].text] for row in table.rows[1:]]
        assert criteria == sorted(criteria)


def test_the_worklist_has_a_row_per_finding_filters_and_states(sheet, found):
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == WORDS.worklist_columns
    assert [row[0] for row in rows] == [row["issue_id"] for row in found.findings]
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.freeze_panes == "A2"
    assert {row[head.index("处理状态")] for row in rows} == {WORDS.states[0]}
    (states,) = sheet.data_validations.dataValidation
    assert states.formula1 == '"待核,采纳,不采纳,已说明"'


def test_no_text_becomes_a_formula(found, tmp_path):
    (first, *_), project = found.projects[0].findings, found.projects[0].project
    one = Opinion((ProjectOpinion(project, ({**first, "evidence": "=1+1\x07"},)),), ())
    worklist.write(one, RULES, tmp_path / "a.xlsx")
    texts = [cell.value for cell in openpyxl.load_workbook(tmp_path / "a.xlsx").active[2]]
    assert "'=1+1" in texts


def test_a_project_without_findings_is_named_as_such(built, tmp_path, found):
    first, *others = found.projects
    memo.write(replace(found, projects=(replace(first, findings=()), *others)), RULES, tmp_path / "a.docx")
    last = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert f"下列项目未发现问题：{first.project['project_name']}。" in last
