"""Ctrl-C is heeded, whatever a library makes of it, and put off where it would leave something half done."""

import os
import signal

import pytest

from pipeline.load.interrupt import heeded, put_off

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send on Windows")


def press_ctrl_c():
    os.kill(os.getpid(), signal.SIGINT)


def swallow():
    """What DuckDB does to a query that is interrupted."""
    try:
        press_ctrl_c()
    except KeyboardInterrupt:
        raise RuntimeError("Query interrupted") from None


def test_it_is_heeded_though_a_library_raises_another_exception():
    with pytest.raises(KeyboardInterrupt), heeded():
        swallow()


def test_it_is_heeded_inside_another_block_that_heeds_it():
    with pytest.raises(KeyboardInterrupt), heeded(), heeded():
        swallow()


def test_an_exception_without_it_stays_what_it_is():
    with pytest.raises(RuntimeError, match="other"), heeded():
        raise RuntimeError("other")


def test_it_does_nothing_where_it_is_put_off():
    with put_off():
        press_ctrl_c()


@pytest.mark.parametrize("block", [heeded, put_off])
def test_afterwards_it_does_what_it_did_before(block):
    before = signal.getsignal(signal.SIGINT)
    with block():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before
