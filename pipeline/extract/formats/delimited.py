"""Text with commas, tabs or semicolons between its cells → `Document`: how open data are often published (RFC 4180)."""

import csv

from pipeline.extract.formats.delimiter import delimiter
from pipeline.extract.formats.excel.document import document
from pipeline.extract.formats.excel.sheet import MAX_COLUMNS, Counter, Sheet
from pipeline.extract.formats.web.charset import decoded
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules.kinds.rulebook import Rulebook

FORMAT = "csv"


def parse(data: bytes, name: str, _: Rulebook) -> Document:
    """Read a file of delimited text.

    `data` are the file's bytes, whatever its name says; `name` is kept as it is.
    Returns its rows as those of a sheet are returned. Raises Rejected, and nothing else: `text_file` if it is no table,
    `too_many_cells`.
    """
    text = decoded(data)
    sheet, counter, mark = Sheet(""), Counter(FORMAT), delimiter(text)
    if not mark:
        raise Rejected("text_file", FORMAT)
    try:
        for row_no, row in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=mark), 1):
            counter.add(len(row))
            held = {col_no: each.strip() for col_no, each in enumerate(row[:MAX_COLUMNS], 1) if each.strip()}
            if held:
                sheet.row(row_no).texts.update(held)
    except csv.Error:
        raise Rejected("text_file", FORMAT) from None
    return document([sheet], counter, data, name, FORMAT)
