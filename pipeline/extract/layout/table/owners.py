"""Whose the projects of a list are where their own rows do not say it: the heading of their group does, or the row of
the first of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile

from pipeline.extract.layout.header.columns import NAME, Header
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.labels import plain
from pipeline.model.reading import FormField

UNIT = "listed_unit"
OWNERS = (UNIT, "department")
Fields = Sequence[FormField]


def under_heading(rows: Rows, project: Fields, units: Mapping[int, str]) -> tuple[FormField, ...]:
    """The unit that the nearest heading above a project names, if its own row names none. `units`: row of a heading →
    unit.
    """
    places = [one.address.row_no for one in project if one.address]
    above = max((row_no for row_no in units if places and row_no < min(places)), default=None)
    if above is None or any(one.name == UNIT for one in project):
        return ()
    cells = rows.printed(above)
    named = next((cell for cell in cells if units[above] in plain(cell.text)), cells[0])
    return (FormField(UNIT, units[above], rows.address(named)),)


def leading(header: Header) -> list[str]:
    """The columns of owners that stand before the names of projects, from the left: a list by unit may print each once,
    in the row of its first project.
    """
    names = [column.name for column in header.columns]
    return [name for name in takewhile(lambda name: name != NAME, names) if name in OWNERS] if NAME in names else []


def of_group(
    projects: Sequence[Fields], columns: Sequence[str], ends: Callable[[int], bool]
) -> Iterator[tuple[FormField, ...]]:
    """For each project of a list in order, whose it is by the rows above, where its own leaves one of these columns
    blank. A heading or a sum `ends` a group, and so does another owner in a column further left.
    """
    last_row, above = 0, dict[str, FormField]()
    for project in projects:
        row_no = next((one.address.row_no for one in project if one.name == NAME and one.address), last_row)
        is_parted = any(map(ends, range(last_row + 1, row_no)))
        own = {one.name: one for one in project if one.name in columns}
        above = _completed(own, {} if is_parted else above, columns)
        last_row = row_no
        yield tuple(one for name, one in above.items() if name not in own)


def _completed(
    own: Mapping[str, FormField], above: Mapping[str, FormField], columns: Sequence[str]
) -> dict[str, FormField]:
    found: dict[str, FormField] = {}
    for name in columns:
        if name in own:
            is_same = name in above and plain(above[name].text) == plain(own[name].text)
            found[name], above = own[name], above if is_same else {}
        elif name in above:
            found[name] = above[name]
    return found
