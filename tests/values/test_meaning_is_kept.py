"""A value said otherwise means the same, or it is said that it was not understood; one that says something else does not.

Over every value of the lists that is read without doubt.
"""

import re
from dataclasses import replace
from functools import cache

import pytest

from pipeline.model.target import Context
from tests.values.expected import read_rows
from tests.values.ours import parse_in_columns

LISTS = ("cases.csv", "said_otherwise.csv", "as_published.csv", "seed_document.csv")
WIDE = {code: code + 0xFEE0 for code in range(ord("0"), ord("z") + 1) if chr(code).isalnum()} | {ord("%"): "％"}
SIGNS = {"≥": "不低于", "≤": "不超过", ">": "大于", "<": "小于", "不低于": "≥", "不少于": "≥", "不超过": "≤"}
SIGN = re.compile(r"(≥|≤|>|<|=|不低于|不超过|不少于)(?=\d)")
COMPARISON = re.compile(r"低于|高于|超过|少于|多于|大于|小于|晚于")
OTHER_UNITS = (("万元", "元"), ("%", "‰"), ("个工作日", "天"), ("公里", "米"), ("人次", "次"))
DIGITS, PLACES = "零一二三四五六七八九", ("", "十", "百", "千")


def contexts():
    """Each value of the lists once, with what is known beside it."""
    for row in (row for name in LISTS for row in read_rows(name)):
        year, name, sign, unit = (row.get(column) for column in ("fiscal_year", "indicator_name", "sign", "unit"))
        yield row["text"], Context(int(year or 2025), None, name or None, sign or None, unit or None)


@cache
def stated(text, context):
    """What a value means; None if something in it was not understood."""
    targets = parse_in_columns(text, context)
    if any(target.status != "clean" for target in targets):
        return None
    return [
        (
            *(one.kind, one.operator, one.base_low, one.base_high, one.low_inclusive, one.high_inclusive),
            *(one.measure_unit, one.change, one.change_from, one.due_start, one.due_end, one.recurrence),
        )
        for one in targets
    ]


@cache
def values():
    """Those that are read without doubt: asked when a test runs, since every process collects the tests."""
    return [one for one in dict.fromkeys(contexts()) if len(one[0]) < 60 and stated(*one)]


def is_one_number(text, context):
    """Whether a value is one quantity of one number, so that a sign or a unit can be no other's."""
    (first, *others) = stated(text, context)
    return first[0] == "quantity" and not others and len(re.findall(r"[\d.,，]+", text)) == 1


def in_characters(number):
    if number >= 10_000:
        rest = number % 10_000
        return in_characters(number // 10_000) + "万" + ("零" * (0 < rest < 1000) + in_characters(rest) if rest else "")
    places = reversed(list(zip(reversed(str(number)), PLACES, strict=False)))
    said = "".join("零" if digit == "0" else DIGITS[int(digit)] + place for digit, place in places)
    return re.sub(r"^一十", "十", re.sub("零+", "零", said).rstrip("零")) or "零"


def in_wide_characters(text, context):
    return text.translate(WIDE), context


def with_blanks(text, context):
    return re.sub(r"(?<=\d)(?=[^\d\s.,，．a-zA-Z])|(?<=[≥≤><=])(?=\d)", " ", text), context


def with_line_breaks(text, context):
    return re.sub(r"(?<=\d)(?=[㐀-鿿%])", "\n", text), context


def closed_by_a_full_stop(text, context):
    return text + "。", context


def closed_by_a_semicolon(text, context):
    return text + "；", context


def behind_its_name(text, context):
    name = context.indicator_name or "工作任务"
    return f"{name}：{text}", replace(context, indicator_name=name)


def with_its_sign_in_a_column(text, context):
    sign = SIGN.match(text)
    if sign and not context.operator_text and is_one_number(text, context):
        return text[sign.end() :], replace(context, operator_text=sign[1])


def with_its_unit_in_a_column(text, context):
    unit = parse_in_columns(text, context)[0].measure_unit_text
    if unit and text.endswith(unit) and not context.unit_text and is_one_number(text, context):
        return text.removesuffix(unit), replace(context, unit_text=unit)


def with_a_synonym_of_its_sign(text, context):
    sign = SIGN.match(text)
    if sign and sign[1] in SIGNS and is_one_number(text, context):
        return SIGNS[sign[1]] + text[sign.end() :], context


def with_its_number_in_characters(text, context):
    number = re.search(r"(?<![\d.,，．A-Za-z¥￥#前])[1-9]\d{1,4}(?=[㐀-鿿])(?!年)", text)
    if number and is_one_number(text, context):
        return text[: number.start()] + in_characters(int(number[0])) + text[number.end() :], context


KEEPING = (
    in_wide_characters,
    with_blanks,
    with_line_breaks,
    closed_by_a_full_stop,
    closed_by_a_semicolon,
    behind_its_name,
    with_its_sign_in_a_column,
    with_its_unit_in_a_column,
    with_a_synonym_of_its_sign,
    with_its_number_in_characters,
)


def with_another_number(text, context):
    if is_one_number(text, context):
        return re.sub(r"\d", lambda digit: str((int(digit[0]) + 4) % 10), text, count=1), context


def with_another_unit(text, context):
    pairs = ((one, other) for one, other in OTHER_UNITS if text.count(one) == 1)
    return next(((text.replace(*pair), context) for pair in pairs if is_one_number(text, context)), None)


def with_the_other_bound(text, context):
    if is_one_number(text, context) and re.search(r"以[上下]$", text):
        return text.translate(str.maketrans("上下", "下上")), context


def denied(text, context):
    comparison = COMPARISON.search(text)
    if comparison and stated(text, context)[0][0] != "qualitative" and not re.search("[不未没]", text):
        return text[: comparison.start()] + "不" + text[comparison.start() :], context


CHANGING = (with_another_number, with_another_unit, with_the_other_bound, denied)


def said_otherwise(change):
    """The values that a change can be made to, each as it is and changed."""
    made = ((one, change(*one)) for one in values())
    return [(one, other) for one, other in made if other and other != one]


@pytest.mark.parametrize("change", KEEPING, ids=lambda change: change.__name__)
def test_a_value_said_otherwise_means_the_same_or_is_open(change):
    pairs = said_otherwise(change)
    assert len(pairs) > 100
    wrong = [(one, other, stated(*other)) for one, other in pairs if stated(*other) not in (None, stated(*one))]
    assert wrong == []


@pytest.mark.parametrize("change", CHANGING, ids=lambda change: change.__name__)
def test_a_value_that_says_something_else_means_something_else_or_is_open(change):
    pairs = said_otherwise(change)
    assert len(pairs) > 20
    assert [(one, other) for one, other in pairs if stated(*other) == stated(*one)] == []
