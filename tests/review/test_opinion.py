"""The review memo and the worklist hold every finding, for a person to go on with."""

import re
from dataclasses import replace

import docx
import openpyxl
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from pipeline.reports import memo, memo_front, remarks, worklist
from pipeline.reports.by_project import Opinion, ProjectOpinion, opinion
from pipeline.rules import book
from tests.cost import lines_run

RULES = book.default()
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


def parts(written):
    """The table of main problems, if there are any, that of the projects, and those of the findings."""
    main = [table for table in written.tables[:1] if table.rows[0].cells[0].text == WORDS.main_columns[0]]
    projects, *tables = written.tables[len(main) :]
    return main, projects, tables


def counted(projects):
    """The findings of the projects: what their last row, the sum of those above, comes to."""
    *rows, total = [[int(cell.text) for cell in row.cells[4:7]] for row in projects.rows[1:]]
    assert total == [sum(column) for column in zip(*rows, strict=True)]
    return sum(total)


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
    _, summary, tables = parts(written)
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows[1:]]
    assert sum(times(row) for row in rows) == counted(summary) == len(list(found.findings))
    printed = "\n".join(row[4] for row in rows)
    assert all(one["evidence"] in printed and remarks.address(one, WORDS) in printed for one in found.findings)
    evidence = {row[3].partition("\n")[0]: row for row in rows}
    assert evidence["文字写“10个”，指标值为“≥11个”"][4].endswith("（第 18 表第 5 行）")
    assert {row[-1] for row in rows} == {""}


def times(row):
    """How many findings a row of the memo tells: several places of one, or several of one place."""
    said = re.search(r"（(\d+) 处）", row[3])
    return int(said[1]) if said else max(1, sum(line.startswith("· ") for line in row[3].split("\n")))


def test_what_is_said_several_times_of_a_project_is_one_row_with_each_place(found, tmp_path):
    first = found.projects[0]
    row = {**first.findings[0], "message_zh": "定性指标没有写明怎样算达到", "indicator_name": "运行保障", "table_no": 2}
    alike = tuple({**row, "row_no": number} for number in range(1, 13))
    other = {**row, "row_no": 20, "message_zh": "与第 3 行的指标重复"}
    rows = parts(of_projects(found, tmp_path, replace(first, findings=(*alike, other))))[2][0].rows[1:]
    assert [times([cell.text for cell in row.cells]) for row in rows] == [remarks.MOST, 12 - remarks.MOST, 1]
    listed = rows[0].cells[4].text.split("\n") + rows[1].cells[4].text.split("\n")
    assert [one[-len("（第 2 表第 1 行）") :].strip("（") for one in listed[:2]] == [
        "第 2 表第 1 行）",
        "第 2 表第 2 行）",
    ]
    assert len(listed) == 12 and "· " not in rows[2].cells[4].text


def test_evidence_names_the_indicator_that_it_is_about_once(found, tmp_path):
    row = {**found.projects[0].findings[0], "indicator_name": "完成 时间", "table_no": 2, "row_no": 5}
    cases = {"12月": "完成 时间：12月", "完成时间 12月": "完成时间 12月", "": "完成 时间"}
    for evidence, said in cases.items():
        one = replace(found.projects[0], findings=({**row, "evidence": evidence},))
        assert parts(of_projects(found, tmp_path, one))[2][0].rows[1].cells[4].text == f"{said}（第 2 表第 5 行）"


def by_grade_and_money(row):
    """Where a finding stands among others: the gravest first, then those about the most money."""
    return list(WORDS.severities).index(row["severity"]), -(row["amount"] or 0)


def test_the_findings_of_a_project_stand_by_severity_and_money(written, found):
    grades = list(WORDS.severities.values())
    for table in parts(written)[2]:
        printed = [grades.index(row.cells[2].text) for row in table.rows[1:]]
        assert printed == sorted(printed)
    for one in found.projects:
        assert list(one.findings) == sorted(one.findings, key=by_grade_and_money)


def test_the_worklist_has_a_row_per_finding_filters_and_states(sheet, found):
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == WORDS.worklist_columns
    assert [row[-1] for row in rows] == [row["issue_id"] for row in sorted(found.findings, key=by_grade_and_money)]
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.freeze_panes == "A2"
    assert {row[head.index("处理状态")] for row in rows} == {WORDS.states[0]}
    assert head[worklist.STATE - 1] == "处理状态"
    (states,) = sheet.data_validations.dataValidation
    assert states.formula1 == '"待核,采纳,不采纳,已说明"'


def test_no_text_becomes_a_formula(found, tmp_path):
    (first, *_), project = found.projects[0].findings, found.projects[0].project
    one = Opinion((ProjectOpinion(project, ({**first, "evidence": "=1+1\x07"},)),), ())
    worklist.write(one, RULES, tmp_path / "a.xlsx")
    (cell,) = [cell for cell in openpyxl.load_workbook(tmp_path / "a.xlsx").active[2] if cell.value == "=1+1"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@pytest.mark.parametrize(("paper", "library"), [(memo, "/docx/"), (worklist, "/openpyxl/")], ids=["memo", "worklist"])
def test_a_finding_costs_the_same_in_a_long_paper_as_in_a_short_one(paper, library, found, tmp_path):
    def cost(times):
        many = Opinion(found.projects[:3] * times, ())
        return lines_run(lambda: paper.write(many, RULES, tmp_path / "paper"), library, "pipeline/")

    three, four, eight = map(cost, (3, 4, 8))  # the list of main problems is full from three on
    assert (eight - four) / 4 == pytest.approx(four - three, rel=0.02)


def test_a_worklist_is_printed_on_its_side_as_wide_as_a_page_with_its_head_on_each(sheet):
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0


def test_codes_and_numbers_of_findings_are_in_the_worklist_and_not_printed(sheet):
    assert [cell.value for cell in sheet[1]][worklist.PRINTED :] == ["代码", "编号"]
    assert sheet.print_area == f"'{WORDS.worklist}'!$A$1:$P${sheet.max_row}"


def test_every_row_of_a_worklist_is_high_enough_for_its_longest_text(sheet):
    """Chinese characters are as wide as two digits, by which the widths of columns count."""
    _head, *rows = sheet.iter_rows()
    assert sheet.row_dimensions[1].height == worklist.LINE
    for row in rows:
        chinese = [
            (len(re.findall("[一-龥]", str(cell.value or ""))), worklist.WIDTHS[cell.column - 1]) for cell in row
        ]
        lines = max(2 * letters / width for letters, width in chinese)
        assert worklist.LINE * lines <= sheet.row_dimensions[row[0].row].height <= worklist.LINE * (2 * lines + 2)


def test_neither_paper_names_a_program_as_its_author(written, found, tmp_path):
    worklist.write(found, RULES, tmp_path / "a.xlsx")
    listed = openpyxl.load_workbook(tmp_path / "a.xlsx").properties
    assert (written.core_properties.author, written.core_properties.comments) == ("", "")
    assert (written.core_properties.title, listed.title) == (WORDS.title, WORDS.worklist)
    assert not listed.creator


def of_projects(found, tmp_path, *projects, documents=()):
    """The memo on these projects, read again."""
    memo.write(replace(found, projects=projects, documents=documents), RULES, tmp_path / "a.docx")
    return docx.Document(str(tmp_path / "a.docx"))


def changed(one, **values):
    return replace(one, project={**one.project, **values})


def headings(written, style):
    return [paragraph.text for paragraph in written.paragraphs if paragraph.style.name == style]


def test_of_several_files_each_project_stands_under_the_name_of_its_own(found, tmp_path):
    first, second, third, *_ = found.projects
    several = of_projects(found, tmp_path, first, second, changed(third, path="乙.docx"))
    assert headings(several, "Heading 1")[2:] == [first.project["path"], "乙.docx"]
    assert headings(of_projects(found, tmp_path, first, second), "Heading 1") == [WORDS.main, WORDS.summary]


def test_of_a_single_file_the_memo_says_which_it_is(found, written, tmp_path):
    told = WORDS.file.format(path=found.projects[0].project["path"])
    assert told in [paragraph.text for paragraph in written.paragraphs]
    first, second, *_ = found.projects
    several = of_projects(found, tmp_path, first, changed(second, path="乙.docx"))
    assert told not in [paragraph.text for paragraph in several.paragraphs]


def test_files_that_could_not_be_read_are_said_not_to_be_reviewed_and_named_once_in_the_annex(found, tmp_path):
    row = {**found.projects[0].findings[0], "project_name": None, "indicator_name": None}
    row |= {"table_no": None, "found_by": "reading"}
    rejected = {**row, "path": "坏.docx", "evidence": "坏.docx", "severity": "error"}
    skipped = {**row, "path": "~$锁.docx", "evidence": "~$锁.docx", "severity": "note"}
    memo_of_both = of_projects(found, tmp_path, found.projects[0], documents=(rejected, skipped))
    texts = [paragraph.text for paragraph in memo_of_both.paragraphs]
    assert texts.index(WORDS.rejected.format(documents=1)) < texts.index(WORDS.summary)
    assert {row.cells[4].text for row in memo_of_both.tables[-1].rows[1:]} == {"坏.docx", "~$锁.docx"}
    no_doubts = of_projects(found, tmp_path, found.projects[0])
    assert not any("未能读入" in paragraph.text for paragraph in no_doubts.paragraphs)


def test_a_finding_about_a_document_says_which(found, tmp_path):
    row = {**found.projects[0].findings[0], "path": "甲.docx", "project_name": None, "evidence": "绩效目标"}
    row["indicator_name"] = None
    written = of_projects(found, tmp_path, documents=({**row, "found_by": "reading"},))
    assert parts(written)[2][0].rows[1].cells[4].text.startswith("绩效目标\n甲.docx（")


def test_doubts_in_reading_stand_behind_the_signatures_and_are_no_part_of_the_opinion(found, tmp_path):
    first = found.projects[0]
    doubt = {**first.findings[0], "found_by": "reading", "message_zh": "单元格未能归入任何栏目", "innocent_zh": ""}
    written = of_projects(found, tmp_path, replace(first, findings=(*first.findings, doubt)))
    texts = [paragraph.text for paragraph in written.paragraphs]
    assert texts.index(WORDS.sign[-1]) < texts.index(WORDS.annex) < texts.index(WORDS.annex_caution)
    _, summary, (told, annex) = parts(written)
    assert sum(times([cell.text for cell in row.cells]) for row in told.rows[1:]) == len(first.findings)
    assert counted(summary) == len(first.findings)
    assert [row.cells[3].text for row in annex.rows[1:]] == ["单元格未能归入任何栏目"]


@pytest.mark.parametrize(
    ("printed", "said", "listed"),
    [
        ({"implementing_unit": "山阳乡", "department_name": "扶贫局"}, "实施单位：山阳乡", "山阳乡"),
        ({"implementing_unit": None, "department_name": "扶贫局"}, "主管部门：扶贫局", "扶贫局"),
        ({"implementing_unit": None, "department_name": None}, "预算", None),
    ],
)
def test_a_project_without_a_printed_unit_stands_under_who_carries_it_out(found, tmp_path, printed, said, listed):
    one = changed(found.projects[0], unit_code=None, unit_name=None, **printed)
    texts = [paragraph.text for paragraph in of_projects(found, tmp_path, one).paragraphs]
    assert texts[texts.index(f"1. {one.project['project_name']}") + 1].startswith(said)
    worklist.write(replace(found, projects=(one,)), RULES, tmp_path / "a.xlsx")
    assert {row[2] for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows(2, values_only=True)} == {
        listed
    }


def test_self_evaluations_are_said_to_be_held_against_their_own_rules(found, tmp_path):
    first, second = found.projects[0], changed(found.projects[1], is_evaluated=True)
    texts = [paragraph.text for paragraph in of_projects(found, tmp_path, first, second).paragraphs]
    assert WORDS.evaluated.format(projects=1) in texts
    assert not any("自评" in paragraph.text for paragraph in of_projects(found, tmp_path, first).paragraphs)


def test_what_a_project_does_not_state_leaves_no_gap(found, tmp_path):
    one = changed(
        found.projects[0],
        **{"unit_code": None, "unit_name": None, "budget_total": None, "cost_total": None, "difference": None},
        **{"cost_comparison": "not_testable", "reconciliation_reason": "no_budget"},
    )
    texts = [paragraph.text for paragraph in of_projects(found, tmp_path, one).paragraphs]
    assert "成本无法核对（没有预算数）" in texts
    assert replace(found, projects=(one,)).units == 0


def test_of_no_budget_there_is_no_sum_and_one_that_leaves_projects_out_says_so(found, tmp_path):
    first, without = found.projects[0], changed(found.projects[1], budget_total=None)
    lines = [
        of_projects(found, tmp_path, *some).paragraphs[1].text for some in ((first,), (first, without), (without,))
    ]
    told = f"预算合计 {first.project['budget_total']:,} 元"
    assert f"{told}。" in lines[0]
    assert f"{told}（另有 1 个项目没有预算数）。" in lines[1]
    assert "没有写明预算数" in lines[2] and "合计" not in lines[2]


@pytest.mark.parametrize(("comparison", "said"), [("price", "可能是单价"), ("part", "占预算的 100%")])
def test_a_cost_below_the_budget_is_not_said_to_differ(found, tmp_path, comparison, said):
    one = changed(found.projects[0], cost_comparison=comparison)
    texts = "".join(paragraph.text for paragraph in of_projects(found, tmp_path, one).paragraphs)
    assert said in texts and "与预算相差" not in texts


def test_rows_stay_whole_heads_stay_with_them_and_pages_are_numbered(written):
    for table in written.tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next
    assert 'w:instr="PAGE"' in written.sections[0].footer._element.xml


def test_no_style_takes_its_font_from_the_theme(written):
    fonts = [written.styles[name].element.rPr.rFonts for name in ("Normal", "Title", "Heading 1", "Heading 2")]
    assert {one.get(qn("w:eastAsia")) for one in fonts} == {WORDS.font}
    assert not any("Theme" in name for one in fonts for name in one.attrib)


def test_the_title_stands_in_the_middle_and_all_is_black_without_a_line(written):
    title = written.styles["Title"]
    assert title.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert title.element.pPr.find(qn("w:pBdr")) is None
    styles = [written.styles[name] for name in ("Title", "Heading 1", "Heading 2")]
    assert {str(style.font.color.rgb) for style in styles} == {"000000"}
    assert all(style.font.color.theme_color is None for style in styles)


def test_tables_are_as_wide_as_the_page(written):
    section = written.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert all(
        sum(column.width for column in table.columns) == pytest.approx(room, rel=0.01) for table in written.tables
    )


def test_control_characters_do_not_keep_a_memo_from_being_written(found, tmp_path):
    first = found.projects[0]
    odd = replace(changed(first, project_name="甲\x07乙"), findings=({**first.findings[0], "evidence": "一\x0b二"},))
    assert "甲乙" in headings(of_projects(found, tmp_path, odd), "Heading 2")[0]


def test_the_row_of_sums_stands_on_no_page_alone(written):
    (last, sums) = parts(written)[1].rows[-2:]
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in last.cells)
    assert not any(cell.paragraphs[0].paragraph_format.keep_with_next for cell in sums.cells)


def test_every_project_has_a_row_with_room_for_a_conclusion_and_one_without_findings_says_so(tmp_path, found):
    first, *others = found.projects
    _, projects, _ = parts(of_projects(found, tmp_path, replace(first, findings=()), *others))
    *rows, total = [[cell.text for cell in row.cells] for row in projects.rows[1:]]
    assert [row[1] for row in rows] == [one.project["project_name"] for one in found.projects]
    assert {row[-1] for row in rows} == {"☐ 通过　☐ 修改后通过　☐ 退回"}
    assert rows[0][4:7] == ["0", "0", "0"]
    assert total[3] == f"{sum(found.budgets):,}"


def test_the_main_problems_are_the_gravest_then_those_about_the_most_money_and_no_notes(written, found):
    (main,), *_ = parts(written)
    rows = [[cell.text for cell in row.cells] for row in main.rows[1:]]
    assert {row[0] for row in rows} == {"警告"}
    assert [row[-1] for row in rows[:3]] == ["3,200,000.00", "3,000,000.00", "260,000.00"]
    assert rows[0][1:4] == [
        "2. 2025年财政国库集中支付代理银行手续费",
        "文字写的是 2023 年，预算年度为 2025 年",
        "第 3 表第 4 行",
    ]
    assert len(rows) == 7 and sum(row["severity"] == "warning" for row in found.findings) == 8


def test_many_main_problems_are_cut_and_counted_and_none_is_said(found, tmp_path):
    first, *_ = found.projects
    row = {**first.findings[0], "severity": "error", "table_no": 2}
    many = tuple({**row, "row_no": number, "message_zh": f"问题 {number}"} for number in range(1, 12))
    written = of_projects(found, tmp_path, replace(first, findings=many))
    assert len(parts(written)[0][0].rows) - 1 == memo_front.MAIN
    assert WORDS.main_more.format(count=3) in [paragraph.text for paragraph in written.paragraphs]
    calm = of_projects(found, tmp_path, replace(first, findings=({**row, "severity": "note"},)))
    assert not parts(calm)[0] and WORDS.main_none in [paragraph.text for paragraph in calm.paragraphs]


def test_what_stands_in_one_row_of_a_table_is_told_in_one_row_of_the_memo(found, tmp_path):
    first, *_ = found.projects
    row = {**first.findings[0], "severity": "warning", "indicator_name": "评价数量", "table_no": 10, "row_no": 14}
    row |= {"evidence": "评价数量", "innocent_zh": ""}
    two = ({**row, "message_zh": "类别不对"}, {**row, "message_zh": "名称重复", "action_zh": "核对"})
    (told,) = parts(of_projects(found, tmp_path, replace(first, findings=two)))[2]
    (cells,) = [[cell.text for cell in row.cells] for row in told.rows[1:]]
    assert cells[3:5] == ["· 类别不对\n· 名称重复", "评价数量（第 10 表第 14 行）"]
    excused = tuple({**one, "innocent_zh": "可能另有规定"} for one in two)
    (told,) = parts(of_projects(found, tmp_path, replace(first, findings=excused)))[2]
    assert told.rows[1].cells[3].text == "· 类别不对\n· 名称重复\n可能的解释：可能另有规定。"
    apart = (two[0], {**two[1], "row_no": 15})
    assert len(parts(of_projects(found, tmp_path, replace(first, findings=apart)))[2][0].rows) == 3


def test_a_grade_is_seen_by_its_ground(written):
    for table in parts(written)[2]:
        for row in table.rows[1:]:
            ground = row.cells[2]._tc.tcPr.find(qn("w:shd"))
            assert (ground is not None) == (row.cells[2].text != "提示")


def test_the_memo_refers_to_the_rules_of_the_place_where_the_run_was_told_of_them(found, tmp_path):
    def intro(basis):
        memo.write(replace(found, basis=basis), RULES, tmp_path / "a.docx")
        return docx.Document(str(tmp_path / "a.docx")).paragraphs[1].text

    assert f"审核参照：{WORDS.basis}" in intro(found.basis)
    assert "审核参照：《某市办法》。" in intro("《某市办法》")
