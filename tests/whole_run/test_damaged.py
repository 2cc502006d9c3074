"""Damaged files of every format end in tables or in a code, and in time."""

import pytest

from benchmarks.damaged import files, tried

FEW = 8
"""Copies of each format; `python -m benchmarks.damaged` tries more, and tells which break a promise."""


@pytest.fixture(scope="module")
def sound():
    return files()


@pytest.mark.parametrize(
    "format", ["doc", "docx", "excel_xml", "html", "mhtml", "odt", "ods", "pdf", "rtf", "xls", "xlsx"]
)
def test_damaged_copies_hold(format, sound):
    number, faults = tried(format, sound[format], FEW)
    assert number == FEW
    assert not [said for said in faults.values() if said.startswith(("exception", "too slow"))]
