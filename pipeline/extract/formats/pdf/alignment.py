"""Text that stands in columns without lines between them → a lattice, as if the white between them were ruled.

    level rules above each other ─▶ rows ─┐
    lines of text in columns ─────▶ rows ─┴▶ pieces of text ─▶ columns ─▶ lattice

Only what cannot be mistaken is taken: a row fills every column, the first one where no rules part rows, and then every
line is a row; two texts of a line never stand in one column; white that other rows leave is crossed by words and not by
a narrow gap. What does not pass is left as text, and told (`unread`). Running text has no white through several
lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from pipeline.extract.formats.pdf.lattice import Lattice, lattice
from pipeline.extract.formats.pdf.lines import Line
from pipeline.extract.formats.pdf.rulings import SNAP, places, whole
from pipeline.extract.formats.pdf.shapes import Box, Rule
from pipeline.extract.formats.pdf.white import Piece, columns_of, filled, pieces, unruled

_LEAST_RULES, _LEAST_COLUMNS = 3, 3
"""Rules above each other, or columns without rules, that make up a table at least."""
_FEW_RULES = 4
"""A table of so few has them around its header, at its end and perhaps above its sum, but none between its rows."""
_FULL = 0.6
"""The part of its columns that a line which is a row fills at least, the first one among them."""
_STACK = 3
"""So many lines that fill a row's columns are rows of a table that has rules elsewhere."""
_TIGHT = 1.8
"""Lines of one cell stand no further apart than this many characters."""
_NEXT = 1.5
"""Rows stand no further apart than this many times the widest step between others."""
_PADDING = 5.4
"""The room that programs leave at the left of a cell, in points."""


class Row(NamedTuple):
    """A row: from where to where it reaches, and its printed lines."""

    top: float
    bottom: float
    lines: tuple[Line, ...]

    @property
    def has_columns(self) -> bool:
        return any(len(pieces(line)) > 1 for line in self.lines)


class Aligned(NamedTuple):
    """The tables that are sure, and the lines of each that is not."""

    tables: list[Lattice]
    unsure: list[Sequence[Line]]


def aligned(lines: Sequence[Line], rules: Sequence[Rule], ruled: Sequence[Lattice]) -> Aligned:
    """The tables among lines that stand outside the `ruled` ones. `rules` are the level rules of the page."""
    found = Aligned([], [])
    left = [line for line in lines if line.is_level]
    free = [rule for rule in rules if not any(_crosses(rule, each.box) for each in ruled)]
    for stack in _outermost(_stacks(free)):
        for held, made in _between_rules(stack, left, free):
            _add(found, held, made)
            left = [line for line in left if line not in held]
    for group in unruled(left, [each.box for each in (*ruled, *found.tables)]):
        _add(found, group, _without_rules(group, left))
    return found


def _add(found: Aligned, held: Sequence[Line], made: Lattice | None) -> None:
    if made:
        found.tables.append(made)
    else:
        found.unsure.append(held)


def _crosses(rule: Rule, box: Box) -> bool:
    is_beside = rule.end < box.left - SNAP or box.right + SNAP < rule.start
    return box.top - SNAP <= rule.at <= box.bottom + SNAP and not is_beside


# --- tables of level rules --------------------------------------------------------------------------------------------


def _stacks(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Rules of the same length above each other, from top to bottom."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        group = next((each for each in groups if _is_as_long(each[0], rule)), None)
        if group:
            group.append(rule)
        else:
            groups.append([rule])
    yield from (group for group in groups if len(group) >= _LEAST_RULES)


def _outermost(stacks: Iterable[list[Rule]]) -> list[list[Rule]]:
    """The stacks that stand in no other one, which is wider: the rules beside a label of several rows are shorter."""
    found: list[list[Rule]] = []
    for stack in sorted(stacks, key=lambda stack: stack[0].start - stack[0].end):
        around = (Box(each[0].start, each[0].at, each[0].end, each[-1].at) for each in found)
        if not any(_crosses(rule, box) for rule in stack for box in around):
            found.append(stack)
    return found


def _is_as_long(above: Rule, rule: Rule) -> bool:
    return abs(above.start - rule.start) <= SNAP and abs(above.end - rule.end) <= SNAP


def _between_rules(
    stack: Sequence[Rule], lines: Sequence[Line], rules: Sequence[Rule]
) -> Iterator[tuple[Sequence[Line], Lattice | None]]:
    """The lines between rules of one length that stand in columns, each time with their table if it is sure. `rules`:
    those of the page, as shorter ones stand between."""
    sides = Piece(stack[0].start - SNAP, stack[0].end + SNAP)
    near = [line for line in lines if Piece(line.box.left, line.box.right).meets(sides)]
    level = [
        rule
        for rule in rules
        if stack[0].at <= rule.at <= stack[-1].at and sides.left <= rule.start and rule.end <= sides.right
    ]
    at = places(rule.at for rule in level)
    rows = [_row(near, above, below) for above, below in pairwise(at)]
    for run in _runs(rows):
        others = {edge for row in rows if row.lines and row not in run for edge in (row.top, row.bottom)}
        own = [rule for rule in level if run[0].top - SNAP <= rule.at <= run[-1].bottom + SNAP]
        full = sum(_is_as_long(stack[0], rule) for rule in own)
        if full >= _LEAST_RULES:
            held = [line for row in run for line in row.lines]
            is_whole = not {run[0].top, run[-1].bottom} & others and all(
                sides.left <= line.box.left and line.box.right <= sides.right for line in held
            )
            yield held, _made(run, sides, own, are_lines=full <= _FEW_RULES) if is_whole else None


def _row(lines: Iterable[Line], top: float, bottom: float) -> Row:
    return Row(top, bottom, tuple(line for line in lines if top < line.base - 0.3 * line.size < bottom))


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows below each other that have columns; one of a single line between two of them is a title within."""
    run: list[Row] = []
    for number, row in enumerate(rows):
        has_next = number + 1 < len(rows) and rows[number + 1].has_columns
        if row.has_columns or (run and has_next and len(row.lines) == 1):
            run.append(row)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


# --- tables without any rules -----------------------------------------------------------------------------------------


def _without_rules(group: Sequence[Line], lines: Sequence[Line]) -> Lattice | None:
    """The table that lines make up, each of them a row; `lines` are all of the page."""
    if _is_torn(group, lines):
        return None
    middle = (group[0].base + group[1].box.top) / 2
    rows = [
        Row(group[0].box.top - SNAP, middle, (group[0],)),
        Row(middle, group[-1].box.bottom + SNAP, tuple(group[1:])),
    ]
    sides = Piece(min(line.box.left for line in group) - SNAP, max(line.box.right for line in group) + SNAP)
    made = _made(rows, sides, [], are_lines=True)
    return made if made and len(made.columns) > _LEAST_COLUMNS else None


def _is_torn(group: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether the line before or after a table may be a part of one of its cells, or one of its rows."""
    around = [line for line in lines if line not in group]
    pitch = max(below.base - above.base for above, below in pairwise(group))
    for line in around:
        apart = max(group[0].base - line.base, line.base - group[-1].base)
        near = _NEXT * pitch if len(pieces(line)) > 1 else _TIGHT * line.size
        if apart <= near:
            return True
    return False


# --- rows in columns --------------------------------------------------------------------------------------------------


def _made(rows: Sequence[Row], sides: Piece, rules: Sequence[Rule], are_lines: bool) -> Lattice | None:
    """The table that rows make up, None if it is not sure. `rules` are those that it has; `are_lines`: what stands
    below the first row has no rules between its rows, which can only be lines."""
    across = [pieces(line) for row in rows for line in row.lines]
    columns = columns_of(across)
    if any(_is_crowded(line, columns) for line in across):
        return None
    headers = rows[:1] if are_lines else rows
    named = max(len(filled(chain.from_iterable(map(pieces, row.lines)), columns)) for row in headers)
    parted = _parted(rows, columns, are_lines)
    if not parted or not len(columns) == named > 1 or not (beside := _uprights(parted, columns, sides)):
        return None
    made = lattice(_levels(parted, sides, rules), whole(beside))
    if made:
        made.is_ruled = False
    return made


def _levels(rows: Sequence[Row], sides: Piece, rules: Sequence[Rule]) -> list[Rule]:
    """The rules of a table, and as many more as its rows take."""
    edges = places(edge for row in rows for edge in (row.top, row.bottom))
    return whole([*rules, *(Rule(at, *sides) for at in edges if not any(abs(at - rule.at) <= SNAP for rule in rules))])


def _parted(rows: Sequence[Row], columns: Sequence[Piece], are_lines: bool) -> list[Row]:
    """The rows of a table, those without rules between them parted; none if it is not sure that each line is one."""
    parted = [rows[0]]
    for row in rows[1:]:
        full = [_is_row(pieces(line), columns) for line in row.lines]
        if not are_lines and sum(full) < _STACK:
            parted.append(row)
        elif all(full):
            parted += _by_line(row)
        else:
            return []
    return parted


def _is_crowded(line: Sequence[Piece], columns: Sequence[Piece]) -> bool:
    """Whether two texts of a line stand in one column."""
    return any(sum(map(column.meets, line)) > 1 for column in columns)


def _is_row(line: Sequence[Piece], columns: Sequence[Piece]) -> bool:
    """Whether a line begins in the first column and fills most, each with texts of its own."""
    held = filled(line, columns)
    is_parted = all(len(filled([piece], columns)) == 1 for piece in line)
    return is_parted and 0 in held and len(held) >= _FULL * len(columns)


def _by_line(row: Row) -> Iterator[Row]:
    """A row for each line of a row."""
    between = [(above.base + below.box.top) / 2 for above, below in pairwise(row.lines)]
    for line, (top, bottom) in zip(row.lines, pairwise([row.top, *between, row.bottom]), strict=True):
        yield Row(top, bottom, (line,))


def _uprights(rows: Sequence[Row], columns: Sequence[Piece], sides: Piece) -> list[Rule]:
    """Lines at the sides, and between columns wherever no words stand over them; none if a gap in words, too narrow to
    part them, stands there, so that they may be one text or two."""
    found = [Rule(side, rows[0].top, rows[-1].bottom) for side in sides]
    for before, after in pairwise(columns):
        at = _edge(before, after, rows)
        for row in rows:
            over = [line for line in row.lines if any(each.left < at < each.right for each in pieces(line))]
            if any(not any(char.left < at < char.right for char in line.chars if char.text != " ") for line in over):
                return []
            if not over:
                found.append(Rule(at, row.top, row.bottom))
    return found


def _edge(before: Piece, after: Piece, rows: Sequence[Row]) -> float:
    """Where the line between two columns stands: texts of several lines fill their column, so that it ends beside
    them; else the next one begins where its texts do."""
    room = min(_PADDING, (after.left - before.right) / 2)
    is_full = any(sum(bool(filled(pieces(line), [before])) for line in row.lines) > 1 for row in rows)
    return before.right + room if is_full else after.left - room
