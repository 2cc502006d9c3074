"""What several processes look at is made by one of them, whole, and by the next one if that one fails."""

from threading import Thread
from types import SimpleNamespace

import pytest

from tests.whole_run.shared import once


@pytest.fixture
def workers(tmp_path):
    """The temporary folders of two workers, which lie beside each other."""
    folders = [tmp_path / "popen-gw0", tmp_path / "popen-gw1"]
    for folder in folders:
        folder.mkdir()
    return [SimpleNamespace(getbasetemp=lambda folder=folder: folder) for folder in folders]


def test_many_who_ask_at_once_get_one_folder_made_once(workers):
    made, got = [], []

    def make(folder):
        made.append(folder)
        (folder / "a").write_text("whole", encoding="utf-8")

    def ask(worker):
        folder = once(worker, "thing", make)
        got.append((folder, (folder / "a").read_text(encoding="utf-8")))

    threads = [Thread(target=ask, args=(worker,)) for worker in workers * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert got == [(got[0][0], "whole")] * 8


def test_what_fails_leaves_nothing_and_is_tried_again(workers, tmp_path):
    def fails(folder):
        raise LookupError

    for worker in workers:
        with pytest.raises(LookupError):
            once(worker, "thing", fails)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["popen-gw0", "popen-gw1"]
    assert once(workers[0], "thing", lambda folder: None).is_dir()
