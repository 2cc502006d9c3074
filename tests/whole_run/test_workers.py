"""A document that kills or hangs its process costs only itself, and the number of processes changes no byte."""

import os
import signal
import subprocess
import sys
import time

import pytest

from pipeline.run import workers
from tests.whole_run.command import ROOT, contents, pipeline, shell, table
from tests.whole_run.made_files import fill, made, published

forked = pytest.mark.skipif(workers.START != "fork", reason="a stand-in reaches only processes that are copies")


@pytest.fixture
def raw(tmp_path):
    fill(tmp_path / "raw", 5)
    return tmp_path / "raw"


@pytest.fixture
def expected(raw, tmp_path):
    return made("--no-cache", "--jobs", 1, raw, tmp_path / "expected")


def test_two_processes_give_the_bytes_of_one(raw, tmp_path, expected):
    assert made("--no-cache", "--jobs", 2, raw, tmp_path / "two") == expected


def test_the_order_in_which_strings_are_hashed_changes_no_byte(raw, tmp_path, expected):
    run = shell("run", "--no-cache", "--jobs", 2, raw, tmp_path / "out", PYTHONHASHSEED="7")
    assert run.returncode == 0, run.stderr.decode()
    assert published(tmp_path / "out") == expected


def at(name, act, monkeypatch):
    """From now on `act` is done instead of making the tables of one document."""
    make = workers.document_tables

    def stand_in(data, of, rules, *allowance):
        if of == name:
            act()
        return make(data, of, rules, *allowance)

    monkeypatch.setattr(workers, "document_tables", stand_in)


def killed():
    os.kill(os.getpid(), signal.SIGKILL)


def hanging():
    time.sleep(60)


def rejected(out):
    """Path → codes of the findings, of the documents that were rejected."""
    documents, issues = table(out, "documents"), table(out, "issues")
    bad = documents[documents.status == "rejected"]
    return {row.path: set(issues[issues.document_id == row.document_id].code) for row in bad.itertuples()}


@forked
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_kills_its_process_is_rejected_alone(raw, tmp_path, monkeypatch, jobs):
    at("3.docx", killed, monkeypatch)
    made("--no-cache", "--jobs", jobs, raw, tmp_path / "out", code=3)
    assert rejected(tmp_path / "out") == {"3.docx": {workers.DIED}}
    assert len(table(tmp_path / "out", "projects")) == 4


@forked
def test_a_document_that_hangs_is_rejected_alone(raw, tmp_path, monkeypatch):
    at("3.docx", hanging, monkeypatch)
    began = time.monotonic()
    made("--no-cache", "--jobs", 2, "--seconds", 5, raw, tmp_path / "out", code=3)
    assert time.monotonic() - began < 30
    assert rejected(tmp_path / "out") == {"3.docx": {workers.TOO_SLOW}}


@forked
def test_the_only_new_document_may_kill_its_process_too(raw, tmp_path, monkeypatch):
    made(raw, tmp_path / "out")
    fill(raw, 6)
    at("5.docx", killed, monkeypatch)
    made(raw, tmp_path / "out", code=3)
    assert rejected(tmp_path / "out") == {"5.docx": {workers.DIED}}


@forked
def test_what_was_rejected_for_its_process_is_tried_again(raw, tmp_path, expected):
    with pytest.MonkeyPatch.context() as patch:
        at("3.docx", killed, patch)
        made("--jobs", 2, raw, tmp_path / "out", code=3)
    assert made("--jobs", 2, raw, tmp_path / "out") == expected


HANGS = """
import sys, time
from pathlib import Path
from pipeline.cli.app import app
from pipeline.run import workers

def hang(data, name, rules, allowance):
    Path(sys.argv.pop(1), str(time.monotonic_ns())).touch()
    time.sleep(60)

workers.document_tables = hang
signs, *arguments = sys.argv[1:]
app(["run", *arguments])
"""


@forked
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_ends_at_once_and_leaves_no_process(raw, tmp_path, number):
    out, signs = tmp_path / "out", tmp_path / "signs"
    signs.mkdir()
    pipeline("run", "--no-cache", raw / "0.docx", out)
    before = contents(out)
    command = [sys.executable, "-c", HANGS, signs, "--no-cache", "--jobs", "2", raw, out]
    run = subprocess.Popen(list(map(str, command)), cwd=ROOT, start_new_session=True, stderr=subprocess.PIPE)
    wait_until(lambda: len(list(signs.iterdir())) == 2)
    run.send_signal(number)
    said = run.communicate(timeout=10)[1].decode()
    assert run.returncode == 128 + number and "interrupted" in said
    wait_until(lambda: not alive(run.pid))
    assert contents(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {"raw", "out", "signs"}


def alive(group):
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(holds, seconds=20):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.05)


@forked
@pytest.mark.parametrize(("act", "code"), [(killed, workers.DIED), (hanging, workers.TOO_SLOW)])
def test_a_single_document_is_rejected_when_it_kills_or_hangs_too(raw, tmp_path, monkeypatch, act, code):
    at("3.docx", act, monkeypatch)
    alone = tmp_path / "alone"
    alone.mkdir()
    (raw / "3.docx").rename(alone / "3.docx")
    assert pipeline("run", "--no-cache", "--seconds", 5, alone / "3.docx", tmp_path / "out").exit_code == 1
    made("--no-cache", "--seconds", 5, alone, raw / "4.docx", tmp_path / "out", code=3)
    assert rejected(tmp_path / "out") == {"3.docx": {code}}
