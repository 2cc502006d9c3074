"""The words and signs that number formats put into print."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.rules.kinds.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Words:
    """Names of days from Sunday, of months from January, of both halves of a day; `general` are the names of the format
    General in localized programs; `numerals` are the signs of `[DBNum1]` and `[DBNum2]` for 0 to 9, ten, hundred,
    thousand; `scales` those of ten thousand and its powers; `built_in` are codes by the numbers that stand for them.
    """

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    halves: tuple[str, ...]
    general: tuple[str, ...]
    scales: tuple[str, ...]
    system_date: tuple[str, ...]
    numerals: Mapping[int, tuple[str, ...]]
    built_in: Mapping[int, str]


def words_of(rules: Rulebook) -> Words:
    """The words that the rules hold: `text.sheet_words`, `text.list_digits` and `text.sheet_formats`."""
    text = rules.layouts.text
    digits = {rule.field: rule.examples for rule in text["list_digits"]}
    return Words(
        **{rule.field: rule.examples for rule in text["sheet_words"]},
        numerals={1: (*digits["digits"], *digits["counting"][10:]), 2: digits["legal_simplified"]},
        built_in={int(id): rule.examples[0] for rule in text["sheet_formats"] for id in rule.field.split()},
    )
