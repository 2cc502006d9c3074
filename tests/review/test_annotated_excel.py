"""The findings as notes in a copy of an Excel file: at the cells that they are about, and nothing else is changed."""

import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from tests.transform.made import HEADER, QUANTITY, form, indicator
from tests.whole_run.command import pipeline
from tests.word import part, with_part

ROWS = [HEADER, indicator(QUANTITY, "培训人数", "12.5人"), indicator(QUANTITY, "培训人数", "12.5人")]


def book(*, chart=False):
    """A workbook with a form and its indicators, its rows moved down and to the right."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "目标表"
    for row_no, row in enumerate([*form(), *ROWS], 4):
        for col_no, text in enumerate(row, 3):
            sheet.cell(row_no, col_no, text)
    sheet["C4"].comment = Comment("原有批注", "甲")
    sheet["M40"] = "=1+1"
    if chart:
        sheet.add_chart(BarChart(), "P1")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def run(tmp_path, data):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "表.xlsx").write_bytes(data)
    assert pipeline("run", tmp_path / "raw", tmp_path / "out").exit_code == 0
    return pipeline("review", tmp_path / "out", "--raw", tmp_path / "raw", "--annotate", tmp_path / "批注.xlsx")


def values(data):
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.number_format, cell.font.b)
        for sheet in openpyxl.load_workbook(data)
        for row in sheet.iter_rows()
        for cell in row
    }


def test_a_finding_is_a_note_at_its_cell_and_all_else_stays(tmp_path):
    result = run(tmp_path, book())
    assert result.exit_code == 0, result.stderr
    assert values(tmp_path / "批注.xlsx") == values(tmp_path / "raw" / "表.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "批注.xlsx")["目标表"]
    noted = {cell: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    repeated = [cell for cell, text in noted.items() if "重复" in text and "同指标值" in text]
    assert [cell.value for cell in repeated] == ["培训人数"]
    assert noted[sheet["C4"]].startswith("原有批注")


def test_a_book_of_which_a_part_would_be_lost_is_refused(tmp_path):
    result = run(tmp_path, book(chart=True))
    assert result.exit_code == 2 and "chart" in result.stderr and not (tmp_path / "批注.xlsx").exists()


def test_of_another_document_no_excel_file_is_made(built, tmp_path):
    result = pipeline("review", built, "--annotate", tmp_path / "批注.xlsx")
    assert result.exit_code == 2 and "no Excel file" in result.stderr and not (tmp_path / "批注.xlsx").exists()


@pytest.mark.parametrize(
    "name", ["docProps/core.xml", "xl/comments/comment1.xml", "xl/styles.xml", "xl/theme/theme1.xml"]
)
def test_no_copy_holds_what_an_entity_names(name, tmp_path):
    (tmp_path / "secret").write_text("what no copy may hold")
    data = book()
    text = part(data, name).decode()
    start = re.search(r"<(?![?!])[\w:]+", text)
    declared = f'<!DOCTYPE {start[0][1:]} [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    rest = re.sub(r">([^<>]+)</", r">\1&e;</", text[start.start() :], count=1)
    result = run(tmp_path, with_part(data, name, text[: start.start()] + declared + rest))
    assert "Traceback" not in result.output
    if (tmp_path / "批注.xlsx").exists():
        with zipfile.ZipFile(tmp_path / "批注.xlsx") as copy:
            assert not any(b"what no copy may hold" in copy.read(name) for name in copy.namelist())
