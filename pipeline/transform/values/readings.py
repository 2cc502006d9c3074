"""What each form reads: the readings that `rules/patterns.toml` may name, and how one becomes a target."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.model.target import Target
from pipeline.transform.values.dates import (
    read_damaged_date,
    read_date,
    read_date_without_year,
    read_impossible_date,
    read_recurrence,
    read_short_year,
    read_time_alone,
)
from pipeline.transform.values.grammar import Fields, Setting
from pipeline.transform.values.operators import Operator
from pipeline.transform.values.patterns import Found
from pipeline.transform.values.quantities import (
    read_between,
    read_enclosed,
    read_fraction,
    read_money_in_parts,
    read_quantity,
    read_range,
    read_tolerance,
    read_two_units,
)

LABEL = "label"  # no kind of target: a number that only names or counts what follows
NAME = "name"  # a label that says something by itself: a text of names alone is a wording
ASIDE = "aside"  # no kind of target: what is said in brackets about the target before it
_SECOND = 2
Reading = Callable[[Found, Operator, Setting], Fields | None]


def _wording(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A wording; gives way where it may hold a number in characters."""
    return None if setting.grammar.may_count(setting.text.read) else wording(setting)


def wording(setting: Setting, names: Sequence[tuple[int, int]] = ()) -> Fields:
    """The fields of a text that is words alone; a number in characters that none of the forms read is left over, unless
    it is but part of a name.
    """
    quality = setting.grammar.qualities.read(setting.text.read)
    return {
        "kind": "qualitative",
        "quality_direction": quality.direction,
        "quality_strength": quality.strength,
        "leftover": " ".join(_unsaid((0, len(setting.text.read)), names, setting)),
    }


def _unsaid(within: tuple[int, int], read: Sequence[tuple[int, int]], setting: Setting) -> Iterator[str]:
    """The numbers in characters within a span of the text that none of the pieces `read` holds, as printed."""
    for match in setting.patterns.around("unsaid").finditer(setting.text.read, *within):
        start, end = match.span()
        if not any(first < end and start < last for first, last in read):
            yield setting.text.printed(start, end)


def read_item(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """The number of an item inside a line: 1、…2、…. Gives way unless the items beside it are numbered the same way."""
    number, mark = int(found["item"]), found["mark"]
    start, end = found.span()
    ahead, behind = setting.text.read[:start], setting.text.read[end:]
    goes_on = all(f"{before}{mark}" in ahead for before in {1, number - 1})
    return {"kind": LABEL} if (goes_on if number > 1 else f"{_SECOND}{mark}" in behind) else None


def read_item_in_characters(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """A kind told by its number, 一类20个，二类35个. Gives way unless the text counts its kinds from the first on."""
    numerals, read, mark = setting.grammar.numbers.numerals, setting.text.read, found["mark"]
    counted = {numerals[before][0] for before, after in pairwise(read) if after == mark and before in numerals}
    number = int(numerals[found["item"]][0])
    return {"kind": LABEL} if counted.issuperset(range(1, max(number, _SECOND) + 1)) else None


def _aside(found: Found, operator: Operator, setting: Setting) -> Fields | None:
    """What brackets say about the target before them. Gives way where none is, or the year in them is not over."""
    year, now = found["year"], setting.context.fiscal_year
    return None if found.span()[0] == 0 or (year and now and int(year) >= now) else {"kind": ASIDE}


def _claim(found: Found, operator: Operator, setting: Setting) -> Fields:
    """A number that names what follows it at once (前3名企业2家); by itself it asks for something, and is left over."""
    end = found.span()[1]
    names = (
        setting.patterns.around("counted").match(setting.text.read[end : end + 1])
        or setting.text.read[end : end + 1].isdigit()
    )
    return {"kind": LABEL} if names else {"kind": LABEL, "leftover": setting.text.printed(*found.span())}


def _always(kind: str) -> Reading:
    return lambda found, operator, setting: {"kind": kind}


READINGS: Mapping[str, Reading] = {
    "quantity": read_quantity,
    "fraction": read_fraction,
    "money_in_parts": read_money_in_parts,
    "two_units": read_two_units,
    "range": read_range,
    "tolerance": read_tolerance,
    "between": read_between,
    "enclosed": read_enclosed,
    "item": read_item,
    "item_in_characters": read_item_in_characters,
    "date": read_date,
    "date_without_year": read_date_without_year,
    "recurrence": read_recurrence,
    "time_alone": read_time_alone,
    "impossible_date": read_impossible_date,
    "short_year": read_short_year,
    "damaged_date": read_damaged_date,
    "missing": _always("missing"),
    "qualitative": _wording,
    "label": _always(LABEL),
    "name": _always(LABEL),
    "claim": _claim,
    "aside": _aside,
}


def operator_of(found: Found, setting: Setting) -> Operator:
    """The operator printed with a form."""
    after = found["operator_within"] + found["operator_after"]
    return setting.grammar.operators.read(found["ahead"] + found["leading"] + found["operator"], after)


def read(found: Found, setting: Setting, operator: Operator | None = None) -> Fields | None:
    """The fields of the target that a form states, `operator` in place of its own; None if it gives way."""
    return READINGS[found.form.rule.reading](found, operator or operator_of(found, setting), setting)


def target(
    found: Found,
    fields: Fields,
    setting: Setting,
    span: tuple[int, int] | None = None,
    names: Iterable[tuple[int, int]] = (),
) -> Target:
    """The target of the fields, at `span` of the text as read, by default that of the form; `names` are the spans in
    which numbers are but part of a name.
    """
    within = span or found.span()
    start, end = setting.text.span(*within)
    leftover = fields.get("leftover", "")
    if setting.grammar.may_count(setting.text.read):
        unsaid = _unsaid(within, [*names, *(found.span(piece) for piece in found.pieces())], setting)
        leftover = " ".join(filter(None, [leftover, *(words for words in unsaid if words not in leftover)]))
    fields = fields | {"leftover": leftover, "label": _label(within, found, setting)}
    status = "partial" if leftover else "clean"
    return Target(**fields, status=status, span_start=start, span_end=end, rule_id=found.form.rule.id)


def _label(within: tuple[int, int], found: Found, setting: Setting) -> str | None:
    """The words that say what a value is of: those before it, or the noun behind it where there are none."""
    (start, end), (first, last) = within, found.span()
    if (start, end) == (first, last):
        return None
    before, behind = setting.text.printed(start, first), setting.text.printed(last, end)
    around = setting.patterns.around("words")
    return next((words for words in (before, behind) if around.search(words)), None)
