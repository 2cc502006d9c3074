"""What running text says: numbered goals, amounts in the purpose text, formulas in descriptions."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.tables.money import stated_amount
from pipeline.transform.values.grammars import grammar_of
from pipeline.transform.values.numbers import Numbers
from pipeline.transform.values.parse import find_quantities

_BLANKS = re.compile(r"[ \t\u3000]+")
_LINES = re.compile(r"\s*\n\s*")


class Goal(NamedTuple):
    """A goal and its printed number, or its place where none is printed."""

    goal_no: int
    goal_text: str


class FundingItem(NamedTuple):
    """An amount named in a purpose text, in yuan, and the count named with it."""

    item_no: int
    item_text: str
    quantity: Any
    quantity_unit: str | None
    amount: Any


def goals(text: str | None, rules: Rulebook) -> Iterator[Goal]:
    """The goals of a form, split where the next expected number stands at the start of a line or sentence.

    A number that does not continue the count (`1.0`, a year) does not split. Text before the first number is
    a goal of its own, numbered 0. A number that says nothing is no goal.
    """
    starts = _numbered(text or "", rules)
    if not text or not starts:
        whole = _tidy(text or "")
        return iter([Goal(1, whole)] if whole else [])
    ends = [match.start() for match in starts[1:]] + [len(text)]
    before = [Goal(0, _tidy(text[: starts[0].start()]))]
    numbered = [Goal(no, _tidy(text[m.end() : end])) for no, (m, end) in enumerate(zip(starts, ends, strict=True), 1)]
    return (goal for goal in before + numbered if goal.goal_text)


def _numbered(text: str, rules: Rulebook) -> list[re.Match[str]]:
    """Where the goals begin, numbered in the way whose first number stands first: others number what is inside."""
    numbers = grammar_of(rules).numbers
    found = [list(_counting(rule.pattern.finditer(text), numbers)) for rule in rules.layouts.text["goal_start"]]
    return min(filter(None, found), key=lambda starts: starts[0].start(), default=[])


def _counting(matches: Iterator[re.Match[str]], numbers: Numbers) -> Iterator[re.Match[str]]:
    """Those that count on from one: 1 2 3, 一 二 三, ① ② ③."""
    expected = 1
    for match in matches:
        printed = match["goal_no"]
        value = unicodedata.numeric(printed) if len(printed) == 1 else numbers.read(printed)
        if value == expected:
            yield match
            expected += 1


def _tidy(text: str) -> str:
    """One goal's text: tabs and runs of blanks are one blank, empty lines go."""
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()


def funding_items(text: str | None, rules: Rulebook) -> Iterator[FundingItem]:
    """The amounts of a purpose text, each with the words before it and the count among them, if there is just one."""
    grammar, printed = grammar_of(rules), text or ""
    quantities = find_quantities(printed, grammar)
    amounts = [(one, amount) for one in quantities if (amount := stated_amount(one, grammar)) is not None]
    begin = 0
    counted = [one for one in quantities if one.dimension == "count"]
    for item_no, (money, amount) in enumerate(amounts, 1):
        first, last = (bisect_left(counted, at, key=lambda one: one.span[0]) for at in (begin, money.span[0]))
        counts = counted[first:last]
        count = counts[0] if len(counts) == 1 else None
        yield FundingItem(
            item_no,
            _trimmed(printed[begin : money.span_end], rules),
            count.base_low if count else None,
            count.measure_unit if count else None,
            amount,
        )
        begin = money.span[1]


def _trimmed(item: str, rules: Rulebook) -> str:
    for rule in (*rules.layouts.text["funding_lead_in"], *rules.layouts.text["funding_joint"]):
        item = rule.pattern.sub("", item)
    return item


def description_and_formula(text: str | None, rules: Rulebook) -> tuple[str | None, str | None]:
    """A description without its formula, and the formula. Either is None if there is none."""
    text = (text or "").strip()
    for rule in rules.layouts.text["formula"]:
        if match := rule.pattern.search(text):
            return text[: match.start()].strip() or None, match["formula"].strip()
    return text or None, None
