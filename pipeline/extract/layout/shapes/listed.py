"""Lists of projects with a row for every indicator: a project goes on until its own columns print something else."""

from collections.abc import Iterable, Iterator

from pipeline.extract.layout.columns import Column
from pipeline.extract.layout.labels import plain
from pipeline.extract.layout.rows import Rows


def runs(rows: Rows, stated: Iterable[Column], row_nos: Iterable[int]) -> Iterator[list[int]]:
    """The rows of each project in order, told by the columns `stated` that hold what a form states: merged over the
    rows of the project, left blank below its first, or repeated in each. Rows above the first that prints them are one
    run.
    """
    columns = list(stated)
    run: list[int] = []
    last: list[str] = []
    for row_no in row_nos:
        own = [_own(rows, row_no, column) for column in columns]
        # What is not printed anew is as it was.
        said = [text or before for text, before in zip(own, last or own, strict=True)]
        if any(own) and said != last:
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
