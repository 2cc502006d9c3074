"""No run replaces a folder that holds what a person put into it since the last one, be it inside a file of ours."""

import re
import shutil
import subprocess
import sys

import duckdb
import pytest

from pipeline.load.changed import changed
from pipeline.load.warehouse import NAME as DATABASE
from tests.conftest import SOURCE
from tests.whole_run.command import pipeline

STATEMENTS = {
    "a table": "CREATE TABLE mine AS SELECT 1 AS a",
    "a view": "CREATE VIEW mine AS SELECT 1 AS a",
    "a view in the place of ours": "CREATE OR REPLACE VIEW targets_wide AS SELECT 1 AS a",
    "a column": "ALTER TABLE targets ADD COLUMN remark TEXT",
    "a row": "INSERT INTO goals SELECT * REPLACE ('mine' AS goal_text) FROM goals LIMIT 1",
    "another value": "UPDATE targets SET low = 1 WHERE low > 1",
    "a row less": "DELETE FROM issues WHERE severity = 'note'",
}


@pytest.fixture
def out(built, tmp_path):
    """A dataset of one's own."""
    return shutil.copytree(built, tmp_path / "out")


def ask(out, statement):
    with duckdb.connect(str(out / DATABASE)) as connection:
        connection.execute(statement)


def refused(out):
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    result = pipeline("run", SOURCE, out, "--no-cache")
    assert result.exit_code == 2
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    return result.stderr


@pytest.mark.parametrize("what", STATEMENTS)
def test_what_an_analyst_put_into_the_database_stays(out, what):
    ask(out, STATEMENTS[what])
    assert DATABASE in refused(out)


def test_what_an_analyst_did_not_save_yet_stays(out):
    working = f"""if True:
        import duckdb
        connection = duckdb.connect({str(out / DATABASE)!r})
        print("open", flush=True)
        input()
        connection.execute("CREATE TABLE mine AS SELECT 1 AS a")
    """
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", working], **pipes) as analyst:
        assert analyst.stdout.readline() == b"open\n"
        assert "close it there first" in refused(out)
        analyst.communicate(b"\n")
    assert "mine" in refused(out)


@pytest.mark.parametrize("name", ["report.html", "targets.parquet"])
def test_a_file_of_ours_that_was_changed_stays(out, name):
    with (out / name).open("ab") as file:
        file.write(b"mine")
    assert name in refused(out)


@pytest.mark.parametrize("mine", ['"title": "mine"', '"name": "mine"'])
def test_a_list_of_files_that_was_changed_stays(out, mine):
    file = out / "datapackage.json"
    key, before = mine.partition(":")[0], file.read_text(encoding="utf-8")
    file.write_text(re.sub(rf"{key}: \".*?\"", mine, before, count=1), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != before
    refused(out)


@pytest.mark.parametrize("name", ["笔记.txt", ".hidden", "report/mine.html", "清单.xlsx", "sub/a/b.csv"])
def test_a_file_that_was_put_into_the_folder_stays(out, name):
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    (out / name).write_text("mine", encoding="utf-8")
    refused(out)


def test_what_was_only_looked_at_or_copied_is_replaced(out):
    ask(out, "FROM targets")
    for path in sorted(out.iterdir(), reverse=True):
        path.touch()
    (out / "datapackage.json").touch()
    (out / "report.html").touch()
    ask(out, "CREATE TABLE mine AS SELECT 1 AS a; DROP TABLE mine; CHECKPOINT")
    assert not list(changed(out))
    assert pipeline("run", SOURCE, out, "--no-cache").exit_code == 0


def test_what_is_damaged_is_made_anew(out):
    with (out / DATABASE).open("r+b") as file:
        file.truncate(20_000)
    (out / "goals.parquet").unlink()
    (out / "tasks.parquet").write_bytes(b"")
    assert pipeline("run", SOURCE, out, "--no-cache").exit_code == 0
    assert pipeline("check", out).exit_code == 0
