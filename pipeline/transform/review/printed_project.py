"""One project as a reviewer has it before him: its form, its texts, its indicators; and the lexicon to read it with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pipeline.model.finding import Located
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.transform.names.groups import Canonical
from pipeline.transform.names.wording import Wording, plain
from pipeline.transform.records import Rows, by_key
from pipeline.transform.review.findings import FORM, INDICATOR, ROW
from pipeline.transform.values.grammars import grammar_of

Row = Mapping[str, Any]
WHOLE = "whole"
CLEAR = 0.4
"""Names that share less, as a Dice coefficient, are not taken for one thing."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project's rows: its form, its goals, the amounts of its purpose text, its sums of money, its indicators joined
    with their targets, its results, what each cost indicator comes to, its outcome of reconciliation, its form's
    fields, and those of them that are left blank.
    """

    form: Row
    goals: list[Row] = field(default_factory=list)
    funding_items: list[Row] = field(default_factory=list)
    funds: list[Row] = field(default_factory=list)
    values: list[Row] = field(default_factory=list)
    costs: list[Row] = field(default_factory=list)
    outcome: list[Row] = field(default_factory=list)
    results: list[Row] = field(default_factory=list)
    fields: list[Row] = field(default_factory=list)
    left_blank: list[Row] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """The indicators with what they state for the year."""
        return [row for row in self.values if row["for_year"]]

    @property
    def texts(self) -> list[str]:
        """The purpose text and the goals of the year; goals of several years only where there are no others."""
        purpose = [self.form["funding_use"]] if self.form["funding_use"] else []
        of_year = [goal for goal in self.goals if goal["period"] != WHOLE]
        return purpose + [goal["goal_text"] for goal in of_year or self.goals]

    @property
    def quantities(self) -> list[Row]:
        """The quantity indicators with a number that is no mere change."""
        return [row for row in self.rows if row["level2_code"] == row["kind"] == "quantity" and not row["change"]]

    def finding(self, code: str, evidence: str, amount: Decimal | None = None, **details: Any) -> Located:
        """A finding about a text of the form; its row is that of the field that prints the text. `amount` is the money
        in question.
        """
        printed = (one for one in self.fields if one["row_no"] is not None and plain(evidence) in plain(one["text"]))
        row = next(({name: one[name] for name in ROW} for one in printed), {})
        place = {name: self.form[name] for name in FORM} | row
        return Located(code, **place, evidence=evidence, amount=amount, details=details)


def at(row: Row, code: str, evidence: str, money: Decimal | None = None, **details: Any) -> Located:
    """A finding about an indicator; `money` is the amount in question."""
    place = {name: row[name] for name in INDICATOR}
    return Located(code, **place, evidence=evidence, amount=money, details=details)


class Lexicon:
    """The rules of names, texts and units that finders read with."""

    def __init__(self, rules: Rulebook):
        self.rules, self.text, self.grammar = rules, rules.review.text, grammar_of(rules)
        self.wording, self._canonical = compiled(Wording, rules), compiled(Canonical, rules)
        self._kin = [frozenset(row.units.split()) for row in rules.kin]

    def same_kind(self, one: str | None, other: str | None) -> bool:
        """Whether two units count the same kind of thing."""
        return one == other or any(one in kin and other in kin for kin in self._kin)

    def likeness(self, one: str | None, other: str | None) -> float:
        """How much of two names is the same, from 0 to 1 (Dice)."""
        pairs, others = self.wording.pairs(one), self.wording.pairs(other)
        return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0

    def matched(self, said: Sequence[str], names: Sequence[str | None]) -> list[tuple[int, int]]:
        """Which phrase means which name, as places in the two lists: those that are each other's one best match and
        clearly so, then again of those that are left. Marks and templates are no part of a name.
        """
        names = [self._canonical.of(name)[0] if name else name for name in names]
        scores = {(i, j): self.likeness(phrase, name) for i, phrase in enumerate(said) for j, name in enumerate(names)}
        scores = {pair: score for pair, score in scores.items() if score >= CLEAR}
        pairs: list[tuple[int, int]] = []
        while found := _each_others_best(scores):
            pairs += found
            taken = {i for i, _ in found}, {j for _, j in found}
            scores = {(i, j): score for (i, j), score in scores.items() if i not in taken[0] and j not in taken[1]}
        return pairs


def _each_others_best(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs that no other pair of the same phrase or of the same name equals."""
    rivals: dict[tuple[str, int], list[float]] = {}
    for (i, j), score in scores.items():
        rivals.setdefault(("said", i), []).append(score)
        rivals.setdefault(("name", j), []).append(score)
    return [
        (i, j)
        for (i, j), score in scores.items()
        if all(max(rival) == score and rival.count(score) == 1 for rival in (rivals["said", i], rivals["name", j]))
    ]


def printed_projects(tables: Mapping[str, Rows]) -> Iterator[Project]:
    """Every project with its rows, in the order of the table."""
    projects = {form["project_id"]: Project(form) for form in tables["projects"]}
    indicators = by_key(tables["indicators"], "indicator_id")
    joined: dict[str, Iterable[Row]] = {
        "goals": tables["goals"],
        "funding_items": tables["funding_items"],
        "funds": tables["funds"],
        "values": _judged(tables["targets"], indicators),
        "costs": tables["reconciliation_items"],
        "outcome": tables["reconciliations"],
        "results": _judged(tables["results"], indicators),
        "fields": tables["form_fields"],
        "left_blank": tables["left_blank"],
    }
    for name, table in joined.items():
        for row in table:
            getattr(projects[row["project_id"]], name).append(row)
    yield from projects.values()


def _judged(rows: Rows, indicators: Mapping[str, Row]) -> list[Row]:
    """The rows joined with their indicators, but of those that do not apply none."""
    of_each = ((indicators[row["indicator_id"]], row) for row in rows)
    return [{**indicator, **row} for indicator, row in of_each if indicator["applies"]]


def printed_target(row: Row) -> str:
    """An indicator's target as printed; one that only the name states is printed there."""
    return row["target_text"] or row["indicator_name"] or ""


def stated(row: Row) -> Decimal:
    """The number that a quantity is compared by: its floor, or its ceiling where it has none."""
    return row["base_low"] if row["base_low"] is not None else row["base_high"]
