"""Tables whose first column is an outline: below a unit its projects, below a project its classes, below a class its
indicators, told apart by their words and by what stands beside them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pipeline.extract.layout.form.fields import MONEY
from pipeline.extract.layout.header.columns import LEVELS, Header
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.table.indicator_table import IndicatorRow
from pipeline.extract.layout.words.field_labels import TOTAL
from pipeline.model.document import Address, Cell
from pipeline.model.reading import FormField, RawValue

COLUMN = "outline"


@dataclass(slots=True)
class OutlinedProject:
    """A project of an outline: its fields, its indicators, and the roles of the cells that it stands in."""

    fields: list[FormField]
    indicators: list[IndicatorRow] = field(default_factory=list)
    roles: dict[Address, str] = field(default_factory=dict)


def projects(
    rows: Rows, header: Header, row_nos: list[int], class_level: Callable[[str], str | None]
) -> Iterator[OutlinedProject]:
    """The projects in order. A row with a target is an indicator, one with an amount a project, the name of a class
    heads what follows, and anything else is the unit of the projects below it. `class_level` says of what level a
    class is.
    """
    project: OutlinedProject | None = None
    unit: tuple[FormField, ...] = ()
    levels: dict[str, str] = {}
    for row_no in row_nos:
        item, target, amount = (_cell(rows, header, row_no, name) for name in (COLUMN, "target", "amount"))
        if item is None:
            continue
        level = class_level(item.text)
        if target is not None and project:
            project.roles |= {rows.address(item): "indicator", rows.address(target): "target"}
            texts = {**levels, "indicator_name": item.text.strip()}
            project.indicators.append(IndicatorRow(row_no, 1, texts, (RawValue("target", target.text),)))
        elif level is not None and project:
            levels = _below(levels, level, item.text.strip())
            project.roles[rows.address(item)] = "level"
        elif amount is not None:
            if project:
                yield project
            project, levels = _begun(rows, item, amount, unit), {}
        elif level is None:
            unit = (FormField("listed_unit", item.text.strip(), rows.address(item)),)
    if project:
        yield project


def _begun(rows: Rows, item: Cell, amount: Cell, unit: tuple[FormField, ...]) -> OutlinedProject:
    name = FormField("project_name", item.text.strip(), rows.address(item))
    money = FormField(MONEY, amount.text, rows.address(amount), source=TOTAL)
    fields = [*unit, name, money]
    return OutlinedProject(fields, roles={one.address: "field" for one in fields if one.address})


def _below(levels: dict[str, str], level: str, text: str) -> dict[str, str]:
    """The classes of what follows: a higher class ends the lower one above it."""
    place = int(level) - 1
    return {name: levels[name] for name in LEVELS[:place] if name in levels} | {LEVELS[place]: text}


def _cell(rows: Rows, header: Header, row_no: int, name: str) -> Cell | None:
    column = next((one for one in header.columns if one.name == name), None)
    printed = rows.over(row_no, column.cols) if column else ()
    return next((cell for cell in printed if cell.row_no == row_no and not cell.is_blank), None)
