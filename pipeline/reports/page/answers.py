"""What the page shows: asked of the database by the files of `sql/report/page/`, as JSON that a page can hold."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.load import sqlfiles, warehouse

IN_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
"""What could end the script that the JSON stands in, or a line of it."""


def answers(database: Path) -> Mapping[str, Any]:
    """The answer to each question by its name: its columns, and its rows as lists. Raises QueryError if the database is
    missing or not ours.
    """
    files = sqlfiles.read("report/page")
    with warehouse.reading(database) as connection, warehouse.at_once(connection):
        found = {file.name: warehouse.ask(connection, file.text) for file in files}
    return {name: {"columns": one.columns, "rows": one.rows} for name, one in found.items()}


def in_script(told: object) -> str:
    """Values as JSON that can stand inside a script of a page, whatever texts they hold.

    >>> in_script("</script> & 5")
    '"\\\\u003c/script\\\\u003e \\\\u0026 5"'
    """
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.translate(IN_SCRIPT)


def _plain(value: object) -> object:
    """Money as a number, a date as its ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
