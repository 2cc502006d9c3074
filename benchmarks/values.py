"""What reading target values costs on one core: distinct strings per second, and rows per second at a million rows.

    python -m benchmarks.values [ROWS]

The strings are the cases of the tests and a cross product of operators, numbers and units; a seed draws which, so that
every run has the same. The rows are the cases' texts, one indicator each with a name of its own, as a corpus prints
them; each text is parsed once per context. Processor time is counted, garbage collection as in a run.
"""

import csv
import platform
import random
import sys
from collections.abc import Callable, Iterator
from itertools import product
from os import cpu_count
from pathlib import Path
from time import process_time

from pipeline.model.target import Context
from pipeline.rules import book
from pipeline.transform.records import Rows
from pipeline.transform.tables.targets import targets_and_results
from pipeline.transform.values import grammars
from pipeline.transform.values.grammars import grammar_of
from pipeline.transform.values.parse import parse_target

CASES = Path(__file__).parent.parent / "tests" / "values" / "cases.csv"
SEED = 20250101
STRINGS, ROWS, PER_PROJECT = 20_000, 1_000_000, 20
BOOK = book.default()
RULES = BOOK.values


def cases() -> list[str]:
    """The distinct texts of the cases."""
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(row["text"] for row in csv.DictReader(file)))


def cross_product() -> Iterator[str]:
    """Quantities of every operator, some numbers and every unit, in the order of the rules."""
    before = ["", *(rule.spelling for rule in RULES.operators if rule.position == "before")]
    after = ["", *(rule.spelling for rule in RULES.operators if rule.position == "after")]
    for operator, number, magnitude, rule in product(before, ("8", "95.5", "1,200"), ("", "万"), RULES.units):
        yield f"{operator}{number}{magnitude}{rule.unit}"
    for number, rule, operator in product(("8", "95.5", "1,200"), RULES.units, after):
        yield f"{number}{rule.unit}{operator}"


def strings(count: int) -> list[str]:
    """`count` distinct strings: every case, and a draw from the cross product."""
    known = cases()
    others = sorted(set(cross_product()) - set(known))
    return known + random.Random(SEED).sample(others, count - len(known))


def corpus(rows: int) -> tuple[Rows, Rows, Rows]:
    """The long rows of values, the indicators and the projects of a corpus with so many indicator rows."""
    texts, draw = cases(), random.Random(SEED)
    blank = dict.fromkeys(("period", "region", "grade", "operator", "unit"), "")
    empty = dict.fromkeys(("weight", "score", "deviation_reason"))
    values = [
        {"document_id": "0" * 16, "raw_no": no, "what": "target", "text": text, **blank, "source": "target"}
        for no, text in enumerate(draw.choices(texts, k=rows), 1)
    ]
    indicators = [
        {
            "document_id": "0" * 16,
            "raw_no": no + 1,
            "indicator_id": f"{no:012}",
            "project_id": f"{no // PER_PROJECT:08}",
            "level2_code": "quantity",
            "indicator_name": f"维护信息系统数量{no}",
            "value_source": "target",
            "role_source": "word",
            **empty,
        }
        for no in range(rows)
    ]
    years = dict.fromkeys((row["project_id"] for row in indicators), 2025)
    return values, indicators, [{"project_id": project, "fiscal_year": year} for project, year in years.items()]


def seconds(act: Callable[[], object]) -> float:
    """The processor time that something takes."""
    start = process_time()
    act()
    return process_time() - start


def processor() -> str:
    """The model of the processor where the system says it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def main(rows: int = ROWS) -> None:
    print(f"Python {platform.python_version()}, {processor()}, {cpu_count()} cores, one used")
    print(f"compiling the rules: {seconds(lambda: grammars.compile(RULES)):.2f} s")
    texts, context, grammar = strings(STRINGS), Context(fiscal_year=2025), grammar_of(BOOK)
    spent = min(seconds(lambda: [parse_target(text, grammar, context) for text in texts]) for _ in range(3))
    print(f"{len(texts):,} distinct strings: {len(texts) / spent:,.0f} a second")
    known = corpus(rows)
    spent = seconds(lambda: targets_and_results(*known, BOOK))
    print(f"{rows:,} rows to targets: {spent:.1f} s, {rows / spent:,.0f} rows a second")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
