"""The known documents as sheets wider than the paper, printed as PDF: columns go on over further pages.

    python -m benchmarks.converted_wide [down|over] [--each]

Needs LibreOffice (`soffice`). Each document becomes a workbook as in `benchmarks.converted_sheets`, with columns that
together are about twice as wide as the paper, and is printed in one of the two orders of pages. Cells and rows are
compared with those of the workbook as in `benchmarks.converted_pdf`. `--each` names the documents that differ.
"""

import argparse
import math
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.converted_pdf import Score, compare, rows
from benchmarks.converted_sheets import saved, workbook
from benchmarks.converted_word import RULES, documents
from pipeline.extract.formats import readers

ORDERS = {"down": "downThenOver", "over": "overThenDown"}
CHARACTERS = 153
"""The width of all columns, in characters; A4 holds some 85."""
_WIDE, _LINE, _TALLEST = 2.3, 16, 400


def wide(book: Workbook, order: str) -> Workbook:
    """A workbook with wide columns, and rows high enough for what their cells hold."""
    sheet = book.active
    width = CHARACTERS / max(sheet.max_column, 4)
    for number in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row_no, lines in _lines(sheet, width):
        height = sheet.row_dimensions[row_no].height or _LINE
        sheet.row_dimensions[row_no].height = min(max(height, _LINE * lines), _TALLEST)
    for cell in (each for row in sheet.iter_rows() for each in row):
        side = "center" if len(str(cell.value or "")) < 12 else "left"
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=side)
    sheet.page_setup.pageOrder, sheet.page_setup.paperSize = order, 9
    return book


def _lines(sheet: Worksheet, width: float) -> Iterator[tuple[int, float]]:
    """How many lines the cells take in each of their rows."""
    merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
    for cell in (each for row in sheet.iter_rows() for each in row if each.value is not None):
        area = merged.get((cell.row, cell.column))
        columns, count = (area.max_col - area.min_col + 1, area.max_row - area.min_row + 1) if area else (1, 1)
        texts = str(cell.value).split("\n")
        lines = sum(math.ceil(max(1, len(text)) * _WIDE / (width * columns)) for text in texts)
        yield from ((cell.row + number, lines / count) for number in range(count))


def main() -> None:
    """Print what is the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("order", choices=ORDERS, nargs="?", default="down")
    parser.add_argument("--each", action="store_true")
    asked = parser.parse_args()
    score = Score(pages=1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, data in documents():
            book = wide(workbook(readers.parse(data, name, RULES)), ORDERS[asked.order])
            (place / f"{name}.xlsx").write_bytes(saved(book))
        files = sorted(place.glob("*.xlsx"))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, *map(str, files)], check=True, capture_output=True)
        for file in files:
            right = readers.parse(file.read_bytes(), file.name, RULES)
            start = time.process_time()
            found = readers.parse(file.with_suffix(".pdf").read_bytes(), file.name, RULES)
            score.seconds += time.process_time() - start
            score.documents += 1
            if not compare(score, rows(right), rows(found)) and asked.each:
                print(f"  {file.stem}")
    print(score.line(asked.order).rpartition(",")[0])


if __name__ == "__main__":
    main()
