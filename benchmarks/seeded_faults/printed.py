"""What rows and forms print, whatever the layout: the sign may stand before the number, behind it or in a column."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random
from typing import NamedTuple

from benchmarks.seeded_faults.documents import RULES, fiscal_year
from pipeline.model.reading import Form, FormField, RawIndicator, RawValue, Reading
from pipeline.model.target import Context, Target
from pipeline.transform.values.grammars import grammar_of
from pipeline.transform.values.in_columns import parse_in_columns

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
PERCENT = re.compile(r"\(%\)|%|％|百分比")
OPPOSITES = (
    ("≥", "≤"), ("≧", "≦"), (">=", "<="), ("＞", "＜"), (">", "<"),
    ("以上", "以下"), ("不低于", "不高于"), ("不少于", "不超过"), ("以上", "以内"), ("以上", "以內"),
)  # fmt: skip
MONEY_MEASURES = ("adjusted", "", "initial")
"""Of several budgets of a form the one that holds: the adjusted one, one without a measure, the initial one."""


class Stated(NamedTuple):
    """A target value as printed, with its row, both with their places; `said` is how it is understood, `year` that of
    its form.
    """

    i: int
    v: int
    row: RawIndicator
    value: RawValue
    said: Target
    year: int | None

    @property
    def name(self) -> str:
        return name(self.row)


class Sum(NamedTuple):
    """A sum of money of a form in yuan, with the places of the form and the field."""

    f: int
    i: int
    field: FormField
    amount: Decimal


def name(row: RawIndicator) -> str:
    """The indicator's name without white space."""
    return squeezed(row.texts.get("indicator_name"))


def squeezed(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


def in_class(row: RawIndicator, *words: str) -> bool:
    """Whether the printed class, of either level, says one of the words."""
    levels = squeezed(row.texts.get("level1")) + squeezed(row.texts.get("level2"))
    return any(word in levels for word in words)


def stated(reading: Reading) -> Iterator[Stated]:
    """Every target value that states one thing: of grades the best, of spans and regions each."""
    years = {form.form_no: fiscal_year(reading, form) for form in reading.forms}
    for i, row in enumerate(reading.indicators):
        grades = [value.grade for value in row.values if value.grade]
        for v, value in enumerate(row.values):
            if value.what == "target" and value.text.strip() and value.grade in ("", *grades[:1]):
                said = understood(value.text, years.get(row.form_no), name(row), value.operator, value.unit)
                if len(said) == 1 and said[0].status == "clean":
                    yield Stated(i, v, row, value, said[0], years.get(row.form_no))


@cache
def understood(text: str, year: int | None, indicator_name: str, sign: str, unit: str) -> tuple[Target, ...]:
    context = Context(year, None, indicator_name, sign or None, unit or None)
    return parse_in_columns(text, context, grammar_of(RULES), RULES.layouts.text["nature"])


def bound(said: Target) -> Decimal | None:
    """The number of a target, in base units."""
    return said.base_low if said.base_low is not None else said.base_high


def turned(value: RawValue) -> RawValue | None:
    """The value with its sign turned round, wherever that stands; None if it prints none."""
    for printed in ("operator", "text"):
        for one, other in (*OPPOSITES, *((b, a) for a, b in OPPOSITES)):
            if one in getattr(value, printed):
                return replace(value, **{printed: getattr(value, printed).replace(one, other)})
    return None


def with_unit(value: RawValue, pattern: re.Pattern[str], unit: str) -> RawValue | None:
    """The value with another unit where one matches, in its column, in the cell or in both; None if it does not."""
    changed = {printed: pattern.sub(unit, getattr(value, printed), count=1) for printed in ("unit", "text")}
    return replace(value, **changed) if replace(value, **changed) != value else None


def with_number(value: RawValue, number: str) -> RawValue:
    """The value with another number, everything else as it stands."""
    return replace(value, text=NUMBER.sub(number, value.text, count=1))


def has_one_number(value: RawValue) -> bool:
    return len(NUMBER.findall(value.text)) == 1


def number_in(text: str) -> Decimal | None:
    """The first number of a text."""
    found = NUMBER.search(text)
    return Decimal(found[0].replace(",", "")) if found else None


def other_number(printed: str, chance: Random) -> str:
    """Another number with as many decimals, larger or smaller by a tenth to six tenths, or by one in the last place."""
    number = Decimal(printed.replace(",", ""))
    step = Decimal(1).scaleb(number.as_tuple().exponent)
    by = max(step, (number * Decimal(chance.uniform(0.1, 0.6))).quantize(step))
    return f"{number + by if number <= by or chance.random() < 0.5 else number - by}"


def money_factor(form: Form, text: str = "") -> int | None:
    """How many yuan one of a form's sums of money counts; None where nothing printed says so."""
    said = text + "".join(one.text for one in form.fields if one.name == "amount_unit")
    return 10_000 if "万元" in said else 1 if "元" in said else None


def sums(reading: Reading) -> Iterator[Sum]:
    """The sums of money of all forms, by field."""
    for f, form in enumerate(reading.forms):
        for i, one in enumerate(form.fields):
            amount, factor = number_in(one.text), money_factor(form, one.text)
            if one.source and one.measure in (*MONEY_MEASURES, "executed") and amount is not None and factor:
                yield Sum(f, i, one, amount * factor)


def budget(reading: Reading, f: int) -> Sum | None:
    """The total that a form's money is for in its year."""
    planned = [one for one in sums(reading) if one.f == f and one.field.measure != "executed"]
    totals = [one for one in planned if one.field.source == "total"]
    order = {"annual": 0, "": 0, "whole": 1}
    return min(
        totals, key=lambda one: (order.get(one.field.period, 2), MONEY_MEASURES.index(one.field.measure)), default=None
    )
