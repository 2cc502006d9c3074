"""What was made of a document is made once, as long as nothing has changed that decides it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from pipeline.load import checks
from pipeline.load.warehouse import NAME, query
from pipeline.rules import book
from pipeline.run import cache, workers
from tests.whole_run.command import ROOT, contents, pipeline
from tests.whole_run.made_files import age, counted, fill, made
from tests.whole_run.test_same_bytes import small_document

THEIRS = ("inputs.json", "outputs.json", "empty", "notes.unfinished", "built/notes", "fetched/notes")
"""What a person has in the folder that the setting names."""
DECLARED = (
    "SELECT schema_name, table_name, comment, estimated_size FROM duckdb_tables() ORDER BY ALL",
    "SELECT schema_name, view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
    "SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal ORDER BY ALL",
    "SELECT function_name, macro_definition, comment FROM duckdb_functions() WHERE NOT internal ORDER BY ALL",
)
"""What a database says of itself. The words of a view are not asked: DuckDB names what is left out in any order."""
LEFT = ("raw", "out", "cache")
"""What a run has read and left."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A place, what the first run there gives with an empty cache, and a copy of all that it left."""
    place, kept = tmp_path_factory.mktemp("place"), tmp_path_factory.mktemp("kept")
    age(*fill(place / "raw", 3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.SETTING, str(place / "cache"))
        given = made("--jobs", 1, place / "raw", place / "out")
        held = cache.default_folder()
    for name, left in zip(LEFT, (place / "raw", place / "out", held), strict=True):
        shutil.copytree(left, kept / name)
    return place, given, kept


@pytest.fixture
def first(begun):
    """What the first run gives, with an empty cache. All is as that run left it."""
    place, given, kept = begun
    for name, to in zip(LEFT, (place / "raw", place / "out", cache.default_folder()), strict=True):
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(kept / name, to)
    return given


@pytest.fixture
def raw(begun, first):
    return begun[0] / "raw"


@pytest.fixture
def out(begun, first):
    return begun[0] / "out"


@pytest.fixture
def names(first, monkeypatch):
    """The documents that are made into tables after the first run."""
    return counted(monkeypatch)


def parts():
    return sorted(cache.default_folder().rglob("*.part"))


def times(folder):
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.iterdir()}


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Documents are made in this process, where it can be seen which."""
    monkeypatch.setattr(workers, "_in_processes", lambda files, maker, *_: map(maker.made, files))


def test_nothing_is_done_where_nothing_has_changed(raw, out, names):
    before = times(out)
    again = pipeline("run", raw, out)
    assert "nothing has changed" in again.stderr
    assert times(out) == before and not names


def test_an_output_that_somebody_changed_is_made_anew(raw, out, first, names):
    (out / "targets.parquet").write_bytes(b"")
    assert made(raw, out) == first
    assert not names


def test_what_held_all_promises_is_asked_again_once_a_file_of_it_has_changed(raw, out, first, monkeypatch):
    asked = []
    monkeypatch.setattr("pipeline.load.warehouse.checked", lambda connection: asked.append(connection) or [])
    before = json.loads(pipeline("report", "--json", out).stdout)
    assert "nothing has changed" in pipeline("run", raw, out).stderr
    assert not asked and len(before["checks"]) == len(checks.files())
    (out / "report.html").touch()
    pipeline("report", out)
    assert len(asked) == 1


def test_another_output_is_made_of_what_is_kept(raw, tmp_path, first, names):
    assert made(raw, tmp_path / "other") == first
    assert not names


def test_a_single_document_that_is_kept_is_enough_for_another_output(tmp_path, monkeypatch):
    (file,) = fill(tmp_path / "raw", 1)
    age(file)
    first = made(file, tmp_path / "out")
    names = counted(monkeypatch)
    assert made(file, tmp_path / "other") == first
    assert names == []


def test_what_is_switched_off_is_told_alike_in_every_process():
    off = replace(book.default(), off=frozenset({"duplicate_indicator", "missing_class", "target_missing"}))
    command = [
        sys.executable,
        "-c",
        "from dataclasses import replace; from pipeline.rules import book; from pipeline.run import cache;"
        f"print(cache.fingerprint(replace(book.default(), off=frozenset({sorted(off.off)}))))",
    ]
    told = {
        subprocess.run(
            command, cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert told == {f"{cache.fingerprint(off)}\n".encode()}


def test_without_the_cache_all_is_made_anew_to_the_same_bytes(raw, tmp_path, first, names):
    kept = {path: path.stat().st_mtime_ns for path in parts()}
    assert made("--no-cache", raw, tmp_path / "other") == first
    assert sorted(names) == ["0.docx", "1.docx", "2.docx"]
    assert {path: path.stat().st_mtime_ns for path in parts()} == kept


def test_a_changed_file_alone_is_made_anew(raw, out, first, names):
    (raw / "1.docx").write_bytes(small_document("另一项目"))
    assert made(raw, out) != first
    assert names == ["1.docx"]


def test_a_file_of_the_same_size_and_another_time_is_read_and_known_by_its_bytes(raw, out, first, names):
    (raw / "1.docx").touch()
    assert made(raw, out) == first
    assert not names


def test_a_file_that_changes_within_the_clocks_tick_is_noticed(tmp_path, monkeypatch):
    out = tmp_path / "out"
    (file,) = fill(tmp_path / "raw", 1)
    same = file.stat().st_size, file.stat().st_mtime_ns
    for module in (cache, workers):
        monkeypatch.setattr(module, "stamp", lambda path: same)
    before = made(tmp_path / "raw", out)
    file.write_bytes(small_document("项目0", "77个"))
    assert made(tmp_path / "raw", out) != before


def test_a_removed_file_leaves_the_dataset(raw, tmp_path, out, first, names):
    (raw / "2.docx").unlink()
    assert made(raw, out) == made("--no-cache", raw, tmp_path / "other") != first


def test_a_file_of_another_name_is_made_anew(raw, out, names):
    (raw / "1.docx").rename(raw / "9.docx")
    made(raw, out)
    assert names == ["9.docx"]


def test_graded_anew_all_is_made_anew(raw, out, tmp_path, first, names):
    (tmp_path / "grading.toml").write_text('off = ["qualitative_without_standard"]\n', encoding="utf-8")
    result = pipeline("run", "--grading", tmp_path / "grading.toml", raw, out)
    assert result.exit_code == 0, result.output
    assert len(names) == 3


def test_another_program_makes_all_anew(raw, out, names, monkeypatch, tmp_path):
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "__init__.py").write_text("changed = True", encoding="utf-8")
    monkeypatch.setattr(cache.pipeline, "__file__", str(tmp_path / "program" / "__init__.py"))
    made(raw, out)
    assert len(names) == 3


@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda data: b"", lambda data: b"[]\n"])
def test_a_damaged_part_is_made_anew(raw, tmp_path, first, names, damage):
    for part in parts():
        part.write_bytes(damage(part.read_bytes()))
    assert made(raw, tmp_path / "other") == first
    assert sorted(names) == ["0.docx", "1.docx", "2.docx"]
    names.clear()
    assert made(raw, tmp_path / "third") == first
    assert not names


@pytest.mark.parametrize("name", ["inputs.json", "outputs.json"])
@pytest.mark.parametrize("content", ["", "[1]", '{"x": 1', '{"%s": 5}', '{"%s": [1]}'])
def test_a_damaged_list_costs_only_time(raw, out, first, name, content):
    whose = raw / "0.docx" if name == "inputs.json" else out
    (cache.default_folder() / name).write_text(content.replace("%s", str(whose)), encoding="utf-8")
    assert made(raw, out) == first


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"", lambda data: data[:5000] + b"?" + data[5001:]]
)
def test_a_damaged_database_without_rows_is_made_anew(raw, tmp_path, first, names, damage):
    kept = cache.default_folder() / cache.EMPTY
    kept.write_bytes(damage(kept.read_bytes()))
    assert made(raw, tmp_path / "other") == first


def test_a_database_begun_from_what_is_kept_holds_the_same(raw, tmp_path, first, names):
    said = []
    for option, out in ((), tmp_path / "kept"), (["--no-cache"], tmp_path / "anew"):
        made(*option, raw, out)
        said.append([query(out / NAME, sql).rows for sql in DECLARED])
    assert said[0] == said[1] and all(said[0])


def test_a_cache_that_cannot_be_written_costs_only_time(raw, tmp_path, first, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv(cache.SETTING, str(tmp_path / "file" / "below"))
    assert made(raw, tmp_path / "other") == first


def test_beyond_the_limit_the_longest_unused_go():
    store = cache.Cache(cache.default_folder(), "")
    kept = [store.part(str(no), "") for no in range(4)]
    for part in kept:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(b"1234567890")
    age(kept[2], kept[0])
    store.trim(limit=20)
    assert [part.exists() for part in kept] == [False, True, False, True]


def test_it_can_be_found_and_cleared(raw, out, first, names):
    folder = cache.default_folder()
    theirs = [*(folder.parent / name for name in THEIRS), folder / "mine.txt"]
    for path in theirs:
        path.parent.mkdir(exist_ok=True)
        path.write_text("not the cache's", encoding="utf-8")
    assert pipeline("cache", "where").stdout.strip() == str(folder)
    assert "3 documents forgotten" in pipeline("cache", "clear").stdout
    assert list(contents(folder)) == ["mine.txt"]
    assert "0 documents forgotten" in pipeline("cache", "clear").stdout
    assert {path.read_text(encoding="utf-8") for path in theirs} == {"not the cache's"}
    assert made(raw, out) == first
    assert len(names) == 3
