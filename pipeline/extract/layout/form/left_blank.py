"""Fields that a form asks for and leaves blank."""

from collections.abc import Collection, Iterator

from pipeline.extract.layout.form.known_labels import Labels
from pipeline.extract.layout.form.places import heads_a_column
from pipeline.extract.layout.rows import Rows
from pipeline.model.document import Cell
from pipeline.model.reading import FormField


def left_blank(rows: Rows, labels: Labels, claiming: Collection[Cell | None]) -> Iterator[FormField]:
    """The fields to be `filled` whose label claims no printed cell, but has a blank one beside it, or below it where it
    heads a column. Each stands in that cell, with no text.
    """
    for cell, label in labels.items():
        if label.rule.filled and cell not in claiming and (blank := _blank(rows, cell, labels)):
            place = rows.address(blank)
            yield FormField(label.rule.name, "", place, label=cell.text, role_source=label.how)


def _blank(rows: Rows, cell: Cell, labels: Labels) -> Cell | None:
    """The blank cell that a label is for."""
    beside = [rows.at(cell.row_no, cell.col_no + cell.col_span)]
    if heads_a_column(rows, cell, labels):
        beside.append(rows.at(cell.row_no + cell.row_span, cell.col_no))
    return next((one for one in beside if one is not None and one.is_blank), None)
