"""A question that says what it needs finds nothing without it: it may be passed over where there is none."""

from shutil import copy

import duckdb
import pytest

from pipeline.load import sqlfiles, warehouse

NEEDY = [file for file in sqlfiles.read("review") if file.needs]


@pytest.fixture
def connection(all_layouts, tmp_path):
    """The dataset of documents of all layouts, to be changed."""
    with duckdb.connect(str(copy(all_layouts / warehouse.NAME, tmp_path / warehouse.NAME))) as connection:
        yield connection


def found(connection):
    return {file.name for file in NEEDY if warehouse.ask(connection, file.text).rows}


@pytest.mark.parametrize("needs", sorted({file.needs for file in NEEDY}))
def test_without_what_it_needs_a_question_finds_nothing(connection, needs):
    connection.execute(f"DELETE FROM {needs}")
    assert not connection.execute(f"SELECT 1 FROM {needs} LIMIT 1").fetchone()
    assert found(connection) & {file.name for file in NEEDY if file.needs == needs} == set()


def test_with_what_they_need_questions_find_something(connection):
    assert found(connection)
