"""`datapackage.json`: what lies in an output folder, as a Frictionless Data Package made from `schema/tables.py`.

It also marks the folder as ours: `folder.py` replaces nothing that it does not list.
"""

import json
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from pipeline.load import parquet, warehouse
from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table
from pipeline.schema.tables import TABLES
from pipeline.schema.tables.documents import DOCUMENTS

NAME = "datapackage.json"
PACKAGE = "budget-targets"
SEAL = "seal"
"""Under which the file holds the checksum of all else in it: so it is known whether a person wrote in it."""
FIELD_TYPES = {
    TEXT: "string",
    INT: "integer",
    BIGINT: "integer",
    DOUBLE: "number",
    MONEY: "number",
    FLAG: "boolean",
    DATE: "date",
}
NO_NUMBER = "nan"
"""How a null looks to readers that hold a column of numbers with gaps as fractions, as pandas does."""
LICENSES = (
    {"name": "MIT", "title": "MIT License: structure, labels and vocabulary, by the budget-targets authors"},
    {"name": "notspecified", "title": "What the documents state: as whoever published them allows"},
)
"""The names are those of the Open Definition, which the specification of data packages asks for."""
FEW_DOCUMENTS = 100
"""Documents up to which each is named among the sources; the table `documents` lists any number."""


def describe(folder: Path) -> None:
    """Writes `datapackage.json` over all files that lie in `folder`; call it last. The same files give the same text.

    Raises FileNotFoundError if the Parquet file of a table is missing.
    """
    tables = [_table(table, folder) for table in TABLES.values()]
    described = {resource["path"] for resource in tables} | {NAME}
    files = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if not path.is_dir())
    others = [_other(folder, file, number) for number, file in enumerate(files) if file.as_posix() not in described]
    package = {
        "name": PACKAGE,
        "title": "Budget performance targets",
        **_origin(folder),
        "licenses": LICENSES,
        "resources": tables + others,
    }
    text = _text(package | {SEAL: _seal(package)})
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")


def listed(folder: Path) -> set[str] | None:
    """The names of the files that our `datapackage.json` in `folder` lists, itself too; None if it is not ours."""
    resources = _resources(folder)
    return None if resources is None else {NAME, *resources}


def is_edited(folder: Path) -> bool:
    """Whether our `datapackage.json` in a folder is no longer as it was written."""
    package = _package(folder)
    return SEAL in package and package.pop(SEAL) != _seal(package)


def checksums(folder: Path) -> dict[str, str]:
    """The checksums of the files that `datapackage.json` lists with one, by name; none if it is not ours."""
    return {name: resource["hash"] for name, resource in (_resources(folder) or {}).items() if "hash" in resource}


def checksum(file: Path) -> str:
    """The checksum of a file as data packages write it. Raises OSError."""
    with file.open("rb") as content:
        return f"sha256:{file_digest(content, 'sha256').hexdigest()}"


def made_of(folder: Path) -> set[str]:
    """The documents that the dataset in a folder was made of; none if there is no dataset of ours."""
    if not listed(folder):
        return set()
    try:
        return parquet.distinct(DOCUMENTS, "path", folder)
    except (OSError, ValueError):
        return set()


def _resources(folder: Path) -> dict[str, dict[str, Any]] | None:
    try:
        return {resource["path"]: resource for resource in _package(folder)["resources"]}
    except (TypeError, KeyError):
        return None


def _package(folder: Path) -> dict[str, Any]:
    """What our `datapackage.json` in a folder holds; nothing if it is missing, damaged or another's."""
    try:
        package = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return dict(package) if package["name"] == PACKAGE else {}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _text(package: dict[str, Any]) -> str:
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _seal(package: dict[str, Any]) -> str:
    return f"sha256:{sha256(_text(package).encode()).hexdigest()}"


def _origin(folder: Path) -> dict[str, Any]:
    """The version of the program that made the dataset, and the documents that it was made of."""
    versions, paths = (sorted(parquet.distinct(DOCUMENTS, name, folder)) for name in ("pipeline_version", "path"))
    if len(paths) > FEW_DOCUMENTS:
        paths = [f"{len(paths)} documents, listed in {DOCUMENTS.name}"]
    return {"version": " ".join(versions), "sources": [{"title": path} for path in paths]}


def _table(table: Table, folder: Path) -> dict[str, Any]:
    """A table as readers of data packages check it. Of the size of a Parquet file they cannot know, and an empty text
    is a text, not a value that is missing.
    """
    file = parquet.path(folder, table.name)
    return {
        "name": table.name,
        "path": file.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": checksum(file),
        "title": f"{table.zh} / {table.en}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [],
            "primaryKey": list(table.key),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = {"required": not column.nullable} | ({"enum": list(column.values)} if column.values else {})
    is_number = FIELD_TYPES[column.type] in ("integer", "number")
    return {
        "name": column.name,
        "type": FIELD_TYPES[column.type],
        "title": " / ".join(column.labels),
        "description": f"{column.zh} / {column.en}",
        "constraints": constraints,
        **({"missingValues": [NO_NUMBER]} if is_number and column.nullable else {}),
    }


def _other(folder: Path, file: Path, number: int) -> dict[str, Any]:
    """A file that is no table. Of a database the hash is left out: it differs from run to run. A file in a folder is
    called by its number: names of resources are in Latin letters.
    """
    is_deep = len(file.parts) > 1
    name = f"{file.parts[0]}-{number}" if is_deep else file.stem.lower().replace("_", "-")
    told = {"name": name, "path": file.as_posix(), "format": file.suffix.lstrip(".")}
    return told if file.name == warehouse.NAME else told | {"hash": checksum(folder / file)}
