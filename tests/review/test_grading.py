"""A grading file switches findings off or grades them anew, and says what is wrong with it."""

import pytest

from pipeline.reports.by_project import opinion
from pipeline.reports.summary import report
from pipeline.rules import book
from pipeline.run.dataset import run
from pipeline.run.progress import Progress
from tests.conftest import SOURCE

RULES = book.default()


@pytest.fixture
def graded(tmp_path):
    """The rules as a grading file with this text changes them."""

    def of(text):
        path = tmp_path / "grading.toml"
        path.write_text(text, encoding="utf-8")
        return book.graded(RULES, path)

    return of


def test_a_code_is_graded_anew(graded):
    rules = graded('[severity]\ndeadline_without_year = "error"\n')
    assert rules.issues["deadline_without_year"].severity == "error"
    assert rules.issues["duplicate_indicator"] == RULES.issues["duplicate_indicator"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('off = ["no_such_code"]', "no_such_code is no code"),
        ('[severity]\nduplicate_indicator = "fatal"', "fatal is no severity"),
        ('off = ["unread_cell"]', "unread_cell says what could not be read"),
        ('silent = ["duplicate_indicator"]', "silent is no key"),
        ("off = [", "grading.toml"),
        ('off = "duplicate_indicator"', "off must be a list"),
        ("off = [1]", "off must be a list"),
        ('severity = "note"', "severity must be a table"),
        ("[severity]\nduplicate_indicator = 1", "severity must be a table"),
        ("basis = 1", "basis must be a text"),
        ('basis = " "', "basis must be a text"),
    ],
)
def test_what_is_wrong_with_a_grading_file_is_said(graded, text, said):
    with pytest.raises(book.RuleError, match=said):
        graded(text)


def test_a_file_may_begin_with_the_mark_that_notepad_writes(graded):
    assert graded('\ufeffoff = ["duplicate_indicator"]').off == {"duplicate_indicator"}


def test_a_file_in_another_encoding_is_said(tmp_path):
    (tmp_path / "grading.toml").write_bytes("# 关闭".encode("gbk"))
    with pytest.raises(book.RuleError, match="save it as UTF-8"):
        book.graded(RULES, tmp_path / "grading.toml")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(book.RuleError, match="cannot be read"):
        book.graded(RULES, tmp_path / "none.toml")


def test_a_run_reports_as_it_is_graded(tmp_path):
    grading = tmp_path / "grading.toml"
    grading.write_text(
        'off = ["descriptions_repeat_names"]\n[severity]\nduplicate_indicator = "error"\n', encoding="utf-8"
    )
    made = run([SOURCE], tmp_path / "out", Progress(), book.graded(RULES, grading))
    found = {row["code"]: row["severity"] for row in made.issues}
    assert found["duplicate_indicator"] == "error"
    assert "descriptions_repeat_names" not in found
    assert report(tmp_path / "out" / "budget_targets.duckdb").broken == ()


def test_the_rules_of_the_place_that_a_grading_file_names_are_kept_with_the_dataset_for_the_memo(
    graded, tmp_path, built
):
    run([SOURCE], tmp_path / "out", Progress(), graded('basis = "《某市办法》（某财〔2024〕1号）"'))
    assert opinion(tmp_path / "out" / "budget_targets.duckdb").basis == "《某市办法》（某财〔2024〕1号）"
    assert opinion(built / "budget_targets.duckdb").basis == RULES.memo.basis
