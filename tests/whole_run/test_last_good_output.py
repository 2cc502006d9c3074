"""The output folder is replaced as a whole or not at all."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from tests.whole_run.command import ROOT, contents, pipeline
from tests.whole_run.test_same_bytes import small_document


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """A folder of documents, and the output of a good run over it; then a document comes to the folder."""
    folder = tmp_path_factory.mktemp("once")
    raw, out = folder / "raw", folder / "out"
    raw.mkdir()
    (raw / "甲.docx").write_bytes(small_document("甲"))
    assert pipeline("run", raw, out).exit_code == 0
    (raw / "乙.docx").write_bytes(small_document("乙"))
    return folder


@pytest.fixture
def good(once, tmp_path):
    """A copy of both that a test may spoil."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "raw", tmp_path / "out"


STAGES = ["document.tables", "anew.combine.put_together", "anew.warehouse.export", "anew.report"]


def dies(fault):
    def function(*arguments):
        raise fault

    return function


@pytest.mark.parametrize("stage", STAGES)
def test_a_run_that_dies_half_way_leaves_the_last_good_one_and_says_so(good, monkeypatch, stage):
    raw, out = good
    before = contents(out)
    monkeypatch.setattr(f"pipeline.run.{stage}", dies(MemoryError("half-way")))
    result = pipeline("run", raw, out)
    assert result.exit_code == 1
    assert f"{out} was left as it was" in result.stderr
    assert contents(out) == before
    assert sorted(path.name for path in out.parent.iterdir()) == ["out", "raw"]


@pytest.mark.parametrize("stage", ["workers.make_all", *STAGES])
def test_a_run_that_is_interrupted_leaves_the_last_good_one_and_says_so(good, monkeypatch, stage):
    raw, out = good
    before = contents(out)
    monkeypatch.setattr(f"pipeline.run.{stage}", dies(KeyboardInterrupt()))
    result = pipeline("run", raw, out)
    assert result.exit_code == 130
    assert f"interrupted; {out} was left as it was" in result.stderr
    assert contents(out) == before
    assert sorted(path.name for path in out.parent.iterdir()) == ["out", "raw"]


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send on Windows")
def test_ctrl_c_ends_a_run_of_its_own_process(good):
    raw, out = good
    before = contents(out)
    command = [sys.executable, "-m", "pipeline", "run", str(raw), str(out)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stderr.readline() == b"read: 2 files\n"
        running.send_signal(signal.SIGINT)
        said = running.stderr.read().decode()
    assert running.returncode == 130
    assert said.endswith(f"interrupted; {out} was left as it was\n")
    assert contents(out) == before


@pytest.mark.parametrize("limit", [1_000, 100_000])
def test_a_disk_without_room_leaves_the_last_good_one_and_is_named(good, limit):
    resource = pytest.importorskip("resource")
    raw, out = good
    before, limits = contents(out), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limits[1]))
    try:
        result = pipeline("run", raw, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert result.exit_code == 1
    assert "the disk has no room for the output" in result.stderr
    assert "fault of the program" not in result.stderr
    assert contents(out) == before
    assert sorted(path.name for path in out.parent.iterdir()) == ["out", "raw"]


def test_the_next_run_after_one_that_died_goes_through(good, monkeypatch):
    raw, out = good
    with monkeypatch.context() as patched:
        patched.setattr("pipeline.run.document.tables", dies(MemoryError("half-way")))
        assert pipeline("run", raw, out).exit_code == 1
    assert pipeline("run", raw, out).exit_code == 0


def test_a_run_without_a_project_leaves_the_last_good_one(good, tmp_path):
    _, out = good
    before = contents(out)
    empty = tmp_path / "空"
    empty.mkdir()
    result = pipeline("run", empty, out)
    assert result.exit_code == 1
    assert "nothing usable" in result.stderr
    assert contents(out) == before


def test_a_folder_that_holds_something_else_is_refused(good):
    raw, out = good
    (out / "笔记.txt").write_text("mine", encoding="utf-8")
    before = contents(out)
    result = pipeline("run", raw, out)
    assert result.exit_code == 2
    assert "笔记.txt" in result.stderr
    assert contents(out) == before


def test_the_folder_of_the_documents_is_refused(good):
    raw, _ = good
    before = contents(raw)
    assert pipeline("run", raw, raw).exit_code == 2
    assert contents(raw) == before


def test_a_folder_inside_that_of_the_documents_may_be_written_and_is_not_read(good):
    raw, _ = good
    assert pipeline("run", raw, raw / "processed").exit_code == 0
    assert pipeline("run", raw, raw / "processed").exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="there is no limit on the size of files on Windows")
@pytest.mark.parametrize("blocks", [1, 64, 512])
def test_a_limit_on_the_size_of_files_ends_a_run_and_leaves_the_last_good_output(good, blocks):
    raw, out = good
    before = contents(out)
    run = [sys.executable, "-m", "pipeline", "run", "--no-cache", str(raw), str(out)]
    ended = subprocess.run(["sh", "-c", f'ulimit -f {blocks}; exec "$@"', "sh", *run], cwd=ROOT, capture_output=True)
    assert ended.returncode == 1, ended.stderr.decode()
    assert contents(out) == before


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_link_to_itself_is_wrong_usage(good):
    raw, out = good
    loop = out.with_name("loop")
    loop.symlink_to(loop)
    assert pipeline("run", raw, loop).exit_code == 2
