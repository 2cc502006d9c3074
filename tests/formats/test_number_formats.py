"""Numbers and texts under number formats: what LibreOffice prints, but for what is named where Excel prints otherwise."""

import csv
import random

import pytest

from benchmarks.number_formats import TABLES, cases, expected, is_number
from pipeline.extract.formats.excel.number_format import formats_of
from pipeline.rules.book import default

FORMATS = formats_of(default())
PAIRS = expected()


def printed(code: str, value: str) -> str:
    return FORMATS.number(float(value), code) if is_number(code, value) else FORMATS.text(value, code)


@pytest.mark.parametrize("code", sorted({code for code, _ in PAIRS}))
def test_a_format_prints_what_excel_prints(code):
    ours = {value: printed(code, value) for asked, value in PAIRS if asked == code}
    assert ours == {value: text for (asked, value), text in PAIRS.items() if asked == code}


def test_every_pair_is_in_the_table():
    assert set(cases()) <= set(PAIRS)


def test_what_excel_prints_otherwise_says_why():
    rows = list(csv.DictReader((TABLES / "excel.csv").open(encoding="utf-8", newline="")))
    assert [row for row in rows if not row["reason"].strip()] == []


def test_days_from_1904():
    assert FORMATS.number(0, "yyyy-mm-dd", is_from_1904=True) == "1904-01-01"
    assert FORMATS.number(43830, "yyyy/m/d", is_from_1904=True) == "2024/1/1"


BUILT_IN = {
    ("95%", 9, 0.95), ("2,812,600.00", 4, 2812600), ("2025/3/1", 14, 45717), ("2025年3月", 57, 45717), ("3月1日", 58, 45717),
    ("2025年3月1日", 31, 45717), (" 1,234.00 ", 43, 1234), (" -   ", 43, 0),
}  # fmt: skip


@pytest.mark.parametrize(("text", "id", "value"), sorted(BUILT_IN))
def test_formats_that_files_name_by_number(text, id, value):
    assert FORMATS.number(value, FORMATS.built_in(id)) == text


def test_no_code_and_no_number_raises():
    chance = random.Random(1)
    signs = '0#?.,%/E+-@;[]"\\!_*ydmhsaGeneral 年[DBNum1][>=1][$-804]AM/PM'
    for _ in range(3000):
        code = "".join(chance.choice(signs) for _ in range(chance.randrange(12)))
        value = chance.choice((0.0, -1.5, 1e300, -1e-300, 12345.678, 1e15, chance.uniform(-1e6, 1e6)))
        assert isinstance(FORMATS.number(value, code), str)
        assert isinstance(FORMATS.text("甲", code), str)
