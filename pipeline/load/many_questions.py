"""Many questions put to one database. Planning them takes longer than most answers: views are worked out once for all,
and several questions are asked at a time.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from queue import SimpleQueue

from duckdb import DuckDBPyConnection as Connection

from pipeline.load.answer import Result, ask

FEW_ROWS = 1_000_000
"""Rows of a database below which one thread answers a question as fast as several."""
_NUMBERS = count(1)
_WORD = re.compile(r"\w+")
_VIEWS = "SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal"
_N_ROWS = "SELECT coalesce(sum(estimated_size), 0) FROM duckdb_tables() WHERE NOT internal"


def answers(connection: Connection, questions: Sequence[str]) -> Iterator[Result]:
    """The answers to all questions, in their order: each question a statement, or several of which the last answers.

    Of few rows several are asked at a time, each by a connection and a thread of its own; large tables are looked
    through by all threads for one question, so that only one answer is held. Raises QueryError for wrong SQL.
    """
    with shared_views(connection, questions) as shared:
        ((n_rows,),) = connection.execute(_N_ROWS).fetchall()
        at_once = min(cores(), len(shared)) if n_rows < FEW_ROWS else 1
        yield from _side_by_side(connection, shared, at_once) if at_once > 1 else (ask(connection, q) for q in shared)


def _side_by_side(connection: Connection, questions: Sequence[str], at_once: int) -> Iterator[Result]:
    free: SimpleQueue[Connection] = SimpleQueue()
    for _ in range(at_once):
        free.put(connection.cursor())

    def answer(question: str) -> Result:
        cursor = free.get()
        try:
            return ask(cursor, question)
        finally:
            free.put(cursor)

    pool = ThreadPoolExecutor(at_once)
    try:
        yield from pool.map(answer, questions)
    finally:
        pool.shutdown(cancel_futures=True)
        for _ in range(at_once):
            free.get().close()


@contextmanager
def shared_views(connection: Connection, questions: Sequence[str]) -> Iterator[list[str]]:
    """A view that several questions name is worked out once: planning it anew for each costs more than most answers.

    A table in memory, which every connection of the database sees, takes the place of the view while the block lasts;
    the block is given the questions as they ask it. Blocks that ask one database at a time have tables of their own.
    """
    views = connection.execute(_VIEWS).fetchall()
    named = Counter(word for text in questions for word in set(_WORD.findall(text)))
    kept = [view for view in views if named[view[1]] > 1]
    shared = f"shared_views_{next(_NUMBERS)}"
    connection.execute(f"ATTACH ':memory:' AS {shared} (READ_WRITE)")
    try:
        for schema, name in kept:
            connection.execute(f"CREATE TABLE {shared}.{name} AS FROM {schema}.{name}")
        asked = re.compile(rf"\b(FROM|JOIN)\s+(?:\w+[.])?({'|'.join(name for _, name in kept) or '(?!)'})\b")
        yield [asked.sub(rf"\1 {shared}.\2", text) for text in questions]
    finally:
        connection.execute(f"DETACH {shared}")


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
