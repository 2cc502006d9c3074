"""Faults in running text: amounts, counts and years that are not those of the table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.seeded_faults.company import COSTS, RESULTS, TEXT
from benchmarks.seeded_faults.costs import terms
from benchmarks.seeded_faults.documents import YEAR, fiscal_year
from benchmarks.seeded_faults.places import Fault, Plant, Spoiled, fields_named, in_field, with_field, with_rows
from benchmarks.seeded_faults.printed import (
    NUMBER,
    Stated,
    bound,
    budget,
    has_one_number,
    in_class,
    other_number,
    squeezed,
    stated,
    with_number,
)
from pipeline.model.reading import Reading

TEXTS = ("funding_use", "goals")
AMOUNT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\s*(万?)元(?!/)")


def _texts(reading: Reading) -> Iterator[tuple[int, int, str]]:
    for f, i in fields_named(reading, *TEXTS):
        yield f, i, reading.forms[f].fields[i].text


def _yuan(match: re.Match[str]) -> Decimal:
    return Decimal(match[1]) * (10_000 if match[2] else 1)


def _amount_changed(reading: Reading, chance: Random) -> Spoiled | None:
    """Changes an amount that a text names, where all of its amounts come to the budget or this is that of a cost."""
    places = []
    for f, i, text in _texts(reading):
        found, total = list(AMOUNT.finditer(text)), budget(reading, f)
        costs = [bound(cost.said) for cost, by in terms(reading, f) if not by]
        adds_up = total and sum(map(_yuan, found)) == total.amount
        places += [(f, i, match) for match in found if adds_up or _yuan(match) in costs]
    if not places:
        return None
    f, i, match = chance.choice(places)
    return with_field(reading, f, i, _replaced(match, 1, other_number(match[1], chance)))


def _replaced(match: re.Match[str], group: int, by: str) -> str:
    return match.string[: match.start(group)] + by + match.string[match.end(group) :]


def _repeated(reading: Reading) -> Iterator[tuple[Stated, int, int, re.Match[str]]]:
    """The counts of the table that a text of the form repeats, number and unit."""
    for one in stated(reading):
        if one.said.dimension == "count" and in_class(one.row, "数量") and has_one_number(one.value):
            number = NUMBER.search(one.value.text)[0].replace(",", "").removesuffix(".00")
            pattern = re.compile(
                rf"(?<![\d.])({re.escape(number)})\s*{re.escape(one.said.measure_unit_text or one.said.measure_unit)}"
            )
            for f, i, text in _texts(reading):
                same_span = reading.forms[f].fields[i].period in ("", one.value.period) or not one.value.period
                if reading.forms[f].form_no == one.row.form_no and same_span and one.said.measure_unit:
                    yield from ((one, f, i, match) for match in pattern.finditer(text))


def _count_changed(in_text: bool) -> Plant:
    """Changes a count in the text, or in the table, where the other repeats it."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = list(_repeated(reading))
        if not places:
            return None
        one, f, i, match = chance.choice(places)
        if in_text:
            return with_field(reading, f, i, _replaced(match, 1, _other_count(match[1], chance)))
        value = with_number(one.value, _other_count(match[1], chance))
        values = (*one.row.values[: one.v], value, *one.row.values[one.v + 1 :])
        return with_rows(reading, one.i, [replace(one.row, values=values)])

    return plant


def _other_count(printed: str, chance: Random) -> str:
    return other_number(printed, chance)


def _years(reading: Reading) -> Iterator[tuple[int, int]]:
    """Texts that name the fiscal year and no other."""
    for f, i, text in _texts(reading):
        year = fiscal_year(reading, reading.forms[f])
        if {match[0] for match in YEAR.finditer(text)} == {str(year)}:
            yield f, i


def _other_year(reading: Reading, f: int, i: int, chance: Random) -> str:
    year = fiscal_year(reading, reading.forms[f])
    return reading.forms[f].fields[i].text.replace(str(year), str(year - chance.randint(1, 3)))


def _yearless(reading: Reading) -> Iterator[tuple[int, int]]:
    """Texts for the year that name none."""
    for f, i, text in _texts(reading):
        named = YEAR.search(text)
        if fiscal_year(reading, reading.forms[f]) and not named and reading.forms[f].fields[i].period != "whole":
            yield f, i


def _year_before_it(reading: Reading, f: int, i: int, chance: Random) -> str:
    """Another year at the beginning of the text, behind a numbering."""
    year = fiscal_year(reading, reading.forms[f]) + chance.choice([-2, -1, 1])
    text = reading.forms[f].fields[i].text
    at = re.match(r"\s*(?:\d+\.|目标\s*\d+\s*[:：])?", text).end()
    return f"{text[:at]}{year}年{text[at:]}"


def _budgeted(reading: Reading) -> Iterator[tuple[int, int]]:
    return (
        (f, i) for f, i, _ in _texts(reading) if budget(reading, f) and reading.forms[f].fields[i].period != "whole"
    )


def _budget_misnamed(reading: Reading, f: int, i: int, chance: Random) -> str:
    amount = other_number(f"{budget(reading, f).amount / 10_000:.2f}", chance)
    said = chance.choice(["本项目预算{}万元。", "所需资金共计{}万元。", "年度申请资金{}万元。"])
    return reading.forms[f].fields[i].text.rstrip() + said.format(amount)


def _goals_for_purpose(reading: Reading, chance: Random) -> Spoiled | None:
    """The purpose text says what the goals say."""
    goals = {f: reading.forms[f].fields[i].text for f, i in fields_named(reading, "goals")}
    uses = [(f, i) for f, i in fields_named(reading, "funding_use") if f in goals]
    places = [(f, i) for f, i in uses if _unnumbered(reading.forms[f].fields[i].text) != _unnumbered(goals[f])]
    if not places:
        return None
    f, i = chance.choice(places)
    return with_field(reading, f, i, goals[f])


def _unnumbered(text: str) -> str:
    """A text without numbers of goals, white space and full stops: whether it says the same already."""
    return re.sub(r"\d+[.、]|。", "", squeezed(text))


def _one_item_more(reading: Reading, chance: Random) -> Spoiled | None:
    """The purpose text lists what comes to the budget, one thing more than the one indicator that counts them says."""
    places = []
    for f, i in fields_named(reading, "funding_use"):
        rows = [one for one in stated(reading) if one.row.form_no == reading.forms[f].form_no]
        counted = [one for one in rows if in_class(one.row, "数量") and one.said.dimension == "count"]
        total = budget(reading, f)
        if len(counted) == 1 and total and bound(counted[0].said) <= 8 and total.amount % 100 == 0:
            places.append((f, i, re.sub(r"数量?$", "", counted[0].name), int(bound(counted[0].said)), total.amount))
    if not places:
        return None
    f, i, thing, counted, amount = chance.choice(places)
    share = amount // (counted + 1)
    shares = [share] * counted + [amount - share * counted]
    items = [f"{which}类{thing}费用{one}元" for which, one in zip("甲乙丙丁戊己庚辛壬", shares, strict=False)]
    return with_field(reading, f, i, "支付" + "、".join(items) + "。")


def _basis(name: str, said: Callable[[Decimal, Random], str]) -> Plant:
    """What a form says that its sum rests on: said otherwise where it prints that, or added beside the goals."""

    def plant(reading: Reading, chance: Random) -> Spoiled | None:
        places = [(f, i) for f, i in fields_named(reading, name, "goals") if budget(reading, f)]
        if not places:
            return None
        f, i = chance.choice(places)
        form, text = reading.forms[f], said(budget(reading, f).amount, chance)
        if form.fields[i].name == name:
            return with_field(reading, f, i, text)
        field = replace(form.fields[i], name=name, label="", text=text, period="")
        forms = (*reading.forms[:f], replace(form, fields=(*form.fields, field)), *reading.forms[f + 1 :])
        return Spoiled(replace(reading, forms=forms), form.form_no)

    return plant


def _nothing(amount: Decimal, chance: Random) -> str:
    return ""


def _no_document(amount: Decimal, chance: Random) -> str:
    return chance.choice(["根据上级文件精神", "按照区委区政府工作部署和部门职责", "上级主管部门要求"])


def _no_calculation(amount: Decimal, chance: Random) -> str:
    return chance.choice(
        ["根据上年支出情况测算", f"经综合测算，共需{amount / 10_000:.2f}万元", "参照市场价格和以往合同"]
    )


def _wrong_product(amount: Decimal, chance: Random) -> str:
    """A calculation in order but for its number, which is one too many or half of it too few."""
    count = chance.choice([10, 20, 40])
    price = f"{amount / count:.2f}"
    return chance.choice(
        [f"{count + 1}次×{price}元/次", f"{count}人次×{price}元×2年", f"共{count // 2}个×{price}元/个"]
    )


FAULTS = (
    Fault("an amount in a text changed", _amount_changed, TEXT),
    Fault("a count in a text changed", _count_changed(in_text=True), frozenset({"text_count_differs"}), TEXT),
    Fault(
        "a count in the table changed that a text repeats",
        _count_changed(in_text=False),
        frozenset({"text_count_differs"}),
        TEXT | COSTS | RESULTS,
    ),
    Fault("the year of a text changed", in_field(_years, _other_year), frozenset({"text_names_other_year"})),
    Fault("another year put before a text", in_field(_yearless, _year_before_it), frozenset({"text_names_other_year"})),
    # Behind other amounts the budget is one more of them.
    Fault(
        "the budget misnamed in a text", in_field(_budgeted, _budget_misnamed), frozenset({"text_budget_differs"}), TEXT
    ),
    Fault("a basis left blank", _basis("calculation_basis", _nothing), frozenset({"basis_left_blank"})),
    Fault(
        "a policy basis without a document",
        _basis("policy_basis", _no_document),
        frozenset({"policy_basis_without_document"}),
    ),
    Fault(
        "a calculation basis without a calculation",
        _basis("calculation_basis", _no_calculation),
        frozenset({"calculation_not_shown"}),
    ),
    Fault(
        "a calculation of another sum",
        _basis("calculation_basis", _wrong_product),
        frozenset({"calculation_differs_from_budget"}),
    ),
    Fault("the goals for a purpose", _goals_for_purpose, frozenset({"purpose_repeats_goals"})),
    Fault("a list with one item more than is counted", _one_item_more, frozenset({"listed_items_differ"})),
)
