"""Damaged files of every format end in tables or in a code, and what comes of them keeps the promises."""

import pytest

from benchmarks.damaged import files, tried

FEW = 8
"""Copies of each format; `python -m benchmarks.damaged` tries more."""


@pytest.fixture(scope="module")
def sound():
    return files()


@pytest.mark.parametrize("format", ["doc", "docx", "excel_xml", "html", "mhtml", "pdf", "rtf", "xls", "xlsx"])
def test_damaged_copies_hold(format, sound):
    assert tried(format, sound[format], FEW) == (FEW, {})
