"""Damaged files of every format end in tables or in a code, and in time."""

import pytest

from benchmarks.damaged import copies, files
from benchmarks.mutants import faults

FEW = 8
"""Copies of each format; `python -m benchmarks.damaged` tries more, and tells which break a promise."""


@pytest.fixture(scope="module")
def tried(rules):
    """Format → the names of its copies, and name → what is wrong with it. The copies of all formats make one dataset:
    to put one together takes longer than to read the copies of a format.
    """
    made = {format: list(copies(format, sound, FEW)) for format, sound in files().items()}
    found = list(faults([one for some in made.values() for one in some], rules))
    return {format: [name for name, _ in some] for format, some in made.items()}, found


@pytest.mark.parametrize(
    "format", ["doc", "docx", "excel_xml", "html", "mhtml", "odt", "ods", "pdf", "rtf", "xls", "xlsx"]
)
def test_damaged_copies_hold(format, tried):
    names, found = tried
    assert len(names[format]) == FEW
    assert not [fault for name, fault in found if name in names[format] and fault.kind in ("exception", "too slow")]
