"""Faults of whole projects: costs that only repeat the budget, goals nobody measures, prices apart, few indicators."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from benchmarks.seeded_faults.company import COSTS, FIRST, OWN, PEERS, RESULTS, TEXT, WEIGHTS
from benchmarks.seeded_faults.costs import Term, terms, total_of
from benchmarks.seeded_faults.documents import fiscal_year, readings
from benchmarks.seeded_faults.places import Fault, Spoiled, fields_named, with_added, with_field, without_rows
from benchmarks.seeded_faults.printed import budget, has_one_number, in_class, name, number_in, squeezed, with_number
from pipeline.model.reading import RawIndicator, RawValue, Reading

ENOUGH = 20
"""Projects of one year with a budget: fewer are no peers."""
KEPT = 2
"""Indicators left of a project with much money."""
ALIEN = "修缮海岛灯塔并绘制航标图册"
LEVELS = ("level1", "level2")
ROUNDED = Decimal(5)
"""Yuan: what rounding a price must leave of a sum to be noticed."""
Row = RawIndicator


def _repeated(reading: Reading, chance: Random) -> Spoiled | None:
    """Of costs that come to the budget the first states all of it, and the others are taken out."""
    places = [
        (f, found)
        for f in range(len(reading.forms))
        if len(found := terms(reading, f)) > 1 or any(by for _, by in found)
    ]
    if not places:
        return None
    f, found = chance.choice(places)
    (first, _), *others = found
    value = replace(first.value, text=f"≤{budget(reading, f).amount}元", operator="", unit="")
    rows = _with(reading, {first.i: _valued(first.row, first.v, value)})
    return without_rows(replace(reading, indicators=rows), {cost.i for cost, _ in others}, first.row.form_no)


def _rounded(reading: Reading, chance: Random) -> Spoiled | None:
    """A price in whole yuan that its quantity, which is another one, does not quite multiply up to the same sum."""
    changed = [
        rows
        for f in range(len(reading.forms))
        if total_of(found := terms(reading, f)) == (own.amount if (own := budget(reading, f)) else None)
        for term in found
        for rows in _rounded_term(term)
    ]
    if not changed:
        return None
    rows = chance.choice(changed)
    form_no = next(iter(rows.values())).form_no
    return Spoiled(replace(reading, indicators=_with(reading, rows)), form_no)


def _rounded_term(term: Term) -> Iterator[dict[int, Row]]:
    cost, by = term
    prints = [cost, *by]
    printed = "".join(one.value.text + one.value.unit for one in prints)
    if len(by) != 1 or "万" in printed or not all(has_one_number(one.value) for one in prints):
        return
    price, number = (number_in(one.value.text) for one in prints)
    for count in range(int(number) + 1, int(number) + 40):
        rounded = (price * number / count).quantize(Decimal(1))
        if rounded > 1 and abs(price * number - rounded * count) >= ROUNDED and number == int(number):
            figures = zip(prints, (rounded, Decimal(count)), strict=True)
            yield {one.i: _valued(one.row, one.v, with_number(one.value, f"{said}")) for one, said in figures}


def _unmeasured(reading: Reading, chance: Random) -> Spoiled | None:
    """One goal more, of work that no row names, where another goal of the form is in the words of one."""
    names = {
        form.form_no: [name(row) for row in reading.indicators if row.form_no == form.form_no] for form in reading.forms
    }
    places = [
        (f, i)
        for f, i in fields_named(reading, "goals")
        if (text := squeezed(reading.forms[f].fields[i].text)).startswith("1.")
        and any(_shares(one, text) for one in names[reading.forms[f].form_no])
    ]
    if not places:
        return None
    f, i = chance.choice(places)
    text = reading.forms[f].fields[i].text.rstrip()
    last = max(number for number in range(1, 20) if f"{number}." in text)
    return with_field(reading, f, i, f"{text}\n{last + 1}.{ALIEN}。")


def _shares(words: str, text: str) -> bool:
    """Whether a text has two neighbouring characters of a name, but for those at the name's end: 数量, 次数."""
    return any(words[at : at + 2] in text for at in range(len(words) - 3))


def _priced_apart(reading: Reading, chance: Random) -> Spoiled | None:
    """Two forms pay for the same kind of work under other names, one of them four times as much."""
    forms = [
        form.form_no for form in reading.forms if all(_of_class(reading, form.form_no, one) for one in ("数量", "成本"))
    ]
    if len(forms) < 2:
        return None
    dear, cheap = chance.sample(forms, 2)
    for form_no, work, price in ((dear, "海岛灯塔检修", 5000), (cheap, "航标灯塔检修", 1250)):
        rows = [
            _like(reading, form_no, "数量", f"{work}座数", "16座"),
            _like(reading, form_no, "成本", f"{work}单价", f"{price}元/座"),
        ]
        reading = with_added(reading, form_no, rows).reading
    return Spoiled(reading, dear)


def _of_class(reading: Reading, form_no: int, word: str) -> list[Row]:
    return [
        row for row in reading.indicators if row.form_no == form_no and in_class(row, word) and len(row.values) == 1
    ]


def _like(reading: Reading, form_no: int, word: str, called: str, value: str) -> Row:
    """A row like the first of a class, with another name and value."""
    row = _of_class(reading, form_no, word)[0]
    texts = {level: row.texts[level] for level in LEVELS if level in row.texts} | {"indicator_name": called}
    return replace(row, texts=texts, values=(replace(row.values[0], text=value, operator="", unit=""),))


def _few(reading: Reading, chance: Random) -> Spoiled | None:
    """Of a project with one of the largest budgets of its year two indicators are left."""
    large = [form.form_no for f, form in enumerate(reading.forms) if _is_large(reading, f)]
    if not large:
        return None
    form_no = chance.choice(large)
    own = [i for i, row in enumerate(reading.indicators) if row.form_no == form_no]
    return without_rows(reading, set(own[KEPT:]), form_no)


def _is_large(reading: Reading, f: int) -> bool:
    """Whether a form's budget is among the largest fifth of its year, of which there are enough."""
    own, year = budget(reading, f), fiscal_year(reading, reading.forms[f])
    peers = sorted(
        total.amount
        for other in readings().values()
        for g, form in enumerate(other.forms)
        if fiscal_year(other, form) == year and (total := budget(other, g)) and total.amount
    )
    return bool(own) and len(peers) > ENOUGH and bisect_right(peers, own.amount) > 0.85 * len(peers)


def _valued(row: Row, v: int, value: RawValue) -> Row:
    return replace(row, values=(*row.values[:v], value, *row.values[v + 1 :]))


def _with(reading: Reading, rows: dict[int, Row]) -> tuple[Row, ...]:
    return tuple(rows.get(i, row) for i, row in enumerate(reading.indicators))


FAULTS = (
    Fault(
        "a cost that only repeats the budget",
        _repeated,
        frozenset({"cost_repeats_budget"}),
        TEXT | PEERS | RESULTS | WEIGHTS | OWN | FIRST | COSTS,
    ),
    Fault("a price rounded to whole yuan", _rounded, frozenset({"costs_differ_by_rounding"}), TEXT | PEERS | RESULTS),
    Fault("a goal that nothing measures", _unmeasured, frozenset({"goal_without_indicator"}), TEXT),
    Fault(
        "like work at another price",
        _priced_apart,
        frozenset({"like_work_priced_apart"}),
        COSTS | TEXT | WEIGHTS | RESULTS,
        anywhere=True,
    ),
    Fault(
        "few indicators for much money",
        _few,
        frozenset({"few_indicators_for_money"}),
        COSTS | TEXT | WEIGHTS | FIRST | RESULTS | {"missing_class", "goal_without_indicator"},
    ),
)
