"""Texts to hold rules against: each once, with what is known of it and the places that published it.

The tests hold cases of target values, names and units of published tables, and rows of made-up forms; the last dataset
holds what it was made of. A text that nobody published has no place.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pipeline.load import warehouse
from pipeline.model.target import Context
from pipeline.rules import files
from pipeline.rules.book import RuleError

CASES = Path("tests/values/cases.csv")
PUBLISHED = Path("tests/review/published_indicators.csv")
FIXTURES = Path("tests/layouts/expected")
DATASET = Path("data/processed")
NAMING = (
    "text",
    "indicator_name",
    "measure_unit",
    "level1",
    "level2",
    "target_text",
    "region",
    "value_text",
    "item_text",
)
"""The columns whose texts the words of names are asked of."""
_TARGETS = """
    SELECT indicator_name, level1, level2, value_text, measure_unit, region, path
    FROM targets JOIN indicators USING (indicator_id) JOIN documents USING (document_id)
    ORDER BY indicator_id, target_no
"""
_ITEMS = """
    SELECT item_text, path
    FROM funding_items JOIN projects USING (project_id) JOIN documents USING (document_id)
    ORDER BY project_id, item_no
"""

Text = TypeVar("Text")
Places = frozenset[str]
Values = Mapping[tuple[str, Context], Places]
Names = Mapping[str, Places]
Row = Mapping[str, str]


def values(path: Path | None = None, dataset: Path = DATASET) -> Values:
    """The target values of a file: of CSV with a column `text` (and `fiscal_year`, `indicator_name`, `origin` if it has
    them), or of one text a line. Without a file, the cases of the tests and the values of a dataset, of the last one if
    none is named.

    Raises RuleError if there is nothing to read.
    """
    if path:
        return _together(_values(_rows(path)))
    known = _together([*_values(_rows(CASES) if CASES.is_file() else ()), *_values(_printed(dataset)[0])])
    if not known:
        raise RuleError(
            "there is neither {cases} nor a dataset in {dataset}; name a corpus", cases=CASES, dataset=dataset
        )
    return known


def names(dataset: Path = DATASET) -> Names:
    """The names, classes, units and values that the tests and a dataset hold, by default the last."""
    fixtures = sorted(FIXTURES.glob("*/indicators.csv")) + sorted(FIXTURES.glob("*/targets.csv"))
    rows = [row for path in (CASES, PUBLISHED, *fixtures) if path.is_file() for row in _table(path)]
    named = ((row[name], _places(row)) for row in chain(rows, *_printed(dataset)) for name in NAMING if row.get(name))
    return _together(named)


def _together(texts: Iterable[tuple[Text, Places]]) -> Mapping[Text, Places]:
    found: dict[Text, Places] = {}
    for text, places in texts:
        found[text] = found.get(text, frozenset()) | places
    return found


def _values(rows: Iterable[Row]) -> Iterator[tuple[tuple[str, Context], Places]]:
    for row in rows:
        year, name = row.get("fiscal_year") or "", row.get("indicator_name") or None
        context = Context(int(year) if year.isdecimal() else None, indicator_name=name)
        yield (row.get("text") or row.get("value_text") or "", context), _places(row)


def _places(row: Row) -> Places:
    """Places are named in Chinese; notes on what was made up, and on the notes that a case is from, are not."""
    origin = row.get("path") or row.get("origin") or ""
    return frozenset([origin]) if row.get("path") or not origin.isascii() else frozenset()


def _rows(path: Path) -> Iterable[Row]:
    if path.suffix != ".csv":
        return ({"text": line} for line in _read(path).splitlines())
    return _table(path, needed="text")


def _table(path: Path, needed: str = "") -> Iterable[Row]:
    rows = csv.DictReader(io.StringIO(_read(path), newline=""))
    if needed and needed not in (rows.fieldnames or ()):
        raise RuleError("{path}: has no column {needed}", path=path, needed=needed)
    return rows


def _read(path: Path) -> str:
    try:
        return files.text(path)
    except files.NotRead as error:
        raise RuleError(str(error)) from None


def _printed(folder: Path) -> list[list[Row]]:
    """The targets and the priced items of a dataset with their document's path; none if an older program made it."""
    try:
        with warehouse.reading(folder / warehouse.NAME) as connection:
            return [_records(warehouse.ask(connection, question)) for question in (_TARGETS, _ITEMS)]
    except warehouse.QueryError:
        return [[], []]


def _records(result: warehouse.Result) -> list[Row]:
    return [{name: value or "" for name, value in zip(result.columns, row, strict=True)} for row in result.rows]
