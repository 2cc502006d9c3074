"""Loads `rules/data/` into one frozen `Rulebook`. What is wrong with the rules is said before any document is read.

Every CSV file is a tuple of one dataclass of `rules/kinds/`: its header must be the dataclass's fields. A rule that has
an `origin` must say it: nobody dares to take away a rule of which nobody knows why it is there.
"""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.model.told import Told
from pipeline.rules import files
from pipeline.rules.kinds.contents import RoleRule
from pipeline.rules.kinds.findings import IssueRule, ReviewRules
from pipeline.rules.kinds.layouts import ColumnRule, FieldRule, LayoutRule, Layouts, TableRule, TextRule
from pipeline.rules.kinds.meaning import Morpheme, Sense
from pipeline.rules.kinds.names import NameWord, TaxonomyClass, UnitKin
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.rules.kinds.texts import ExportWords, MemoWords, Symbol
from pipeline.rules.kinds.values import (
    CalendarRule,
    CharacterRule,
    MagnitudeRule,
    NumeralRule,
    OperatorRule,
    PatternRule,
    QualityRule,
    UnitRule,
    ValueRules,
    WordRule,
    spelled,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")
FOLDER = Path(__file__).parent / "data"
READING = "reading"
UNTOLD = "untold"
"""The origin of rules that are older than any origin."""
SEVERITIES = frozenset({"error", "warning", "note"})


class RuleError(Told, ValueError):
    """A rule file is wrong. The message says which file, which line and what to do."""


def _rows(path: Path, cls: type[Row], older: bool = False) -> tuple[Row, ...]:
    """The rows of a rule file as instances of `cls`. Raises RuleError for a wrong header, a ragged row or no origin.

    `older` rules may be of before any said their origin.
    """
    names = [field.name for field in fields(cls)]
    lines = list(csv.reader(io.StringIO(_text(path), newline="")))
    if older and lines and [*lines[0], "origin"] == names:
        lines = [names, *([*line, UNTOLD] for line in lines[1:])]
    if not lines or lines[0] != names:
        raise RuleError("{name}: the first line must be {needed}", name=path.name, needed=",".join(names))
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(names):
            raise RuleError(
                "{name}, line {number}: {found} columns where {needed} are needed",
                name=path.name,
                number=number,
                found=len(line),
                needed=len(names),
            )
    return tuple(_with_origin(f"{path.name}, line {number}", cls(*line)) for number, line in enumerate(lines[1:], 2))


def _with_origin(where: str, rule: Row) -> Row:
    if not getattr(rule, "origin", "language").strip():
        raise RuleError(
            "{where}: has no origin; name the published place and year, or language, or synthetic", where=where
        )
    return rule


def _text(path: Path) -> str:
    try:
        return files.text(path)
    except files.NotRead as error:
        raise RuleError(str(error)) from None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path).replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError("{name}: {error}", name=path.name, error=error) from None


def _unique(path: str, keys: list[str]) -> None:
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    if repeated:
        raise RuleError(
            "{path}: {repeated} stands more than once; keep one line of each", path=path, repeated=", ".join(repeated)
        )


def _made(cls: type[Row], where: str, entry: Mapping[str, Any]) -> Row:
    """An instance of `cls` from a TOML entry; lists become tuples. Raises RuleError for unknown or missing keys."""
    try:
        return cls(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})
    except TypeError as error:
        raise RuleError("{where}: {error}", where=where, error=error) from None


def _text_rule(where: str, entry: Mapping[str, Any]) -> TextRule:
    try:
        return _made(TextRule, where, {**entry, "pattern": re.compile(entry["pattern"])})
    except (KeyError, re.error) as error:
        raise RuleError("{where}: pattern: {error}", where=where, error=error) from None


def _layouts(folder: Path) -> Layouts:
    path, contents = folder / "layouts.toml", folder / "contents.toml"
    raw, where, held = _toml(path), path.name, _toml(contents)
    return Layouts(
        fields=tuple(
            _with_senses(where, FieldRule, name, entry, raw["senses"]) for name, entry in raw["fields"].items()
        ),
        columns=tuple(
            _with_senses(where, ColumnRule, name, entry, raw["senses"]) for name, entry in raw["columns"].items()
        ),
        tables=tuple(_made(TableRule, where, {"name": name, **entry}) for name, entry in raw["tables"].items()),
        layouts=tuple(_made(LayoutRule, where, entry) for entry in raw["layouts"]),
        text=_text_rules(where, raw["text"]) | _text_rules(contents.name, held["text"]),
        senses={name: tuple(group) for name, group in raw["senses"].items()},
        roles=_role_rules(contents.name, held["roles"]),
        list_roles=_role_rules(contents.name, held["list_roles"]),
        open_headers=tuple(held["headers"]["open"]),
    )


def _role_rules(where: str, raw: Mapping[str, Any]) -> tuple[RoleRule, ...]:
    return tuple(_made(RoleRule, where, {"name": name, **entry}) for name, entry in raw.items())


def _with_senses(
    where: str, cls: type[Row], name: str, entry: Mapping[str, Any], groups: Mapping[str, list[str]]
) -> Row:
    """A rule whose `means` are all read, so that a wrong one is said before any document is."""
    try:
        for text in entry.get("means", ()):
            Sense.read(text, groups)
    except KeyError as error:
        raise RuleError("{where}: {name}: [senses] has no {error}", where=where, name=name, error=error) from None
    return _made(cls, where, {"name": name, **entry})


def _text_rules(where: str, raw: Mapping[str, Any]) -> dict[str, tuple[TextRule, ...]]:
    return {
        name: tuple(_text_rule(f"{where}, text.{name}", entry) for entry in entries) for name, entries in raw.items()
    }


def _review(path: Path) -> ReviewRules:
    raw = _toml(path)
    same_words = {word: tuple(others) for word, others in raw["same_words"].items()}
    return ReviewRules(_text_rules(path.name, raw["text"]), same_words)


def value_rules(folder: Path, older: bool = False) -> ValueRules:
    """The grammar of target values in `folder`, alone. Raises RuleError if a file is missing or malformed.

    `older` rules, with which these are compared, may be of before any said their origin.
    """
    raw = _toml(folder / "patterns.toml")
    if lacking := {"pieces", "around", "written", "rules"} - raw.keys():
        raise RuleError("patterns.toml: there is no [{lacking}]", lacking=min(lacking))
    return ValueRules(
        characters=_rows(folder / "characters.csv", CharacterRule, older),
        units=_rows(folder / "units.csv", UnitRule, older),
        magnitudes=_rows(folder / "magnitudes.csv", MagnitudeRule, older),
        numerals=_rows(folder / "numerals.csv", NumeralRule, older),
        operators=tuple(each for row in _rows(folder / "operators.csv", OperatorRule, older) for each in spelled(row)),
        calendar=_rows(folder / "calendar.csv", CalendarRule, older),
        words=_rows(folder / "words.csv", WordRule, older),
        qualities=_rows(folder / "qualities.csv", QualityRule, older),
        pieces=raw["pieces"],
        around=raw["around"],
        written=raw["written"],
        patterns=tuple(_pattern(id, entry, older) for id, entry in raw["rules"].items()),
    )


def _pattern(id: str, entry: Mapping[str, Any], older: bool) -> PatternRule:
    where, untold = f"patterns.toml, {id}", {"origin": UNTOLD} if older else {}
    return _with_origin(where, _made(PatternRule, where, {"id": id, **untold, **entry}))


def load(folder: Path = FOLDER) -> Rulebook:
    """The rules in `folder`. Raises RuleError if a file is malformed or contradicts itself."""
    issues = _rows(folder / "findings" / "issues.csv", IssueRule)
    _unique("issues.csv", [rule.code for rule in issues])
    values = value_rules(folder / "values")
    return Rulebook(
        issues={rule.code: rule for rule in issues},
        taxonomy=_rows(folder / "names" / "taxonomy.csv", TaxonomyClass),
        layouts=_layouts(folder / "layouts"),
        morphemes=_morphemes(folder / "layouts" / "morphemes.csv", values.numerals),
        symbols={(row.font, row.code): row.text for row in _rows(folder / "layouts" / "symbols.csv", Symbol)},
        values=values,
        names=_rows(folder / "names" / "name_words.csv", NameWord),
        kin=_rows(folder / "names" / "unit_kin.csv", UnitKin),
        review=_review(folder / "findings" / "review.toml"),
        memo=_made(MemoWords, "memo.toml", _toml(folder / "texts" / "memo.toml")),
        export=_made(ExportWords, "export.toml", _toml(folder / "texts" / "export.toml")),
        pages=_toml(folder / "texts" / "pages.toml"),
    )


def _morphemes(path: Path, numerals: Iterable[NumeralRule]) -> tuple[Morpheme, ...]:
    """The parts of labels, those with a number of years once for each way to write one from two to ten."""
    few = {str(number): number for number in range(2, 11)}
    ways = dict.fromkeys([*few, *(one for rule in numerals if rule.value in few for one in rule.characters)])
    return tuple(each for row in _rows(path, Morpheme) for each in row.written(ways))


@cache
def default() -> Rulebook:
    """The rules that ship with the package, loaded once."""
    return load()


def graded(rules: Rulebook, path: Path) -> Rulebook:
    """The rules as a grading file changes them: `off = [codes]`, a table `[severity]` of code = severity, and `basis`,
    the rule of the place that the memo names.

    Raises RuleError if the file cannot be read, is of another shape, names an unknown code or severity, or touches a
    finding that says what could not be read: those hold the promise that nothing is lost.
    """
    raw = _toml(path)
    off, severity, basis = raw.pop("off", []), raw.pop("severity", {}), raw.pop("basis", rules.memo.basis)
    _check_shape(path.name, off, severity, basis)
    _check_grading(path.name, rules, [*off, *severity], list(raw), set(severity.values()))
    issues = {code: replace(rule, severity=severity.get(code, rule.severity)) for code, rule in rules.issues.items()}
    return replace(rules, issues=issues, off=frozenset(off), memo=replace(rules.memo, basis=basis))


def _check_shape(where: str, off: Any, severity: Any, basis: Any) -> None:
    """Tells one code that is not in a list from a list of codes: its letters are no codes."""
    if not isinstance(off, list) or not all(isinstance(code, str) for code in off):
        raise RuleError('{where}: off must be a list of codes, such as off = ["duplicate_indicator"]', where=where)
    if not isinstance(severity, dict) or not all(isinstance(grade, str) for grade in severity.values()):
        raise RuleError(
            '{where}: severity must be a table: [severity], below it duplicate_indicator = "note"', where=where
        )
    if not isinstance(basis, str) or not basis.strip():
        raise RuleError("{where}: basis must be a text: the title and number of the rules, in quotes", where=where)


def _check_grading(where: str, rules: Rulebook, codes: list[str], others: list[str], severities: set[str]) -> None:
    faults = {
        "is no key of a grading file; use off, basis and [severity]": others,
        "is no code; see python -m pipeline codes": [code for code in codes if code not in rules.issues],
        "is no severity; use error, warning or note": sorted(severities - SEVERITIES),
    }
    faults["says what could not be read and stays as it is"] = [
        code for code in codes if code in rules.issues and rules.issues[code].found_by == READING
    ]
    for fault, found in faults.items():
        if found:
            raise RuleError("{where}: {code} {fault}", where=where, code=found[0], fault=Told(fault))
