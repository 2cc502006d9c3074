"""Faults in the period of a project: turned round, of other years, or over before a deadline."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.seeded_faults.documents import YEAR, fiscal_year, later
from benchmarks.seeded_faults.places import Fault, Plant, Spoiled, fields_named, with_fields
from benchmarks.seeded_faults.printed import stated
from pipeline.model.reading import Reading

FIELDS = ("project_period", "period_start", "period_end")
MONTH = re.compile(r"(20\d\d)(\s*[年.\-/]\s*)(\d{1,2})(?!.*20\d\d)", re.DOTALL)
"""The last month that a text names."""


def _periods(reading: Reading) -> Iterator[tuple[int, dict[int, str]]]:
    """The forms that print when the project begins and ends, with the texts that do."""
    for f in sorted({f for f, _ in fields_named(reading, *FIELDS)}):
        texts = {i: reading.forms[f].fields[i].text for g, i in fields_named(reading, *FIELDS) if g == f}
        if len(YEAR.findall("".join(texts.values()))) == 2:
            yield f, texts


def _moved(change: Callable[[Reading, int, dict[int, str], Random], dict[int, str] | None]) -> Plant:
    """Prints a period otherwise; `change` takes the reading, the form and its texts."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [(f, texts) for f, texts in _periods(reading) if change(reading, f, texts, Random(0))]
        if not places:
            return None
        f, texts = chance.choice(places)
        return with_fields(reading, f, change(reading, f, texts, chance))

    return plant


def _turned(reading: Reading, f: int, texts: dict[int, str], chance: Random) -> dict[int, str]:
    """The end lies a year or more before the beginning."""
    first, _last = YEAR.findall("".join(texts.values()))
    earlier = int(first) - chance.randint(1, 2)
    i = max(i for i, text in texts.items() if YEAR.search(text))
    at = list(YEAR.finditer(texts[i]))[-1]
    return {i: texts[i][: at.start()] + str(earlier) + texts[i][at.end() :]}


def _of_other_years(reading: Reading, f: int, texts: dict[int, str], chance: Random) -> dict[int, str]:
    """The whole period lies before the fiscal year, or after it."""
    first, last = map(int, YEAR.findall("".join(texts.values())))
    year = fiscal_year(reading, reading.forms[f])
    by = chance.choice([year - 1 - last - chance.randint(0, 2), year + 1 - first + chance.randint(0, 2)])
    return {i: later(text, by) for i, text in texts.items()}


def _over_too_early(reading: Reading, f: int, texts: dict[int, str], chance: Random) -> dict[int, str] | None:
    """The project ends in the year of a deadline, one month before it at least."""
    i = max(i for i, text in texts.items() if YEAR.search(text))
    form_no, end = reading.forms[f].form_no, MONTH.search(texts[i])
    due = [one.said.due_end for one in stated(reading) if one.row.form_no == form_no and one.said.due_end]
    first, _ = YEAR.findall("".join(texts.values()))
    start = re.search(r"20\d\d\s*[年.\-/]\s*(\d{1,2})", texts[min(texts)])
    months = [
        month
        for day in due
        for month in range(1, day.month)
        if end and start and (str(day.year), month) > (first, int(start[1]))
    ]
    year = {day.year for day in due}
    if not months or len(year) != 1:
        return None
    month = f"{chance.choice(months):0{len(end[3])}}"
    day = re.sub(r"(?<=月)(29|30|31)(?=日)|(?<=-)(29|30|31)$", "28", texts[i][end.end() :])
    return {i: texts[i][: end.start()] + f"{year.pop()}{end[2]}{month}" + day}


OUTSIDE = frozenset({"deadline_outside_project_period", "deadline_outside_fiscal_year"})
FAULTS = (
    # The deadlines of the project were inside its period.
    Fault(
        "the project's period turned round",
        _moved(_turned),
        frozenset({"project_period_reversed"}),
        OUTSIDE | {"fiscal_year_outside_project_period"},
    ),
    Fault(
        "the project's period moved to other years",
        _moved(_of_other_years),
        frozenset({"fiscal_year_outside_project_period"}),
        OUTSIDE,
    ),
    Fault(
        "the project over before a deadline",
        _moved(_over_too_early),
        frozenset({"deadline_outside_project_period"}),
        OUTSIDE,
    ),
)
