"""The known documents as Excel workbooks, cell for cell beside our own reading of the .docx.

    python -m benchmarks.converted_sheets [xlsx|xls|xml|ods] [FOLDER]

Each document is written as a workbook by `workbook`: paragraphs as cells merged over the width, tables with their
spans and lines, and texts that are numbers as numbers under a format that prints them so: 95% is 0.95 under 0%. For
.xls and .ods LibreOffice (`soffice`), which must be installed then, converts all workbooks in one call; `xml` is Excel
2003 XML, which `tests.formats.excel_2003` writes, as LibreOffice 7.4 fails to. All are kept in FOLDER if one is given.

A cell is equal if its place, its spans and its text are, columns in which none begins left out; a row if all its cells
are. `plain` workbooks have no lines.

`time` is the processor time of reading the workbooks as a multiple of that of the .docx files. `damaged` copies of the
smaller files are read last: each must end in a document or a code.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.converted_word import RULES, SECONDS, Compared, compared, cost, documents, fuzz
from pipeline.extract.formats import readers
from pipeline.model.document import Document, Grid
from tests.formats.excel_2003 import written

FILTERS = {"xls": "xls:MS Excel 97", "ods": "ods:calc8"}
THIN = Side(style="thin")
LINES = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
NUMBER = re.compile(r"-?(0|[1-9]\d{0,2}(,\d{3})+|[1-9]\d{0,9})(\.\d{1,4})?%?")
DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def typed(text: str) -> tuple[object, str]:
    """A text as Excel holds what a person types, and the code of the format that prints it so."""
    if not NUMBER.fullmatch(text) or text == "-0":
        return ILLEGAL_CHARACTERS_RE.sub("", text), "@" if text[:1] == "=" else "General"
    digits = text.rstrip("%").replace(",", "")
    decimals = len(digits.partition(".")[2])
    code = ("#,##0" if "," in text else "0") + ("." + "0" * decimals if decimals else "")
    return (float(digits) / 100, code + "%") if text.endswith("%") else (float(digits), code)


def workbook(document: Document, has_lines: bool = True) -> Workbook:
    """A document as a workbook of one sheet: the blocks below each other, a blank row after each table."""
    book = Workbook()
    sheet, row_no = book.active, 0
    width = max((grid.n_cols for grid in document.grids), default=1)
    for block in document.blocks:
        row_no += 1
        if isinstance(block, Grid):
            _write(sheet, block, row_no, has_lines)
            row_no += block.n_rows
        elif block.text.strip():
            place = sheet.cell(row_no, 1)
            place.value, place.data_type = ILLEGAL_CHARACTERS_RE.sub("", block.text), "s"
            if width > 1:
                sheet.merge_cells(start_row=row_no, end_row=row_no, start_column=1, end_column=width)
    return book


def saved(book: Workbook) -> bytes:
    """A workbook as .xlsx."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(sheet: Worksheet, grid: Grid, first: int, has_lines: bool) -> None:
    for cell in grid.cells:
        row_no, col_no = first + cell.row_no - 1, cell.col_no
        written, code = typed(cell.text)
        place = sheet.cell(row_no, col_no)
        place.value = written
        if isinstance(written, str):
            place.data_type = "s"
        place.number_format = code
        last_row, last_col = row_no + cell.row_span - 1, col_no + cell.col_span - 1
        for row in range(row_no, last_row + 1) if has_lines else ():
            for col in range(col_no, last_col + 1):
                sheet.cell(row, col).border = LINES
        if (last_row, last_col) != (row_no, col_no):
            sheet.merge_cells(start_row=row_no, end_row=last_row, start_column=col_no, end_column=last_col)


def converted(place: Path, format: str, has_lines: bool) -> Iterator[tuple[str, bytes, bytes]]:
    """Every document's name, its bytes as .docx and as a workbook."""
    known = dict(documents())
    for name, data in known.items():
        book = workbook(readers.parse(data, name, RULES), has_lines)
        (place / f"{name}.xlsx").write_bytes(saved(book))
        (place / f"{name}.xml").write_bytes(written(book))
    if format in FILTERS:
        files = sorted(place.glob("*.xlsx"))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to"]
        command += [FILTERS[format], "--outdir", str(place), *map(str, files)]
        subprocess.run(command, check=True, timeout=SECONDS, capture_output=True)
    for name, data in known.items():
        yield name, data, (place / f"{name}.{format}").read_bytes()


def report(place: Path, format: str, has_lines: bool) -> None:
    """Print what is equal, document by document where something is not."""
    every = []
    found = list(converted(place, format, has_lines))
    for name, docx, other in found:
        pair = readers.parse(docx, name, RULES), readers.parse(other, name, RULES)
        every.append(compared(*pair))
        if every[-1].cells != every[-1].equal_cells:
            print(f"{name}: {every[-1]}")
    print(f"{format}, {len(every)} documents: {Compared(*map(sum, zip(*every, strict=True)))}")
    ours, theirs = (cost([one[which] for one in found]) for which in (2, 1))
    print(f"time {ours / theirs:.2f} ({ours:.3f} s against {theirs:.3f} s)")
    print(f"damaged: {dict(fuzz(sorted((one[2] for one in found), key=len)[:20]))}")


if __name__ == "__main__":
    asked = [each for each in sys.argv[1:] if each != "plain"]
    kind, given = (*asked, *("xlsx", "")[len(asked) :])[:2]
    if kind in FILTERS and not shutil.which("soffice"):
        sys.exit("soffice is not installed")
    with tempfile.TemporaryDirectory() as folder_name:
        report(Path(given or folder_name), kind, "plain" not in sys.argv)
