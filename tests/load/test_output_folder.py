"""The output folder appears whole or not at all, and replaces nothing that the pipeline did not write."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.load import datapackage, exchange, lock
from pipeline.load.folder import NoRoom, OutputRefused, put_back, replacing


def write(folder: Path, words: str) -> None:
    """A dataset as small as can be: one file and the data package that lists it."""
    (folder / "words.txt").write_text(words, encoding="utf-8")
    package = {"name": datapackage.PACKAGE, "resources": [{"path": "words.txt"}]}
    (folder / datapackage.NAME).write_text(json.dumps(package), encoding="utf-8")


def words(folder: Path) -> str:
    return (folder / "words.txt").read_text(encoding="utf-8")


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path != out)


@pytest.fixture
def out(tmp_path):
    """A folder with the last good output."""
    out = tmp_path / "已处理 data"
    with replacing(out, []) as building:
        write(building, "last good")
    return out


def test_a_folder_that_did_not_exist_appears(out):
    assert words(out) == "last good"
    assert not beside(out)


def test_a_good_run_replaces_the_folder_as_a_whole(out):
    with replacing(out, []) as building:
        write(building, "new")
        assert words(out) == "last good"
    assert words(out) == "new"
    assert not beside(out)


@pytest.fixture
def by_renames(monkeypatch):
    """A system that cannot exchange two folders."""
    monkeypatch.setattr(exchange, "exchanged", lambda first, second: False)


@pytest.mark.parametrize("failure", [ValueError, OSError, KeyboardInterrupt])
def test_a_run_that_fails_leaves_the_last_good_folder(out, failure):
    with pytest.raises(failure), replacing(out, []) as building:
        write(building, "half")
        raise failure
    assert words(out) == "last good"
    assert not beside(out)


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be flushed on Windows")
def test_everything_is_on_the_disk_before_it_takes_the_place_of_the_last_good_folder(out, by_renames, monkeypatch):
    done, rename = [], Path.rename

    def flushed(handle):
        done.append(os.fstat(handle).st_ino)

    def renamed(path, target):
        done.append(path.name)
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "rename", renamed)
    with replacing(out, []) as building:
        write(building, "new")
        whole = {path.stat().st_ino for path in (building, *building.iterdir())}
    first = done.index(out.name)
    assert set(done[:first]) == whole
    assert done[first:] == [out.name, f".{out.name}.unfinished", out.parent.stat().st_ino]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_proves_full_at_the_last_moment_leaves_the_last_good_folder(out, monkeypatch, code):
    def full(handle):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoRoom, match=os.strerror(code)), replacing(out, []) as building:
        write(building, "new")
    assert words(out) == "last good"
    assert not beside(out)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send on Windows")
def test_ctrl_c_between_the_renames_comes_too_late(out, by_renames, monkeypatch):
    rename = Path.rename

    def interrupted(path, target):
        os.kill(os.getpid(), signal.SIGINT)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with replacing(out, []) as building:
        write(building, "new")
    assert words(out) == "new"
    assert not beside(out)


def test_a_failing_first_run_leaves_nothing(tmp_path):
    with pytest.raises(ValueError), replacing(tmp_path / "out", []) as building:
        write(building, "half")
        raise ValueError
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("failing", [1, 2])
def test_a_rename_that_fails_leaves_the_last_good_folder(out, by_renames, monkeypatch, failing):
    rename, calls = Path.rename, []

    def failing_rename(path, target):
        calls.append(path)
        if len(calls) == failing:
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing_rename)
    with pytest.raises(OutputRefused, match="cannot be written"), replacing(out, []) as building:
        write(building, "new")
    assert words(out) == "last good"
    assert not beside(out)


KILLED_BETWEEN_RENAMES = """
import os, sys
from pathlib import Path
from pipeline.load import exchange
from pipeline.load.folder import replacing
from tests.load.test_output_folder import write
exchange.exchanged = lambda first, second: False
rename = Path.rename
def killed_after(path, target):
    rename(path, target)
    os._exit(9)
Path.rename = killed_after
with replacing(Path(sys.argv[1]), []) as building:
    write(building, "new")
"""


def run_apart(code: str, *arguments: object) -> subprocess.Popen:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_run_killed_between_the_renames_is_put_right_by_the_next(out):
    assert run_apart(KILLED_BETWEEN_RENAMES, out).wait(60) == 9
    assert not out.exists()
    with pytest.raises(ValueError), replacing(out, []):
        assert words(out) == "last good"
        raise ValueError
    assert words(out) == "last good"
    assert not beside(out)


def test_a_run_killed_between_the_renames_is_put_right_by_who_reads(out):
    run_apart(KILLED_BETWEEN_RENAMES, out).wait(60)
    put_back(out)
    assert words(out) == "last good"
    assert not beside(out)


def test_who_reads_leaves_all_as_it_is_while_another_run_writes(out):
    run_apart(KILLED_BETWEEN_RENAMES, out).wait(60)
    with lock.held(out.with_name(f".{out.name}.lock")):
        put_back(out)
        assert not out.exists()


SYSTEM_CALLS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.scandir", "os.listdir", "shutil.rmtree", "open")
"""What Python announces before it does it (PEP 578)."""


def killed_at(out, call_no, swap):
    """Whether a run was killed before that system call of its swap: a copy of this process, which ends there."""
    child = os.fork()
    if not child:
        code = 1
        try:
            code = swapped_until(out, call_no, swap)
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, 9}
    return code == 9


def swapped_until(out, call_no, swap):
    calls = 0

    def count(event="exchange", arguments=()):
        nonlocal calls
        calls += writing_is_done and event in {*SYSTEM_CALLS, "exchange"}
        if calls == call_no:
            os._exit(9)

    def counted_exchange(first, second):
        count()
        done = swap(first, second)
        count()
        return done

    writing_is_done = False
    exchange.exchanged = counted_exchange
    sys.addaudithook(count)
    with replacing(out, []) as building:
        write(building, "new")
        writing_is_done = True
    return 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is not copied on Windows")
@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_kill_at_any_system_call_of_the_swap_leaves_a_whole_dataset(out, can_exchange):
    swap = exchange.exchanged if can_exchange else (lambda first, second: False)
    found, call_no = [], 1
    while killed_at(out, call_no, swap):
        if not can_exchange:
            put_back(out)
        found.append(words(out))
        with replacing(out, []) as building:
            write(building, "last good")
        call_no += 1
    assert set(found) == {"last good", "new"}
    assert found == sorted(found)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems exchange no folders")
def test_two_folders_change_places(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"of {name}").touch()
    if not exchange.exchanged(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["of b"]
    with pytest.raises(FileNotFoundError):
        exchange.exchanged(tmp_path / "a", tmp_path / "none")


def test_a_link_to_itself_is_refused(tmp_path):
    (tmp_path / "out").symlink_to(tmp_path / "out")
    assert "leads to itself" in refused(tmp_path / "out")


def test_an_empty_folder_made_after_a_kill_does_not_cost_the_last_good_one(out):
    run_apart(KILLED_BETWEEN_RENAMES, out).wait(60)
    out.mkdir()
    with pytest.raises(ValueError), replacing(out, []):
        raise ValueError
    assert words(out) == "last good"


def test_what_a_killed_run_left_is_cleaned(out):
    for name in ("unfinished", "last-good"):
        (out.parent / f".{out.name}.{name}").mkdir()
        (out.parent / f".{out.name}.{name}" / "words.txt").touch()
    with replacing(out, []) as building:
        assert not list(building.iterdir())
        write(building, "new")
    assert words(out) == "new"
    assert not beside(out)


def test_an_empty_folder_may_be_replaced(tmp_path):
    with replacing(tmp_path / "empty", []) as building:
        write(building, "new")
    assert words(tmp_path / "empty") == "new"


def refused(out: Path, inputs: list[Path] = ()) -> str:
    with pytest.raises(OutputRefused) as caught, replacing(out, inputs):
        pytest.fail("the folder was given out")
    return str(caught.value)


def test_a_file_is_refused(tmp_path):
    (tmp_path / "out").write_text("kept")
    assert "this is a file" in refused(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "kept"


def test_a_path_that_the_database_cannot_have_is_refused(tmp_path):
    assert "question mark" in refused(tmp_path / "out?")


@pytest.mark.skipif(os.name == "nt", reason="names are always text on Windows")
def test_a_path_that_is_no_text_is_refused(tmp_path):
    assert "no UTF-8" in refused(tmp_path / os.fsdecode("年度".encode("gbk")))


def test_a_place_where_a_disk_is_mounted_is_refused_before_the_run(tmp_path, monkeypatch):
    (tmp_path / "out").mkdir()
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == tmp_path / "out")
    assert "choose a folder inside it" in refused(tmp_path / "out")


def test_a_folder_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    assert "cannot be written" in refused(tmp_path / "file" / "out")


def test_a_folder_of_somebody_else_is_refused(tmp_path):
    (tmp_path / "thesis.docx").touch()
    assert "holds thesis.docx, which no run is known to have written" in refused(tmp_path)


def test_our_folder_is_refused_once_somebody_keeps_a_file_there(out):
    (out / "notes.xlsx").touch()
    assert "holds notes.xlsx" in refused(out)
    assert (out / "notes.xlsx").exists()


def test_a_file_put_there_during_the_run_is_not_lost(out):
    with pytest.raises(OutputRefused, match=r"notes\.xlsx"), replacing(out, []) as building:
        write(building, "new")
        (out / "notes.xlsx").touch()
    assert (out / "notes.xlsx").exists()
    assert words(out) == "last good"


def test_the_litter_of_desktops_is_not_somebodys_file(out):
    (out / ".DS_Store").touch()
    with replacing(out, []) as building:
        write(building, "new")
    assert words(out) == "new"


def test_the_input_folder_and_what_holds_it_are_refused(tmp_path, monkeypatch):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.docx").touch()
    monkeypatch.chdir(tmp_path)
    for out, inputs in ((raw, [raw]), (tmp_path, [raw]), (raw, [raw / "a.docx"]), (Path("raw/../raw"), [Path("raw")])):
        assert "would replace the input" in refused(out, inputs)
    assert (raw / "a.docx").exists()


def test_a_folder_inside_the_input_folder_may_be_written(tmp_path):
    (tmp_path / "a.docx").touch()
    with replacing(tmp_path / "out", [tmp_path]) as building:
        write(building, "new")
    assert words(tmp_path / "out") == "new"


def test_a_link_to_a_folder_stays_a_link(out, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(out)
    with replacing(link, []) as building:
        write(building, "new")
    assert link.is_symlink()
    assert words(out) == "new"


def test_two_runs_of_one_process_do_not_write_to_one_folder(out):
    with replacing(out, []) as building:
        assert "another run is writing" in refused(out)
        write(building, "new")
    assert words(out) == "new"


HOLDING = """
import sys, time
from pathlib import Path
from pipeline.load.folder import replacing
from tests.load.test_output_folder import write
with replacing(Path(sys.argv[1]), []) as building:
    write(building, "other")
    print("holding", flush=True)
    sys.stdin.readline()
"""


def test_two_processes_do_not_write_to_one_folder(out):
    other = run_apart(HOLDING, out)
    assert other.stdout.readline() == "holding\n"
    assert "another run is writing" in refused(out)
    other.communicate("go on\n", timeout=60)
    assert other.returncode == 0
    assert words(out) == "other"
    assert not beside(out)


def test_the_lock_of_a_killed_run_holds_nobody_up(out):
    other = run_apart(HOLDING, out)
    other.stdout.readline()
    other.kill()
    other.communicate(timeout=60)
    assert words(out) == "last good"
    with replacing(out, []) as building:
        write(building, "new")
    assert words(out) == "new"
    assert not beside(out)


FORKING = """
import os, sys, time
from pathlib import Path
from pipeline.load import lock
with lock.held(Path(sys.argv[1])):
    worker = os.fork()
    if not worker:
        print(os.getpid(), flush=True)
        time.sleep(60)
        os._exit(0)
    sys.stdin.readline()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on Windows")
def test_a_worker_that_outlives_a_killed_run_does_not_keep_its_lock(tmp_path):
    run = run_apart(FORKING, tmp_path / "lock")
    worker = int(run.stdout.readline())
    run.kill()
    run.wait(60)
    try:
        with lock.held(tmp_path / "lock"):
            pass
    finally:
        os.kill(worker, signal.SIGKILL)
        run.communicate()


def test_of_many_runs_at_once_one_goes_on_and_none_breaks_the_folder(out):
    runs = [run_apart(HOLDING, out) for _ in range(4)]
    time.sleep(0.1)
    for run in runs:
        run.communicate("go on\n", timeout=60)
    assert 0 in {run.returncode for run in runs}
    assert words(out) == "other"
    assert not beside(out)
