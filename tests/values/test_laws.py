"""What holds of every text: parsing never raises, loses no digit, invents nothing, and agrees with rendering."""

import pickle
import random
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.target import Context
from pipeline.rules import book
from pipeline.transform.values import parse
from pipeline.transform.values.changes import DIRECTIONS
from pipeline.transform.values.numbers import times
from pipeline.transform.values.render import is_same
from tests.every import every
from tests.examples import examples
from tests.values.expected import read_rows
from tests.values.ours import GRAMMAR, explain, find_quantities, parse_target, render

RULES = book.default().values
CONTEXT = Context(fiscal_year=2025)
OPERATORS = [rule.spelling for rule in RULES.operators]
UNITS = [spelling for rule in RULES.units for spelling in rule.spellings.split()]
MAGNITUDES = [rule.spelling for rule in RULES.magnitudes]
CALENDAR = [spelling for rule in RULES.calendar for spelling in rule.spellings.split()]
WORDS = [rule.word for rule in RULES.words]
SAID_ONE_BY_ONE = {ord(c): rule.value for rule in RULES.numerals for c in rule.characters if rule.value in "0123456789"}
LISTS = ("cases.csv", "said_otherwise.csv", "as_published.csv", "seed_document.csv")
EXAMPLES = [text for rule in RULES.patterns for text in rule.examples + rule.counter_examples]
NUMBERS = ["0", "5", "12", "31", "95.5", "2025", "1,000", "３", "①", "³", "三", "十", "两", "半", "1/2", "٣"]
JOINTS = [
    " ",
    "\n",
    "、",
    "，",
    "；",
    "。",
    "：",
    "（",
    "）",
    "年",
    "月",
    "日",
    "每",
    "%",
    "±",
    "至",
    "-",
    "系统",
    "率",
    "不",
    "😀",
]

SURE = "".join(c for rule in RULES.numerals if rule.value in "2 3 4 5 6 7 8 9 10".split() for c in rule.characters)
NUMERALS = "".join(c for rule in RULES.numerals if rule.role in ("digit", "multiplier") for c in rule.characters)
COUNTED = "|".join(
    sorted((re.escape(one) for one in UNITS if one not in ("级", "年度", "季度")), key=len, reverse=True)
)
PARTING = "|".join(rule.spelling for rule in RULES.operators if rule.position == "within")
NUMBER_IN_CHARACTERS = re.compile(
    rf"(?<![第前初几数近\d{NUMERALS}])[{SURE}][{NUMERALS}]*(?:{PARTING})?(?:{COUNTED})(?=$|[,.;:、。()])"
)
"""A number of two or more with its unit at the end of a clause: it counts, whatever the words before it say. Grades
(三级) and what may be the name of a quarter (三季度) do not.
"""
NO_NUMBERS = {rule.word for rule in RULES.words if rule.piece == "no_number"}
NUMBERS_IN_CHARACTERS = ["两", "三", "五", "十", "十二", "三百", "二十五", "一百二十", "两千", "三万"]
BEFORE_A_NUMBER = [
    "开展",
    "培训",
    "至少",
    "不少于",
    "每年",
    "每人",
    "全年",
    "分别为",
    "到场",
    "提交",
    "约",
    "新增就业",
    "",
]
BEHIND_A_NUMBER = ["", "以内", "以上", "左右", "。", "(含)", "、五个", "，其中三名"]

law = examples(200)
numbers = st.decimals("0", "9999999999", places=2, allow_nan=False, allow_infinity=False)
VOCABULARY = OPERATORS + UNITS + MAGNITUDES + CALENDAR + WORDS + NUMBERS * 8 + JOINTS * 4
tokens = st.sampled_from(VOCABULARY)
texts = st.one_of(st.text(), st.lists(tokens, max_size=9).map("".join), st.sampled_from(EXAMPLES))
contexts = st.sampled_from(
    [Context(), CONTEXT, Context(2024, "timeliness", "服务期限"), Context(2025, None, "完成时间")]
)


@st.composite
def damaged(draw):
    """A text with a character taken out, put in or doubled."""
    text = draw(texts)
    at = draw(st.integers(0, len(text)))
    return draw(st.sampled_from([text[:at] + text[at + 1 :], text[:at] + draw(tokens) + text[at:], text[:at] + text]))


def outside_spans(text, targets) -> Counter:
    """The digits of a text that lie in no span and in no leftover."""
    spans = [range(one.span_start, one.span_end) for one in targets if one.span_start is not None]
    outside = Counter(c for at, c in enumerate(text) if c.isdigit() and not any(at in span for span in spans))
    return outside - Counter("".join(one.leftover for one in targets))


@examples(2000)
@given(damaged(), contexts)
def test_parsing_never_raises_and_states_at_least_one_target(text, context):
    assert parse_target(text, context)
    find_quantities(text)
    explain(text, context)


def test_no_mixture_of_known_words_raises_or_loses_a_digit():
    words = random.Random(20250101)
    for _ in range(5000):
        text = "".join(words.choices(VOCABULARY, k=words.randint(1, 7)))
        assert outside_spans(text, parse_target(text, CONTEXT)) == Counter()


@law
@given(damaged(), contexts)
def test_no_digit_is_lost(text, context):
    assert outside_spans(text, parse_target(text, context)) == Counter()


def numbers_in_characters(text) -> list[str]:
    """The numbers in characters of a text that count beyond doubt."""
    read = GRAMMAR.normalise(text).read
    found = [match.span() for match in NUMBER_IN_CHARACTERS.finditer(read)]
    idioms = [(end - len(word), end) for _, end in found for word in NO_NUMBERS if read[:end].endswith(word)]
    return [read[start:end] for start, end in found if not any(at <= start and end == last for at, last in idioms)]


def is_silent(text, context=CONTEXT) -> bool:
    """Whether a text is called clean and states fewer values than it holds numbers in characters."""
    targets = parse_target(text, context)
    stated = sum(one.kind != "qualitative" for one in targets)
    return all(one.status == "clean" for one in targets) and len(numbers_in_characters(text)) > stated


@every("text", sorted({row["text"] for name in LISTS for row in read_rows(name)} | set(EXAMPLES)))
def test_no_number_in_characters_of_the_lists_is_lost(text):
    assert not is_silent(text)


def test_no_number_in_characters_is_lost_among_known_words():
    words = random.Random(20250102)
    mixed = ("".join(words.choices(VOCABULARY, k=words.randint(1, 7))) for _ in range(5000))
    parts = (BEFORE_A_NUMBER, NUMBERS_IN_CHARACTERS, UNITS, BEHIND_A_NUMBER)
    phrases = ("".join(map(words.choice, parts)) for _ in range(5000))
    texts = [text for text in (*mixed, *phrases) if numbers_in_characters(text)]
    assert len(texts) > 2000
    assert [text for text in texts if is_silent(text)] == []


@law
@given(damaged(), contexts)
def test_no_number_in_characters_is_lost(text, context):
    assert not is_silent(text, context)


@law
@given(damaged(), contexts)
def test_spans_stand_in_order_and_apart(text, context):
    bounds = [
        bound
        for one in parse_target(text, context)
        if one.span_start is not None
        for bound in (one.span_start, one.span_end)
    ]
    assert bounds == sorted(bounds) and all(0 <= bound <= len(text) for bound in bounds)


@law
@given(damaged(), contexts)
def test_what_is_left_over_is_said_to_be_partial(text, context):
    for target in parse_target(text, context):
        assert (target.status == "clean") == (target.leftover == "")
        assert all(piece in text for piece in target.leftover.split())


@law
@given(damaged(), contexts)
def test_nothing_is_invented(text, context):
    read = GRAMMAR.normalise(text).read
    for target in parse_target(text, context):
        if target.operator:
            assert any(spelling in read for spelling in [*OPERATORS, *CALENDAR, "±"])
        for part in (target.measure_unit or "").split("/"):
            spellings = [spelling for spelling, unit in GRAMMAR.units.known.items() if unit.unit == part]
            assert any(spelling in read for spelling in [part, *spellings])
        if target.change or target.change_from:
            assert target.kind == "quantity" and target.change
            words = [rule.word for rule in RULES.words if DIRECTIONS.get(rule.piece) == target.change]
            assert any(word in read for word in words)
        if target.year_source == "fiscal_year":
            assert context.fiscal_year
        if target.year_source == "text":
            assert str((target.due_end or target.due_start).year)[:3] in read.translate(SAID_ONE_BY_ONE)


@law
@given(damaged(), contexts)
def test_bounds_and_base_bounds_follow_from_the_number(text, context):
    for target in parse_target(text, context):
        if target.kind != "quantity":
            assert target.low is target.high is target.measure_unit is target.factor is None
            continue
        assert (target.low is not None) == (target.low_inclusive is not None) == (target.base_low is not None)
        assert (target.high is not None) == (target.high_inclusive is not None) == (target.base_high is not None)
        assert target.operator != ">" or target.low_inclusive is False
        assert target.operator != "<" or target.high_inclusive is False
        if target.operator in (None, "=", "~"):
            assert target.low == target.high


@law
@given(damaged(), contexts)
def test_rendering_parses_back_to_the_same_target(text, context):
    for target in parse_target(text, context):
        if target.kind == "quantity" or target.due_start or target.due_end:
            assert is_same(parse_target(render(target))[0], target)


@law
@given(
    st.sampled_from(["≥", "≤", ">", "<", "=", "不低于", "不超过", ""]),
    numbers,
    st.sampled_from([*MAGNITUDES, ""]),
    st.sampled_from(UNITS),
)
def test_operator_number_magnitude_and_unit_are_read_as_written(operator, number, magnitude, unit):
    (target,) = parse_target(f"{operator}{number:f}{magnitude}{unit}")
    read = GRAMMAR.units.read(GRAMMAR.normalise(magnitude + unit).read)
    assert target.kind in ("quantity", "date")
    if target.kind == "quantity":
        assert (target.low if target.low is not None else target.high) == number
        assert (target.measure_unit, target.dimension, target.base_unit) == (read.unit, read.dimension, read.base_unit)
        bound = target.base_low if target.base_low is not None else target.base_high
        assert bound == times(number, read.factor)


@law
@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["", "前", "之前", "以前"]))
def test_every_day_of_the_calendar_is_read_as_written(day, before):
    (target,) = parse_target(f"{day.year}年{day.month}月{day.day}日{before}")
    assert (target.due_end, target.due_precision, target.status) == (day, "day", "clean")
    assert target.due_start == (None if before else day)
    assert target.operator == ("<=" if before else None)


REPEATED = [
    "8个",
    "每人",
    "1,",
    "95%、",
    "元/",
    "5元/",
    "不超过",
    "三百",
    "2025年12月",
    "1",
    "-",
    "(",
    "完成",
    "8 ",
    "有效",
]


def seconds(part: str, length: int) -> float:
    """The processor time that a text of about this length takes, the least of three."""
    text, spent = part * (length // len(part)), []
    for _ in range(3):
        begin = process_time()
        parse_target(text, CONTEXT)
        find_quantities(text)
        spent.append(process_time() - begin)
    return min(spent)


@pytest.mark.parametrize("part", REPEATED)
def test_reading_takes_time_that_grows_with_the_length_of_a_text_and_not_with_its_square(part):
    seconds(part, 100)
    assert seconds(part, 16_000) / seconds(part, 2_000) < 8 * 3


def test_targets_and_context_are_picklable():
    assert pickle.loads(pickle.dumps(parse.parse_target)) is parse.parse_target
    targets = parse_target("≤8.23万元/年/人", CONTEXT)
    assert pickle.loads(pickle.dumps(targets)) == targets and isinstance(targets[0].high, Decimal)


@pytest.mark.parametrize(
    ("text", "stated", "last"),
    [
        ("≥8个" + "，按期完成" * 500, 1, Decimal(8)),
        ("≥8个，" * 800, None, Decimal(8)),
        ("完成" * 990 + "，≥12个" * 100, 3, Decimal(12)),
        ("好" * (parse.LONGEST - 5) + "1234567890个", None, None),
        ("1" * 5000, None, None),
    ],
)
def test_a_text_longer_than_any_value_is_never_read_clean_nor_lost(text, stated, last):
    targets = parse_target(text, CONTEXT)
    assert targets[-1].status in ("partial", "unparsed")
    assert all(one.low in (None, last) for one in targets)
    assert stated in (None, len(targets))
    spans = [one.span for one in targets if one.span_end is not None]
    outside = [char for at, char in enumerate(text) if char.isdigit() and not any(a <= at < b for a, b in spans)]
    assert "".join(outside) in "".join(filter(str.isdigit, "".join(one.leftover for one in targets)))


def test_blanks_make_no_text_long():
    assert parse_target(" " * 3000 + "≥8个" + "\n" * 3000, CONTEXT)[0].status == "clean"
