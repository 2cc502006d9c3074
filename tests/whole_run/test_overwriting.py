"""No command writes over what a person wrote, however it is called."""

import os
import shutil
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment

from pipeline.rules import book
from tests.conftest import SOURCE
from tests.whole_run.command import ROOT, pipeline
from tests.whole_run.test_same_bytes import small_document

WORDS = book.default().memo
QUESTION = ROOT / "sql/queries/01_budgets_by_unit.sql"
WRITERS = {
    "memo": (["review"], "--docx", ".docx"),
    "worklist": (["review"], "--xlsx", ".xlsx"),
    "answer as csv": (["sql", QUESTION], "--csv", ".csv"),
    "answer as xlsx": (["sql", QUESTION], "--xlsx", ".xlsx"),
    "export": (["export"], "--xlsx", ".xlsx"),
    "marked document": (["review", "--raw", SOURCE], "--annotate", ".docx"),
}
writers = pytest.mark.parametrize("writer", WRITERS)


def write(writer, out, path, *more):
    command, option, _ = WRITERS[writer]
    return pipeline(*command, out, option, path, *more)


def a_text(path):
    path.write_text("mine", encoding="utf-8")


def a_book(path):
    made = openpyxl.Workbook()
    made.active["A1"] = "mine"
    made.save(path)


def a_letter(path):
    made = docx.Document()
    made.add_paragraph("mine")
    made.save(path)


def nothing(path):
    path.write_bytes(b"")


def a_document(path):
    path.write_bytes(SOURCE.read_bytes())


def a_link_to_a_text(path):
    a_text(path.with_name("theirs"))
    path.symlink_to(path.with_name("theirs"))


def a_second_name_of_a_document(path):
    a_document(path.with_name("first"))
    os.link(path.with_name("first"), path)


def a_link_to_a_document(path):
    path.symlink_to(SOURCE)


def a_file_that_may_not_be_changed(path):
    a_text(path)
    path.chmod(0o444)


FOUND = (
    a_text,
    a_book,
    a_letter,
    nothing,
    a_document,
    a_link_to_a_text,
    a_second_name_of_a_document,
    a_link_to_a_document,
    a_file_that_may_not_be_changed,
)


@writers
@pytest.mark.parametrize("found", FOUND, ids=lambda one: one.__name__)
def test_what_a_person_has_there_stays(built, tmp_path, writer, found):
    path = tmp_path / f"意见{WRITERS[writer][2]}"
    found(path)
    before = path.read_bytes()
    result = write(writer, built, path)
    assert result.exit_code == 2
    assert str(path) in result.stderr and "name another file" in result.stderr
    assert path.read_bytes() == before and path.is_symlink() == ("link" in found.__name__)
    assert SOURCE.stat().st_size == 46267


@writers
@pytest.mark.parametrize("found", [a_document, a_link_to_a_document], ids=lambda one: one.__name__)
def test_a_document_of_the_dataset_stays_whatever_is_said(built, tmp_path, writer, found):
    path = tmp_path / f"意见{WRITERS[writer][2]}"
    found(path)
    assert write(writer, built, path, "--overwrite").exit_code == 2
    assert path.read_bytes() == SOURCE.read_bytes()


@writers
def test_another_file_is_replaced_if_that_is_said(built, tmp_path, writer):
    path = tmp_path / f"意见{WRITERS[writer][2]}"
    a_text(path)
    assert write(writer, built, path, "--overwrite").exit_code == 0
    assert path.read_bytes() != b"mine"


@writers
def test_what_the_program_wrote_itself_is_written_anew(built, tmp_path, writer):
    path = tmp_path / f"意见{WRITERS[writer][2]}"
    assert [write(writer, built, path).exit_code for _ in range(2)] == [0, 0]
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@writers
def test_what_was_changed_since_it_was_written_stays(built, tmp_path, writer):
    path = tmp_path / f"意见{WRITERS[writer][2]}"
    write(writer, built, path)
    if path.suffix == ".docx":
        memo = docx.Document(str(path))
        memo.tables[1].rows[1].cells[-1].text = "不同意"
        memo.save(str(path))
    elif path.suffix == ".xlsx":
        made = openpyxl.load_workbook(path)
        made.active["A2"] = "mine"
        made.save(path)
    else:
        path.write_bytes(path.read_bytes() + b"mine")
    before = path.read_bytes()
    result = write(writer, built, path)
    if writer == "worklist":
        assert openpyxl.load_workbook(path).active["A2"].value == "mine"
        return
    assert result.exit_code == 2 and path.read_bytes() == before


@writers
@pytest.mark.parametrize("mark", ["~${}", ".~lock.{}#"])
def test_a_file_that_is_open_in_a_program_stays(built, tmp_path, writer, mark):
    path = tmp_path / f"意见{WRITERS[writer][2]}"
    write(writer, built, path)
    a_text(tmp_path / mark.format(path.name))
    before = path.read_bytes()
    result = write(writer, built, path)
    assert result.exit_code == 2 and "close it" in result.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize("found", FOUND, ids=lambda one: one.__name__)
def test_of_a_folder_of_tables_none_is_written_if_one_may_not_be(built, tmp_path, found):
    path = tmp_path / f"{book.default().export.dictionary}.csv"
    found(path)
    there = {one: one.read_bytes() for one in tmp_path.iterdir()}
    assert pipeline("export", built, "--csv", tmp_path).exit_code == 2
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == there


@pytest.mark.parametrize("found", FOUND, ids=lambda one: one.__name__)
def test_of_a_folder_of_marked_documents_none_takes_the_place_of_a_file(built, tmp_path, found):
    pipeline("review", built, "--raw", SOURCE, "--annotate", tmp_path)
    (path,) = tmp_path.iterdir()
    path.unlink()
    found(path)
    before = path.read_bytes()
    assert pipeline("review", built, "--raw", SOURCE, "--annotate", tmp_path).exit_code == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("found", FOUND, ids=lambda one: one.__name__)
@pytest.mark.parametrize("command", [["layout", SOURCE, "--html"], ["rules", "evidence", "--csv"]], ids=lambda c: c[0])
def test_what_has_no_overwrite_replaces_nothing(tmp_path, monkeypatch, command, found):
    monkeypatch.setattr("pipeline.cli.rules._evidence", lambda needed: [])
    path = tmp_path / f"a{'.html' if command[0] == 'layout' else '.csv'}"
    found(path)
    before = path.read_bytes()
    result = pipeline(*command, path)
    assert result.exit_code == 2 and "--overwrite" not in result.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize("writer", ["answer as csv", "answer as xlsx"])
def test_the_question_itself_stays(built, tmp_path, writer):
    question = tmp_path / f"question{WRITERS[writer][2]}"
    shutil.copy(QUESTION, question)
    assert pipeline("sql", question, built, WRITERS[writer][1], question).exit_code == 2
    assert question.read_bytes() == QUESTION.read_bytes()


def test_an_answer_does_not_take_the_place_of_a_worklist(built, tmp_path):
    path = tmp_path / "清单.xlsx"
    write("worklist", built, path)
    judged(path)
    write("worklist", built, path)
    before = path.read_bytes()
    assert write("answer as xlsx", built, path).exit_code == 2
    assert path.read_bytes() == before


def test_the_page_of_a_document_does_not_take_its_place(tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<table><tr><td>项目名称</td><td>甲</td></tr></table>", encoding="utf-8")
    before = page.read_bytes()
    assert pipeline("layout", page, "--html", page).exit_code == 2
    assert page.read_bytes() == before


def judged(path):
    """A worklist in which a reviewer worked: judged, moved, coloured, noted, with a column and a sheet of his own."""
    made = openpyxl.load_workbook(path)
    found = made.active
    head = [cell.value for cell in found[1]]
    state, opinion = (head.index(name) + 1 for name in ("处理状态", "审核人意见"))
    found.cell(2, state).value, found.cell(2, opinion).value = "采纳", "=请补正"
    found.cell(3, opinion).comment = Comment("问过单位", "审核人")
    found.cell(1, len(head) + 1).value, found.cell(2, len(head) + 1).value = "经办人", "李"
    made.create_sheet("我的笔记")["B2"] = "下周再看"
    made.save(path)
    return found.cell(2, head.index("编号") + 1).value


def column(found, name):
    """A column of the list, by the number of the finding."""
    head, *rows = found.iter_rows(values_only=True)
    return {row[head.index("编号")]: row[head.index(name)] for row in rows}


def test_a_worklist_is_carried_on(built, tmp_path):
    path = tmp_path / "清单.xlsx"
    write("worklist", built, path)
    number = judged(path)
    assert "carried on" in write("worklist", built, path).stderr
    made = openpyxl.load_workbook(path)
    found = made[WORDS.worklist]
    assert column(found, "处理状态")[number] == "采纳"
    assert column(found, "审核人意见")[number] == "=请补正"
    assert column(found, "经办人")[number] == "李"
    assert [cell.comment.text for row in found for cell in row if cell.comment] == ["问过单位"]
    assert made["我的笔记"]["B2"].value == "下周再看"
    assert set(column(found, "变化").values()) == {None}


def test_new_findings_are_marked_and_those_that_are_no_more_stay(built, tmp_path):
    path, other, out = tmp_path / "清单.xlsx", tmp_path / "甲.docx", tmp_path / "out"
    other.write_bytes(small_document("甲"))
    pipeline("run", other, out)
    write("worklist", out, path)
    held = set(column(openpyxl.load_workbook(path).active, "编号"))
    judged(path)
    assert write("worklist", built, path).exit_code == 0
    changes = column(openpyxl.load_workbook(path)[WORDS.worklist], "变化")
    new, gone = WORDS.changes
    assert {number for number, change in changes.items() if change == gone} == held
    assert {change for number, change in changes.items() if number not in held} == {new}
    assert "采纳" in column(openpyxl.load_workbook(path)[WORDS.worklist], "处理状态").values()


def test_a_worklist_with_what_would_be_lost_is_left_alone(built, tmp_path):
    path = tmp_path / "清单.xlsx"
    write("worklist", built, path)
    made = openpyxl.load_workbook(path)
    from openpyxl.chart import BarChart

    made.active.add_chart(BarChart(), "T2")
    made.save(path)
    before = path.read_bytes()
    result = write("worklist", built, path)
    assert result.exit_code == 2 and "would be lost" in result.stderr
    assert path.read_bytes() == before


SPARKLINE = b'<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"/></extLst></worksheet>'
EMPTY_DRAWING = b'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>'


def repacked(path, sheet_end=b"</worksheet>", **more):
    with ZipFile(path) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</worksheet>", sheet_end)
    with ZipFile(path, "w") as made:
        for name, content in (parts | more).items():
            made.writestr(name, content)


def test_a_worklist_with_what_the_library_would_leave_out_is_left_alone(built, tmp_path):
    path = tmp_path / "清单.xlsx"
    write("worklist", built, path)
    repacked(path, SPARKLINE)
    before = path.read_bytes()
    result = write("worklist", built, path)
    assert result.exit_code == 2 and "would be lost" in result.stderr
    assert path.read_bytes() == before


def test_a_worklist_that_libreoffice_saved_is_carried_on(built, tmp_path):
    path = tmp_path / "清单.xlsx"
    write("worklist", built, path)
    judged(path)
    repacked(path, **{"xl/drawings/drawing1.xml": EMPTY_DRAWING})
    assert "carried on" in write("worklist", built, path).stderr


def test_a_run_says_which_dataset_it_replaces(tmp_path):
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.docx").write_bytes(small_document(name))
    out = tmp_path / "out"
    assert "replaced" not in pipeline("run", tmp_path / "甲.docx", out).stderr
    assert "甲.docx" in pipeline("run", tmp_path / "乙.docx", out).stderr


def test_where_nothing_could_be_written_nothing_is_lost(built, tmp_path, monkeypatch):
    path = tmp_path / "意见.docx"
    write("memo", built, path)
    before = path.read_bytes()

    def full(self, target):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    assert write("memo", built, path).exit_code == 2
    assert path.read_bytes() == before and [one.name for one in tmp_path.iterdir()] == [path.name]
