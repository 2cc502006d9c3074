"""The answer to a question as a file: CSV for programs, a sheet of Excel for people.

Excel takes texts of a CSV file for what they look like: the code 042 becomes 42, a target of 3-5 a day in March, =100%
a formula. In the sheet a text is a text.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.load.answer import Result, Stream
from pipeline.reports.workbook import Workbook
from pipeline.rules.kinds.texts import ExportWords

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet takes for a formula when it opens a CSV file."""
Labels = Mapping[str, tuple[str, str]]
"""Column name → what is said of it, in Chinese and in English: a label, and an explanation after a colon."""


def write_csv(answer: Result | Stream, path: Path, safe: bool = False) -> None:
    """Writes a query's answer as CSV: UTF-8 with a byte order mark, by which Excel knows it. In a `safe` one no text is
    a formula to Excel, at the price that some are not as they were. Raises OSError.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(answer.columns)
        writer.writerows(map(_without_formulas, answer.rows) if safe else answer.rows)


def _without_formulas(row: Sequence[Any]) -> tuple[Any, ...]:
    """A row in which a text that begins as formulas do stands behind an apostrophe (OWASP, "CSV Injection").

    >>> _without_formulas(("=1+1", "≥8个", -1, None))
    ("'=1+1", '≥8个', -1, None)
    """
    return tuple(f"'{one}" if isinstance(one, str) and one.startswith(FORMULAS) else one for one in row)


def write_xlsx(answer: Stream, labels: Labels, words: ExportWords, path: Path) -> None:
    """Writes a query's answer as a sheet with filters, of very many rows as several. Raises OSError, and QueryError as
    the answer does.
    """
    with Workbook(path, words.font) as book:
        book.add(words.answer, heads(answer.columns, labels, words), answer.rows)


def heads(columns: Iterable[str], labels: Labels, words: ExportWords) -> list[str]:
    """How columns are headed in Chinese: by their labels; of money with its unit, of equal labels with what tells them
    apart. A column of which nothing is known is headed by its name.
    """
    told = [labels.get(column, (column, ""))[0].partition("：") for column in columns]
    often = Counter(label for label, _, _ in told)
    return [_head(label, more, often[label] > 1, words) for label, _, more in told]


def _head(label: str, more: str, is_shared: bool, words: ExportWords) -> str:
    clause = more.replace("；", "，").partition("，")[0]
    if clause == words.yuan or (clause and is_shared):
        return words.explained.format(label=label, more=clause)
    return label.removesuffix(words.in_chinese)
