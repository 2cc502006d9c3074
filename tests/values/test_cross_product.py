"""Every operator with every unit, every number and every position, and every word of dates: written out, read, rendered
and read again without a loss. A seed draws from the product, so that every run has the same texts.
"""

import random
from decimal import Decimal
from itertools import product

import pytest

from pipeline.model.target import Context
from pipeline.rules import book
from pipeline.transform.values.changes import BASES, DIRECTIONS
from pipeline.transform.values.numbers import times
from pipeline.transform.values.render import is_same
from tests.values.expected import read_rows
from tests.values.ours import GRAMMAR, parse_target, render
from tests.values.test_laws import outside_spans

RULES = book.default().values
SEED, DRAWN = 20250101, 3000
CONTEXT = Context(fiscal_year=2025)
NUMBERS = {
    "40": "40", "37.5": "37.5", "1,200": "1200", "16,963,200.00": "16963200", "４０": "40", "0.75": "0.75",
    "1½": "1.5", "1.2×10^5": "120000", "2.5E3": "2500", "10³": "1000", "1,2345,6789": "123456789",
}  # fmt: skip
"""Numbers that are no part of a date → their value."""
FORMS = {
    "before": "{operator}{number}{unit}",
    "within": "{number}{operator}{unit}",
    "after": "{number}{unit}{operator}",
}
OPERATORS = [None, *(rule for rule in RULES.operators if rule.position in FORMS)]
UNITS = [
    magnitude + spelling for magnitude in ("", "万") for rule in RULES.units for spelling in rule.spellings.split()
]
DENOMINATORS = ["", "", "/人", "/人/天", "/年/亩", "每户"]


def drawn(*parts):
    """A draw from the product of the parts in which each member of each part stands at least once."""
    draw = random.Random(SEED)
    longest = max(map(len, parts))
    each = [[part[at % len(part)] for part in parts] for at in range(longest)]
    return each + [[draw.choice(part) for part in parts] for _ in range(DRAWN - longest)]


def quantities():
    """(text, operator, value, unit as printed) of texts that each state one quantity."""
    for operator, number, unit, below in drawn(OPERATORS, list(NUMBERS), UNITS, DENOMINATORS):
        form = FORMS[operator.position] if operator else "{operator}{number}{unit}"
        text = form.format(operator=operator.spelling if operator else "", number=number, unit=unit + below)
        if not (unit.endswith("万分") and "万分之" in text):  # within 万分 reads as 万分之, which is a ten-thousandth
            yield text, operator, Decimal(NUMBERS[number]), unit + below


def test_every_operator_number_and_unit_is_read_and_written_back_without_a_loss():
    for text, operator, value, printed in quantities():
        (target,) = parse_target(text)
        unit = GRAMMAR.units.read(GRAMMAR.normalise(printed).read)
        assert (target.kind, target.status) == ("quantity", "clean"), text
        assert target.operator == (operator.operator if operator else None), text
        assert target.operator_source == (operator.source if operator else None), text
        assert {target.low, target.high} - {None} == {value}, text
        assert (target.measure_unit, target.dimension, target.base_unit) == (
            unit.unit,
            unit.dimension,
            unit.base_unit,
        ), text
        assert {target.base_low, target.base_high} - {None} == {times(value, unit.factor)}, text
        assert is_same(parse_target(render(target))[0], target), text


# ── Changes ──────────────────────────────────────────────────────────────────────────────────────────────

MOVED = [rule for rule in RULES.words if rule.piece in DIRECTIONS]
SINCE = [None, *(rule for rule in RULES.words if rule.piece in BASES)]
LINKS = [rule.word for rule in RULES.words if rule.piece == "since"]


def changes():
    """(text, direction, base, operator, value) of texts that each state one change."""
    for link, since, moved, operator, number in drawn(LINKS, SINCE, MOVED, OPERATORS, list(NUMBERS)):
        form = FORMS[operator.position] if operator else "{operator}{number}{unit}"
        amount = form.format(operator=operator.spelling if operator else "", number=number, unit="个百分点")
        text = (link + since.word if since else "") + moved.word + amount
        yield text, DIRECTIONS[moved.piece], since.piece if since else None, operator, Decimal(NUMBERS[number])


def test_every_change_is_read_and_written_back_without_a_loss():
    for text, direction, base, operator, value in changes():
        (target,) = parse_target(text)
        assert (target.kind, target.status, target.leftover) == ("quantity", "clean", ""), text
        assert (target.change, target.change_from) == (direction, base), text
        assert target.operator == (operator.operator if operator else None), text
        assert {target.low, target.high} - {None} == {value}, text
        assert (target.span_start, target.span_end) == (0, len(text)), text
        assert is_same(parse_target(render(target))[0], target), text


def test_every_word_of_change_before_a_level_reached_is_no_change():
    for moved, reached in product(MOVED, "至到为"):
        (target,) = parse_target(f"{moved.word}{reached}95%")
        assert target.change is None or moved.word.endswith(("率", "幅", "速")), moved.word


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────

YEARS = ["2025年", "2024年", ""]
BOUNDS = ["", *(spelling for rule in RULES.calendar if rule.piece == "bound" for spelling in rule.spellings.split())]
EDGES = ["", *(spelling for rule in RULES.calendar if rule.piece == "edge" for spelling in rule.spellings.split())]
PERIODS = [spelling for rule in RULES.calendar if rule.piece == "period" for spelling in rule.spellings.split()]
DAYS = [f"{month}月{day}日" for month in range(1, 13) for day in (1, 9, 28)]
MONTHS = [f"{month}月{edge}" for month in range(1, 13) for edge in EDGES]


@pytest.mark.parametrize("parts", [DAYS, MONTHS, PERIODS], ids=["days", "months", "periods"])
def test_every_date_is_read_and_written_back_without_a_loss(parts):
    for year, part, bound in product(YEARS, parts, BOUNDS):
        (target,) = parse_target(year + part + bound, CONTEXT)
        assert (target.kind, target.status) == ("date", "clean"), year + part + bound
        assert target.operator == GRAMMAR.calendar.operator(bound), year + part + bound
        assert target.year_source == ("text" if year else "fiscal_year"), year + part + bound
        assert (target.due_end or target.due_start).year in (2024, 2025, 2026), year + part + bound
        assert is_same(parse_target(render(target))[0], target), year + part + bound


@pytest.mark.parametrize("to", ["-", "至", "~", "--"])
def test_every_span_of_days_and_months_is_read_and_written_back_without_a_loss(to):
    spans = [(f"{a}月", f"{b}月") for a in range(1, 13) for b in range(1, 13)]
    spans += [(f"{a}月1日", f"{b}月28日") for a in range(1, 13) for b in range(1, 13)]
    for year, (start, end) in product(("2025年", ""), spans):
        (target,) = parse_target(year + start + to + end, CONTEXT)
        assert (target.kind, target.status, target.operator) == ("date", "clean", "range"), year + start + to + end
        assert target.due_start.year == 2025 and target.due_start < target.due_end
        assert is_same(parse_target(render(target))[0], target), year + start + to + end


# ── Damage ───────────────────────────────────────────────────────────────────────────────────────────────


def damaged(text: str, draw: random.Random) -> str:
    """A text with one to three characters taken out, put in, doubled or changed in place."""
    for _ in range(draw.randint(1, 3)):
        at, other = draw.randrange(len(text) + 1), draw.choice("0159%≥-/ 、，个月年前O十")
        text = draw.choice(
            [
                text[:at] + text[at + 1 :],
                text[:at] + other + text[at:],
                text[:at] + other + text[at + 1 :],
                text[:at] * 2,
            ]
        )
    return text


def test_no_damage_to_a_case_loses_a_digit():
    draw, texts = random.Random(SEED), [row["text"] for row in read_rows("cases.csv")]
    for _ in range(5000):
        text = damaged(draw.choice(texts), draw)
        assert not outside_spans(text, parse_target(text, CONTEXT)), text
