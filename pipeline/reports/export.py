"""The whole dataset as tables for people: the questions of `sql/export/`, each a sheet of a book or a file of CSV, with
a sheet that tells of all, and one that tells what each column holds. Heads and codes are in Chinese.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.load import comments, sqlfiles, warehouse
from pipeline.load.answer import Stream, stream
from pipeline.load.sqlfiles import SqlFile
from pipeline.reports import query_result
from pipeline.reports.workbook import MOST_ROWS, Workbook
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.texts import ExportWords
from pipeline.version import VERSION

DOCUMENTS = """
    SELECT path, count(project_id), status
    FROM documents LEFT JOIN projects USING (document_id)
    GROUP BY document_id, path, status ORDER BY path
"""
Row = tuple[Any, ...]


class Sheet(NamedTuple):
    """A question that is a sheet: its title, what is to be said of it, the name and the labels of each column."""

    title: str
    about: str
    sql: str
    columns: tuple[str, ...]
    heads: list[str]
    labels: query_result.Labels


class Export:
    """A dataset that is being told. Its answers are streams, of which one is open at a time."""

    def __init__(self, connection: warehouse.Connection, rules: Rulebook):
        self._connection, self.words = connection, rules.export
        comparisons = rules.pages["zh"]["report"]["comparisons"]
        self._names: Mapping[str, Mapping[str, str]] = {
            **rules.export.values,
            "severity": rules.memo.severities,
            "cost_comparison": comparisons,
            "reconciliation_reason": rules.memo.reasons,
        }
        self.sheets = [self._sheet(file) for file in sqlfiles.read("export")]

    def _sheet(self, file: SqlFile) -> Sheet:
        title, _, about = "".join(file.zh.split("\n")).partition("：")
        labels = comments.labels(self._connection, file.text)
        columns = stream(self._connection, file.text).columns
        return Sheet(title, about, file.text, columns, query_result.heads(columns, labels, self.words), labels)

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """The rows of a sheet, with the names of codes. Raises QueryError."""
        names = [self._names.get(column, {}) for column in sheet.columns]
        for row in stream(self._connection, sheet.sql).rows:
            yield tuple(map(self._named, row, names))

    def _named(self, value: Any, names: Mapping[str, str]) -> Any:
        if isinstance(value, bool):
            return self.words.yes if value else self.words.no
        return names.get(value, value) if names and isinstance(value, str) else value

    def dictionary(self) -> Iterator[Row]:
        """What each column of each sheet holds."""
        for sheet in self.sheets:
            for column, head in zip(sheet.columns, sheet.heads, strict=True):
                yield sheet.title, head, column, *sheet.labels.get(column, ("", ""))

    def about(self, counts: Mapping[str, Sequence[int]]) -> Iterator[Row]:
        """What the sheets hold, with the number of rows of each, and which documents they are made of."""
        words, documents = self.words, list(stream(self._connection, DOCUMENTS).rows)
        yield words.book, None, words.made_of.format(documents=len(documents), version=VERSION)
        yield None, None, words.codes
        for sheet in self.sheets:
            yield sheet.title, sum(counts[sheet.title]), _about(sheet, counts[sheet.title], words)
        yield words.dictionary, sum(counts[words.dictionary]), words.dictionary_about
        for path, projects, status in documents:
            yield words.document.format(path=path), projects, words.document_status[status]


def _about(sheet: Sheet, counts: Sequence[int], words: ExportWords) -> str:
    if len(counts) == 1:
        return sheet.about
    return words.split.format(about=sheet.about, most=MOST_ROWS, sheets=len(counts))


@contextmanager
def opened(database: Path, rules: Rulebook) -> Iterator[Export]:
    """The export of a database, while the block lasts. Raises QueryError if it is missing or not ours."""
    with warehouse.reading(database) as connection:
        yield Export(connection, rules)


def write_xlsx(database: Path, rules: Rulebook, path: Path) -> dict[str, list[int]]:
    """Writes the dataset as a book; gives the number of rows of each sheet of each title. Raises OSError and
    QueryError.
    """
    with opened(database, rules) as export, Workbook(path, rules.export.font) as book:
        counts = {sheet.title: book.add(sheet.title, sheet.heads, export.rows(sheet)) for sheet in export.sheets}
        words = export.words
        counts[words.dictionary] = book.add(words.dictionary, words.dictionary_columns, export.dictionary())
        book.add(words.about, words.about_columns, export.about(counts), is_first=True)
    return counts


def write_csv(export: Export, sheet: Sheet, safe: bool, path: Path) -> None:
    """Writes a sheet as a file of CSV, as `query_result.write_csv` does. Raises OSError, QueryError."""
    query_result.write_csv(Stream(tuple(sheet.heads), export.rows(sheet)), path, safe)


def write_dictionary(export: Export, path: Path) -> None:
    """Writes what each column holds as a file of CSV. Raises OSError."""
    query_result.write_csv(Stream(export.words.dictionary_columns, export.dictionary()), path)
