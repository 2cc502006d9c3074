"""Tables read by what their columns hold: where the words of a header do not say enough, or where there is no
header.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extract.layout.header.assignment import A_PAIR, ACTUAL, TARGET, Assigner, targets_beside
from pipeline.extract.layout.header.below_headers import MOSTLY
from pipeline.extract.layout.header.classes import ClassWords
from pipeline.extract.layout.header.columns import EARLIER, LEVELS, LOOKED_AT, NAMES, SIDE, UNKNOWN, Column, Doubt
from pipeline.extract.layout.header.contents import BLOCK, TEXT, Held, Shapes, adds_up, distribution, told_apart
from pipeline.extract.layout.header.edges import covers, edged, edges, parted
from pipeline.extract.layout.header.years_before import of_years_before
from pipeline.extract.layout.rows import Rows
from pipeline.extract.layout.words.field_labels import REMARK, FieldLabels
from pipeline.extract.layout.words.header_words import HeaderWords
from pipeline.extract.layout.words.labels import REMEMBERED, plain
from pipeline.model.document import Cell
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook

NEEDED = ("indicator_name", TARGET)
CONTENT = "content"
EXECUTED, DONE = "executed", "goals_done"
"""The measure of what was spent, and the field of what was reached."""
POINTS_OF = ("weight", "score")
GOALS = "goals"
"""A column of lists of projects: under the same words a table of indicators has its values, and a list may too."""
GIVES_WAY = frozenset({GOALS, "description"})
"""Columns that hold the values of a table in which no column promises them."""
CLOSE = 1.0
"""Points between the best assignment and the next at which both are said."""
MOST = 0.5
WIDE = 3
"""Columns from which on a cell that covers them is no part of a table's row."""
LONGEST_HEADER = 24
"""Characters of the longest text that may head a column."""
AHEAD = 6
"""Rows below a header of which one at least has what only indicators have."""
CLASS_COLUMNS = 3
SEVERAL = 2
"""So many classes, or signs of comparison, make rows a table of indicators, whatever stands above them."""
HEADERLIKE = frozenset({"text", "level_like", "unit", "quality"})
"""Shapes that a header may have that no rule knows."""


class ContentReader:
    """Gives columns their roles by what stands in them, and says where a table begins that no header announces."""

    def __init__(self, rules: Rulebook, classes: ClassWords, words: HeaderWords):
        self._shapes = Shapes(rules, classes)
        self._assigner, self._lists = Assigner(rules.layouts.roles), Assigner(rules.layouts.list_roles)
        self._labels = compiled(FieldLabels, rules)
        self._named, self._classes, self._words = rules.layouts.text["unit_in_name"], classes, words
        self._speaks = lru_cache(maxsize=REMEMBERED)(self._says_so)

    def states(self, rows: Rows, row_no: int) -> bool:
        """Whether a row has what only rows of indicators have: the word for a class that every form must have, and that
        heads no column, a value with a sign, or a text of indicators that begins with its class.
        """
        return any(self._speaks(cell.text) for cell in rows.printed(row_no)) and not self._heads_classes(rows, row_no)

    def states_below(self, rows: Rows, bottom: int) -> bool:
        """Whether a row below a header has what only rows of indicators have: the first, or the first of those that
        stand in the same columns, if nothing in the header is the label of a field.
        """
        below = range(bottom + 1, min(bottom + AHEAD, rows.grid.n_rows) + 1)
        first = next((row_no for row_no in below if self.states(rows, row_no)), None)
        if first is None or first == bottom + 1:
            return first is not None
        parts = [edges(rows, row_no) for row_no in range(bottom + 1, first + 1)]
        return parts.count(parts[0]) == len(parts) and not any(map(self._is_field, rows.printed(bottom)))

    def _is_field(self, cell: Cell) -> bool:
        label = self._labels.find(cell.text)
        return label is not None and label.rule.name != REMARK and not self._words.name(cell.text)

    def _heads_classes(self, rows: Rows, row_no: int) -> bool:
        """Whether a row names so many classes that they head columns of their own."""
        said = {plain(cell.text) for cell in rows.printed(row_no) if self._classes.level(cell.text)}
        return len(said) >= CLASS_COLUMNS

    def _says_so(self, text: str) -> bool:
        if len(text) > LONGEST_HEADER:
            return self._shapes.is_block(text)
        return self._shapes.compares(text) or (self._classes.is_asked_for(text) and not self._words.is_whole(text))

    def names_things(self, rows: Rows, bottom: int, column: Column) -> bool:
        """Whether most cells of a column below a header are short texts, each another, and another than the header."""
        below = range(bottom + 1, min(rows.grid.n_rows, bottom + LOOKED_AT) + 1)
        if any(cell.text in column.path[-1:] for row_no in below for cell in rows.beginning(row_no, column.cols)):
            return False
        held = self._shapes.held(rows, column.cols, below)
        return sum(shape == TEXT for shape in held.shapes.values()) > len(below) // 2 and held.variety > MOST

    def holds(self, rows: Rows, bottom: int, column: Column, what: Callable[[str], bool]) -> bool:
        """Whether most printed cells of a column below a header are of one kind."""
        below = range(bottom + 1, min(rows.grid.n_rows, bottom + LOOKED_AT) + 1)
        texts = [cell.text for row_no in below for cell in rows.beginning(row_no, column.cols) if not cell.is_blank]
        return sum(map(what, texts)) > len(texts) * MOST

    def holds_signs(self, rows: Rows, bottom: int, column: Column) -> bool:
        """Whether signs of comparison stand in a column below a header."""
        below = range(bottom + 1, min(rows.grid.n_rows, bottom + LOOKED_AT) + 1)
        return any(self._shapes.is_sign(cell.text) for row_no in below for cell in rows.beginning(row_no, column.cols))

    def holds_all_points(self, rows: Rows, bottom: int, column: Column) -> bool:
        """Whether the numbers in a column below a header add up to all the points that a table gives."""
        return adds_up(self._shapes.held(rows, column.cols, range(bottom + 1, rows.grid.n_rows + 1)))

    def may_head(self, rows: Rows, top: int, bottom: int) -> bool:
        """Whether rows may be a header: several short texts, none of them a value, a class or a sentence. Beside some
        that are known one may look like a value: 当年完成.
        """
        printed = [cell.text for row_no in range(top, bottom + 1) for cell in rows.printed(row_no)]
        n_known, odd = 0, ""
        for text in self._undated(printed):
            if not text or self._words.name(text) or self._words.is_open(text):
                n_known += 1
            elif len(plain(text)) > LONGEST_HEADER or (self._shapes.of(text) not in HEADERLIKE and odd):
                return False
            elif self._shapes.of(text) not in HEADERLIKE:
                odd = text
        return len(printed) > 1 and (not odd or (n_known >= SEVERAL and not any(map(str.isdigit, odd))))

    def _undated(self, headers: Sequence[str]) -> Sequence[str]:
        """Headers without their years, if they name several: one alone may be a value."""
        years = {year for text in headers if (year := self._words.year(text))}
        return headers if len(years) < SEVERAL else [self._words.undated(text) for text in headers]

    def columns(self, rows: Rows, row_no: int) -> tuple[Column, ...]:
        """The columns of a table without a header whose first row is `row_no`, by the edges of its cells."""
        body = range(row_no, min(rows.grid.n_rows, row_no + LOOKED_AT) + 1)
        several = [row for row in body if len(rows.over(row, rows.cols)) > 1]
        found = edged(rows, rows.cols, several)
        return tuple(Column(self._side(rows, body, cols), cols, ()) for cols in found)

    def _beside(self, rows: Rows, column: Column, body: Sequence[int]) -> Column:
        """A column; one that has no header may be a label beside the table."""
        name = "" if column.name or column.path else self._side(rows, range(body[0], body[-1] + 1), column.cols)
        return replace(column, name=name) if name else column

    def _side(self, rows: Rows, body: range, cols: range) -> str:
        """`side` for a column that is one cell over all rows and names no class."""
        first = rows.at(body.start, cols.start)
        if first is None or first.row_span < SEVERAL or first.row_span < len(body) // 2:
            return ""
        return "" if self._classes.level(first.text) else SIDE

    def assigned(
        self, rows: Rows, bottom: int, columns: Sequence[Column], end: int
    ) -> tuple[tuple[Column, ...], tuple[Doubt, ...]]:
        """The columns, those without a known word in the roles for which their contents speak down to row `end`, and
        what is doubtful.
        """
        body = self._body(rows, bottom, columns, end)
        if not body:
            return tuple(columns), ()
        columns = [part for column in columns for part in parted(rows, self._beside(rows, column, body), body)]
        places = [place for place, column in enumerate(columns) if column.name != SIDE]
        held = told_apart([self._shapes.held(rows, columns[place].cols, body) for place in places], self._named)
        known = self._known([columns[place] for place in places], held)
        is_list = any(BLOCK in one.shapes.values() for one in held)
        before = {} if is_list else self._before([columns[place] for place in places], held, known)
        known |= dict.fromkeys(before, EARLIER)
        assigner = self._lists if is_list else self._assigner
        valued = [number for number, place in enumerate(places) if self._speaks_of_values(columns[place])]
        roles = assigner.best(held, known, self._has_results(rows, bottom), valued).roles
        found = list(columns)
        for number in before:
            found[places[number]] = replace(columns[places[number]], name=EARLIER)
        for number in set(range(len(places))) - known.keys():
            role, column = roles.get(number, ""), columns[places[number]]
            source = "arithmetic" if role in POINTS_OF and adds_up(held[number]) else CONTENT
            found[places[number]] = replace(column, name=role, source=source if role else UNKNOWN)
        for place in (places[number] for group in targets_beside(roles) for number in group if len(group) > 1):
            found[place] = _headed(found[place])
        assumed = [number for number, is_told in before.items() if not is_told]
        doubts = () if is_list else self._doubts(held, known, roles, [columns[place] for place in places], assumed)
        return tuple(found), tuple(doubts)

    def _before(self, columns: Sequence[Column], held: Sequence[Held], known: Mapping[int, str]) -> dict[int, bool]:
        """See of_years_before."""
        are_open = [
            number
            for number, one in enumerate(held)
            if not known.get(number) and self._assigner.content(TARGET, one) >= CLOSE
        ]
        return of_years_before(columns, are_open, lambda one: any(map(self._words.says_before, one.path)))

    def _speaks_of_values(self, column: Column) -> bool:
        return bool(column.path) and self._words.speaks_of_values(column.path[-1])

    def _has_results(self, rows: Rows, bottom: int) -> bool:
        """Whether a form above a table states what was spent or reached, so that the table states it too."""
        above = range(max(1, bottom - LOOKED_AT), bottom + 1)
        labels = (self._labels.find(cell.text) for row_no in above for cell in rows.printed(row_no))
        return any(one.rule.measure == EXECUTED or one.rule.name == DONE for one in labels if one)

    def _known(self, columns: Sequence[Column], held: Sequence[Held]) -> dict[int, str]:
        """The columns whose words say what they are, or that they are something else, and are not outvoted."""
        lists = any(column.name in NAMES for column in columns)
        promised = any(column.name == TARGET for column in columns)
        paths = [column.path for column in columns]
        return {
            place: column.name
            for place, column in enumerate(columns)
            if (column.name or (paths.count(column.path) == 1 and self._says_otherwise(column)))
            and not self._outvoted(column, held[place], lists, promised)
        }

    def _body(self, rows: Rows, bottom: int, columns: Sequence[Column], end: int) -> list[int]:
        """The rows below a header that are rows of its table: no cell of theirs runs over several columns."""
        below = range(bottom + 1, end + 1)
        wide = min(WIDE, max(SEVERAL, len(columns)))
        return [row for row in below if not any(covers(cell, columns) >= wide for cell in rows.printed(row))]

    def _says_otherwise(self, column: Column) -> bool:
        return bool(column.path) and self._words.says_otherwise(column.path[-1])

    def _outvoted(self, column: Column, held: Held, lists: bool, promised: bool) -> bool:
        """Whether a column holds classes, but for totals and notes at its end, though its word says otherwise (指标类型
        over 产出类指标), or holds nothing where a table has something in every row; or what speaks for values, where no
        other is `promised` to hold them. In what `lists` projects the goals are a column of their own, and where they
        are one text they are those of a form.
        """
        if not held.shapes:
            return column.name in NEEDED
        if column.name == GOALS and not lists:
            return len(held.shapes) >= SEVERAL
        if column.name in GIVES_WAY:
            return not promised and self._assigner.content(TARGET, held) >= CLOSE
        levels = [row_no for row_no, shape in held.shapes.items() if shape in (*LEVELS, "both")]
        table = [row_no for row_no in held.shapes if row_no <= max(levels, default=0)]
        mostly = len(levels) > max(MOSTLY * len(table), MOST * len(held.shapes))
        return mostly and column.name not in (*LEVELS, "class")

    def _doubts(
        self,
        held: Sequence[Held],
        known: Mapping[int, str],
        roles: Mapping[int, str],
        columns: Sequence[Column],
        assumed: Sequence[int],
    ) -> Iterator[Doubt]:
        """The needed roles for which what a column without any holds speaks nearly as much, or one that is `assumed` to
        be of the years before.
        """
        left = [place for place in range(len(held)) if place not in known and place not in roles]
        left += assumed
        for pair in targets_beside(roles):
            if (
                len(pair) == A_PAIR
                and ACTUAL not in known.values()
                and (place := max(set(pair) - known.keys(), default=0))
            ):
                yield Doubt(ACTUAL, "—", _told(columns[place], held[place]))
        for place, role in roles.items():
            for other in left if place not in known and role in NEEDED else ():
                if self._assigner.content(role, held[place]) - self._assigner.content(role, held[other]) < CLOSE:
                    yield Doubt(role, _told(columns[place], held[place]), _told(columns[other], held[other]))

    def is_table(self, rows: Rows, bottom: int, columns: Iterable[Column], n_words: int, end: int) -> bool:
        """Whether what was found by contents is a table of indicators, with classes, signs, or some known headers; or a
        list of projects with a block of them each.
        """
        names = {column.name for column in columns}
        if not names.issuperset(NEEDED):
            return "goals" in names
        said = {
            plain(cell.text)
            for row in range(bottom + 1, end + 1)
            for cell in rows.printed(row)
            if self._speaks(cell.text)
        }
        return n_words >= SEVERAL or len(said) >= SEVERAL


def _headed(column: Column) -> Column:
    """One of several columns of targets with its header, which says of what it is, if no word does."""
    says = column.source != CONTENT or column.period or column.grade or not column.path
    return column if says else replace(column, region=column.path[-1])


def _told(column: Column, held: Held) -> str:
    header = "/".join(column.path) or str(column.cols.start)
    return f"{header} ({distribution(held)})"
