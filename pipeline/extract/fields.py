"""The header fields of a project form: labels claim the cells to their right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.extract.labels import by_label, plain
from pipeline.model import Address, Cell, FormField, Grid
from pipeline.rulebook import Layouts, TextRule


@dataclass(frozen=True, slots=True)
class FormSection:
    """What a run of rows says as a form: its fields, and the role of each cell that could be placed."""

    fields: tuple[FormField, ...]
    roles: Mapping[Address, str]


@dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads form rows by the labels of `rules/layouts.toml`."""

    names: Mapping[str, str]
    unlabelled: tuple[TextRule, ...]

    @classmethod
    def of(cls, layouts: Layouts) -> "FieldReader":
        return cls(by_label((rule.name, rule.labels) for rule in layouts.fields), layouts.text["unlabelled"])

    def field_of(self, cell: Cell) -> str | None:
        """The field whose label this cell prints, or None."""
        return self.names.get(plain(cell.text))

    def read(self, grid: Grid, cells: Iterable[Cell]) -> FormSection:
        """The fields that `cells`, the printed cells of some rows of `grid`, hold.

        A cell belongs to the nearest label to its left in its row. Labels reach over all rows they span, so
        a tall label also claims what no inner label claims. A cell without a label may speak for itself.
        """
        printed = [cell for cell in cells if not cell.is_blank]
        labels = [cell for cell in printed if self.field_of(cell)]
        fields, roles = [], {Address(grid.table_no, cell.row_no, cell.col_no): "label" for cell in labels}
        for cell in printed:
            address = Address(grid.table_no, cell.row_no, cell.col_no)
            if address in roles:
                continue
            label = _nearest_label(cell, labels)
            name = self.field_of(label) if label else self.speaks_for_itself(cell)
            if name:
                fields.append(FormField(name, cell.text, address))
                roles[address] = "field" if label else name
        return FormSection(tuple(fields), roles)

    def speaks_for_itself(self, cell: Cell) -> str | None:
        """The field that a cell without a label states by its own wording, or None."""
        text = cell.text.strip()
        return next((rule.field for rule in self.unlabelled if rule.pattern.search(text)), None)


def _nearest_label(cell: Cell, labels: Iterable[Cell]) -> Cell | None:
    left = [
        label
        for label in labels
        if label.col_no < cell.col_no and label.row_no <= cell.row_no < label.row_no + label.row_span
    ]
    return max(left, key=lambda label: label.col_no, default=None)
