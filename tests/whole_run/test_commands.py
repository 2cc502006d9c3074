"""The commands beside run, and what all of them print on screens of any make."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import duckdb
import pytest
from rich.cells import cell_len
from rich.console import Console

from pipeline.cli import screen
from pipeline.load import warehouse
from pipeline.reports.summary import report
from pipeline.run.progress import shown_on
from tests.whole_run.command import ROOT, pipeline, shell, table
from tests.whole_run.test_same_bytes import small_document


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A small document of its own."""
    path = tmp_path_factory.mktemp("small") / "小 文件.docx"
    path.write_bytes(small_document("甲"))
    return path


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """Where `shown` and `as_json` write the same dataset."""
    return tmp_path_factory.mktemp("made") / "out"


@pytest.fixture(scope="module")
def shown(small, out):
    """What a run prints for people."""
    return pipeline("run", small, out)


@pytest.fixture(scope="module")
def as_json(small, out):
    """What the same run prints for machines."""
    return pipeline("run", small, out, "--json")


def test_a_run_shows_a_line_per_unit_the_totals_and_the_findings(built):
    shown = pipeline("report", built).stdout
    lines = [line.split() for line in shown.splitlines()]
    assert ["351101", "天津市滨海新区财政局", "2025", "5", "70", "70", "61", "8,644,400.00"] in lines
    assert "1 document (0 rejected), 12 projects, 3 budget units, 129 indicators, 129 targets" in shown
    assert "budgets 16,963,200.00 yuan" in shown
    counts = table(built, "issues")["severity"].value_counts()
    assert f"issues: 0 errors, {counts['warning']} warnings, {counts['note']} notes" in shown
    assert ["warning", "1", "duplicate_indicator"] in lines


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ({"budget_total": None, "without_budget": 12}, "129 targets, no budgets stated\n"),
        ({"without_budget": 2}, "budgets 16,963,200.00 yuan (2 projects without one)\n"),
        ({"budget_units": 0}, "12 projects, 129 indicators"),
    ],
)
def test_of_no_budget_there_is_no_sum_and_unknown_units_are_not_counted(built, totals, said):
    made, out = report(built / warehouse.NAME), screen.Screen(file=StringIO(), width=200)
    screen.show_report(out, replace(made, totals={**made.totals, **totals}))
    assert said in out.file.getvalue()


def test_report_shows_what_the_run_showed(shown, out):
    report = pipeline("report", out).stdout
    what, next_, after = shown.stdout.removeprefix(report).partition("next: ")
    assert what == f"the dataset is in {out}\n" and next_
    assert re.fullmatch(rf"open {out}/report.html in a browser, or type .+ review {out}\n", after)


def test_report_as_json_is_what_the_run_gave(as_json, out):
    assert json.loads(pipeline("report", out, "--json").stdout) == json.loads(as_json.stdout)


def test_progress_is_plain_lines_where_nobody_watches(shown):
    assert shown.stderr.splitlines() == ["read: 1 file", "combine", "check"]


def test_json_is_all_that_standard_output_holds(as_json):
    made = json.loads(as_json.stdout)
    assert as_json.stderr == ""
    assert made["totals"]["projects"] == 1
    assert made["totals"]["budget_total"] == "100.00"
    assert set(made) == {"totals", "units", "issues", "by_severity", "inputs", "checks"}


def test_json_is_valid_if_nothing_is_usable(tmp_path):
    (tmp_path / "空.docx").write_bytes(b"")
    result = pipeline("run", tmp_path / "空.docx", tmp_path / "out", "--json")
    assert result.exit_code == 1
    assert [(one["path"], one["code"]) for one in json.loads(result.stdout)["inputs"]] == [("空.docx", "empty_file")]


def test_check_passes_on_what_a_run_made(built):
    result = pipeline("check", built)
    assert result.exit_code == 0
    passed, _, of = result.stdout.partition(" of ")
    assert passed.split()[-1] == of.split()[0] != "0"


def test_check_fails_and_shows_the_rows_if_a_promise_is_broken(built, tmp_path):
    shutil.copy(built / warehouse.NAME, tmp_path)
    with duckdb.connect(str(tmp_path / warehouse.NAME)) as connection:
        connection.execute("UPDATE cells SET role = NULL WHERE text = '≥450次'")
    result = pipeline("check", tmp_path)
    assert result.exit_code == 1
    assert "≥450次" in result.stdout


@pytest.mark.parametrize("command", ["check", "report"])
def test_without_a_database_a_command_says_what_to_do(tmp_path, command):
    result = pipeline(command, tmp_path / "没有")
    assert result.exit_code == 2
    assert "run the pipeline first" in result.stderr
    assert result.stdout == ""


def test_what_is_no_database_is_said(tmp_path):
    (tmp_path / warehouse.NAME).write_bytes(b"no database")
    result = pipeline("report", tmp_path)
    assert result.exit_code == 2
    assert "cannot be opened" in result.stderr


@pytest.mark.parametrize("command", ["check", "report", "review"])
def test_a_database_that_another_program_made_is_said(tmp_path, command):
    duckdb.connect(str(tmp_path / warehouse.NAME)).close()
    result = pipeline(command, tmp_path)
    assert result.exit_code == 2
    assert "not made by this version of the pipeline" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"TERM": "dumb"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"NO_COLOR": "1", "COLUMNS": "20"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_a_screen_of_any_make_shows_chinese_on_a_pipe(built, environment):
    result = shell("report", built, **environment)
    assert result.returncode == 0, result.stderr.decode()
    assert "天津市滨海新区财政局" in result.stdout.decode("utf-8")
    assert b"\x1b" not in result.stdout


def test_the_module_runs_where_the_screen_knows_only_ascii(small, tmp_path):
    result = shell("run", small, tmp_path / "输出", PYTHONIOENCODING="ascii")
    assert result.returncode == 0, result.stderr.decode()
    assert f"the dataset is in {tmp_path / '输出'}" in result.stdout.decode("utf-8")


def test_a_reader_that_stops_listening_sees_no_traceback(built):
    command = [sys.executable, "-m", "pipeline", "report", str(built)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_a_run_goes_on_if_nobody_listens_to_its_progress(small, tmp_path):
    command = [sys.executable, "-m", "pipeline", "run", str(small), str(tmp_path / "out")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        running.stderr.close()
    assert running.returncode == 0
    assert len(table(tmp_path / "out", "projects")) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
@pytest.mark.parametrize("arguments", [["report"], ["--help"], ["codes"]], ids=" ".join)
def test_a_full_disk_behind_standard_output_is_said(built, arguments):
    command = [sys.executable, "-m", "pipeline", *arguments, *[str(built)][: arguments == ["report"]]]
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 4
    assert ended.stderr.decode() == "standard output cannot be written (No space left on device)\n"


def test_a_terminal_sees_a_bar_and_the_things_pass_through_it():
    screen = Console(file=StringIO(), force_terminal=True, width=80)
    progress = shown_on(screen)
    assert list(progress.over("extract", range(5), 5)) == list(range(5))
    with progress.stage("load"):
        pass
    assert "5/5" in screen.file.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_number_is_broken_over_lines_however_narrow_the_screen(built, width):
    out = Console(file=StringIO(), width=width)
    screen.show_report(out, report(built / warehouse.NAME))
    shown = out.file.getvalue()
    assert all(number in shown.split() for number in ("351101", "2025", "8,644,400.00", "7,851,000.00", "467,800.00"))
    assert max(cell_len(line) for line in shown.splitlines()) <= width


def test_without_arguments_the_commands_are_listed():
    shown = pipeline().output
    for command in ("run", "report", "check", "sql", "explain"):
        assert command in shown


def test_explain_reads_a_value_with_the_sign_and_unit_of_its_columns():
    said = pipeline("explain", "56", "--sign", "≥", "--unit", "处").stdout
    assert "with the columns beside it" in said
    assert re.search(r"operator_source\s+column", said) and re.search(r"unit\s+处", said)


@pytest.mark.parametrize(("option", "value"), [("--level2", "no_such_class"), ("--year", "20")])
def test_explain_is_told_only_what_can_be(option, value):
    assert pipeline("explain", "12月", option, value).exit_code == 2


def test_explain_writes_numbers_out():
    assert re.search(r"base_low\s+1,000\s", pipeline("explain", "10³").stdout)


def test_a_python_without_the_libraries_is_told_to_set_them_up():
    command = [sys.executable, "-S", "-m", "pipeline", "report"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 2
    assert "make pipeline" in ended.stderr and len(ended.stderr.splitlines()) == 1
