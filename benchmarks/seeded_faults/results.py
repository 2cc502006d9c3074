"""Faults in self-evaluations: results, scores and reasons."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.seeded_faults.company import RESULTS, TOTAL
from benchmarks.seeded_faults.places import Fault, Plant, Spoiled, fields_named, in_field, with_fields, with_rows
from benchmarks.seeded_faults.printed import NUMBER, Stated, has_one_number, number_in, stated, understood
from pipeline.model.reading import Form, RawIndicator, RawValue, Reading

REASONS = ("受天气影响，进度滞后", "项目调整，部分工作延后", "采购流程较长")


def _evaluated(
    fits: Callable[[Stated, RawValue], bool], change: Callable[[Stated, RawValue, Random], RawIndicator]
) -> Plant:
    """Changes a row that prints a target and a result, of those that fit."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [
            (one, actual)
            for one in stated(reading)
            for actual in one.row.values
            if actual.what == "actual" and actual.text.strip() and fits(one, actual)
        ]
        if not places:
            return None
        one, actual = chance.choice(places)
        return with_rows(reading, one.i, [change(one, actual, chance)])

    return plant


def _points(row: RawIndicator) -> tuple[Decimal | None, Decimal | None]:
    return number_in(row.texts.get("weight", "")), number_in(row.texts.get("score", ""))


def _is_full(one: Stated) -> bool:
    weight, score = _points(one.row)
    return weight is not None and weight == score


def _has_points(one: Stated, actual: RawValue) -> bool:
    return None not in _points(one.row)


def _scored(row: RawIndicator, score: Decimal, reason: str = "") -> RawIndicator:
    return replace(row, texts={**row.texts, "score": f"{score}", "deviation_reason": reason})


def _resulting(row: RawIndicator, actual: RawValue, text: str) -> RawIndicator:
    values = tuple(replace(value, text=text) if value is actual else value for value in row.values)
    return replace(row, values=values)


def _compares(one: Stated, actual: RawValue) -> bool:
    """Whether a person can hold the result against the target: numbers in the same unit, or with none behind."""
    said = understood(actual.text, None, one.name, "", "")
    numbers = has_one_number(one.value) and has_one_number(actual) and len(said) == 1 and said[0].kind == "quantity"
    bounded = one.said.kind == "quantity" and one.said.operator in (">=", "<=")
    return numbers and bounded and number_in(actual.text) >= 2 and said[0].measure_unit in (None, one.said.measure_unit)


def _is_floor(one: Stated, actual: RawValue) -> bool:
    return _compares(one, actual) and one.said.operator == ">="


def _missed(one: Stated, actual: RawValue, chance: Random) -> RawIndicator:
    """The result misses the target, and has full points."""
    short = chance.uniform(0.3, 0.9) if one.said.operator == ">=" else 1 / chance.uniform(0.3, 0.9)
    return _resulting(_scored(one.row, _points(one.row)[0]), actual, _set_to(one, actual, short))


def _set_to(one: Stated, actual: RawValue, factor: float) -> str:
    """The result as so many times the target, in the unit that it is printed in."""
    said = understood(actual.text, None, one.name, "", "")[0]
    in_same = said.measure_unit_text in (None, one.said.measure_unit_text)
    target = number_in(one.value.text) if in_same else (one.said.base_low or one.said.base_high) / said.factor
    step = Decimal(1).scaleb(max(-2, min(0, number_in(actual.text).as_tuple().exponent)))
    return NUMBER.sub(f"{(target * Decimal(factor)).quantize(step)}", actual.text, count=1)


def _scored_too_high(one: Stated, actual: RawValue, chance: Random) -> RawIndicator:
    """Half of the target is reached, and nine tenths of the points are given, with a reason."""
    row = _scored(one.row, _points(one.row)[0] * Decimal("0.9"), chance.choice(REASONS))
    return _resulting(row, actual, _set_to(one, actual, chance.uniform(0.3, 0.6)))


def _far_above(one: Stated, actual: RawValue, chance: Random) -> RawIndicator:
    row = _scored(one.row, _points(one.row)[0])
    return _resulting(row, actual, _set_to(one, actual, chance.uniform(2, 5)))


def _points_lost(one: Stated, actual: RawValue, chance: Random) -> RawIndicator:
    weight, _ = _points(one.row)
    return _scored(one.row, (weight * Decimal(chance.uniform(0.5, 0.9))).quantize(Decimal("0.1")))


def _above_points(one: Stated, actual: RawValue, chance: Random) -> RawIndicator:
    weight, _ = _points(one.row)
    return _scored(one.row, weight + chance.randint(1, 5), one.row.texts.get("deviation_reason", ""))


def _no_result(one: Stated, actual: RawValue, chance: Random) -> RawIndicator:
    return _resulting(one.row, actual, " ")


def _stray(one: Stated, actual: RawValue, chance: Random) -> RawIndicator:
    mark = chance.choice("工二丨")
    return _resulting(one.row, actual, re.sub(r"(?=\d)", mark, actual.text, count=1))


def _totals(reading: Reading) -> Iterator[tuple[int, int]]:
    """The totals of the scores that forms print."""
    return iter(fields_named(reading, "total_score"))


def _other_total(reading: Reading, f: int, i: int, chance: Random) -> str:
    """A whole point or more beside the total, and no more than all points."""
    printed = number_in(reading.forms[f].fields[i].text)
    by = chance.randint(1, 10)
    return f"{printed - by if printed + by > 100 or chance.random() < 0.5 else printed + by}"


def _execution(form: Form) -> dict[str, int]:
    """Where a form prints the total of its budget, what was executed of it, the rate, its points and its score."""
    return {one.measure: i for i, one in enumerate(form.fields) if one.source == "total" and number_in(one.text)}


def _executed(change: Callable[[Form, dict[str, int], Random], dict[int, str]]) -> Plant:
    """Prints the execution of a budget otherwise, in a form that gives it points and a score."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        needed = {"adjusted", "executed", "rate", "weight", "score"}
        places = [f for f, form in enumerate(reading.forms) if needed <= _execution(form).keys()]
        if not places:
            return None
        f = chance.choice(places)
        return with_fields(reading, f, change(reading.forms[f], _execution(reading.forms[f]), chance))

    return plant


def _half_spent(form: Form, at: dict[str, int], chance: Random) -> dict[int, str]:
    """A part of the budget is spent, which the rate says too, and all points are given for that."""
    budgets = [number_in(form.fields[at[name]].text) for name in ("initial", "adjusted") if name in at]
    spent = (min(budgets) * Decimal(chance.uniform(0.3, 0.8))).quantize(Decimal("0.01"))
    rate = 100 * spent / number_in(form.fields[at["adjusted"]].text)
    return {at["executed"]: f"{spent}", at["rate"]: f"{rate:.2f}%", at["score"]: form.fields[at["weight"]].text}


def _above_execution(form: Form, at: dict[str, int], chance: Random) -> dict[int, str]:
    return {at["score"]: f"{number_in(form.fields[at['weight']].text) + chance.randint(1, 5)}"}


FAULTS = (
    Fault("a result left blank", _evaluated(lambda one, actual: True, _no_result), frozenset({"result_missing"})),
    # They are full points too, which a missed target should not have.
    Fault(
        "more points than there are",
        _evaluated(_has_points, _above_points),
        frozenset({"score_above_weight"}),
        TOTAL | {"score_contradicts_result"},
    ),
    Fault(
        "full points for a missed target",
        _evaluated(lambda one, actual: _compares(one, actual) and _is_full(one), _missed),
        frozenset({"score_contradicts_result"}),
    ),
    Fault(
        "too many points for half of a target",
        _evaluated(lambda one, actual: _is_floor(one, actual) and _has_points(one, actual), _scored_too_high),
        frozenset({"score_above_proportion"}),
        TOTAL,
    ),
    Fault(
        "points lost without a reason",
        _evaluated(lambda one, actual: _has_points(one, actual) and _is_full(one), _points_lost),
        frozenset({"shortfall_without_reason"}),
        TOTAL,
    ),
    Fault("a total that is not the sum of the scores", in_field(_totals, _other_total), TOTAL),
    # What was spent is the sum of the sources of funds, and a share of the initial budget too.
    Fault(
        "all points for a part of the budget",
        _executed(_half_spent),
        frozenset({"execution_score_above_proportion"}),
        TOTAL | {"funds_do_not_add_up"},
    ),
    Fault(
        "more points for the execution than there are",
        _executed(_above_execution),
        frozenset({"score_above_weight"}),
        TOTAL,
    ),
    Fault(
        "a result far above its target",
        _evaluated(
            lambda one, actual: _is_floor(one, actual) and _has_points(one, actual) and one.said.dimension != "ratio",
            _far_above,
        ),
        frozenset({"result_far_above_target"}),
        TOTAL,
    ),
    Fault(
        "a stray character before a result",
        _evaluated(lambda one, actual: has_one_number(actual), _stray),
        frozenset({"actual_partly_parsed"}),
        RESULTS,
    ),
)
