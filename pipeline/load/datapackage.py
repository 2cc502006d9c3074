"""`datapackage.json`: what lies in an output folder, as a Frictionless Data Package made from `schema/tables.py`.

It also marks the folder as ours: `folder.py` replaces nothing that it does not list.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.load import parquet
from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table
from pipeline.schema.tables import TABLES

NAME = "datapackage.json"
PACKAGE = "budget-targets"
FIELD_TYPES = {
    TEXT: "string",
    INT: "integer",
    BIGINT: "integer",
    DOUBLE: "number",
    MONEY: "number",
    FLAG: "boolean",
    DATE: "date",
}


def describe(folder: Path) -> None:
    """Writes `datapackage.json` over all files that lie in `folder`; call it last. The same files give the same text.

    Raises FileNotFoundError if the Parquet file of a table is missing.
    """
    tables = [_table(table, folder) for table in TABLES.values()]
    described = {resource["path"] for resource in tables} | {NAME}
    others = [_other(file) for file in sorted(folder.iterdir()) if file.name not in described]
    package = {"name": PACKAGE, "title": "Budget performance targets", "resources": tables + others}
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def listed(folder: Path) -> set[str] | None:
    """The names of the files that our `datapackage.json` in `folder` lists, itself too; None if it is not ours."""
    try:
        package = json.loads((folder / NAME).read_text(encoding="utf-8"))
        if package["name"] != PACKAGE:
            return None
        return {NAME, *(resource["path"] for resource in package["resources"])}
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _table(table: Table, folder: Path) -> dict[str, Any]:
    file = parquet.path(folder, table.name)
    content = file.read_bytes()
    return {
        "name": table.name,
        "path": file.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "title": f"{table.zh} / {table.en}",
        "schema": {"fields": [_field(column) for column in table.columns], "primaryKey": list(table.key)},
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = {"required": not column.nullable} | ({"enum": list(column.values)} if column.values else {})
    return {
        "name": column.name,
        "type": FIELD_TYPES[column.type],
        "title": " / ".join(column.labels),
        "description": f"{column.zh} / {column.en}",
        "constraints": constraints,
    }


def _other(file: Path) -> dict[str, Any]:
    """A file that is no table. Its size and hash are left out: those of a database differ from run to run."""
    return {"name": file.stem.lower().replace("_", "-"), "path": file.name, "format": file.suffix.lstrip(".")}
