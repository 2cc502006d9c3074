"""Depth and size: nothing is too deep that the parser lets pass, and a row costs the same in any table."""

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from pipeline.extract.formats.package_xml import MAX_DEPTH
from pipeline.model.finding import Rejected
from tests.cost import lines_run
from tests.grids.read import everything, parse
from tests.word import (
    Xml,
    cell,
    deleted,
    docx,
    formula,
    inserted,
    math,
    paragraph,
    row,
    run,
    sdt,
    table,
    text_box,
    vcont,
    vstart,
)

# How many Python calls deep reading may go. Python allows a thousand in all, and the caller has used some.
CALLS = 600


@contextmanager
def calls_limited() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + CALLS)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def nested(step: Callable[[Xml], Xml], levels: int, inner: Xml) -> Xml:
    for _ in range(levels):
        inner = step(inner)
    return inner


# What nests, with the number of XML levels that one step takes.
NESTS: dict[str, tuple[Callable[[Xml], Xml], int]] = {
    "tables": (lambda inner: table([[cell(inner)]]), 3),
    "content controls of blocks": (lambda inner: sdt(inner), 2),
    "text boxes": (lambda inner: paragraph(Xml(f"<w:r><w:txbxContent>{inner}</w:txbxContent></w:r>")), 3),
    "text boxes as Word writes them": (lambda inner: paragraph(text_box(inner)), 9),
    "unknown wrappers": (lambda inner: Xml(f"<w:x>{inner}</w:x>"), 1),
    "tables in content controls": (lambda inner: sdt(table([sdt(row(sdt(cell(inner))))])), 9),
}
NESTS_OF_RUNS: dict[str, tuple[Callable[[Xml], Xml], int]] = {
    "runs": (lambda inner: run(inner), 1),
    "insertions": (lambda inner: inserted(inner), 1),
    "fractions": (lambda inner: math("f", num=inner, den="2"), 2),
    "brackets": (lambda inner: math("d", e=inner), 2),
    "powers": (lambda inner: math("sSup", e="2", sup=inner), 2),
    "sums": (lambda inner: math("nary", sub=inner, e="2"), 2),
}


def deep(name: str, depth: int) -> bytes:
    """A document that goes down to a depth of XML elements by one kind of nesting, with a text at the bottom."""
    if name in NESTS:
        step, levels = NESTS[name]
        return docx(nested(step, (depth - 5) // levels, paragraph("deep")))
    step, levels = NESTS_OF_RUNS[name]
    return docx(paragraph(formula(nested(step, (depth - 6) // levels, Xml("<m:r><m:t>deep</m:t></m:r>")))))


@pytest.mark.parametrize("name", [*NESTS, *NESTS_OF_RUNS])
def test_everything_that_the_parser_lets_pass_is_read(name):
    data = deep(name, MAX_DEPTH)
    with calls_limited():
        document = parse(data)
    assert "deep" in everything(document)


@pytest.mark.parametrize("name", [*NESTS, *NESTS_OF_RUNS])
def test_what_goes_deeper_is_rejected(name):
    with pytest.raises(Rejected) as caught:
        parse(deep(name, MAX_DEPTH + 12))
    assert (caught.value.code, caught.value.details) == ("too_deep", {"limit": str(MAX_DEPTH)})


TABLES: dict[str, Callable[[int], list[Xml | list[str]]]] = {
    "plain": lambda n: [["产出指标", "数量指标", "≥8个"]] * n,
    "merged down": lambda n: [[vstart("产出指标"), "a", "b"], *([vcont(), "a", "b"] for _ in range(n - 1))],
    "merged in every column": lambda n: [[vstart("a"), vstart("b")], *([vcont(), vcont()] for _ in range(n - 1))],
    "merged across": lambda n: [[cell("a", cols=3), cell("b", cols=2)]] * n,
    "merged at odds": lambda n: [[vstart("a", 2), "b"], [vcont(), vcont(cols=2)]] * (n // 2),
    "nested": lambda n: [[cell("a", table([["b"]]), ""), "c"]] * n,
    "deleted": lambda n: [row("a", "b", deleted=True), [cell(paragraph("c", deleted("d")))]] * (n // 2),
    "hidden": lambda n: [[vstart("a")], *([vcont(str(number))] for number in range(n - 1))],
}


def reading_cost(data: bytes) -> int:
    """How many lines of the reader run for a document."""
    return lines_run(lambda: parse(data), "pipeline/extract")


@pytest.mark.parametrize("name", TABLES)
def test_a_row_costs_the_same_in_a_long_table_as_in_a_short_one(name):
    short, middle, long = (reading_cost(docx(table(TABLES[name](rows)))) for rows in (20, 120, 1020))
    assert (long - middle) / 900 == pytest.approx((middle - short) / 100, rel=0.01)
