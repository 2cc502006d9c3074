"""A database before its first row: its tables, the rules as tables, views and comments hang on no document."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline.load import combine, interrupt, warehouse
from pipeline.load.warehouse import Connection
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.texts import Basis
from pipeline.run.cache import Cache


class Skeleton:
    """Makes the databases of a folder without rows; the first one ahead, while other processes read the documents.

    With a cache, one for few rows is kept in it and copied by later runs: it takes as long as many documents.
    """

    def __init__(self, folder: Path, rules: Rulebook, cache: Cache | None = None):
        self._folder, self._rules, self._cache = folder, rules, cache
        self._ahead: Connection | None = None

    def make_ahead(self) -> None:
        """Makes the one that is taken first, for few rows. If it cannot be made, this is said when it is taken; Ctrl-C
        is heeded after it, since DuckDB would make another exception of it.
        """
        with interrupt.later(), suppress(Exception):
            self._ahead = self._made(0)

    def taken(self, n_rows: int) -> Connection:
        """A database for about so many rows, to be closed by who takes it, whatever was begun in the folder before."""
        ahead, self._ahead = self._ahead, None
        if ahead and n_rows < warehouse.FEW_ROWS:
            return ahead
        if ahead:
            ahead.close()
        return self._made(n_rows)

    def close(self) -> None:
        """Closes the one that was made ahead, if nobody took it."""
        if self._ahead:
            self._ahead.close()

    def _made(self, n_rows: int) -> Connection:
        database = self._folder / warehouse.NAME
        database.unlink(missing_ok=True)
        if not self._cache or n_rows >= warehouse.FEW_ROWS:
            return self._filled(n_rows)
        if kept := self._cache.empty():
            database.write_bytes(kept)
        else:
            self._filled(n_rows).close()
            self._cache.keep_empty(database.read_bytes())
        return warehouse.created(self._folder, n_rows)

    def _filled(self, n_rows: int) -> Connection:
        connection = warehouse.created(self._folder, n_rows)
        try:
            fill(connection, self._rules)
        except BaseException:
            connection.close()
            raise
        return connection


def fill(connection: Connection, rules: Rulebook) -> None:
    """Makes all that hangs on no document in a new database."""
    combine.begin(connection)
    warehouse.complete(connection, references(rules))
    warehouse.comment(connection)


def references(rules: Rulebook) -> dict[str, tuple[Any, ...]]:
    """The rule vocabularies as tables of the database, by name."""
    values = rules.values
    return {
        "ref_issues": tuple(rules.issues.values()),
        "ref_basis": (Basis(rules.memo.basis),),
        "ref_taxonomy": rules.taxonomy,
        "ref_units": values.units,
        "ref_unit_kin": rules.kin,
        "ref_magnitudes": values.magnitudes,
        "ref_operators": values.operators,
        "ref_patterns": values.patterns,
        "ref_calendar": values.calendar,
        "ref_numerals": values.numerals,
        "ref_words": values.words,
        "ref_qualities": values.qualities,
        "ref_characters": values.characters,
        "ref_name_words": rules.names,
        "ref_form_fields": rules.layouts.fields,
        "ref_indicator_columns": rules.layouts.columns,
    }
