"""Values as printed → the tables `targets` and `results`: one parse per distinct text and context, joined back."""

from collections.abc import Hashable
from dataclasses import fields, replace

from pipeline.model.target import Context, Target
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.tables.indicators import RESULTS
from pipeline.transform.records import Row, Rows, grouped, of_table
from pipeline.transform.tables.yearly import YEARLY, for_the_year
from pipeline.transform.values.grammars import grammar_of
from pipeline.transform.values.in_columns import COLUMN, parse_in_columns
from pipeline.transform.values.parse import parse_target

PARSED = [field.name for field in fields(Target)]
NOWHERE = dict.fromkeys(("period", "region", "grade", "value_text", "operator_text", "measure_unit_column_text"))
"""What is said of a target that stands in no cell."""
RATIO, NAME = "ratio", "name"
MISSING = ("", None, None, None, None, None)
"""What is said of an indicator by no cell."""
UNKNOWN = Target("unknown", "unparsed")
"""What is said of one whose target may stand in a column that was not recognised."""


class Parses:
    """Parses of texts in their contexts, each done once."""

    def __init__(self, rules: Rulebook):
        self._grammar, self._natures = grammar_of(rules), rules.layouts.text["nature"]
        self._done: dict[Hashable, tuple[Target, ...]] = {}

    def of(
        self, text: str, year: int | None, level2_code: str | None, name: str | None, *columns: str | None
    ) -> tuple[Target, ...]:
        """What a text states in its context. Of a name only what the grammar asks of it counts."""
        key = (text, year, level2_code, self._grammar.hints_of(name), columns)
        if (done := self._done.get(key)) is None:
            context = Context(year, level2_code, name, *columns)
            done = self._done[key] = parse_in_columns(text, context, self._grammar, self._natures)
        return done

    def named(self, name: str | None) -> tuple[str | None, str | None]:
        """The sign and the unit that an indicator's name asks for."""
        return self._grammar.named(name)

    def in_name(self, name: str, year: int | None, level2_code: str | None) -> tuple[Target, ...]:
        """What an indicator's name states: bounds, dates, and a percentage at its end; any other bare number is part of
        the name.
        """
        targets = parse_target(name, self._grammar, Context(year, level2_code, name))
        end = len(name.rstrip())
        return tuple(
            one
            for one in targets
            if (one.kind in ("quantity", "date") and one.operator)
            or (one.dimension == RATIO and one.span_end == end and not one.change)
        )


def _one(text: str, targets: tuple[Target, ...]) -> Target:
    """The one value of a result: the first that its cell states; the others are left over."""
    first, *others = targets
    if not others:
        return first
    left = [first.leftover]
    for one in others:
        printed = text[one.span_start : one.span_end]
        is_left = one.leftover.split(" ")[0] == printed  # a date that cannot be is left over itself
        left += [one.leftover] if is_left else [printed, one.leftover]
    return replace(first, status="partial", leftover=" ".join(filter(None, left)))


def targets_and_results(values: Rows, indicators: Rows, projects: Rows, rules: Rulebook) -> tuple[Rows, Rows]:
    """The two tables, from the long rows of values.

    An indicator without any printed target has one of kind `missing`, unless its name states one; that is then
    written to `value_source` of `indicators`.
    """
    years = {project["project_id"]: project["fiscal_year"] for project in projects}
    printed, parses = grouped(values, "raw_no"), Parses(rules)
    targets: Rows = []
    results: Rows = []
    for row in indicators:
        year, own = years[row["project_id"]], printed.get(row["raw_no"], [])
        targets += _targets([one for one in own if one["what"] == "target"], row, year, parses)
        results += _results([one for one in own if one["what"] == "actual"], row, year, parses)
    of_project = {row["indicator_id"]: row["project_id"] for row in indicators}
    for target, is_of_year in zip(targets, for_the_year(targets, of_project), strict=True):
        target["for_year"] = is_of_year
    return targets, results


def _targets(values: Rows, indicator: Row, year: int | None, parses: Parses) -> Rows:
    """What an indicator states, in the order of its cells and of the text of each."""
    printed = [value for value in values if value["text"].strip()]
    found = [({**_where(one), "value_text": one["text"]}, _parsed(one, indicator, year, parses)) for one in printed]
    if not printed:
        found = [_unprinted(values, indicator, year, parses)]
    stated = [(said, target) for said, targets in found for target in targets]
    of_indicator = {"indicator_id": indicator["indicator_id"]}
    return [
        of_indicator | {"target_no": no, "for_year": None} | said | _fields(target)
        for no, (said, target) in enumerate(stated, 1)
    ]


def _unprinted(values: Rows, indicator: Row, year: int | None, parses: Parses) -> tuple[Row, tuple[Target, ...]]:
    """What an indicator states whose cells are blank: the targets that its name states, or one that is missing, or
    unknown. It lacks the value of the year, if it has a cell for that.
    """
    periods = [_period(value) for value in values]
    period = next((one for one in periods if one in YEARLY), next(iter(periods), "unstated"))
    name, said = indicator["indicator_name"], {**NOWHERE, "period": period}
    stated = parses.in_name(name, year, indicator["level2_code"]) if values and name else ()
    if stated:
        if indicator["value_source"] == "none":
            indicator["value_source"] = "name"
        return said | {"value_text": name}, stated
    return said, (UNKNOWN,) if indicator["role_source"] == UNKNOWN.kind else parses.of(*MISSING)


def _results(values: Rows, indicator: Row, year: int | None, parses: Parses) -> Rows:
    rows = []
    for no, value in enumerate(values, 1):
        one = _one(value["text"], _parsed(value, indicator, year, parses))
        text = value["text"] if value["text"].strip() else None
        rows.append({**indicator, **_where(value), "result_no": no, "actual_text": text, **_fields(one)})
    return of_table(rows, RESULTS)


def _parsed(value: Row, indicator: Row, year: int | None, parses: Parses) -> tuple[Target, ...]:
    """What a cell states with the sign and unit of its columns; where these are blank, with those that the brackets of
    its indicator's name ask for. What is reached takes no sign from there.
    """
    name, operator = indicator["indicator_name"], value["operator"].strip() or None
    named_sign, named_unit = parses.named(name)
    sign = operator or (named_sign if value["what"] == "target" else None)
    beside = (sign, value["unit"].strip() or named_unit)
    targets = parses.of(value["text"], year, indicator["level2_code"], name, *beside)
    return targets if operator else tuple(map(_of_name, targets))


def _of_name(target: Target) -> Target:
    """A target whose sign can only be that of the name: its column is blank."""
    return replace(target, operator_source=NAME) if target.operator_source == COLUMN else target


def _where(value: Row) -> Row:
    """For what a value is meant, and the sign and unit printed beside it; what is blank is None."""
    return {
        "period": _period(value),
        "region": value["region"] or None,
        "grade": value["grade"] or None,
        "operator_text": value["operator"].strip() or None,
        "measure_unit_column_text": value["unit"].strip() or None,
    }


def _period(value: Row) -> str:
    return value["period"] or "unstated"


def _fields(target: Target) -> Row:
    return {name: getattr(target, name) for name in PARSED}
