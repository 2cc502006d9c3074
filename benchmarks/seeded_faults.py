"""How much of what is wrong the review finds: faults planted at random places in the published document.

    python -m benchmarks.seeded_faults [HOW_MANY]

Each kind of fault is planted so many times, one at a time, in the document's reading; it is found if the dataset of the
spoiled document has a finding with one of the fault's codes that the published one does not have in these words, in the
project where it was planted. A false alarm is any other finding where there was none, unless the fault brings it about
by its nature (a doubled row doubles its own findings). The same seed gives the same figures. The costs of a run of the reviewer over many projects are printed last.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import process_time

from pipeline import rulebook
from pipeline.extract import docx, forms
from pipeline.extract.frames import long_frames
from pipeline.load import questions
from pipeline.model import Outcome, RawIndicator, Reading
from pipeline.run import VERSION, references
from pipeline.transform.tables import tables

RAW = Path(__file__).parent.parent / "data" / "raw"
SEED = 20250101
RULES = rulebook.default()
Found = Counter[tuple[str, int, str, str]]
"""Findings as (code, number of the form, name of the indicator, sentence), and how many of each."""
Plant = Callable[[Reading, random.Random], tuple[Reading, int] | None]
"""Spoils a reading at a random place; the spoiled reading and the number of the form, None if there is no such place."""


@dataclass(frozen=True)
class Fault:
    """A kind of fault: what plants it, the codes that find it, and those that may come with it."""

    name: str
    plant: Plant
    codes: frozenset[str]
    company: frozenset[str] = frozenset()


# ── Places to plant in ───────────────────────────────────────────────────────────────────────────────────


def in_row(
    where: Callable[[RawIndicator], bool], change: Callable[[RawIndicator, random.Random], RawIndicator | None]
) -> Plant:
    """Changes one indicator row of those that fit; a change to None takes the row out."""

    def plant(reading: Reading, chance: random.Random):
        places = [i for i, row in enumerate(reading.indicators) if where(row)]
        if not places:
            return None
        i = chance.choice(places)
        row = reading.indicators[i]
        changed = change(row, chance)
        rows = [*reading.indicators[:i], *([changed] if changed else []), *reading.indicators[i + 1 :]]
        return replace(reading, indicators=tuple(rows)), row.form_no

    return plant


def in_field(name: str, pattern: str, change: Callable[[re.Match[str], random.Random], str]) -> Plant:
    """Changes one match of a pattern in a header field."""

    def plant(reading: Reading, chance: random.Random):
        places = [
            (f, i, match)
            for f, form in enumerate(reading.forms)
            for i, one in enumerate(form.fields)
            if one.name == name
            for match in re.finditer(pattern, one.text)
        ]
        if not places:
            return None
        f, i, match = chance.choice(places)
        return _with_field(reading, f, i, match, change(match, chance)), reading.forms[f].form_no

    return plant


def _with_field(reading: Reading, f: int, i: int, match: re.Match[str], text: str) -> Reading:
    form = reading.forms[f]
    printed = match.string[: match.start()] + text + match.string[match.end() :]
    fields = (*form.fields[:i], replace(form.fields[i], text=printed), *form.fields[i + 1 :])
    changed = replace(form, fields=fields)
    return replace(reading, forms=(*reading.forms[:f], changed, *reading.forms[f + 1 :]))


def renamed(row: RawIndicator, name: str) -> RawIndicator:
    """The row with another name."""
    return replace(row, texts={**row.texts, "indicator_name": name})


def said(row: RawIndicator, target: str) -> RawIndicator:
    """The row with another target."""
    return replace(row, values=tuple(replace(value, text=target) for value in row.values))


def target(row: RawIndicator) -> str:
    return row.values[0].text.strip() if row.values else ""


def level2(row: RawIndicator) -> str:
    return row.texts.get("level2", "")


def swapped(text: str) -> str:
    """The target with its sign turned round."""
    return text.translate(str.maketrans("≥≤", "≤≥"))


def more(match: re.Match[str], chance: random.Random) -> str:
    """Another number of the same length or one more digit."""
    return str(int(match[0]) + chance.randint(1, max(3, int(match[0]) // 2)))


# ── Faults ───────────────────────────────────────────────────────────────────────────────────────────────

COSTS = frozenset({"costs_differ_from_budget", "costs_cover_part_of_budget"})
PRICES = frozenset({"unit_price_differs"})
TEXT = frozenset({"text_amount_differs", "text_count_differs", "listed_items_differ", "purpose_differs_from_budget"})


def _cost_changed(row: RawIndicator, chance: random.Random) -> RawIndicator:
    return said(row, re.sub(r"\d+", lambda m: more(m, chance), target(row), count=1))


def _emptied(reading: Reading, chance: random.Random):
    """Takes out all satisfaction or all cost indicators of a form."""
    gone, form = chance.choice(["满意度", "成本", "时效"]), chance.choice(reading.forms)
    rows = [row for row in reading.indicators if row.form_no != form.form_no or gone not in level2(row)]
    return None if len(rows) == len(reading.indicators) else (replace(reading, indicators=tuple(rows)), form.form_no)


def _doubled(reading: Reading, chance: random.Random):
    """Puts a row, but no cost, in a second time at the end of its form."""
    row = chance.choice([row for row in reading.indicators if "成本" not in level2(row)])
    last = max(one.row_no for one in reading.indicators if one.table_no == row.table_no)
    rows = sorted([*reading.indicators, replace(row, row_no=last + 1)], key=lambda one: (one.form_no, one.row_no))
    return replace(reading, indicators=tuple(rows)), row.form_no


def is_share(row: RawIndicator) -> bool:
    return bool(re.fullmatch(r"≥\d+%", target(row))) and row.texts.get("indicator_name", "").endswith(("率", "满意度"))


FAULTS = (
    Fault("an amount of a cost indicator changed", in_row(lambda row: "成本" in level2(row), _cost_changed), COSTS, PRICES | TEXT),
    Fault("the budget changed", in_field("budget_total", r"\d+(?=\.\d\d)", more), COSTS, frozenset({"funds_do_not_add_up", "purpose_differs_from_budget"})),
    Fault("an amount in the purpose text changed", in_field("funding_use", r"\d+(?=万元)", more), TEXT),
    Fault("a count in the purpose text changed", in_field("funding_use", r"\d+(?=个项目)", lambda m, chance: str(int(m[0]) * chance.randint(2, 5))), TEXT),
    Fault("the year of the purpose text changed", in_field("funding_use", r"2025(?=年)", lambda m, chance: str(2025 - chance.randint(1, 3))), frozenset({"text_names_other_year"})),
    Fault("the sign of a share turned round", in_row(is_share, lambda row, _: said(row, swapped(target(row)))), frozenset({"direction_contradicts_meaning"})),
    Fault("a percentage above 100", in_row(is_share, lambda row, _: said(row, "≥195%")), frozenset({"share_above_100"})),
    Fault("a class taken out", _emptied, frozenset({"missing_class"}), COSTS),
    Fault("a row doubled", _doubled, frozenset({"duplicate_indicator"}), frozenset({"qualitative_without_standard", "listed_items_differ", "measure_only_in_description"})),
    Fault("a deadline put into another year", in_row(lambda row: "2025年" in target(row), lambda row, chance: said(row, target(row).replace("2025", chance.choice(["2023", "2024", "2026"])))), frozenset({"deadline_outside_fiscal_year"})),
    Fault("the year of a deadline left out", in_row(lambda row: "2025年" in target(row), lambda row, _: said(row, target(row).replace("2025年", ""))), frozenset({"deadline_without_year"})),
    Fault("a target left blank", in_row(lambda row: bool(target(row)) and "成本" not in level2(row), lambda row, _: said(row, " ")), frozenset({"target_missing"}), frozenset({"qualitative_without_standard"})),
    Fault("a placeholder for a target", in_row(lambda row: "数量" in level2(row), lambda row, _: said(row, "≥**个")), frozenset({"target_missing"})),
    Fault("a cost named like a quantity", in_row(lambda row: "成本" in level2(row) and "元" in target(row), lambda row, _: renamed(row, row.texts["indicator_name"] + "数量")), frozenset({"name_contradicts_class"}), TEXT),
    Fault("the parts of the funds changed", in_field("budget_fiscal", r"\d+(?=\.\d\d)", more), frozenset({"funds_do_not_add_up"})),
    Fault("a fraction of a thing", in_row(lambda row: bool(re.fullmatch(r"[≥]?\d+[个套项场人]", target(row))) and "数量" in level2(row), lambda row, chance: said(row, f"{chance.randint(1, 8)}.5{target(row)[-1]}")), frozenset({"fraction_of_a_whole"}), COSTS | TEXT),
    Fault("a quantity of a unit cost changed", in_row(lambda row: target(row).lstrip("≥") in {"10场", "315个", "20人", "6人", "8场"}, _cost_changed), COSTS, TEXT),
)  # fmt: skip


# ── Counting ─────────────────────────────────────────────────────────────────────────────────────────────


def findings(reading: Reading) -> Found:
    """What the review finds in a reading."""
    document = reading.document
    outcome = Outcome(document.name, "parsed", reading.findings, document.sha256, document.size, "docx", reading)
    made = tables(long_frames([outcome]), RULES, VERSION, partial(questions.ask, references=references(RULES)))
    forms = dict(zip(made["projects"]["project_id"], range(1, len(reading.forms) + 1), strict=True))
    rows = made["issues"].to_dict("records")
    names = dict(zip(made["indicators"]["indicator_id"], made["indicators"]["indicator_name"], strict=True))
    return Counter(
        (row["code"], forms.get(row["project_id"], 0), names.get(row["indicator_id"], ""), row["message_en"])
        for row in rows
    )


def places(found: Found) -> Found:
    """The findings whatever their figures."""
    return Counter(finding[:3] for finding in found.elements())


def planted(fault: Fault, reading: Reading, before: Found, times: int) -> Iterator[tuple[bool, Counter[str]]]:
    """Per planting whether it was found, and the false alarms by code."""
    chance = random.Random(f"{SEED}{fault.name}")
    for _ in range(times):
        if spoiled := fault.plant(reading, chance):
            changed, form_no = spoiled
            after = findings(changed)
            found = any(code in fault.codes and number == form_no for code, number, *_ in after - before)
            new = places(after) - places(before)
            others = (code for code, *_ in new.elements() if code not in fault.codes | fault.company)
            yield found, Counter(others)


def main(times: int = 20) -> None:
    source = next(RAW.glob("2025_351_*.docx"))
    reading = forms.read(docx.parse(source.read_bytes(), source.name), RULES)
    start = process_time()
    before = findings(reading)
    seconds = process_time() - start
    totals = Counter()
    for fault in FAULTS:
        results = list(planted(fault, reading, before, times))
        found, alarms = sum(found for found, _ in results), sum((others for _, others in results), Counter())
        totals += Counter(planted=len(results), found=found, alarms=alarms.total())
        print(f"{found:>4} of {len(results):<4} {fault.name}" + (f"   false alarms: {dict(alarms)}" if alarms else ""))
    print(f"{totals['found']} of {totals['planted']} planted faults found, {totals['alarms']} false alarms")
    print(f"unplanted: {before.total()} findings in {len(reading.forms)} projects, {seconds:.2f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
