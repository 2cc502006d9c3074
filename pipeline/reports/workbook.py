"""A book of Excel of any size, written row by row: the memory that it takes does not grow.

A text is a text, whatever it looks like (042, 3-5, =100%), money has its thousands parted, the head of each sheet stays
in sight and has filters. What does not fit on a sheet goes on on a next one.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from string import Template
from typing import Any, NamedTuple, Self
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pipeline.reports import workbook_parts as parts
from pipeline.reports.cell import fitting, width

MOST_ROWS = 1_048_576
"""Rows that a sheet of Excel has, the head included (Microsoft, "Excel specifications and limits")."""
NARROWEST, WIDEST = 8, 40
"""Widths of columns, in digits."""
PAGE = 300
"""Digits that stand beside each other on a page and can still be read."""
LINE, HIGHEST = 14, 409
"""Points of a line, and of the highest row."""
LOOKED_AT = 1_000
"""Rows by which the widths of columns are chosen."""
HEAD, TEXT, DAY, NUMBER, MONEY = 1, 2, 3, 4, 5
"""The styles of cells, by their place in `workbook_parts.STYLES`."""
EARLIEST, FIRST = date(1900, 3, 1), date(1899, 12, 30)
"""The first day that Excel counts as the calendar does, and the one that it counts from; an earlier one is a text."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every part was made, as far as the package tells: the same book has the same bytes."""
Row = Sequence[Any]


class _Sheet(NamedTuple):
    n: int
    title: str
    filtered: str
    head: str


class Workbook:
    """A book that is being written to a file. It is whole when the block ends without a fault. Raises OSError."""

    def __init__(self, path: Path, font: str):
        self._package, self._font = ZipFile(path, "w", ZIP_DEFLATED), font
        self._sheets: list[_Sheet] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._package:
            if kind is None:
                self._finish()

    def add(self, title: str, head: Sequence[str], rows: Iterable[Row], is_first: bool = False) -> list[int]:
        """Adds the rows below this head, on as many sheets as they need; gives the number of rows of each."""
        left = iter(rows)
        looked_at = list(islice(left, LOOKED_AT))
        widths, left = list(_widths(head, looked_at)), chain(looked_at, left)
        counts: list[int] = []
        for row in left:
            place = 0 if is_first and not counts else len(self._sheets)
            name = f"{title} ({len(counts) + 1})" if counts else title
            counts.append(self._add(place, name, head, widths, chain([row], islice(left, MOST_ROWS - 2))))
        return counts or [self._add(0 if is_first else len(self._sheets), title, head, widths, ())]

    def _add(self, place: int, title: str, head: Sequence[str], widths: list[int], rows: Iterable[Row]) -> int:
        """Adds one sheet; gives the number of its rows."""
        n, letters, row_no = len(self._sheets) + 1, [_letters(n) for n in range(len(head))], 1
        with self._package.open(_entry(f"xl/worksheets/sheet{n}.xml"), "w", force_zip64=True) as part:
            part.write(parts.SHEET_BEGIN.substitute(columns=_columns(widths)).encode())
            part.write(_row(1, letters, (_text(one, HEAD) for one in head), _height(head, widths)).encode())
            for row_no, row in enumerate(rows, 2):
                part.write(_row(row_no, letters, map(_cell, row), _height(row, widths)).encode())
            pages = -(-sum(widths) // PAGE)
            part.write(parts.SHEET_END.substitute(all=f"A1:{letters[-1]}{row_no}", pages=pages).encode())
        quoted = escape("'" + title.replace("'", "''") + "'!")
        sheet = _Sheet(n, title, f"{quoted}$A$1:${letters[-1]}${row_no}", f"{quoted}$1:$1")
        self._sheets.insert(place, sheet)
        return row_no - 1

    def _finish(self) -> None:
        """Writes what tells of the sheets."""
        sheets = "".join(parts.SHEET.format(n=one.n, title=quoteattr(one.title)) for one in self._sheets)
        names = "".join(
            parts.NAMES.format(place=place, filtered=one.filtered, head=one.head)
            for place, one in enumerate(self._sheets)
        )
        self._put("xl/workbook.xml", parts.BOOK, sheets=sheets, names=names)
        self._put("xl/_rels/workbook.xml.rels", parts.RELATIONS, each=self._each(parts.RELATION))
        self._put("xl/styles.xml", parts.STYLES, font=escape(self._font))
        self._put("_rels/.rels", parts.TOP_RELATIONS)
        self._put("[Content_Types].xml", parts.CONTENT_TYPES, each=self._each(parts.CONTENT_TYPE))

    def _each(self, text: str) -> str:
        return "".join(text.format(n=one.n) for one in self._sheets)

    def _put(self, name: str, template: Template, **facts: str) -> None:
        self._package.writestr(_entry(name), template.substitute(facts))


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _row(number: int, letters: list[str], cells: Iterable[str], height: int) -> str:
    """A row with those cells that are not empty. A cell is given as what follows its address."""
    filled = "".join(f'<c r="{letter}{number}"{cell}' for letter, cell in zip(letters, cells, strict=True) if cell)
    return f'<row r="{number}" ht="{height}" customHeight="1">{filled}</row>'


def _cell(value: Any) -> str:
    """A value as a cell holds it: a text, a day, a number, or nothing."""
    held = fitting(value)
    if held is None:
        return ""
    if isinstance(held, str):
        return _text(held, TEXT)
    if isinstance(held, bool):
        return f' s="{NUMBER}" t="b"><v>{held:d}</v></c>'
    if isinstance(held, date):
        days = (held - FIRST).days
        return f' s="{DAY}"><v>{days}</v></c>' if held >= EARLIEST else _text(held.isoformat(), TEXT)
    return f' s="{MONEY if isinstance(held, Decimal) else NUMBER}"><v>{held}</v></c>'


def _text(text: str, style: int) -> str:
    return f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _height(row: Row, widths: list[int]) -> int:
    """As high as the longest text needs: not every program sees to that by itself."""
    lines = max(
        _lines(value, wide - 2) if isinstance(value, str) else 1 for value, wide in zip(row, widths, strict=True)
    )
    return min(LINE * lines, HIGHEST)


def _lines(text: str, wide: int) -> int:
    if 2 * len(text) <= wide and "\n" not in text:  # as nearly all
        return 1
    return sum(max(1, -(-width(line) // wide)) for line in text.split("\n")[:HIGHEST])


def _columns(widths: list[int]) -> str:
    return "".join(parts.COLUMN.format(n=n, width=wide) for n, wide in enumerate(widths, 1))


def _widths(head: Sequence[str], rows: list[Row]) -> Iterator[int]:
    """Columns as wide as what stands in them, up to a limit."""
    for values in zip(head, *rows, strict=True):
        lines = (line for value in values if value is not None for line in str(value)[: 2 * WIDEST].split("\n"))
        yield min(max(NARROWEST, *map(width, lines)), WIDEST) + 2


def _letters(place: int) -> str:
    """The letters of a column, counted from 0.

    >>> _letters(0), _letters(25), _letters(26), _letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    before, last = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)
