"""Questions in SQL and their answers, and the files that commands write for people."""

import docx
import openpyxl
import pytest

from pipeline.reports import workbook
from tests.whole_run.command import ROOT, contents, pipeline
from tests.whole_run.test_same_bytes import small_document

QUERIES = sorted((ROOT / "sql/queries").glob("*.sql"))
UNANSWERED = {"14_missed_targets"}
"""Questions about what the published document does not print: values attained."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small document, and the folder of the dataset that a run made of it."""
    document, out = (tmp_path_factory.mktemp("made") / name for name in ("小 文件.docx", "out"))
    document.write_bytes(small_document("甲"))
    assert pipeline("run", document, out).exit_code == 0
    return document, out


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_every_query_runs_as_it_is(built, file):
    result = pipeline("sql", file, built)
    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith("\n0 rows") == (file.stem in UNANSWERED)


def test_an_answer_as_csv_opens_in_excel(built, tmp_path):
    result = pipeline("sql", QUERIES[0], built, "--csv", tmp_path / "答案.csv")
    assert result.exit_code == 0
    content = (tmp_path / "答案.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    header, *rows = content.decode("utf-8-sig").splitlines()
    assert "," in header
    assert any("天津市滨海新区财政局" in row for row in rows)


def test_an_answer_as_a_sheet_of_excel_keeps_texts_that_look_like_something_else(built, tmp_path):
    question, sheet = tmp_path / "a.sql", tmp_path / "答案.xlsx"
    question.write_text(
        "SELECT '042' AS code, '=100%' AS formula, '3-5' AS day, 1.50::DECIMAL(18, 2) AS money, "
        "DATE '2025-12-31' AS due, [1, 2] AS several, NULL AS nothing, "
        "'NaN'::DOUBLE AS no_number, '12345678901234567890'::HUGEINT AS large",
        encoding="utf-8",
    )
    assert pipeline("sql", question, built, "--xlsx", sheet).exit_code == 0
    head, row = openpyxl.load_workbook(sheet).active.iter_rows()
    assert [cell.value for cell in head][:3] == ["code", "formula", "day"]
    assert [cell.value for cell in row][:4] == ["042", "=100%", "3-5", 1.5]
    assert [cell.data_type in ("s", "inlineStr") for cell in row] == [1, 1, 1, 0, 0, 1, 0, 1, 1]
    assert [cell.data_type for cell in row if cell.value == "=100%"] != ["f"] and row[4].is_date
    assert all(cell.quotePrefix for cell in row if isinstance(cell.value, str))


@pytest.mark.parametrize(("rows", "sheets"), [(0, [0]), (2, [2]), (3, [2, 1]), (4, [2, 2])])
def test_an_answer_longer_than_a_sheet_goes_on_on_the_next(built, tmp_path, monkeypatch, rows, sheets):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    assert pipeline("sql", "-c", f"FROM range({rows})", built, "--xlsx", tmp_path / "a.xlsx").exit_code == 0
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [len(list(one.values)) - 1 for one in book] == sheets
    assert [row for one in book for row in list(one.values)[1:]] == [(row,) for row in range(rows)]


@pytest.mark.parametrize("name", ["01", "1", "budgets_by_unit", "01_budgets_by_unit"])
def test_a_question_is_asked_by_its_number_or_name(built, name):
    assert pipeline("sql", name, built).stdout == pipeline("sql", QUERIES[0], built).stdout


def test_sql_alone_lists_every_question():
    listed = pipeline("sql").stdout
    assert all(file.stem.partition("_")[2] in listed for file in QUERIES)


@pytest.mark.parametrize(
    ("asked", "said"), [("buget_by_unit", "did you mean budgets_by_unit?"), ("99", "`sql` lists them")]
)
def test_a_question_that_there_is_not_is_said_with_what_to_do(built, asked, said):
    result = pipeline("sql", asked, built)
    assert result.exit_code == 2 and said in result.stderr


def test_an_answer_in_excel_is_headed_in_chinese(built, tmp_path):
    question = "SELECT unit_code, sum(budget_total) AS budget_total, 1 AS odd FROM projects GROUP BY ALL"
    assert pipeline("sql", "-c", question, built, "--xlsx", tmp_path / "a.xlsx").exit_code == 0
    head, row = list(openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows())[:2]
    assert [cell.value for cell in head] == ["单位代码", "预算数（元）", "odd"]
    assert row[1].number_format == "#,##0.00"


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (["sql", QUERIES[0]], "没有/a.csv", "make the folder"),
        (["sql", QUERIES[0]], "没有/a.xlsx", "make the folder"),
        (["sql", QUERIES[0]], "夹.csv", "this is a folder"),
        (["review"], "没有/a.docx", "make the folder"),
        (["review"], "夹.xlsx", "this is a folder"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_a_file_that_cannot_be_written_is_said_with_what_to_do(built, tmp_path, arguments, name, said):
    for suffix in (".csv", ".xlsx"):
        (tmp_path / f"夹{suffix}").mkdir()
    path = tmp_path / name
    result = pipeline(*arguments, built, f"--{path.suffix[1:]}", path)
    assert result.exit_code == 2
    assert str(path) in result.stderr and said in result.stderr


@pytest.mark.parametrize("option", ["--docx", "--xlsx"])
def test_a_paper_is_not_written_under_a_name_that_hides_what_it_is(built, tmp_path, option):
    result = pipeline("review", built, option, tmp_path / "意见.txt")
    assert result.exit_code == 2
    assert f"must end in .{option[2:]}" in result.stderr
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("command", "option"), [("review", "docx"), ("review", "xlsx"), ("sql", "csv"), ("sql", "xlsx")]
)
def test_nothing_is_written_where_the_next_run_would_refuse_to_replace_it(made, command, option):
    _, out = made
    arguments, before = [QUERIES[0]] if command == "sql" else [], contents(out)
    result = pipeline(command, *arguments, out, f"--{option}", out / f"a.{option}")
    assert result.exit_code == 2
    assert "write the file elsewhere" in result.stderr
    assert contents(out) == before


def test_the_next_run_replaces_it(made):
    document, out = made
    assert pipeline("run", document, out).exit_code == 0


def test_without_a_database_no_question_is_asked(tmp_path):
    result = pipeline("sql", QUERIES[0], tmp_path / "没有")
    assert result.exit_code == 2
    assert "run the pipeline first" in result.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT nothing FROM nowhere", "nowhere"),
        ("SELEKT 1", "SELEKT"),
        ("-- nothing", "no SQL"),
        ("DROP TABLE targets", "read-only"),
    ],
)
def test_a_question_that_cannot_be_answered_is_said(built, tmp_path, text, said):
    file = tmp_path / "a.sql"
    file.write_text(text, encoding="utf-8")
    result = pipeline("sql", file, built)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.startswith(f"{file}: ")


def test_a_question_may_begin_with_the_mark_that_notepad_writes(built, tmp_path):
    (tmp_path / "a.sql").write_text("SELECT 1 AS one", encoding="utf-8-sig")
    assert pipeline("sql", tmp_path / "a.sql", built).exit_code == 0


def test_a_file_of_sql_that_is_missing_or_no_text_is_said(built, tmp_path):
    (tmp_path / "b.sql").write_bytes(b"\xff\xfe\x00")
    for name in ("a.sql", "b.sql"):
        result = pipeline("sql", tmp_path / name, built)
        assert result.exit_code == 2
        assert "cannot be read" in result.stderr


STEERING = "chr(27) || '[2J' || chr(155) || chr(8238)"


@pytest.mark.parametrize("question", [f"SELECT {STEERING} AS a", f'SELECT 1 AS "{chr(27)}[2J{chr(155)}{chr(8238)}"'])
def test_no_text_steers_the_terminal(built, tmp_path, question):
    (tmp_path / "a.sql").write_text(question, encoding="utf-8")
    result = pipeline("sql", tmp_path / "a.sql", built)
    assert "\\u001b[2J\\u009b\\u202e" in result.stdout
    assert not {"\x1b", "\x9b", "\u202e"}.intersection(result.stdout)


def test_no_name_of_a_file_steers_the_terminal(tmp_path):
    (tmp_path / "\x1b[2J\u202e.docx").write_bytes(b"no document")
    result = pipeline("run", tmp_path / "\x1b[2J\u202e.docx", tmp_path / "out")
    assert "\\u001b[2J\\u202e.docx" in result.output
    assert not {"\x1b", "\u202e"}.intersection(result.output)


def test_a_sheet_leaves_out_what_xml_cannot_hold_and_says_what_it_cuts(built, tmp_path):
    (tmp_path / "a.sql").write_text("SELECT 'a' || chr(65535) || 'b', repeat('字', 40000)", encoding="utf-8")
    assert pipeline("sql", tmp_path / "a.sql", built, "--xlsx", tmp_path / "a.xlsx").exit_code == 0
    _, (first, second) = openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True)
    assert first == "ab"
    assert len(second) == 32_767
    assert second.endswith("字… [cut: the text has 40,000 characters, a cell of Excel holds 32,767]")


def test_a_safe_csv_holds_no_formula(built, tmp_path):
    (tmp_path / "a.sql").write_text("SELECT '=1+1' AS a, -1 AS b, '-1' AS c", encoding="utf-8")
    for options, row in (([], "=1+1,-1,-1"), (["--safe"], "'=1+1,-1,'-1")):
        assert pipeline("sql", tmp_path / "a.sql", built, "--csv", tmp_path / "a.csv", *options).exit_code == 0
        assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()[1] == row
        (tmp_path / "a.csv").unlink()


def test_a_long_answer_stops_at_a_number_and_says_so(built, tmp_path):
    (tmp_path / "a.sql").write_text("FROM range(20000)", encoding="utf-8")
    result = pipeline("sql", tmp_path / "a.sql", built)
    assert len(result.stdout.splitlines()) == 10_002
    assert result.stdout.endswith("the first 10,000 rows; --csv FILE writes all of them\n")


@pytest.mark.parametrize("asked", ["351202", "天津市滨海新区股权投资稳定促进中心", "股权投资"])
def test_a_review_of_one_unit_shows_its_projects_alone(built, asked):
    shown = pipeline("review", built, "--unit", asked).stdout
    assert "2025年防范金融风险专项经费" in shown and "2025年财政国库集中支付代理银行手续费" not in shown


def test_a_review_of_a_project_shows_it_alone_and_of_a_severity_what_is_as_grave(built):
    assert "0 errors, 1 warning, 4 notes" in pipeline("review", built, "--project", "系统建设").stdout
    grave = pipeline("review", built, "--severity", "warning").stdout
    assert "0 errors, 8 warnings, 0 notes" in grave and "no findings" not in grave
    assert pipeline("review", built, "--severity", "警告").stdout == grave


@pytest.mark.parametrize(
    ("option", "asked", "said"),
    [
        ("--unit", "351203", "did you mean 351202"),
        ("--project", "2025年绩效管理费", "did you mean 2025年绩效管理服务费"),
        ("--unit", "zzz", "nothing is called zzz; without it"),
        ("--severity", "grave", "use one of error, warning, note"),
    ],
)
def test_what_is_not_there_is_said_with_what_is_like_it(built, option, asked, said):
    result = pipeline("review", built, option, asked)
    assert result.exit_code == 2 and said in result.stderr


def test_a_memo_holds_what_was_asked_for(built, tmp_path):
    assert pipeline("review", built, "--unit", "351202", "--docx", tmp_path / "a.docx").exit_code == 0
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert "1 个预算单位，2 个项目" in text and "351101" not in text
