"""What running text says: numbered goals, amounts in the purpose text, formulas in descriptions."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.rulebook import Rulebook
from pipeline.transform.amounts import stated_amount
from pipeline.transform.targets import find_quantities

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
    a goal of its own, numbered 0.
    """
    starts, expected = [], 1
    for rule in rules.layouts.text["goal_start"]:
        for match in rule.pattern.finditer(text or ""):
            if int(match["goal_no"]) == expected:
                starts.append(match)
                expected += 1
    if not starts:
        whole = _tidy(text or "")
        return iter([Goal(1, whole)] if whole else [])
    ends = [match.start() for match in starts[1:]] + [len(text)]
    before = [Goal(0, _tidy(text[: starts[0].start()]))]
    numbered = [Goal(int(m["goal_no"]), _tidy(text[m.end() : end])) for m, end in zip(starts, ends, strict=True)]
    return (goal for goal in before + numbered if goal.goal_text)


def _tidy(text: str) -> str:
    """One goal's text: tabs and runs of blanks are one blank, empty lines go."""
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()


def funding_items(text: str | None, rules: Rulebook) -> Iterator[FundingItem]:
    """The amounts of a purpose text, each with the words before it and the count among them, if there is just one."""
    quantities = find_quantities(text or "")
    amounts = [(one, amount) for one in quantities if (amount := stated_amount(one)) is not None]
    begin = 0
    for item_no, (money, amount) in enumerate(amounts, 1):
        counts = [one for one in quantities if one.dimension == "count" and begin <= one.span_start < money.span_start]
        count = counts[0] if len(counts) == 1 else None
        yield FundingItem(
            item_no,
            _trimmed(text[begin : money.span_end], rules),
            count.base_low if count else None,
            count.unit if count else None,
            amount,
        )
        begin = money.span_end


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
