"""The checks of `sql/checks/`: a file each, or a file for each table or closed column of the schema.

What lies in `each_table/` and `each_closed_column/` is asked of all of them at once, by name: `$table`, `$key`,
`$column`, `$values`. So a new table or column is checked without a word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from string import Template

from pipeline.load import comments, sqlfiles
from pipeline.load.sqlfiles import SqlFile
from pipeline.schema.tables import TABLES


def files() -> list[SqlFile]:
    """Every check in the order of their names, as SQL that can be run."""
    each_table = [{"table": table.name, "key": ", ".join(table.key)} for table in TABLES.values()]
    each_column = [
        {"table": table.name, "column": column.name, "values": ", ".join(map(comments.literal, column.values))}
        for table in TABLES.values()
        for column in table.columns
        if column.values
    ]
    found = sqlfiles.read("checks")
    found += [_for_each(file, each_table) for file in sqlfiles.read("checks/each_table")]
    found += [_for_each(file, each_column) for file in sqlfiles.read("checks/each_closed_column")]
    return sorted(found, key=lambda file: file.name)


def fingerprint() -> str:
    """The checksum of all checks: what held by it holds as long as the data stays."""
    return sha256("\n".join(file.text for file in files()).encode()).hexdigest()


def _for_each(file: SqlFile, names: Iterable[Mapping[str, str]]) -> SqlFile:
    asked = Template(file.text.strip().removesuffix(";"))
    return replace(file, text="\nUNION ALL\n".join(asked.substitute(one) for one in names) + "\nORDER BY ALL;\n")
