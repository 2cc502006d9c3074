"""Faults in rows: their classes and names, rows too many and too few, what is said of all rows of a form."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.seeded_faults.company import COSTS, FIRST, OWN, TEXT, VALUE, WEIGHTS
from benchmarks.seeded_faults.places import Fault, Spoiled, in_row, with_added, with_rows
from benchmarks.seeded_faults.printed import Stated, in_class, name, number_in, other_number, squeezed, stated
from benchmarks.seeded_faults.values import is_share
from pipeline.model.reading import RawIndicator, Reading

CLASSES = ("数量", "质量", "时效", "成本", "满意")
"""Classes of which a form must have an indicator, by a word of their names."""
BENEFITS = ("经济效益", "社会效益", "生态效益", "可持续")


def of_form(reading: Reading, form_no: int) -> list[RawIndicator]:
    return [row for row in reading.indicators if row.form_no == form_no]


def classed(row: RawIndicator, like: RawIndicator) -> RawIndicator:
    """The row under the class of another."""
    levels = {level: like.texts[level] for level in ("level1", "level2") if level in like.texts}
    return replace(row, texts={**row.texts, **levels})


def named(row: RawIndicator, new: str, **texts: str) -> RawIndicator:
    return replace(row, texts={**row.texts, "indicator_name": new, **texts})


def _class_left_out(reading: Reading, chance: Random) -> Spoiled | None:
    """Takes out all indicators that a form has of a class."""
    places = [(row.form_no, word) for row in reading.indicators for word in CLASSES if in_class(row, word)]
    if not places:
        return None
    form_no, word = chance.choice(sorted(set(places)))
    rows = [row for row in reading.indicators if row.form_no != form_no or not in_class(row, word)]
    left = any(row.form_no == form_no for row in rows)
    return Spoiled(replace(reading, indicators=tuple(rows)), form_no) if left else None


def _doubled(reading: Reading, chance: Random) -> Spoiled | None:
    """Puts a row in a second time at the end of its form, but no cost: that would change the sum as well."""
    places = [row for row in reading.indicators if not in_class(row, "成本") and name(row) and _has_target(row)]
    if not places:
        return None
    row = chance.choice(places)
    return with_added(reading, row.form_no, [row])


def _has_target(row: RawIndicator) -> bool:
    return any(value.what == "target" and value.text.strip() for value in row.values)


def _again_in(moved: tuple[str, ...], into: tuple[str, ...]):
    """Puts a row of some classes in a second time, under another class that its form has."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [
            (row, like)
            for row in reading.indicators
            if in_class(row, *moved) and name(row)
            for like in of_form(reading, row.form_no)
            if in_class(like, *into) and squeezed(like.texts["level2"]) != squeezed(row.texts["level2"])
        ]
        if not places:
            return None
        row, like = chance.choice(places)
        return with_added(reading, row.form_no, [classed(row, like)])

    return plant


def _elsewhere(reading: Reading, chance: Random) -> Spoiled | None:
    """Puts a row of one project into another, under another class of benefits."""
    places = [
        (row, like)
        for row in reading.indicators
        if in_class(row, *BENEFITS) and len(name(row)) >= 4
        for like in reading.indicators
        if like.form_no != row.form_no
        and in_class(like, *BENEFITS)
        and squeezed(like.texts["level2"]) != squeezed(row.texts["level2"])
    ]
    if not places:
        return None
    row, like = chance.choice(places)
    return with_added(reading, like.form_no, [classed(row, like)])


def _moved(from_word: str, to_word: str, fits: Callable[[Stated], bool]):
    """Puts a row among those of another class of its form."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [
            (one, like)
            for one in stated(reading)
            if in_class(one.row, from_word) and fits(one)
            for like in of_form(reading, one.row.form_no)
            if in_class(like, to_word)
        ]
        if not places:
            return None
        one, like = chance.choice(places)
        return with_rows(reading, one.i, [classed(one.row, like)])

    return plant


def _is_money(one: Stated) -> bool:
    return one.said.dimension == "money"


def _of_stated(fits: Callable[[Stated], bool], change: Callable[[Stated, Random], RawIndicator | None]):
    """Changes the row of a target value that fits."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [one for one in stated(reading) if fits(one) and change(one, Random(0))]
        if not places:
            return None
        one = chance.choice(places)
        return with_rows(reading, one.i, [change(one, chance)])

    return plant


def _named_like_quantity(one: Stated, chance: Random) -> RawIndicator:
    core = re.sub(r"(单位)?(成本|费用|标准|单价|经费|金额)$", "", one.name)
    return named(one.row, core + chance.choice(["数量", "个数", "人数", "次数"]))


def _vague(one: Stated, _: Random) -> RawIndicator | None:
    """What is measured goes from the name into the description."""
    core = re.sub(r"(\w{2})(率|占比|比例)$", "", one.name)
    fits = "description" in one.row.texts and len(core) >= 2 and core != one.name
    return named(one.row, core, description=one.name) if fits else None


def _with_template(row: RawIndicator, chance: Random) -> RawIndicator | None:
    mark = chance.choice(["（≥**个）", "（××项目）", "（XX%）"])
    return named(row, name(row) + mark) if name(row) and "*" not in name(row) else None


def _other_weight(row: RawIndicator, chance: Random) -> RawIndicator | None:
    weight = row.texts.get("weight", "")
    if number_in(weight) is None:
        return None
    return replace(
        row,
        texts={
            **row.texts,
            "weight": re.sub(r"\d+(\.\d+)?", lambda match: other_number(match[0], chance), weight, count=1),
        },
    )


def _repeated_descriptions(reading: Reading, chance: Random) -> Spoiled | None:
    """Every description of a form repeats the name."""
    places = sorted({
        row.form_no for row in reading.indicators if squeezed(row.texts.get("description")) not in ("", name(row))
    })  # fmt: skip
    if not places:
        return None
    form_no = chance.choice(places)
    rows = [
        named(row, row.texts["indicator_name"], description=row.texts["indicator_name"])
        if row.form_no == form_no and "description" in row.texts
        else row
        for row in reading.indicators
    ]
    return Spoiled(replace(reading, indicators=tuple(rows)), form_no)


def projects(reading: Reading) -> Iterator[tuple[int, str]]:
    """The forms with the names of their projects, years aside."""
    for form in reading.forms:
        for one in form.fields:
            if one.name == "project_name":
                yield form.form_no, re.sub(r"20\d\d年?度?", "", squeezed(one.text))


def _dearer(reading: Reading, chance: Random) -> Spoiled | None:
    """Another project pays more for the same."""
    prices = [
        one for one in stated(reading) if in_class(one.row, "成本") and _is_money(one) and "/" in one.said.measure_unit
    ]
    places = [(one, form_no) for one in prices for form_no, _ in projects(reading) if form_no != one.row.form_no]
    if not places:
        return None
    one, form_no = chance.choice(places)
    values = tuple(replace(value, text=_raised(value.text)) for value in one.row.values)
    return with_added(reading, form_no, [replace(one.row, values=values)])


def _raised(text: str) -> str:
    return re.sub(r"\d[\d,]*(\.\d+)?", lambda match: f"{Decimal(match[0].replace(',', '')) * 2}", text)


def _work_again(reading: Reading, chance: Random) -> Spoiled | None:
    """Two quantities of one project stand in another of another name too."""
    found = dict(projects(reading))
    places = []
    for form_no in found:
        counted = [row for row in of_form(reading, form_no) if in_class(row, "数量") and len(name(row)) >= 4]
        if len({name(row) for row in counted}) >= 2:
            places += [
                (counted, other) for other in found if found[other] != found[form_no] and of_form(reading, other)
            ]
    if not places:
        return None
    counted, other = chance.choice(places)
    by_name = {name(row): row for row in counted}
    return with_added(reading, other, [by_name[one] for one in chance.sample(sorted(by_name), 2)])


ADDED = OWN | WEIGHTS | {"same_name_two_classes", "classed_differently", "duplicate_indicator"}
NAMESAKES = frozenset({"same_name_two_classes", "classed_differently"})
"""What leaves its class may have namesakes that stay."""
NAMES = frozenset({"name_contradicts_class"})
FAULTS = (
    Fault(
        "a class left out",
        _class_left_out,
        frozenset({"missing_class"}),
        COSTS | WEIGHTS | {"goal_without_indicator"} | FIRST,
    ),
    Fault("a row doubled", _doubled, frozenset({"duplicate_indicator"}), OWN | WEIGHTS | TEXT),
    Fault(
        "a row again in another class",
        _again_in(("数量", "质量", *BENEFITS), ("质量", *BENEFITS)),
        frozenset({"same_name_two_classes"}),
        ADDED,
    ),
    Fault(
        "an indicator of one project in another under another class",
        _elsewhere,
        frozenset({"classed_differently", "row_of_another_project"}),
        ADDED,
    ),
    # What leaves a class may have been all of it.
    Fault(
        "satisfaction among the qualities",
        _moved("满意", "质量", lambda one: is_share(one) and "满意" in one.name),
        NAMES,
        frozenset({"missing_class"}) | NAMESAKES,
    ),
    Fault(
        "a cost among the quantities",
        _moved("成本", "数量", _is_money),
        NAMES | {"money_in_quantity", "price_in_quantity"},
        frozenset({"missing_class"}) | NAMESAKES | VALUE,
    ),
    Fault(
        "a cost named like a quantity",
        _of_stated(lambda one: in_class(one.row, "成本") and _is_money(one), _named_like_quantity),
        NAMES,
        VALUE,
    ),
    Fault(
        "a measure in the description only",
        _of_stated(is_share, _vague),
        frozenset({"measure_only_in_description"}),
        frozenset({"descriptions_repeat_names"}),
    ),
    Fault(
        "a template's placeholder in a name",
        in_row(lambda row: True, _with_template),
        frozenset({"template_not_filled"}),
        # The first description that repeats its name is another one then.
        VALUE | {"descriptions_repeat_names"},
    ),
    Fault(
        "the points of an indicator changed",
        in_row(_has_target, _other_weight),
        WEIGHTS,
        frozenset(
            {"score_above_weight", "score_above_proportion", "shortfall_without_reason", "score_contradicts_result"}
        ),
    ),
    Fault(
        "descriptions that repeat the names",
        _repeated_descriptions,
        frozenset({"descriptions_repeat_names"}),
        frozenset({"qualitative_without_standard"}),
    ),
    Fault("a price doubled in another project", _dearer, frozenset({"unit_price_differs"}), ADDED | COSTS),
    Fault(
        "work of one project in another",
        _work_again,
        frozenset({"work_may_be_funded_twice"}),
        ADDED | COSTS | TEXT | {"row_of_another_project"},
        anywhere=True,
    ),
)
