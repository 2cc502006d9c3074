"""Faults in how indicators and goals are worded: rows that say nothing, two things in one, bars that are lax."""

from dataclasses import replace
from random import Random

from benchmarks.seeded_faults.company import COSTS, FIRST, OWN, PEERS, RESULTS, TEXT, WEIGHTS
from benchmarks.seeded_faults.places import Fault, Plant, Spoiled, fields_named, in_field, with_added
from benchmarks.seeded_faults.printed import Stated, in_class, squeezed, stated
from pipeline.model.reading import RawIndicator, RawValue, Reading

LEVELS = ("level1", "level2")
BENEFITS = ("经济效益", "社会效益", "生态效益", "可持续")
SENTENCE = "按照主管部门年度工作要求组织各单位开展相关业务并在年底之前全部完成检查验收"


def _row(class_word: str, name: str, value: str) -> Plant:
    """Puts a row of this name and value at the end of a form that has rows of a class, and prints one target each."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [row for row in reading.indicators if in_class(row, class_word) and len(row.values) == 1]
        return _added(reading, chance.choice(places), name, value) if places else None

    return plant


def _added(reading: Reading, like: RawIndicator, name: str, value: str) -> Spoiled:
    texts = {level: like.texts[level] for level in LEVELS if level in like.texts} | {"indicator_name": name}
    row = replace(like, texts=texts, values=(_reworded(like.values[0], value),))
    return with_added(reading, like.form_no, [row])


def _all(reading: Reading, chosen: list[Stated], text: str) -> Spoiled:
    """Prints one text in the place of several values of a form."""
    places = {(one.i, one.v) for one in chosen}
    rows = tuple(
        replace(
            row,
            values=tuple(_reworded(value, text) if (i, v) in places else value for v, value in enumerate(row.values)),
        )
        for i, row in enumerate(reading.indicators)
    )
    return Spoiled(replace(reading, indicators=rows), chosen[0].row.form_no)


def _reworded(value: RawValue, text: str) -> RawValue:
    return replace(value, text=text, operator="", unit="")


def _benefits_in_words(reading: Reading, chance: Random) -> Spoiled | None:
    """Every benefit of a form that states one loses its number."""
    numbered = [one for one in stated(reading) if in_class(one.row, *BENEFITS) and one.said.kind == "quantity"]
    forms = sorted({one.row.form_no for one in numbered if not one.value.grade})
    if not forms:
        return None
    form_no = chance.choice(forms)
    return _all(
        reading,
        [one for one in stated(reading) if in_class(one.row, *BENEFITS) and one.row.form_no == form_no],
        "明显改善",
    )


def _at_year_end(reading: Reading, chance: Random) -> Spoiled | None:
    """All deadlines of a form that has two move to the end of the year."""
    dated = [one for one in stated(reading) if one.said.kind == "date" and one.year and one.value.period != "whole"]
    forms = {one.row.form_no for one in dated}
    several = [form_no for form_no in sorted(forms) if len({one.i for one in dated if one.row.form_no == form_no}) > 1]
    if not several:
        return None
    form_no = chance.choice(several)
    chosen = [one for one in dated if one.row.form_no == form_no]
    return _all(reading, chosen, f"{chosen[0].year}年12月31日前")


def _goals(reading: Reading) -> list[tuple[int, int]]:
    """The goals of the forms that print them in one field."""
    found = fields_named(reading, "goals")
    return [
        (f, i)
        for f, i in found
        if [other for other, _ in found].count(f) == 1 and squeezed(reading.forms[f].fields[i].text)
    ]


FAULTS = (
    Fault(
        "two measures in one row",
        _row("质量", "政策知晓率和群众参与度", "≥90%"),
        frozenset({"two_measures_in_one"}),
        WEIGHTS | RESULTS,
    ),
    Fault(
        "a sentence for a name",
        _row("数量", SENTENCE, "8个"),
        frozenset({"name_is_a_sentence"}),
        WEIGHTS | RESULTS | TEXT,
    ),
    Fault(
        "payments that may be wrong",
        _row("质量", "补贴资金发放准确率", "≥90%"),
        frozenset({"lax_bar"}),
        WEIGHTS | RESULTS | PEERS,
    ),
    Fault(
        "a value that repeats its name",
        _row("社会效益", "提高群众防灾意识", "有效提升"),
        frozenset({"value_repeats_name"}),
        WEIGHTS | RESULTS,
    ),
    Fault(
        "a deadline without a time",
        _row("时效", "物资发放及时性", "及时"),
        frozenset({"timeliness_without_time"}),
        WEIGHTS | RESULTS,
    ),
    Fault(
        "a cost without money",
        _row("成本", "办公成本", "合理"),
        frozenset({"value_does_not_fit_class"}),
        WEIGHTS | RESULTS | COSTS,
    ),
    Fault(
        "a number without a unit",
        _row("数量", "巡检点位", "8"),
        frozenset({"number_without_unit"}),
        WEIGHTS | RESULTS | TEXT,
    ),
    Fault(
        "benefits without a number",
        _benefits_in_words,
        frozenset({"benefit_not_quantified"}),
        OWN | RESULTS | FIRST | {"nature_contradicts_value"},
    ),
    Fault("all deadlines at the year's end", _at_year_end, frozenset({"deadlines_all_at_year_end"}), OWN | RESULTS),
    Fault(
        "goals that only name the work",
        in_field(_goals, lambda *_: "1.开展各项工作"),
        frozenset({"goal_without_effect"}),
        TEXT | {"purpose_repeats_goals"},
    ),
)
