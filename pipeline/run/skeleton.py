"""A database before its first row: its tables, the rules as tables, views and comments hang on no document."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline.load import combine, interrupt, warehouse
from pipeline.load.warehouse import Connection
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.texts import Basis


class Skeleton:
    """Makes the databases of a folder without rows; the first one ahead, while other processes read the documents."""

    def __init__(self, folder: Path, rules: Rulebook):
        self._folder, self._rules = folder, rules
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
        (self._folder / warehouse.NAME).unlink(missing_ok=True)
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
