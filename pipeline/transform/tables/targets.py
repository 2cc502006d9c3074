"""Values as printed → the tables `targets` and `results`: one parse per distinct text and context, joined back."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

import pandas as pd

from pipeline.model.target import Context, Target
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.column import Table
from pipeline.schema.tables.indicators import RESULTS, TARGETS
from pipeline.transform.engine import engine_of
from pipeline.transform.tables.yearly import YEARLY
from pipeline.transform.values.in_columns import parse_in_columns
from pipeline.transform.values.parse import parse_target

PARSED = [field.name for field in fields(Target)]
OF_INDICATOR = [
    "document_id", "raw_no", "indicator_id", "project_id", "level2_code", "indicator_name",
    "weight", "score", "deviation_reason",
]  # fmt: skip
SAID = ["text", "fiscal_year", "level2_code", "indicator_name", "operator_text", "unit_column_text"]
"""What a parse depends on."""
RATIO = "ratio"
MISSING = ("", None, None, None, None, None)
"""What is said of an indicator by no cell."""
UNKNOWN = Target("unknown", "unparsed")
"""What is said of one whose target may stand in a column that was not recognised."""


class Parses:
    """Parses of texts in their contexts, each done once and known by its number."""

    def __init__(self, rules: Rulebook):
        self._grammar, self._natures = engine_of(rules).grammar, rules.layouts.text["nature"]
        self._numbers: dict[Hashable, int] = {}
        self._done: list[tuple[str, tuple[Target, ...]]] = []

    def numbers(self, rows: pd.DataFrame) -> list[int]:
        """The number of the parse of each row, from its columns `SAID`."""
        return [self.of(*said) for said in zip(*(rows[name] for name in SAID), strict=True)]

    def of(self, text: str, year: int | None, level2_code: str | None, name: str | None, *columns: str | None) -> int:
        """The number of the parse of a text in its context. Of a name only what the grammar asks of it counts."""
        key = (text, year, level2_code, self._grammar.hints_of(name), columns)
        context = Context(year, level2_code, name, *columns)
        return self._numbered(key, text, lambda: parse_in_columns(text, context, self._grammar, self._natures))

    def in_name(self, name: str, year: int | None, level2_code: str | None) -> int | None:
        """The number of what an indicator's name states: bounds, dates, and a percentage at its end; any other bare
        number is part of the name.

        None if the name states nothing.
        """
        targets = parse_target(name, self._grammar, Context(year, level2_code, name))
        end = len(name.rstrip())
        stated = tuple(
            one
            for one in targets
            if (one.kind in ("quantity", "date") and one.operator)
            or (one.dimension == RATIO and one.span_end == end and not one.change)
        )
        return self._numbered(("in name", name, year), name, lambda: stated) if stated else None

    def unknown(self) -> int:
        """The number of what is said of an indicator whose target may stand where it was not recognised."""
        return self._numbered((UNKNOWN.kind,), "", lambda: (UNKNOWN,))

    def targets(self) -> pd.DataFrame:
        """The targets of all parses, by `parse_no` and in the order of the text."""
        return _by_number((no, target) for no, (_, targets) in enumerate(self._done) for target in targets)

    def ones(self) -> pd.DataFrame:
        """One target of each parse, by `parse_no`."""
        return _by_number((no, _one(*done)) for no, done in enumerate(self._done))

    def _numbered(self, key: Hashable, text: str, parse: Callable[[], tuple[Target, ...]]) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._done)
            self._done.append((text, parse()))
        return number


def _by_number(targets: Iterable[tuple[int, Target]]) -> pd.DataFrame:
    rows = [(no, *(getattr(target, name) for name in PARSED)) for no, target in targets]
    return pd.DataFrame(rows, columns=["parse_no", *PARSED], dtype=object).astype({"parse_no": int})


def _one(text: str, targets: tuple[Target, ...]) -> Target:
    """The one value of a result: the first that its cell states; the others are left over."""
    first, *others = targets
    if not others:
        return first
    left = [first.leftover, *(words for one in others for words in (text[one.span_start : one.span_end], one.leftover))]
    return replace(first, status="partial", leftover=" ".join(filter(None, left)))


def targets_and_results(
    values: pd.DataFrame, indicators: pd.DataFrame, projects: pd.DataFrame, rules: Rulebook
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables, from the long frame of values.

    An indicator without any printed target has one of kind `missing`, unless its name states one; that is then
    written to `value_source` of `indicators`.
    """
    years = dict(zip(projects["project_id"], projects["fiscal_year"], strict=True))
    rows, parses = _rows(values, indicators, years), Parses(rules)
    targets = _targets(rows[rows["what"] == "target"], indicators, years, parses)
    in_name = indicators["indicator_id"].isin(targets.loc[targets["value_text"].notna(), "indicator_id"])
    indicators.loc[in_name & (indicators["value_source"] == "none"), "value_source"] = "name"
    return targets, _results(rows[rows["what"] == "actual"], parses)


def _rows(values: pd.DataFrame, indicators: pd.DataFrame, years: Mapping[str, int | None]) -> pd.DataFrame:
    """The values with what is known of their indicators, named as in the tables; what is blank is None."""
    rows = values.merge(indicators[OF_INDICATOR], on=["document_id", "raw_no"])
    rows["fiscal_year"] = _column(years[project_id] for project_id in rows["project_id"])
    rows["period"] = _column(period or "unstated" for period in rows["period"])
    for name in ("region", "grade"):
        rows[name] = _column(text or None for text in rows[name])
    for name, printed in (("operator_text", "operator"), ("unit_column_text", "unit")):
        rows[name] = _column(text.strip() or None for text in rows.pop(printed))
    return rows


def _targets(
    rows: pd.DataFrame, indicators: pd.DataFrame, years: Mapping[str, int | None], parses: Parses
) -> pd.DataFrame:
    """The table, in the order of the indicators and of the values of each."""
    is_blank = pd.Series((not text.strip() for text in rows["text"]), rows.index, dtype=bool)
    printed, blank = rows[~is_blank], rows[is_blank]
    # An indicator that states nothing lacks the value of the year, if it has a cell for that.
    blank = blank.sort_values("period", key=lambda periods: ~periods.isin(YEARLY), kind="stable")
    blank = blank.drop_duplicates("indicator_id")
    printed = printed.assign(value_text=printed["text"], parse_no=parses.numbers(printed))
    silent = indicators[~indicators["indicator_id"].isin(printed["indicator_id"])]
    periods = dict(zip(blank["indicator_id"], blank["period"], strict=True))
    unprinted = pd.DataFrame(_unprinted(silent, periods, years, parses), columns=UNPRINTED, dtype=object)
    stated = pd.concat([printed, unprinted.astype({"parse_no": int})])
    order = dict(zip(indicators["indicator_id"], range(len(indicators)), strict=True))
    stated = stated.sort_values("indicator_id", key=lambda ids: ids.map(order), kind="stable")
    targets = stated.merge(parses.targets(), on="parse_no", how="left")
    targets["target_no"] = targets.groupby("indicator_id").cumcount() + 1
    return _frame(targets, TARGETS)


UNPRINTED = ["indicator_id", "period", "value_text", "parse_no"]


def _unprinted(
    silent: pd.DataFrame, periods: Mapping[str, str], years: Mapping[str, int | None], parses: Parses
) -> Iterator[tuple[Any, ...]]:
    """What indicators state whose cells are blank: the targets that the name states, or one that is missing or unknown."""
    columns = ("indicator_id", "indicator_name", "project_id", "level2_code", "role_source")
    for indicator_id, name, project_id, level2_code, source in zip(*(silent[one] for one in columns), strict=True):
        is_blank = indicator_id in periods
        stated = parses.in_name(name, years[project_id], level2_code) if is_blank and name else None
        blank = parses.unknown() if source == UNKNOWN.kind else parses.of(*MISSING)
        number = blank if stated is None else stated
        yield indicator_id, periods.get(indicator_id, "unstated"), None if stated is None else name, number


def _results(rows: pd.DataFrame, parses: Parses) -> pd.DataFrame:
    found = rows.assign(
        actual_text=_column(text if text.strip() else None for text in rows["text"]).set_axis(rows.index),
        result_no=rows.groupby("indicator_id").cumcount() + 1,
        parse_no=parses.numbers(rows),
    )
    return _frame(found.merge(parses.ones(), on="parse_no", how="left"), RESULTS)


def _column(values: Iterable[Any]) -> pd.Series:
    """A column in which None stays None."""
    return pd.Series(list(values), dtype=object)


def _frame(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    made = rows.reindex(columns=table.names).astype(object)
    return made.where(made.notna(), None)
