"""Lists of projects with a row for every indicator: a project goes on until its own columns print something else."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.layout.form.fields import MONEY
from pipeline.extract.layout.header.columns import NAMES, Column
from pipeline.extract.layout.rows import Rows, joined
from pipeline.extract.layout.words.labels import plain
from pipeline.model.document import Address, Cell
from pipeline.model.reading import FormField
from pipeline.rules.kinds.layouts import ColumnRule

COLUMN = "column"
"""How a field was known that stands below a header."""


def runs(rows: Rows, stated: Iterable[Column], row_nos: Iterable[int]) -> Iterator[list[int]]:
    """The rows of each project in order, told by the columns `stated` that hold what a form states: merged over the
    rows of the project, left blank below its first, or repeated in each. A row that does not print the name of a
    project goes on with the one above. Rows above the first that prints them are one run.
    """
    columns = list(stated)
    name = next((place for place, column in enumerate(columns) if column.name in NAMES), 0)
    run: list[int] = []
    last: list[str] = []
    for row_no in row_nos:
        own = [_own(rows, row_no, column) for column in columns]
        # What is not printed anew is as it was.
        said = [text or before for text, before in zip(own, last or own, strict=True)]
        if columns and own[name] and said != last:
            if run:
                yield run
            run = []
            last = said
        run.append(row_no)
    if run:
        yield run


def _own(rows: Rows, row_no: int, column: Column) -> str:
    cells = rows.over(row_no, column.cols)
    return "".join(plain(cell.text) for cell in cells if cell.row_no == row_no)


def fields(
    rows: Rows,
    stated: Sequence[Column],
    run: Sequence[int],
    rules: Mapping[str, ColumnRule],
    said: Callable[[str], tuple[str, str]],
) -> Iterator[FormField]:
    """The fields of a project that stands in some rows, each in its column: as its first row has them, and all sums
    with what their headers say of when they are, of what and, of several, of whose money; `said` are the source and the
    measure that a label says. Of several cells below one header none is known to be what it says.
    """
    are_several = sum(bool(rules[column.name].source) for column in stated) > 1
    for column in stated:
        source, printed = rules[column.name].source, rows.over(run[0], column.cols)
        whose, measure = said(column.path[-1]) if source and column.path else ("", "")
        source = whose if are_several and whose else source
        found = {"": [cell for cell in printed if not cell.is_blank]}
        for row_no in run[1:] if source else ():
            found |= {plain(cell.text): [cell] for cell in rows.beginning(row_no, column.cols)}
        found.pop(plain(joined(printed)), None)
        for cells in filter(_is_one, found.values()):
            field = FormField(column.name, joined(cells), rows.address(cells[0]), role_source=COLUMN)
            yield _sum(field, source, column.year or measure, column) if source else field


def torn(rows: Rows, stated: Iterable[Column], run: Sequence[int]) -> Iterator[Address]:
    """The cells of the first row of a project of which several, that say different things, stand below one header."""
    for column in stated:
        printed = [cell for cell in rows.over(run[0], column.cols) if not cell.is_blank]
        if printed and not _is_one(printed):
            yield from map(rows.address, printed)


def _is_one(cells: Sequence[Cell]) -> bool:
    return len({plain(cell.text) for cell in cells}) == 1


def _sum(field: FormField, source: str, measure: str, column: Column) -> FormField:
    label = column.path[-1] if column.path else ""
    return replace(field, name=MONEY, source=source, period=column.period, measure=measure, label=label)
