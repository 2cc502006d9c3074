"""Loads `rules/` into one frozen `Rulebook`. Rules are data; what is wrong with them is said before any document is read.

Every CSV file of `rules/` is a tuple of one dataclass below: its header must be the dataclass's fields.
"""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

Row = TypeVar("Row")
FOLDER = Path(__file__).parent / "rules"


class RuleError(ValueError):
    """A rule file is wrong. The message says which file, which line and what to do."""


@dataclass(frozen=True, slots=True)
class IssueRule:
    """A kind of finding: how grave it is, what it means, what to do. Messages hold `{placeholders}`."""

    code: str
    severity: str
    criterion: str
    message_zh: str
    message_en: str
    action_zh: str
    action_en: str


@dataclass(frozen=True, slots=True)
class TaxonomyClass:
    """An indicator class of one scheme. `parent` is the code of its level-1 class, empty for level 1 itself.

    `aliases` are the other printed labels of the same class, parted by spaces.
    """

    scheme: str
    level: str
    code: str
    parent: str
    label: str
    aliases: str
    required: str
    source: str

    @property
    def labels(self) -> tuple[str, ...]:
        return (self.label, *self.aliases.split())


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character of a symbol font (`w:sym`) and the text it prints. `code` is hexadecimal."""

    font: str
    code: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class TextRule:
    """A pattern over printed text. What it must find, and must not, stands beside it and is tested."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A header field of a form, by its printed labels. `opens`: no form without it; `expected`: missed if absent."""

    name: str
    labels: tuple[str, ...]
    opens: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """A column of an indicator table, by its printed headers, and the role of the cells below it."""

    name: str
    headers: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """A named form: the fields and columns that must all be there."""

    id: str
    title: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layouts:
    """How forms are recognised: `rules/layouts.toml`. `text` holds the patterns by what they find."""

    fields: tuple[FieldRule, ...]
    columns: tuple[ColumnRule, ...]
    needs: tuple[str, ...]
    layouts: tuple[LayoutRule, ...]
    text: Mapping[str, tuple[TextRule, ...]]


@dataclass(frozen=True, slots=True)
class CharacterRule:
    """Characters printed and what they are read as, one for one, in the order of the two strings."""

    printed: str
    read_as: str
    note: str


@dataclass(frozen=True, slots=True)
class UnitRule:
    """A unit. `spellings` are parted by spaces; `factor`, a fraction, turns it into its base unit exactly."""

    unit: str
    spellings: str
    dimension: str
    base_unit: str
    factor: str
    example: str


@dataclass(frozen=True, slots=True)
class MagnitudeRule:
    """A word that multiplies the number before it."""

    spelling: str
    factor: str
    example: str


@dataclass(frozen=True, slots=True)
class OperatorRule:
    """A comparison as sign or word, before or after the number. A `weak` one gives way to any other."""

    spelling: str
    position: str
    operator: str
    source: str
    strength: str
    note: str


@dataclass(frozen=True, slots=True)
class NumeralRule:
    """Characters that write one number; `role`: a digit or a multiplier (十 百 万)."""

    characters: str
    value: str
    role: str


@dataclass(frozen=True, slots=True)
class CalendarRule:
    """A word of dates. `first` to `last` are days of the month if ten_days, else months of the year."""

    spellings: str
    piece: str
    precision: str
    first: str
    last: str
    operator: str
    example: str


@dataclass(frozen=True, slots=True)
class WordRule:
    """A word known to the patterns as `piece`; `value` is a number where the piece needs one."""

    word: str
    piece: str
    value: str
    example: str


@dataclass(frozen=True, slots=True)
class PatternRule:
    """A form of target values; `rules/patterns.toml` tells the language of patterns and what each key means."""

    id: str
    reading: str
    place: str
    weight: int
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    when: str = ""


@dataclass(frozen=True, slots=True)
class ValueRules:
    """The grammar of target values: its vocabularies and the patterns written with them."""

    characters: tuple[CharacterRule, ...]
    units: tuple[UnitRule, ...]
    magnitudes: tuple[MagnitudeRule, ...]
    numerals: tuple[NumeralRule, ...]
    operators: tuple[OperatorRule, ...]
    calendar: tuple[CalendarRule, ...]
    words: tuple[WordRule, ...]
    pieces: Mapping[str, str]
    around: Mapping[str, str]
    written: Mapping[str, str]
    patterns: tuple[PatternRule, ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules. The transform compiles what it needs from here; nothing else reads `rules/`."""

    issues: Mapping[str, IssueRule]
    taxonomy: tuple[TaxonomyClass, ...]
    layouts: Layouts
    symbols: Mapping[tuple[str, str], str]
    values: ValueRules


def _rows(path: Path, cls: type[Row]) -> tuple[Row, ...]:
    """The rows of a rule file as instances of `cls`. Raises RuleError for a wrong header or a ragged row."""
    names = [field.name for field in fields(cls)]
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    if not lines or lines[0] != names:
        raise RuleError(f"{path.name}: the first line must be {','.join(names)}")
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(names):
            raise RuleError(f"{path.name}, line {number}: {len(line)} columns where {len(names)} are needed")
    return tuple(cls(*line) for line in lines[1:])


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path.name}: {error}") from None


def _unique(path: str, keys: list[str]) -> None:
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    if repeated:
        raise RuleError(f"{path}: {', '.join(repeated)} stands more than once; keep one line of each")


def _made(cls: type[Row], where: str, entry: Mapping[str, Any]) -> Row:
    """An instance of `cls` from a TOML entry; lists become tuples. Raises RuleError for unknown or missing keys."""
    try:
        return cls(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})
    except TypeError as error:
        raise RuleError(f"{where}: {error}") from None


def _text_rule(where: str, entry: Mapping[str, Any]) -> TextRule:
    try:
        return _made(TextRule, where, {**entry, "pattern": re.compile(entry["pattern"])})
    except (KeyError, re.error) as error:
        raise RuleError(f"{where}: pattern: {error}") from None


def _layouts(path: Path) -> Layouts:
    raw, where = _toml(path), path.name
    return Layouts(
        fields=tuple(_made(FieldRule, where, {"name": name, **entry}) for name, entry in raw["fields"].items()),
        columns=tuple(_made(ColumnRule, where, {"name": name, **entry}) for name, entry in raw["columns"].items()),
        needs=tuple(raw["indicator_table"]["needs"]),
        layouts=tuple(_made(LayoutRule, where, entry) for entry in raw["layouts"]),
        text={
            name: tuple(_text_rule(f"{where}, text.{name}", entry) for entry in entries)
            for name, entries in raw["text"].items()
        },
    )


def _values(folder: Path) -> ValueRules:
    raw = _toml(folder / "patterns.toml")
    return ValueRules(
        characters=_rows(folder / "characters.csv", CharacterRule),
        units=_rows(folder / "units.csv", UnitRule),
        magnitudes=_rows(folder / "magnitudes.csv", MagnitudeRule),
        numerals=_rows(folder / "numerals.csv", NumeralRule),
        operators=_rows(folder / "operators.csv", OperatorRule),
        calendar=_rows(folder / "calendar.csv", CalendarRule),
        words=_rows(folder / "words.csv", WordRule),
        pieces=raw["pieces"],
        around=raw["around"],
        written=raw["written"],
        patterns=tuple(_made(PatternRule, "patterns.toml", {"id": id, **entry}) for id, entry in raw["rules"].items()),
    )


def load(folder: Path = FOLDER) -> Rulebook:
    """The rules in `folder`. Raises RuleError if a file is malformed or contradicts itself."""
    issues = _rows(folder / "issues.csv", IssueRule)
    _unique("issues.csv", [rule.code for rule in issues])
    return Rulebook(
        issues={rule.code: rule for rule in issues},
        taxonomy=_rows(folder / "taxonomy.csv", TaxonomyClass),
        layouts=_layouts(folder / "layouts.toml"),
        symbols={(row.font, row.code): row.text for row in _rows(folder / "symbols.csv", Symbol)},
        values=_values(folder),
    )


@cache
def default() -> Rulebook:
    """The rules that ship with the package, loaded once."""
    return load()
