"""What a large dataset costs: bytes of Parquet and of the database, and seconds of every query, check and question.

    python -m benchmarks.dataset FOLDER [INDICATORS] [--only WORD …] [--limit SECONDS] [--against TIMES] [--keep FOLDER]

FOLDER is the output of a run. Its rows are copied under ids of their own until there are so many indicators: six
copies are the years of one set of units. A third of the names is made of the halves of two, or stands behind a place;
the cells print them too, so that the checks hold. One copy of four is evaluated, with its targets as actual values.
Times are written to TIMES.json in the folder kept; --against prints beside each time what it is of the time in such a
file. What takes longer than the limit is interrupted.
"""

import argparse
import json
import platform
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from os import cpu_count
from pathlib import Path
from threading import Timer
from time import perf_counter, process_time

import duckdb
import pyarrow.parquet as pq

from pipeline.load import checks, many_questions, parquet, sqlfiles, warehouse
from pipeline.load.sqlfiles import SqlFile
from pipeline.rules import book
from pipeline.run.skeleton import references
from pipeline.schema.tables import TABLES
from tests.load import built

YEARS = 6
TIMES = "TIMES.json"
NAMES = """
    CREATE MACRO drawn(words, copy, salt, total) AS CAST(hash(words || salt || copy) % total AS BIGINT);
    CREATE TABLE known AS SELECT list(DISTINCT indicator_name ORDER BY indicator_name) AS names FROM indicators;
    CREATE MACRO another(words, copy) AS (
        SELECT names[1 + drawn(words, copy, 'other', len(names))] FROM known
    );
    CREATE MACRO place(words, copy) AS left(another(words, copy), 2);
    CREATE MACRO varied(words, copy) AS CASE
        WHEN drawn(words, copy, 'kind', 9) = 0 THEN place(words, copy) || words
        WHEN drawn(words, copy, 'kind', 9) < 3
            THEN left(words, length(words) // 2) || right(another(words, copy), length(another(words, copy)) // 2 + 1)
        ELSE words
    END;
"""
CHANGED = {
    "fiscal_year": f"CAST(2020 + copy % {YEARS} AS INTEGER)",
    "unit_code": f"unit_code || (copy // {YEARS})",
    "unit_name": f"unit_name || (copy // {YEARS})",
    "indicator_name": "varied(indicator_name, copy)",
    "text": "CASE WHEN role = 'indicator' THEN varied(text, copy) ELSE text END",
}


def copied(table: str, copies: int) -> str:
    """The rows of a table so many times, each copy with ids of its own."""
    columns = []
    for column in TABLES[table].names:
        expression = f"{column} || '-' || copy" if column.endswith("_id") else CHANGED.get(column, column)
        columns.append(column if column == "text" and table != "cells" else f"{expression} AS {column}")
    return f"SELECT {', '.join(columns)} FROM base.{table}, range({copies}) AS copies(copy)"


GROUPS = "SELECT DISTINCT indicator_name, indicator_name AS canonical_name, 'same' AS reason FROM indicators"
EVALUATED = """
    SELECT {columns} FROM (
        SELECT
            *, target_no AS result_no, value_text AS actual_text,
            '5' AS weight, '5' AS score, NULL AS deviation_reason
        FROM targets WHERE CAST(string_split(indicator_id, '-')[-1] AS INTEGER) % 4 = 0
    )
"""


def make(base: Path, folder: Path, indicators: int) -> None:
    """Writes the Parquet files of a dataset of about so many indicators to `folder`, sorted by key as in a run."""
    copies = max(1, indicators // pq.read_metadata(parquet.path(base, "indicators")).num_rows)
    with closing(duckdb.connect(config={"temp_directory": str(folder)})) as connection:
        connection.execute("CREATE SCHEMA base")
        for name in TABLES:
            connection.execute(f"CREATE TABLE base.{name} AS FROM '{parquet.path(base, name)}'")
        connection.execute("SET search_path = 'main,base'; " + NAMES)
        others = {
            "indicator_groups": GROUPS,
            "results": EVALUATED.format(columns=", ".join(TABLES["results"].names)),
        }
        for name, table in sorted(TABLES.items(), key=lambda item: item[0] in others):
            rows = others.get(name) or copied(name, copies)
            connection.execute(f"CREATE TABLE main.{name} AS {rows} ORDER BY {', '.join(table.key)}")
            arrow = connection.sql(f"FROM main.{name}").to_arrow_table().cast(table.arrow())
            built.write({name: arrow}, folder)


def timed(work: Callable[[], object]) -> dict[str, float]:
    wall, cpu = perf_counter(), process_time()
    work()
    return {"wall": perf_counter() - wall, "cpu": process_time() - cpu}


def asked(connection: duckdb.DuckDBPyConnection, sql: str, limit: float) -> dict[str, float]:
    """What a statement takes until its last row is fetched; None as the time if it was interrupted."""
    timer = Timer(limit, connection.interrupt)
    timer.start()
    try:
        return timed(lambda: connection.execute(sql).fetchall())
    except duckdb.InterruptException:
        return {"wall": None, "cpu": None}
    finally:
        timer.cancel()


def files(only: list[str]) -> Iterator[tuple[str, list[SqlFile]]]:
    """The SQL files by kind; if there are words, those alone in whose kind/name one of them stands."""
    asked_of = {"queries": sqlfiles.read("queries"), "checks": checks.files(), "review": sqlfiles.read("review")}
    for kind, found in asked_of.items():
        yield kind, [file for file in found if not only or any(word in f"{kind}/{file.name}" for word in only)]


def answers(
    connection: duckdb.DuckDBPyConnection, kind: str, found: list[SqlFile], limit: float
) -> Iterator[tuple[str, dict[str, float]]]:
    """The times of a kind of files. Checks and questions share views, as in a run; a query is asked alone."""
    with ExitStack() as stack:
        texts = [file.text for file in found]
        if kind != "queries":
            shared = many_questions.shared_views(connection, texts)
            yield f"{kind}/shared views", timed(lambda: texts.__setitem__(slice(None), stack.enter_context(shared)))
        for file, text in zip(found, texts, strict=True):
            yield f"{kind}/{file.name}", asked(connection, text, limit)


def measure(folder: Path, only: list[str], limit: float) -> Iterator[tuple[str, dict[str, float]]]:
    """The sizes in bytes and the times, each as it is known."""
    database = folder / warehouse.NAME
    if not database.exists():
        yield "build", timed(lambda: built.build(folder, references(book.default())))
        yield "compact", timed(lambda: warehouse.compact(folder, warehouse.FEW_ROWS))
    yield "bytes of parquet", {"wall": sum(parquet.path(folder, name).stat().st_size for name in TABLES)}
    yield "bytes of database", {"wall": database.stat().st_size}
    with closing(duckdb.connect(str(database), read_only=True, config=warehouse.LIMITS)) as connection:
        for kind, found in files(only):
            yield from answers(connection, kind, found, limit)


def shown(name: str, found: dict[str, float], former: dict[str, dict[str, float]]) -> str:
    """A line of the table: what was measured, and what it is of the former figure."""
    wall, before = found["wall"], former.get(name, {}).get("wall")
    measured = "interrupted" if wall is None else f"{wall:,.0f}" if name.startswith("bytes") else f"{wall:.2f} s"
    return f"{name:<60}{measured:>16}" + (f"{wall / before:>8.2f} ×" if wall and before else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("indicators", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--keep", type=Path)
    told = parser.parse_args()
    former = json.loads(told.against.read_text()) if told.against else {}
    print(f"{platform.python_implementation()} {platform.python_version()}, {cpu_count()} cores")
    with tempfile.TemporaryDirectory() as made:
        folder = told.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if not parquet.path(folder, "indicators").exists():
            make(told.base, folder, told.indicators)
        times = {}
        for name, found in measure(folder, told.only, told.limit):
            times[name] = found
            print(shown(name, found, former), flush=True)
        for kind in ("queries", "checks", "review"):
            spent = [found["wall"] for name, found in times.items() if name.startswith(f"{kind}/")]
            if spent:
                print(f"{kind}: {sum(filter(None, spent)):.1f} s, longest {max(filter(None, spent)):.1f} s")
        (folder / TIMES).write_text(json.dumps(times, indent=1))


if __name__ == "__main__":
    main()
