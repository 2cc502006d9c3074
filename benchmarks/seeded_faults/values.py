"""Faults in a target value alone: its number, its sign, its unit, its date, or that it is there at all."""

import re
from dataclasses import replace
from random import Random

from benchmarks.seeded_faults.company import COSTS, OWN, PEERS, REGIONS, RESULTS, TEXT, VALUE
from benchmarks.seeded_faults.documents import YEAR
from benchmarks.seeded_faults.places import Fault, in_value
from benchmarks.seeded_faults.printed import (
    NUMBER,
    PERCENT,
    Stated,
    has_one_number,
    in_class,
    other_number,
    squeezed,
    turned,
    with_number,
    with_unit,
)
from pipeline.model.reading import RawValue

SHARE = re.compile(r"(率|满意度|满意程度|占比|比例)$")
MAY_EXCEED = re.compile(r"增|提|升|降|减|节|超")
TYPOS = dict(zip("个人场次台户座条处盏", "各入扬欠抬卢坐跳外浅", strict=True))
WORDS = ("有效提升", "明显改善", "基本满足", "持续优化")
COUNTED = re.compile(r"[（(][个人户座条处][）)]$")
ROUND_UNITS = frozenset("个 人 次 场 台 户 座 条 处 盏 家 项 套 辆 期 部 人次 件".split())


def is_share(one: Stated) -> bool:
    return one.said.dimension == "ratio" and bool(SHARE.search(one.name)) and has_one_number(one.value)


def _is_floor(one: Stated) -> bool:
    return one.said.operator in (">=", ">")


def _is_ceiling(one: Stated) -> bool:
    return one.said.operator in ("<=", "<")


def _is_cost(one: Stated) -> bool:
    return in_class(one.row, "成本") and one.said.dimension == "money" and has_one_number(one.value)


def _is_delay(one: Stated) -> bool:
    return (
        in_class(one.row, "时效", "进度")
        and one.said.dimension in ("duration", "workdays")
        and "/" not in one.said.measure_unit
    )


def _is_count(one: Stated) -> bool:
    return one.said.dimension == "count" and one.said.measure_unit in ROUND_UNITS and has_one_number(one.value)


def _has_year(one: Stated) -> bool:
    return one.said.kind == "date" and len(YEAR.findall(one.value.text)) == 1


def _turn(one: Stated, _: Random) -> RawValue | None:
    return turned(one.value)


def _above_100(one: Stated, chance: Random) -> RawValue:
    return with_number(one.value, f"{chance.randint(105, 195)}")


def _without_percent(one: Stated, _: Random) -> RawValue | None:
    return with_unit(one.value, PERCENT, "")


def _counted(one: Stated, _: Random) -> RawValue | None:
    return with_unit(one.value, PERCENT, "个")


def _fraction(one: Stated, chance: Random) -> RawValue:
    return with_number(one.value, f"{chance.randint(1, 8)}.{chance.randint(1, 9)}")


def _in_money(one: Stated, _: Random) -> RawValue | None:
    return with_unit(one.value, re.compile(re.escape(one.said.measure_unit)), "万元")


def _as_price(one: Stated, _: Random) -> RawValue | None:
    return with_unit(one.value, re.compile(re.escape(one.said.measure_unit)), f"元/{one.said.measure_unit}")


def _misspelt(one: Stated, _: Random) -> RawValue | None:
    return with_unit(one.value, re.compile(re.escape(one.said.measure_unit)), TYPOS[one.said.measure_unit])


def _other_year(one: Stated, chance: Random) -> RawValue:
    """A year that the fiscal year is not."""
    printed = int(YEAR.search(one.value.text)[0])
    other = chance.choice([year for year in range(printed - 2, printed + 3) if year not in (printed, one.year)])
    return replace(one.value, text=YEAR.sub(str(other), one.value.text))


def _without_year(one: Stated, _: Random) -> RawValue | None:
    left = re.sub(r"20\d\d年", "", one.value.text)
    return replace(one.value, text=left) if left not in ("", one.value.text) else None


def _impossible(one: Stated, chance: Random) -> RawValue | None:
    """The 30th of February, the 31st of a month of 30 days."""
    month, day = chance.choice([(2, 30), (4, 31), (6, 31), (9, 31), (11, 31)])
    text, n = re.subn(r"(?<=年)\d{1,2}月(\d{1,2}日|底)?", f"{month}月{day}日", one.value.text)
    return replace(one.value, text=text) if n else None


def _word(one: Stated, chance: Random) -> RawValue:
    return replace(one.value, text=chance.choice(WORDS), operator="", unit="")


def _contradicted(one: Stated, _: Random) -> RawValue | None:
    """A word of the other direction behind a number whose sign stands before it or in its column."""
    if not re.search(r"[≥≤≧≦]|[<>]=", one.value.operator + one.value.text) or re.search("以[上下内內]", one.value.text):
        return None
    return replace(one.value, text=one.value.text.rstrip() + ("以下" if _is_floor(one) else "以上"))


def _stray(one: Stated, chance: Random) -> RawValue:
    mark = chance.choice("工二丨")
    return replace(one.value, text=NUMBER.sub(lambda match: mark + match[0], one.value.text, count=1))


def _run_together(one: Stated, _: Random) -> RawValue:
    digits = re.sub(r"\D", "", NUMBER.search(one.value.text)[0])
    return with_number(one.value, digits * (30 // len(digits) + 1))


def _unit_in_both(one: Stated, chance: Random) -> RawValue | None:
    """Another unit behind the number than the one that the column beside it states."""
    units = [unit for unit in ("个", "次", "%", "公里", "万元", "小时") if unit != squeezed(one.value.unit)]
    return replace(one.value, text=one.value.text.strip() + chance.choice(units)) if one.value.unit else None


def _is_said_to_be_a_quantity(one: Stated) -> bool:
    return squeezed(one.row.texts.get("nature")) == "定量" and one.said.kind == "quantity"


def _has_no_standard(one: Stated) -> bool:
    texts = one.row.texts
    described = squeezed(texts.get("description")) not in ("", one.name)
    return (
        not described
        and not squeezed(texts.get("standard"))
        and one.said.kind == "quantity"
        and len(one.row.values) == 1
    )


def _is_bare(one: Stated) -> bool:
    """A number with nothing behind it in its cell."""
    return one.said.kind == "quantity" and bool(re.search(r"\d\s*$", one.value.text)) and has_one_number(one.value)


def is_number(one: Stated) -> bool:
    return one.said.kind == "quantity" and has_one_number(one.value)


TOTALS = ("合计", "总计")


def _is_added_up(one: Stated) -> bool:
    """A count of a table in which every place and their total state one; its unit may stand behind the name."""
    regions = [value.region for value in one.row.values]
    return (
        any(region in TOTALS for region in regions)
        and len(regions) > 2
        and all(has_one_number(value) for value in one.row.values)
        and (one.said.dimension == "count" or bool(COUNTED.search(one.name)))
    )


def _other_count(one: Stated, chance: Random) -> RawValue:
    return with_number(one.value, other_number(NUMBER.search(one.value.text)[0], chance))


DIRECTION = frozenset({"direction_contradicts_meaning"})
PERIODS = frozenset({"deadline_outside_fiscal_year", "deadline_outside_project_period"})

FAULTS = (
    Fault("the sign of a share turned round", in_value(is_share, _turn), DIRECTION, VALUE),
    Fault(
        "the sign of a cost turned round",
        in_value(lambda one: _is_cost(one) and _is_ceiling(one), _turn),
        DIRECTION,
        VALUE,
    ),
    Fault(
        "the sign of a delay turned round",
        in_value(lambda one: _is_delay(one) and _is_ceiling(one), _turn),
        DIRECTION,
        VALUE,
    ),
    Fault(
        "a percentage above 100",
        in_value(lambda one: is_share(one) and not _is_ceiling(one) and not MAY_EXCEED.search(one.name), _above_100),
        frozenset({"share_above_100"}),
        VALUE,
    ),
    # What else the unit column says then counts.
    Fault(
        "the percent sign of a rate left out",
        in_value(is_share, _without_percent),
        frozenset({"rate_without_percent"}),
        PEERS | {"new_unit"},
    ),
    Fault(
        "a rate counted in things",
        in_value(is_share, _counted),
        frozenset({"rate_without_percent"}),
        VALUE | {"unit_contradicts_value", "fraction_of_a_whole"},
    ),
    Fault(
        "a fraction of a thing",
        in_value(lambda one: _is_count(one) and one.said.factor == 1, _fraction),
        frozenset({"fraction_of_a_whole"}),
        VALUE,
    ),
    Fault(
        "a quantity in money",
        in_value(lambda one: _is_count(one) and one.said.factor == 1 and in_class(one.row, "数量"), _in_money),
        frozenset({"money_in_quantity"}),
        VALUE | {"unit_contradicts_value"},
    ),
    Fault(
        "a price among the quantities",
        in_value(lambda one: _is_count(one) and one.said.factor == 1 and in_class(one.row, "数量"), _as_price),
        frozenset({"price_in_quantity"}),
        VALUE | {"unit_contradicts_value"},
    ),
    Fault(
        "a unit misspelt",
        in_value(lambda one: _is_count(one) and one.said.measure_unit in TYPOS, _misspelt),
        frozenset({"new_unit", "target_partly_parsed"}),
        COSTS,
    ),
    Fault(
        "a unit that contradicts its column",
        in_value(_is_bare, _unit_in_both),
        # The unit of the cell counts: what is wrong with it there is told too.
        frozenset({"unit_contradicts_value"}),
        VALUE | {"rate_without_percent", "money_in_quantity", "name_contradicts_class", "fraction_of_a_whole"},
    ),
    Fault(
        "the total of the regions changed",
        in_value(lambda one: one.value.region in TOTALS and _is_added_up(one), _other_count),
        REGIONS,
        VALUE,
    ),
    Fault(
        "the count of a region changed",
        in_value(lambda one: one.value.region not in TOTALS and _is_added_up(one), _other_count),
        REGIONS,
        VALUE,
    ),
    Fault("a deadline in another year", in_value(_has_year, _other_year), PERIODS, RESULTS),
    Fault("the year of a deadline left out", in_value(_has_year, _without_year), frozenset({"deadline_without_year"})),
    Fault(
        "a date that does not exist",
        in_value(_has_year, _impossible),
        frozenset({"impossible_date"}),
        RESULTS | PERIODS,
    ),
    Fault(
        "a word for a number",
        in_value(_has_no_standard, _word),
        frozenset({"qualitative_without_standard", "value_does_not_fit_class", "timeliness_without_time"}),
        COSTS | OWN,
    ),
    Fault(
        "words where a number is announced",
        in_value(_is_said_to_be_a_quantity, _word, whole_row=True),
        frozenset({"nature_contradicts_value"}),
        COSTS | OWN,
    ),
    Fault(
        "a word against the sign",
        in_value(lambda one: is_number(one) and (_is_floor(one) or _is_ceiling(one)), _contradicted),
        frozenset({"operator_contradicts"}),
        VALUE | DIRECTION,
    ),
    Fault("a stray character before a number", in_value(is_number, _stray), frozenset({"target_partly_parsed"}), VALUE),
    Fault(
        "the digits of a number run together",
        in_value(is_number, _run_together),
        frozenset({"target_unparsed"}),
        COSTS | TEXT,
    ),
)
