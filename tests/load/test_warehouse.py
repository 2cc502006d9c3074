"""The database holds the Parquet tables as they are, explains itself in two languages, and answers or says why not."""

import re
from decimal import Decimal

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.load import parquet, sqlfiles, warehouse
from pipeline.load.answer import QueryError
from pipeline.schema.tables import TABLES
from tests.load import built, small_dataset


def ask(database, sql):
    return warehouse.query(database, sql).rows


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_what_its_parquet_file_holds(name, database):
    stored = pq.read_table(parquet.path(database.parent, name))
    columns, rows = warehouse.query(database, f"FROM {name}")
    assert list(columns) == stored.column_names
    assert rows == [tuple(row.values()) for row in stored.to_pylist()]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_takes_nulls_where_the_schema_says_and_holds_no_index(name, database):
    """Keys and closed values are held by the checks: an index makes the file several times as large."""
    sql = "SELECT constraint_type, constraint_column_names FROM duckdb_constraints() WHERE table_name = "
    found = [(kind, *columns) for kind, columns in ask(database, f"{sql}'{name}'")]
    assert sorted(found) == sorted(("NOT NULL", column.name) for column in TABLES[name].columns if not column.nullable)


@pytest.mark.parametrize("name", small_dataset.references())
def test_a_reference_table_holds_the_rules(name, database):
    assert ask(database, f"SELECT count(*) FROM {name}") == [(len(small_dataset.references()[name]),)]


def test_references_may_be_frames(tmp_path):
    small_dataset.build(tmp_path)
    (tmp_path / warehouse.NAME).unlink()
    frames = {name: pd.DataFrame(list(rows)) for name, rows in small_dataset.references().items()}
    database = built.build(tmp_path, frames)
    assert ask(database, "SELECT label FROM ref_taxonomy WHERE code = 'quality' AND scheme = '2015'") == [("质量指标",)]


def test_every_table_view_and_column_is_explained_in_chinese_and_english(database):
    comments = ask(
        database,
        """
        SELECT table_name, '', comment FROM duckdb_tables() WHERE NOT internal
        UNION ALL SELECT view_name, '', comment FROM duckdb_views() WHERE NOT internal
        UNION ALL SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal
        UNION ALL SELECT function_name, '', comment FROM duckdb_functions() WHERE NOT internal
        """,
    )
    assert len(comments) > 200
    assert not [one for one in comments if not re.fullmatch(r".*[\u4e00-\u9fff].* / .*[A-Za-z].*", one[2] or "")]


def test_a_view_comments_itself_those_columns_that_tables_use_in_several_senses():
    senses = {}
    for table in TABLES.values():
        for column in table.columns:
            senses.setdefault(column.name, set()).add((column.type, column.values))
    views = {view.name: view.text for view in sqlfiles.read("views")}
    for name in (name for name, meanings in senses.items() if len(meanings) > 1):
        for view, text in views.items():
            if re.search(rf"^    (\w+\.)?{name},?$", text, re.MULTILINE):
                assert re.search(rf"COMMENT ON COLUMN (steps\.)?{view}\.{name}\b", text)


def test_the_file_opens_in_older_clients(database):
    assert ask(database, "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal") == [("v1.2.0+",)]


def test_a_database_written_anew_in_full_blocks_holds_the_same(database, tmp_path):
    """Tables in their order, views, macros and comments; free blocks are gone, and no other file is left."""
    told = """
        SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal
        UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal
        UNION ALL SELECT function_name, comment FROM duckdb_functions() WHERE NOT internal
        UNION ALL SELECT table_name || '.' || column_name, comment FROM duckdb_columns() WHERE NOT internal
        ORDER BY ALL
    """
    copy = tmp_path / warehouse.NAME
    copy.write_bytes(database.read_bytes())
    with duckdb.connect(str(copy)) as connection:
        connection.execute("CREATE TABLE gone AS SELECT hash(i)::VARCHAR AS word FROM range(200000) AS r(i)")
        connection.execute("CHECKPOINT")
        connection.execute("DROP TABLE gone")
    loose = copy.stat().st_size
    warehouse.compact(tmp_path, warehouse.FEW_ROWS - 1)
    assert copy.stat().st_size == loose
    warehouse.compact(tmp_path, warehouse.FEW_ROWS)
    assert [path.name for path in tmp_path.iterdir()] == [warehouse.NAME]
    assert ask(copy, told) == ask(database, told)
    assert ask(copy, "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal") == [("v1.2.0+",)]
    for name in (*TABLES, "targets_wide", "steps.first_values"):
        assert ask(copy, f"FROM {name}") == ask(database, f"FROM {name}")
    assert ask(copy, "SELECT free_blocks FROM pragma_database_size()") == [(0,)]


def test_a_renamed_database_still_answers(database, tmp_path):
    moved = tmp_path / "其他 [1].duckdb"
    moved.write_bytes(database.read_bytes())
    assert ask(moved, "SELECT count(*) FROM targets_wide") == ask(database, "SELECT count(*) FROM targets")


def test_a_folder_name_with_the_signs_of_patterns_is_no_obstacle(tmp_path):
    folder = tmp_path / "out [1]* 'a' #&"
    folder.mkdir()
    assert ask(small_dataset.build(folder), "SELECT count(*) FROM documents") == [(2,)]


def test_an_empty_dataset_makes_a_database_whose_checks_pass(tmp_path):
    built.write(built.conformed({name: frame.head(0) for name, frame in small_dataset.frames().items()}), tmp_path)
    database = built.build(tmp_path, small_dataset.references())
    assert not [check.name for check in warehouse.check(database) if check.rows]
    for query in sqlfiles.read("queries"):
        assert warehouse.query(database, query.text).rows == []


def test_the_last_of_several_statements_is_answered(database):
    sql = "SET VARIABLE code = '351201'; SELECT budget_total FROM projects WHERE unit_code = getvariable('code')"
    assert warehouse.query(database, sql) == (("budget_total",), [(Decimal("1646000.00"),)])


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT * FROM projekts", "projekts"),
        ("SELEKT 1", "syntax error"),
        ("-- only a comment\n", "no SQL statement"),
        ("", "no SQL statement"),
        ("DELETE FROM projects", "read-only"),
        ("SELECT CAST('x' AS INTEGER)", "Could not convert"),
    ],
)
def test_a_query_that_cannot_be_answered_says_why(database, sql, message):
    with pytest.raises(QueryError, match=message):
        warehouse.query(database, sql)


def test_a_missing_and_a_foreign_database_are_named(tmp_path):
    with pytest.raises(QueryError, match="run the pipeline first"):
        warehouse.query(tmp_path / "none.duckdb", "SELECT 1")
    (tmp_path / "text.duckdb").write_text("this is no database, whatever its name says")
    with pytest.raises(QueryError, match="cannot be opened"):
        warehouse.check(tmp_path / "text.duckdb")


def test_a_database_without_our_tables_fails_its_checks_in_words(tmp_path):
    duckdb.connect(str(tmp_path / "other.duckdb")).close()
    with pytest.raises(QueryError, match="does not exist"):
        warehouse.check(tmp_path / "other.duckdb")


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO '{folder}/a.csv'",
        "SELECT * FROM read_text('{folder}/secret')",
        "SELECT * FROM glob('{folder}/*')",
        "ATTACH '{folder}/other.duckdb' AS other",
        "EXPORT DATABASE '{folder}/all'",
        "INSTALL httpfs",
        "SELECT * FROM read_csv('http://localhost:1/a.csv')",
        "SET enable_external_access = true",
        "SET memory_limit = '1TB'",
    ],
)
def test_a_question_reaches_nothing_but_the_database(database, tmp_path, sql):
    (tmp_path / "secret").write_text("secret")
    with pytest.raises(warehouse.QueryError):
        warehouse.query(database, sql.format(folder=tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_question_that_is_trusted_reads_files(database, tmp_path):
    (tmp_path / "notes").write_text("notes")
    sql = f"SELECT content FROM read_text('{tmp_path}/notes')"
    assert warehouse.query(database, sql, trusted=True).rows == [("notes",)]


def test_moments_of_a_time_zone_are_answered(database):
    (row,) = warehouse.query(database, "SELECT TIMESTAMPTZ '2025-01-02 03:04:05+00' AS at, 7, NULL").rows
    assert (row[0].timestamp(), *row[1:]) == (1735787045, 7, None)


def test_no_more_rows_are_fetched_than_are_wanted(database):
    assert len(warehouse.query(database, "FROM range(1000)", most=3).rows) == 3
