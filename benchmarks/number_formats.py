"""What LibreOffice prints for numbers and texts under number formats, kept as a table for the tests.

    python -m benchmarks.number_formats

LibreOffice (`soffice`) must be installed. It prints each value under each code of its group into the table
`tests/formats/excel/libreoffice.csv`. Where Excel prints something else, `tests/formats/excel/excel.csv` says what, and
why that is known; it is written by hand. Prints what our own printer makes otherwise than both.
"""

import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from pipeline.extract.formats.excel.number_format import NumberFormats
from pipeline.extract.formats.excel.words import words_of
from pipeline.rules.book import default

TABLES = Path(__file__).parent.parent / "tests" / "formats" / "excel"
NUMBERS = (
    "0", "1", "-1", "0.5", "-0.5", "0.95", "1.005", "2.675", "12.345", "100", "999.995", "1234.5", "-1234.567",
    "2812600", "1234567.891", "123456789", "0.00012345", "1E-7", "12345678901234",
)  # fmt: skip
DATES = (
    "1", "59", "61", "36526", "45000", "45000.25", "45657.9999", "45292.5", "0.75", "1.5", "45335.123456",
)  # fmt: skip
COUNTS = (
    "0", "5", "10", "12", "20", "105", "110", "1001", "10010", "123456", "100000005", "12.5", "-3",
)  # fmt: skip
TEXTS = (
    "甲", "0012",
)  # fmt: skip
GROUPS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (NUMBERS, (
        "General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "##0.0E+0", "0.0##", "#.##",
        "#", "?0.0?", "0.0,", "#,##0,", "0.00,,", '0!.0,"万元"', r'0\.0,"万元"', '#,##0.00"元"', '"约"0"天"',
        "00000", "000-0000", "0.00_);(0.00)", "#,##0;-#,##0;-", "#,##0.00;[Red]-#,##0.00", '0;0;"无"', ";;;",
        '0.0;"负"0.0;"零"', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "[$¥-804]#,##0.00",
        r"[$￥-804]#,##0.00;\-[$￥-804]#,##0.00", "[>=100]0.0;[<0]-0.00;0.000", '[>=10000]0.0,"千";0',
        "[Red][<1]0.00%;0", "[<=100]0;[>1000]#,##0;0.0", "@", 'General"人"', "# ?/?", "# ??/??", "?/?",
        "# ?/8", "0 0/0", "$#,##0", "0.0%;-0.0%", '0"."00', "+0;-0", "0.00;-0.00", "0E+0", "0.###E-0",
        "#,##0.0#", '#"个"', "0_)",
    )),
    (DATES, (
        "yyyy-mm-dd", "yyyy/m/d", 'yyyy"年"m"月"d"日"', '[$-804]yyyy"年"m"月"d"日"', "yyyy年m月", "m月d日",
        "yy-m-d", "d-mmm-yy", "mmmm d, yyyy", "mmmmm", "dddd", "ddd", "[$-804]dddd", "[$-804]ddd",
        "[$-804]mmmm", "h:mm", "h:mm:ss", "hh:mm", "h:mm AM/PM", "yyyy/m/d h:mm", "[h]:mm", "[h]:mm:ss",
        "[mm]:ss", "mm:ss.0", "[ss]", "h:mm:ss.00", 'h"时"mm"分"', 'h"时"mm"分"ss"秒"', "yyyy.m.d", "yyyymmdd",
        "[$-804]aaaa", "[$-804]aaa", '[DBNum1][$-804]yyyy"年"m"月"d"日"', '[DBNum2][$-804]yyyy"年"m"月"d"日"',
        "[$-F800]dddd, mmmm dd, yyyy", "[$-409]d-mmm-yyyy", "yyyy-mm-dd;@", "m/d/yyyy",
    )),
    (COUNTS, (
        "[DBNum1][$-804]General", "[DBNum2][$-804]General", "[DBNum3][$-804]General", "[DBNum1][$-804]0",
        "[DBNum2][$-804]0.00", "[DBNum3][$-804]0", "[DBNum2][$-804]0角0分", '[DBNum2][$-804]General"元"',
    )),
    (TEXTS, (
        "General", "@", "0.00", '@"市"', '0;-0;0;"（"@"）"', ";;;", '"共"@',
        '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    )),
)  # fmt: skip


def cases() -> Iterator[tuple[str, str]]:
    """Every code with every value of its group."""
    for values, codes in GROUPS:
        for code in codes:
            for value in values:
                yield code, value


def is_number(code: str, value: str) -> bool:
    """Whether a value is written as a number: all but those of the group of texts are."""
    return value not in TEXTS


def libreoffice(wanted: list[tuple[str, str]]) -> list[str]:
    """What LibreOffice prints, in the same order."""
    book = Workbook()
    sheet = book.active
    for row_no, (code, value) in enumerate(wanted, 1):
        cell = sheet.cell(row_no, 2, float(value) if is_number(code, value) else value)
        cell.number_format = code
        if not is_number(code, value):
            cell.data_type = "s"
        sheet.cell(row_no, 1, row_no)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "formats.xlsx")
        book.save(path)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true"
        command = ["soffice", "--headless", profile, "--convert-to", options, "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
            return [row[1] for row in csv.reader(file)]


def differing() -> Iterator[tuple[str, str, str, str]]:
    """Code, value, what is expected, what we print, where these differ."""
    formats = NumberFormats(words_of(default()))
    right = expected()
    for (code, value), text in right.items():
        ours = formats.number(float(value), code) if is_number(code, value) else formats.text(value, code)
        if ours != text:
            yield code, value, text, ours


def expected() -> dict[tuple[str, str], str]:
    """What Excel prints for each code and value: what LibreOffice does, but for what is named as different."""
    tables = [
        list(csv.DictReader((TABLES / name).open(encoding="utf-8", newline="")))
        for name in ("libreoffice.csv", "excel.csv")
    ]
    return {(row["code"], row["value"]): row["printed"] for table in tables for row in table}


def main() -> None:
    """Write the table anew and print what differs."""
    wanted = list(cases())
    printed = libreoffice(wanted)
    TABLES.mkdir(parents=True, exist_ok=True)
    with (TABLES / "libreoffice.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "value", "printed"])
        writer.writerows((code, value, text) for (code, value), text in zip(wanted, printed, strict=True))
    csv.writer(sys.stdout).writerows(differing())


if __name__ == "__main__":
    main()
