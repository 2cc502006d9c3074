"""The whole dataset for Excel: the sheets, their heads, their values, and what is never written over."""

import csv

import openpyxl
import pytest

from pipeline.load import sqlfiles, warehouse
from pipeline.reports import workbook
from tests.whole_run.command import pipeline
from tests.whole_run.test_same_bytes import small_document

SHEETS = ["说明", "单位汇总", "项目", "指标明细", "成本核对", "审核发现", "自评结果", "数据字典"]


@pytest.fixture(scope="module")
def made(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    result = pipeline("export", built, "--xlsx", folder / "绩效目标.xlsx", "--csv", folder / "csv")
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def book(made):
    return openpyxl.load_workbook(made / "绩效目标.xlsx")


def test_the_book_has_every_sheet_with_a_head_that_stays_filters_and_print_titles(book):
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape"


def test_every_head_is_chinese_and_no_two_are_alike(book):
    for sheet in book:
        head = [cell.value for cell in sheet[1]]
        assert len(set(head)) == len(head)
        assert not [one for one in head if one.isascii()], sheet.title


def test_every_row_of_the_dataset_is_there(built, book):
    for file in sqlfiles.read("export"):
        title = file.zh.partition("：")[0]
        assert book[title].max_row - 1 == len(warehouse.query(built / warehouse.NAME, file.text).rows)
    listed = {row[0]: row[1] for row in book["说明"].values}
    assert {name: book[name].max_row - 1 for name in SHEETS[1:]} == {name: listed[name] for name in SHEETS[1:]}


def test_codes_are_texts_money_has_its_format_and_nothing_is_a_formula(book):
    head, row, *_ = book["项目"].iter_rows()
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert isinstance(cells["单位代码"].value, str) and cells["预算数（元）"].number_format == "#,##0.00"
    assert not [cell for sheet in book for line in sheet for cell in line if cell.data_type == "f"]


def test_codes_of_the_dataset_are_told_in_chinese(book):
    for title, columns in (("指标明细", ("种类", "解析状态", "时段", "是否适用")), ("审核发现", ("严重程度", "来源"))):
        head, *rows = book[title].values
        for column in columns:
            assert not [row for row in rows if str(row[head.index(column)]).isascii()], column


def test_every_value_of_a_closed_column_has_a_word(rules):
    from pipeline.schema.tables import TABLES

    closed = {
        column.name: column.values
        for name in ("targets", "reconciliations")
        for column in TABLES[name].columns
        if column.values and column.name in rules.export.values and (name, column.name) != ("reconciliations", "status")
    }
    assert closed
    for column, values in closed.items():
        signs = {one for one in values if not one.isalpha()} if column == "operator" else set()
        assert set(values) <= rules.export.values[column].keys() | signs, column


def test_the_csv_files_hold_the_same_and_open_in_excel(made, book):
    for title in SHEETS[1:]:
        content = (made / "csv" / f"{title}.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
        assert rows[0] == [cell.value for cell in book[title][1]] and len(rows) == book[title].max_row


def test_a_book_is_the_same_bytes_each_time(built, made, tmp_path):
    assert pipeline("export", built, "--xlsx", tmp_path / "a.xlsx").exit_code == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (made / "绩效目标.xlsx").read_bytes()


def test_rows_beyond_a_sheet_go_on_on_the_next_and_that_is_said(built, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 101)
    result = pipeline("export", built, "--xlsx", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [book[name].max_row - 1 for name in ("指标明细", "指标明细 (2)")] == [100, 29]
    assert "129 rows on 2 sheets" in result.stderr
    assert "2 张" in next(row[2] for row in book["说明"].values if row[0] == "指标明细")


def test_no_file_of_csv_is_written_if_one_may_not_be_replaced(built, tmp_path):
    (tmp_path / "审核发现.csv").write_text("mine", encoding="utf-8")
    result = pipeline("export", built, "--csv", tmp_path)
    assert result.exit_code == 2 and "审核发现.csv" in result.stderr
    assert [one.read_text(encoding="utf-8") for one in tmp_path.iterdir()] == ["mine"]


def test_it_must_be_said_what_to_write(built):
    result = pipeline("export", built)
    assert result.exit_code == 2 and "--xlsx" in result.stderr


def test_nothing_is_written_into_the_dataset(tmp_path):
    document, out = tmp_path / "a.docx", tmp_path / "out"
    document.write_bytes(small_document("甲"))
    pipeline("run", document, out)
    for option, place in (("--xlsx", out / "a.xlsx"), ("--csv", out / "csv")):
        result = pipeline("export", out, option, place)
        assert result.exit_code == 2 and "write the file elsewhere" in result.stderr and not place.exists()
