"""What the cells of a column hold, told by their shapes alone, and how that speaks for a role."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import islice

from pipeline.extract.layout.header.classes import ClassWords
from pipeline.extract.layout.header.columns import LOOKED_AT
from pipeline.extract.layout.rows import Rows, joined
from pipeline.extract.layout.words.labels import REMEMBERED, plain
from pipeline.rules.kinds.layouts import TextRule
from pipeline.rules.kinds.rulebook import Rulebook

NOTHING, SIGN, UNIT, NUMBER, QUALITY, TEXT = "nothing", "sign", "unit", "number", "quality", "text"
AMOUNT, POINTS = "amount", "points"
"""A number whose unit stands in another column or in the name; one of those that a table gives to its indicators."""
VALUE, BLOCK = "value", "block"
LONGEST_QUALITY, LEFT_OVER = 10, 2
"""Characters of a qualitative value or a period, and how many of them may be of no known word: 基本达标."""
HUNDRED = (100.0, 90.0, 80.0, 1.0)
"""What the points of a table add up to: some forms keep 10 or 20 of the hundred for how the budget was spent."""
NEARLY = 1e-6
TOO_FEW, MANY = 2, 4
"""Numbers below which nothing can be said to add up, and from which on it tells something that they repeat."""
LARGEST_POINTS = 60.0
TITLE = "《》"
"""Marks around the title of a book or law: the second is also printed for a sign of comparison."""
BEFORE_A_NUMBER = ("before", "stray")
"""Where an operator may stand in a cell of its own."""
_BETWEEN_DIGITS = ".,，"
_ONE_SIDED = re.compile("[<>]")


@dataclass(frozen=True, slots=True)
class Held:
    """What a column holds: row → text, shape and frame, for the rows in which it prints something; in how large a share
    of the rows looked at it does; and the rows where it prints a bound: ≥, 不低于.
    """

    texts: Mapping[int, str]
    shapes: Mapping[int, str]
    share: float
    frames: Mapping[int, str] = field(default_factory=dict)
    bounded: frozenset[int] = frozenset()

    def average(self, points: Mapping[str, float], otherwise: float) -> float:
        """The points of its cells on average; 0 for a column without any."""
        said = [points.get(shape, otherwise) for shape in self.shapes.values()]
        return sum(said) / len(said) if said else 0.0

    @property
    def variety(self) -> float:
        """Which share of its texts are distinct."""
        return len({plain(text) for text in self.texts.values()}) / len(self.texts) if self.texts else 0.0

    def renamed(self, shape: str) -> "Held":
        """The same with its bare numbers called something else."""
        return replace(self, shapes={row: shape if one == NUMBER else one for row, one in self.shapes.items()})

    @property
    def numbers(self) -> dict[int, float]:
        """Row → number, for cells that hold a bare one."""
        found = {}
        for row_no, text in self.texts.items():
            if self.shapes[row_no] in (NUMBER, AMOUNT, POINTS):
                found[row_no] = float("".join(one for one in plain(text) if one.isdigit() or one == "."))
        return found


class Shapes:
    """Tells the shape of a text by the vocabularies of values and the patterns of `contents.toml`."""

    def __init__(self, rules: Rulebook, classes: ClassWords):
        self._rules, self._classes = rules, classes
        self.of = lru_cache(maxsize=REMEMBERED)(self._told)
        self.framed = lru_cache(maxsize=REMEMBERED)(self._framed)

    def is_sign(self, text: str) -> bool:
        """Whether a text is a sign or word of comparison and nothing else."""
        return plain(text) in self._signs

    def compares(self, text: str) -> bool:
        """Whether a text is a sign of comparison, begins with one that stands before a number, or says that an
        indicator is one of quantity or of quality.
        """
        bare = plain(text)
        if any(rule.pattern.search(bare) for rule in self._text("nature")):
            return True
        sign = next((sign for sign in self._symbols if bare.startswith(sign)), None)
        return sign is not None and (bare == sign or any(one.isdigit() for one in bare[len(sign) : len(sign) + 2]))

    def is_block(self, text: str) -> bool:
        """Whether a text begins with the class of the indicators that it states: 【产出指标-数量指标】."""
        return any(rule.pattern.search(text) for rule in self._text("block_class"))

    def held(self, rows: Rows, cols: range, row_nos: Sequence[int]) -> Held:
        """What some columns of the grid hold in some rows, as cells that begin there."""
        texts: dict[int, str] = {}
        for row_no in islice(row_nos, LOOKED_AT):
            text = joined(cell for cell in rows.over(row_no, cols) if cell.row_no == row_no and cell.col_no in cols)
            if self.of(text) != NOTHING:
                texts[row_no] = text
        looked_at = min(len(row_nos), LOOKED_AT)
        shapes = {row: self.of(text) for row, text in texts.items()}
        framed = {row: self.framed(text) for row, text in texts.items()}
        frames = {row: frame for row, (frame, _) in framed.items()}
        bounded = frozenset(row for row, (_, is_bound) in framed.items() if is_bound)
        return Held(texts, shapes, len(texts) / looked_at if looked_at else 0.0, frames, bounded)

    def _framed(self, text: str) -> tuple[str, bool]:
        """The frame of a value, which is what it prints but for its sign and digits, or its shape if it has no digits;
        and whether its sign says from where or up to where.
        """
        bare = plain(text)
        sign = self._sign_before(bare)
        words = "".join(one for one in bare[len(sign) :] if not one.isdigit() and one not in _BETWEEN_DIGITS)
        return (words if any(map(str.isdigit, bare)) else self.of(text)), sign in self._bounds

    def _told(self, text: str) -> str:
        """The shape of a cell's text, one of those that `contents.toml` names."""
        bare = plain(text)
        if bare in self._placeholders:
            return NOTHING
        if bare in self._signs or any(rule.pattern.search(bare) for rule in self._text("nature")):
            return SIGN
        if bare and all(part in self._units for part in bare.split("/")):
            return UNIT
        if not any(one.isalnum() for one in bare) or any(rule.pattern.search(bare) for rule in self._text("unfilled")):
            return NOTHING
        if level := self._classes.level(text):
            return level
        if self.is_block(bare):
            return BLOCK
        for rule in self._text("item_number"):
            bare = rule.pattern.sub("", bare) or bare
        shape = next((rule.field for rule in self._text("value_shape") if rule.pattern.search(bare)), "")
        return shape or self._worded(bare)

    def _worded(self, bare: str) -> str:
        """The shape of a text that no pattern tells: a value in words, or just text."""
        if self.is_bound(bare):
            return VALUE
        if len(bare) > LONGEST_QUALITY:
            return TEXT
        if _is_made_of(bare, self._periods):
            return VALUE
        return QUALITY if len(bare) == 1 or _is_made_of(bare, self._qualities) else TEXT

    def is_bound(self, bare: str) -> bool:
        """Whether a text without white space begins with a sign or word of comparison and its number."""
        return bool(self._sign_before(bare))

    def _sign_before(self, bare: str) -> str:
        """The sign or word of comparison that a text begins with, right before a number; empty if there is none."""
        sign = next((sign for sign in self._signs if bare.startswith(sign)), "")
        return sign if sign and bare[len(sign) :][:1].isnumeric() else ""

    def bound_in(self, text: str) -> int:
        """Where within a text a sign of comparison with its number begins; 0 if nowhere."""
        for found in self._sign.finditer(text, 1):
            closes = found[0] == TITLE[1] and TITLE[0] in text[: found.start()]
            if text[found.end() :].lstrip()[:1].isnumeric() and not closes:
                return found.start()
        return 0

    def quality_at_end(self, text: str) -> int:
        """Where at the end of a text words begin that say how much better it is to be, a strength first: 有效提升; 0 if
        nowhere.
        """
        found = self._bettered.search(text, 1)
        return found.start() if found else 0

    @cached_property
    def _bettered(self) -> re.Pattern[str]:
        words = self._rules.values.qualities
        strengths = "|".join(
            re.escape(one.word) for one in words if one.strength and (one.gives_way or not one.direction)
        )
        ways = "|".join(re.escape(one.word) for one in words if one.direction)
        return re.compile(rf"(?:{strengths})+(?:{ways})+$")

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self._signs)))

    def _text(self, name: str) -> tuple[TextRule, ...]:
        return self._rules.layouts.text[name]

    @cached_property
    def _operators(self) -> list[tuple[str, bool]]:
        """Spellings that may stand before a number, the longest first, and whether each is a symbol."""
        rules = [rule for rule in self._rules.values.operators if rule.position in BEFORE_A_NUMBER]
        found = [(plain(rule.spelling), rule.source == "symbol") for rule in rules]
        return sorted(found, key=lambda one: -len(one[0]))

    @cached_property
    def _signs(self) -> dict[str, None]:
        before = dict.fromkeys(spelling for spelling, _ in self._operators)
        return before | dict.fromkeys(printed for printed, read_as in self._read_as.items() if read_as in before)

    @cached_property
    def _read_as(self) -> Mapping[str, str]:
        """Characters that stand for others."""
        rules = self._rules.values.characters
        return {one: other for rule in rules for one, other in zip(rule.printed, rule.read_as, strict=False)}

    @cached_property
    def _bounds(self) -> frozenset[str]:
        """The spellings that say from where or up to where."""
        operators = self._rules.values.operators
        found = {plain(rule.spelling) for rule in operators if _ONE_SIDED.search(rule.operator)}
        return frozenset(sign for sign in self._signs if sign in found or self._read_as.get(sign) in found)

    @cached_property
    def _symbols(self) -> tuple[str, ...]:
        words = {spelling for spelling, symbol in self._operators if not symbol}
        return tuple(sign for sign in self._signs if sign not in words)

    @cached_property
    def _units(self) -> frozenset[str]:
        units = {plain(one) for rule in self._rules.values.units for one in rule.spellings.split()}
        scales = [rule.spelling for rule in self._rules.values.magnitudes]
        return frozenset(units | {scale + unit for scale in scales for unit in units})

    @cached_property
    def _placeholders(self) -> frozenset[str]:
        return frozenset(plain(rule.word) for rule in self._rules.values.words if rule.piece == "placeholder")

    @cached_property
    def _periods(self) -> tuple[str, ...]:
        return tuple(one for rule in self._rules.values.calendar if rule.precision for one in rule.spellings.split())

    @cached_property
    def _qualities(self) -> list[str]:
        return sorted((rule.word for rule in self._rules.values.qualities), key=len, reverse=True)


def _is_made_of(text: str, words: Iterable[str]) -> bool:
    left = text
    for word in words:
        left = left.replace(word, "")
    return left != text and len(left) <= LEFT_OVER


def told_apart(held: Sequence[Held], named: Sequence[TextRule]) -> list[Held]:
    """The columns with their bare numbers told apart: points, which add up or repeat a few small numbers; and amounts,
    where a column of units or signs stands beside them, or most names say at their end what is counted.
    """
    bare = [one for one in held if one.shapes and set(one.shapes.values()) == {NUMBER}]
    has_unit = any(_mostly(one, _shaped(one, UNIT, SIGN)) for one in held)
    in_names = any(_mostly(one, _matched(one, named)) for one in held)
    numeric = [one for one in held if _mostly(one, _shaped(one, NUMBER))]
    are_values = has_unit and len(numeric) == 1
    points = [one for one in bare if adds_up(one) or (_are_points(one) and not are_values)]
    return [
        one.renamed(POINTS) if one in points else one.renamed(AMOUNT) if has_unit or in_names else one for one in held
    ]


def _are_points(held: Held) -> bool:
    """Whether numbers are such as points are: they add up to a hundred, or are a few small ones again and again."""
    numbers = held.numbers.values()
    repeats = len(numbers) >= MANY and len(set(numbers)) * 2 <= len(numbers)
    return adds_up(held) or (repeats and min(numbers) >= 1 and max(numbers) <= LARGEST_POINTS)


def adds_up(held: Held) -> bool:
    """Whether numbers add up to all the points that a table gives."""
    numbers = held.numbers
    return len(numbers) >= TOO_FEW and any(abs(sum(numbers.values()) - whole) < NEARLY for whole in HUNDRED)


def _shaped(held: Held, *shapes: str) -> Callable[[int], bool]:
    """Whether the text of a row has one of these shapes."""
    return lambda row: held.shapes[row] in shapes


def _matched(held: Held, named: Sequence[TextRule]) -> Callable[[int], bool]:
    """Whether one of these rules finds itself in the text of a row."""
    return lambda row: any(rule.pattern.search(plain(held.texts[row])) for rule in named)


def _mostly(held: Held, says: Callable[[int], bool]) -> bool:
    return bool(held.texts) and sum(map(says, held.texts)) * 2 >= len(held.texts)


def distribution(held: Held) -> str:
    """How a column's cells are shaped, as a finding says it: value 6, text 1."""
    return ", ".join(f"{shape} {count}" for shape, count in Counter(held.shapes.values()).most_common())
