"""The fixtures hold what they are meant to hold, and the expected tables say what is printed in them."""

import re
from collections import Counter
from decimal import Decimal
from functools import cache

import pytest

from pipeline.extract.formats.word.docx import parse
from pipeline.model.document import Document, Grid
from pipeline.rules import book
from tests.layouts import mutations
from tests.layouts.catalogue import COLUMNS, FIXTURES, NO_AMOUNT, Fixture, expected
from tests.layouts.mutations import LEVELS, below, blocks, plain, titled

TOTALS = ("总分", "合计")
POINTS = re.compile(r"[(（][^()（）]*[)）]分?$")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
CHOSEN = {
    "scheme": {"2015", "2021", None},
    "period": {"whole", "annual", "half", "unstated"},
    "value_source": {"target", "name", "block", "none"},
    "source": {"total", "fiscal", "transfer", "carry_over", "own", "other"},
    "measure": {"whole", "annual", "initial", "adjusted", "executed", *NO_AMOUNT},
    "fiscal_year_source": {"field", "title", "name", "file"},
    "amount_unit": {"元", "万元", None},
    "nature": {"定量", "定性", None},
}
JUDGED = {"scheme", "period", "value_source", "source", "measure", "fiscal_year_source", "level1_code", "level2_code"}
COUNTED = {"indicator_no", "target_no", "goal_no", "task_no", "table_no", "row_no"}


@pytest.fixture(params=FIXTURES, ids=lambda fixture: fixture.id)
def fixture(request):
    return request.param


@pytest.fixture
def document(fixture):
    return read(fixture)


@pytest.fixture
def tables(fixture):
    return expected(fixture)


BY_ID = {fixture.id: fixture for fixture in FIXTURES}


def read(fixture: Fixture) -> Document:
    return _read(fixture.id)


@cache
def _read(id: str) -> Document:
    """Each document once: no mutation changes the one that it is given."""
    return parse(BY_ID[id].build(), BY_ID[id].file_name, book.default())


def texts(document: Document) -> list[str]:
    """All that is printed, paragraph by paragraph and cell by cell, without white space."""
    return [plain(cell.text) for grid in document.grids for cell in grid.cells] + [
        plain(block.text) for block in document.blocks if not isinstance(block, Grid)
    ]


def test_the_document_is_read_without_an_error(document):
    severity = {rule.code: rule.severity for rule in book.default().issues.values()}
    assert [finding for finding in document.findings if severity[finding.code] == "error"] == []


def test_the_bytes_are_the_same_in_every_run(fixture):
    assert fixture.build() == fixture.build()


def test_the_tables_have_the_shapes_intended(fixture, document):
    assert tuple((grid.n_rows, grid.n_cols) for grid in document.grids) == fixture.shapes
    for grid in document.grids:
        assert len(grid.covering()) == grid.n_rows * grid.n_cols


def test_the_expected_tables_have_the_columns_agreed(tables):
    assert {"projects", "indicators", "targets"} <= tables.keys()
    for name, rows in tables.items():
        assert rows
        assert all(tuple(row) == COLUMNS[name] for row in rows)
        for row in rows:
            assert all(row[column] in chosen for column, chosen in CHOSEN.items() if column in row)


def test_every_expected_text_is_printed(fixture, document, tables):
    printed = "\n".join([*texts(document), fixture.file_name])
    for name, rows in tables.items():
        for row in rows:
            for column, text in row.items():
                if text and column not in JUDGED | COUNTED and not column.startswith(("amount", "budget")):
                    assert plain(text) in printed, (name, column, text)


def test_every_expected_amount_is_printed_in_yuan_or_in_ten_thousands(document, tables):
    numbers = {Decimal(each.replace(",", "")) for text in texts(document) for each in NUMBER.findall(text)}
    for name in ("projects", "funds", "tasks"):
        for row in tables.get(name, ()):
            for column, text in row.items():
                if text and column.startswith(("amount_", "budget")) and column != "amount_unit":
                    assert {Decimal(text), Decimal(text) / 10000} & numbers, (name, column, text)
    for row in tables.get("funds", ()):
        if row["measure"] not in NO_AMOUNT:
            assert {Decimal(row["amount"]), Decimal(row["amount"]) / 10000} & numbers, row


def test_budgets_are_the_annual_funds(tables):
    funds = {(row["project_name"], row["source"], row["measure"]): row["amount"] for row in tables.get("funds", ())}
    for row in tables["projects"]:
        for column, source in (("budget_total", "total"), ("budget_fiscal", "fiscal"), ("budget_other", "other")):
            found = [funds.get((row["project_name"], source, measure)) for measure in ("annual", "adjusted")]
            assert row[column] == next(filter(None, found), None)


def test_every_indicator_stands_where_the_expected_table_says(document, tables):
    grids = {grid.table_no: grid for grid in document.grids}
    for row in tables["indicators"]:
        grid = grids[int(row["table_no"])]
        there = {plain(cell.text) for (row_no, _), cell in grid.covering().items() if row_no == int(row["row_no"])}
        assert any(plain(row["indicator_name"] or row["level2"]) in text for text in there), row


def test_indicators_and_targets_are_numbered_without_a_gap(tables):
    names = [row["project_name"] for row in tables["projects"]]
    assert len(names) == len(set(names)) >= 2
    assert Counter(row["project_name"] for row in tables["indicators"]).keys() == set(names)
    numbered(tables["indicators"], ("project_name",), "indicator_no")
    numbered(tables["targets"], ("project_name", "indicator_no"), "target_no")
    numbered(tables.get("goals", ()), ("project_name", "period"), "goal_no")
    numbered(tables.get("tasks", ()), ("project_name",), "task_no")


def numbered(rows, keys, number):
    """Checks that the rows of every key count from 1."""
    found: dict[tuple, list[int]] = {}
    for row in rows:
        found.setdefault(tuple(row[key] for key in keys), []).append(int(row[number]))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in found.values())


def test_every_indicator_has_a_target_row_and_every_result_an_indicator(tables):
    indicators = {(row["project_name"], row["indicator_no"]) for row in tables["indicators"]}
    assert {(row["project_name"], row["indicator_no"]) for row in tables["targets"]} == indicators
    if "results" in tables:
        assert {(row["project_name"], row["indicator_no"]) for row in tables["results"]} == indicators
    assert all((row["value_source"] == "none") == (row["target_text"] is None) for row in tables["targets"])


def test_codes_are_those_of_the_printed_classes(tables):
    labels = {(rule.code, label) for rule in book.default().taxonomy for label in rule.labels}
    for row in tables["indicators"]:
        for level in ("level1", "level2"):
            if row[f"{level}_code"]:
                assert (row[f"{level}_code"], POINTS.sub("", row[level])) in labels
        assert row["level1_code"] or not row["level2_code"]


@pytest.mark.parametrize(
    ("fixture", "column"),
    [pytest.param(fixture, column, id=f"{fixture.id}-{column}") for fixture in FIXTURES for column in fixture.columns],
)
def test_every_cell_of_a_column_is_in_the_expected_tables(fixture, document, tables, column):
    printed = Counter(cells_below(fixture, document, fixture.columns[column]))
    assert printed == Counter(expected_texts(tables, column))


def cells_below(fixture, document, titles):
    """The texts below these headers in the indicator blocks, but for the row of the total."""
    for grid in document.grids:
        totals = {cell.row_no for cell in grid.cells if cell.text in TOTALS and "score" in fixture.columns}
        found = {
            cell
            for block in blocks(grid, fixture.names)
            for header in titled(grid, block, titles)
            for cell in below(grid, block, header)
            if cell.row_no not in totals and not cell.is_blank
        }
        yield from (cell.text.strip() for cell in found)


def expected_texts(tables, column):
    """What the expected tables have in a column; a text that several targets of a row share counts once."""
    for name in ("indicators", "targets", "results"):
        if column not in COLUMNS[name] or (name, column) == ("results", "weight"):
            continue
        rows = [row for row in tables[name] if row.get("value_source") != "name" or column != "target_text"]
        shared = name != "targets" or column == "target_text"
        kept = rows if shared else {(row["project_name"], row["indicator_no"]): row for row in rows}.values()
        yield from (row[column] for row in kept if row[column])


def test_blocks_of_text_hold_as_many_indicators_as_expected():
    fixture = next(fixture for fixture in FIXTURES if fixture.id == "T")
    printed = sum(text.count("指标1") + text.count("指标2") for text in texts(read(fixture)))
    assert len(expected(fixture)["indicators"]) == printed


# --- mutations --------------------------------------------------------------------------------------------------------


def sound(document: Document) -> bool:
    """Whether no position of a grid is covered twice and none lies outside."""
    areas = [sum(cell.row_span * cell.col_span for cell in grid.cells) for grid in document.grids]
    inside = all(set(grid.covering()) <= _positions(grid) for grid in document.grids)
    return inside and areas == [len(grid.covering()) for grid in document.grids]


def _positions(grid):
    return {(row, col) for row in range(1, grid.n_rows + 1) for col in range(1, grid.n_cols + 1)}


@pytest.mark.parametrize("fixture", [each for each in FIXTURES if each.swap], ids=lambda fixture: fixture.id)
def test_columns_swapped_twice_stand_where_they_stood(fixture, document):
    left, right = fixture.swap
    swapped = mutations.swapped_columns(document, fixture.names, left, right)
    assert sound(swapped)
    assert swapped != document
    assert mutations.swapped_columns(swapped, fixture.names, left, right) == document


def test_renamed_headers_are_all_printed(fixture, document):
    printed = set(texts(document))
    assert fixture.renamed.keys() <= printed
    renamed = set(texts(mutations.renamed_headers(document, fixture.renamed)))
    assert not fixture.renamed.keys() & renamed
    assert {plain(title) for title in fixture.renamed.values()} <= renamed


def test_split_merges_leave_every_position_its_text(fixture, document):
    split = mutations.split_merges(document, fixture.names)
    assert sound(split)
    assert [positions(grid) for grid in split.grids] == [positions(grid) for grid in document.grids]
    for grid in split.grids:
        for block in blocks(grid, fixture.names):
            assert all(
                cell.row_span == 1 for header in titled(grid, block, LEVELS) for cell in below(grid, block, header)
            )


def positions(grid):
    return {place: cell.text for place, cell in grid.covering().items()}


def test_blanked_classes_are_the_split_ones_when_filled_down(fixture, document):
    blanked = mutations.blank_repeated_classes(document, fixture.names)
    assert sound(blanked)
    for grid, printed in zip(blanked.grids, document.grids, strict=True):
        for block in blocks(grid, fixture.names):
            for header in titled(grid, block, LEVELS[:1]):
                assert list(filled(grid, block, header)) == list(filled(printed, block, header))


def filled(grid, block, header):
    """The texts of a column, row by row, blanks filled from above."""
    above, covering = "", grid.covering()
    for row in block.body:
        cell = covering[row, header.col_no]
        if (cell.col_no, cell.col_span) == (header.col_no, header.col_span):
            above = plain(cell.text) or above
            yield above


def test_blank_rows_change_nothing_else(fixture, document):
    spaced = mutations.with_blank_rows(document, fixture.names)
    assert sound(spaced)
    assert sum(grid.n_rows for grid in spaced.grids) > sum(grid.n_rows for grid in document.grids)
    assert Counter(filter(None, texts(spaced))) == Counter(filter(None, texts(document)))


def test_a_table_broken_over_pages_keeps_its_cells_and_repeats_its_header(fixture, document):
    broken = mutations.broken_over_pages(document, fixture.names)
    assert sound(broken)
    assert [grid.table_no for grid in broken.grids] == list(range(1, len(broken.grids) + 1))
    assert len(broken.grids) > len(document.grids)
    missing = Counter(texts(document)) - Counter(texts(broken))
    assert not missing
    parts = [len(blocks(grid, fixture.names)) for grid in broken.grids]
    assert sum(parts) > sum(len(blocks(grid, fixture.names)) for grid in document.grids)
