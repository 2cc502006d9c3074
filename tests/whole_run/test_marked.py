"""A document that is read once more to be marked costs only itself, whatever it does to the process."""

import os
import signal
import time

import pytest

from pipeline.model.allowance import Allowance
from pipeline.reports.annotated import Source
from pipeline.rules import book
from pipeline.run import alone, marked
from tests.whole_run.test_same_bytes import small_document
from tests.whole_run.test_workers import forked

ONE = Source("1", "甲.docx", "", "parsed", [])
ALLOWED = Allowance(seconds=5)


def write(folder):
    return marked.write(ONE, small_document("甲"), book.default(), folder / "word.docx", folder / "page.html", ALLOWED)


def test_what_can_be_read_is_written(tmp_path):
    assert write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"word.docx", "page.html"}


@forked
@pytest.mark.parametrize(
    "act", [lambda: time.sleep(60), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: list(range(10**9))]
)
def test_what_hangs_dies_or_takes_too_much_is_not_written_and_ends(tmp_path, monkeypatch, act):
    def writes(_source, _data, _reading, _rules):
        return lambda path: (path.touch(), act())

    monkeypatch.setattr(marked.annotated, "writer", writes)
    began = time.monotonic()
    assert not write(tmp_path)
    assert not list(tmp_path.iterdir())
    assert time.monotonic() - began < 30


@forked
def test_what_fails_otherwise_is_told():
    with pytest.raises(ZeroDivisionError):
        alone.done(ALLOWED, divmod, 1, 0)
