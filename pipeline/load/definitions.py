"""Tables of the schema as SQL: how DuckDB is told of them."""

from pipeline.schema.column import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table

SQL_TYPES = {
    TEXT: "VARCHAR",
    INT: "INTEGER",
    BIGINT: "BIGINT",
    DOUBLE: "DOUBLE",
    FLAG: "BOOLEAN",
    DATE: "DATE",
    MONEY: "DECIMAL(18, 2)",
}


def table(table: Table, name: str = "", temporary: bool = False) -> str:
    """The statement that makes a table, under another name if one is given."""
    columns = ", ".join(map(_column, table.columns))
    return f"CREATE {'TEMP ' if temporary else ''}TABLE {name or table.name} ({columns})"


def _column(column: Column) -> str:
    return f'"{column.name}" {SQL_TYPES[column.type]}{"" if column.nullable else " NOT NULL"}'
