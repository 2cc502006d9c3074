"""Parts of documents → one dataset: ids that hang on other documents, units, groups of names, findings.

Everything is a query of DuckDB over the parts, out of core, in an order that the documents' checksums decide: the same
documents give the same rows, in whatever order they come.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from pipeline.load import arrays, definitions
from pipeline.load.warehouse import Connection, at_once, insert
from pipeline.schema.column import TEXT, Column, Table
from pipeline.schema.parts import INDICATOR_NAMES, PARTS
from pipeline.schema.tables import TABLES
from pipeline.schema.tables.indicators import INDICATOR_GROUPS
from pipeline.schema.tables.projects import BUDGET_UNITS
from pipeline.schema.tables.review import ISSUES

PLACE = ("code", "document_id", "project_id", "indicator_id", "table_no", "row_no", "evidence")
"""What makes a finding itself; its `issue_id` is the checksum of these, and of which of several of one place it is."""
MADE_HERE = frozenset({BUDGET_UNITS.name, INDICATOR_GROUPS.name, ISSUES.name})
BATCH = 100_000
"""Rows that are gathered before they are given to the database: few calls, and little memory."""

_RENAMED = """
    CREATE OR REPLACE TEMP TABLE renamed AS
    SELECT document_id, project_id AS local_id, new_id AS project_id
    FROM (
        SELECT
            document_id, project_id,
            stem || CASE row_number() OVER same WHEN 1 THEN '' ELSE '-' || row_number() OVER same END AS new_id
        FROM part_projects
        WINDOW same AS (PARTITION BY stem ORDER BY document_id, occurrence)
    )
    WHERE project_id <> new_id
"""
_UNITS = """
    INSERT INTO budget_units
    SELECT DISTINCT ON (budget_unit_id) * EXCLUDE (document_id) FROM part_budget_units
    ORDER BY budget_unit_id, document_id
"""
_RIVALS = """
    SELECT canonical_name, list(project_id ORDER BY document_id, project_id), sum(n_rows)
    FROM names
    WHERE likeness IN (
        SELECT likeness FROM names WHERE likeness IS NOT NULL
        GROUP BY likeness HAVING count(DISTINCT canonical_name) > 1
    )
    GROUP BY canonical_name
"""
_GROUPS = """
    INSERT INTO indicator_groups
    SELECT
        indicator_name,
        coalesce(leaders.leader, canonical_name),
        CASE reason WHEN 'same' THEN coalesce(leaders.why, 'same') ELSE reason END
    FROM (SELECT DISTINCT indicator_name, canonical_name, reason FROM names) LEFT JOIN leaders USING (canonical_name)
    ORDER BY indicator_name
"""
_TOLD_BEFORE = """
    DELETE FROM found AS one
    USING (SELECT code, unnest(string_split(follows, ' ')) AS cause FROM ref_issues WHERE follows <> '') AS rule
    WHERE rule.code = one.code AND EXISTS (
        FROM found AS other
        WHERE other.code = rule.cause
            AND other.project_id = one.project_id
            AND coalesce(other.indicator_id = one.indicator_id, true)
    )
"""
_OF_COSTS = """
    UPDATE found SET amount = items.amount
    FROM reconciliation_items AS items
    WHERE found.amount IS NULL AND items.indicator_id = found.indicator_id
"""
_ISSUES = """
    INSERT INTO issues
    SELECT substr(sha256({place} || chr(31) || row_number() OVER alike), 1, 16) AS issue_id, {columns}
    FROM found
    WINDOW alike AS (PARTITION BY {parted} ORDER BY message_en)
    ORDER BY issue_id
"""


def begin(connection: Connection) -> None:
    """Makes the tables of the schema, empty."""
    with at_once(connection):
        for table in TABLES.values():
            connection.execute(definitions.table(table))


def gather(connection: Connection, parts: Iterable[Mapping[str, pa.Table]]) -> None:
    """Gathers parts, each a document's tables of `PARTS` by name, in tables that last until they are put together."""
    with at_once(connection):
        for table in PARTS.values():
            connection.execute(definitions.table(table, f"part_{table.name}", temporary=True))
    waiting: dict[str, list[pa.Table]] = {name: [] for name in PARTS}
    n_rows = 0
    for part in parts:
        for name, rows in part.items():
            if rows.num_rows:
                waiting[name].append(rows)
                n_rows += rows.num_rows
        if n_rows >= BATCH:
            _flush(connection, waiting)
            n_rows = 0
    _flush(connection, waiting)


def _flush(connection: Connection, waiting: dict[str, list[pa.Table]]) -> None:
    for name, tables in waiting.items():
        if tables:
            insert(connection, f"part_{name}", pa.concat_tables(tables))
            tables.clear()


def put_together(connection: Connection) -> None:
    """Fills the tables of the schema, but for `indicator_groups` and `issues`, from the parts, sorted by their keys."""
    connection.execute(_RENAMED)
    for table in TABLES.values():
        if table.name not in MADE_HERE:
            order = ", ".join(table.key)
            connection.execute(
                f"INSERT INTO {table.name} {_united(connection, PARTS[table.name], table)} ORDER BY {order}"
            )
    connection.execute(_UNITS)
    _refuse_repeated_keys(connection)
    connection.execute(f"CREATE TEMP TABLE names AS {_united(connection, INDICATOR_NAMES, INDICATOR_NAMES)}")
    connection.execute(f"CREATE TEMP TABLE found AS {_united(connection, PARTS[ISSUES.name], PARTS[ISSUES.name])}")
    for name in PARTS:
        connection.execute(f"DROP TABLE part_{name}")


def _united(connection: Connection, part: Table, wanted: Table) -> str:
    """The query that gives the columns of `wanted` from all parts of a table, with projects by their ids in the
    whole.
    """
    if not connection.execute("SELECT 1 FROM renamed LIMIT 1").fetchone():
        return f"SELECT {', '.join(wanted.names)} FROM part_{part.name} AS part"
    local = "part.project_id" if "project_id" in part.names else "regexp_replace(part.indicator_id, '-[0-9]+$', '')"
    if not {"project_id", "indicator_id"}.intersection(part.names):
        local = "NULL"
    columns = ", ".join(map(_renamed, wanted.columns))
    join = f"LEFT JOIN renamed ON renamed.document_id = part.document_id AND renamed.local_id = {local}"
    return f"SELECT {columns} FROM part_{part.name} AS part {join}"


def _renamed(column: Column) -> str:
    name = f"part.{column.name}"
    if column.name == "project_id":
        return f"coalesce(renamed.project_id, {name}) AS project_id"
    if column.name.endswith("indicator_id"):
        longer = f"renamed.project_id || substr({name}, length(renamed.local_id) + 1)"
        return f"CASE WHEN renamed.project_id IS NULL THEN {name} ELSE {longer} END AS {column.name}"
    return name


def _refuse_repeated_keys(connection: Connection) -> None:
    for table in TABLES.values():
        key = ", ".join(table.key)
        twice = f"SELECT {key} FROM {table.name} GROUP BY {key} HAVING count(*) > 1 LIMIT 1"
        if found := connection.execute(twice).fetchone():
            raise ValueError(f"{table.name}: the key {key} = {found} stands twice")


def rivals(connection: Connection) -> Iterator[tuple[str, list[str], int]]:
    """Names that may be alike another: the name, the projects that have it, and how many indicators."""
    yield from connection.execute(_RIVALS).fetchall()


def group(connection: Connection, leaders: Mapping[str, tuple[str, str]]) -> None:
    """Fills `indicator_groups`. `leaders` names for a name the one that leads its group, and why."""
    rows = [(name, leader, why) for name, (leader, why) in leaders.items()]
    connection.register("leaders", arrays.table(rows, canonical_name=TEXT, leader=TEXT, why=TEXT))
    connection.execute(_GROUPS)
    connection.unregister("leaders")


def add_findings(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Adds rows of `issues` without ids to those that the parts hold."""
    part = PARTS[ISSUES.name]
    columns = {column.name: arrays.array([row[column.name] for row in rows], column.type) for column in part.columns}
    insert(connection, "found", pa.table(columns))


def tell_once(connection: Connection) -> None:
    """Takes out the findings that follow from others: a fact is told once, however many rules notice it (`follows` in
    ref_issues).
    """
    connection.execute(_TOLD_BEFORE)


def number_findings(connection: Connection) -> None:
    """Fills `issues`. The same findings get the same ids, in whatever order they were found. One about a cost indicator
    that names no money of its own is about what that indicator comes to.
    """
    connection.execute(_OF_COSTS)
    place = " || chr(31) || ".join(f"coalesce({name}::VARCHAR, 'None')" for name in PLACE)
    columns = ", ".join(column.name for column in ISSUES.columns if column.name != "issue_id")
    connection.execute(_ISSUES.format(place=place, columns=columns, parted=", ".join(PLACE)))
