"""Disks that are full, or may only be read, and folders that may not: each is named, and the last good output stays."""

import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from pipeline.extract import inputs
from pipeline.run.cache import SETTING
from tests.whole_run.command import contents, pipeline
from tests.whole_run.test_same_bytes import small_document

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="disks are made for a test on Linux alone")
ROOM = 300_000
"""Bytes that are left on a full disk: less than a dataset needs."""


@contextmanager
def disk(folder, size="64m"):
    """A disk of its own at a folder, for as long as it is needed. It takes rights that not every tester has."""
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def only_read(folder):
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)


def fill(folder):
    """Leaves so much room on a disk and no more."""
    (folder / "filled").write_bytes(bytes(shutil.disk_usage(folder).free - ROOM))


@pytest.fixture
def raw(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "甲.docx").write_bytes(small_document("甲"))
    return tmp_path / "raw"


def test_a_disk_that_is_only_read_is_refused_before_the_run(raw, tmp_path):
    with disk(tmp_path / "disk") as place:
        assert pipeline("run", "--no-cache", raw, place / "out").exit_code == 0
        before = contents(place / "out")
        only_read(place)
        for out in (place / "out", place / "new", place / "new" / "deeper"):
            result = pipeline("run", "--no-cache", raw, out)
            assert result.exit_code == 2
            assert f"{out}: cannot be written (Read-only file system)" in result.stderr
        assert contents(place / "out") == before


def test_documents_on_a_disk_that_is_only_read_are_read(raw, tmp_path):
    with disk(tmp_path / "disk") as place:
        shutil.copy(raw / "甲.docx", place)
        only_read(place)
        assert pipeline("run", "--no-cache", place, tmp_path / "out").exit_code == 0


def test_a_full_disk_is_named_and_leaves_the_last_good_output(raw, tmp_path):
    with disk(tmp_path / "disk") as place:
        assert pipeline("run", "--no-cache", raw, place / "out").exit_code == 0
        before = contents(place / "out")
        (raw / "乙.docx").write_bytes(small_document("乙"))
        fill(place)
        result = pipeline("run", "--no-cache", raw, place / "out")
        assert result.exit_code == 1
        assert "no room" in result.stderr and f"{place / 'out'} was left as it was" in result.stderr
        assert contents(place / "out") == before
        assert sorted(path.name for path in place.iterdir()) == ["filled", "out"]


@pytest.mark.parametrize("spoil", [fill, only_read])
def test_a_cache_that_cannot_be_written_costs_only_time(raw, tmp_path, monkeypatch, spoil):
    with disk(tmp_path / "disk") as place:
        monkeypatch.setenv(SETTING, str(place / "cache"))
        spoil(place)
        assert pipeline("run", raw, tmp_path / "out").exit_code == 0


def test_a_folder_of_documents_that_may_not_be_read_is_wrong_usage(raw, tmp_path, monkeypatch):
    listed = inputs.os.listdir

    def denied(path="."):
        if str(path) == str(raw):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(inputs.os, "listdir", denied)
    result = pipeline("run", "--no-cache", raw, tmp_path / "out")
    assert result.exit_code == 2
    assert f"{raw} cannot be read: Permission denied" in result.stderr
    assert not (tmp_path / "out").exists()
