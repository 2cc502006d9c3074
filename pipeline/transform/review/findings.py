"""Findings of every stage → the table `issues`: codes get their severity, criterion and sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from pipeline.model.finding import Located
from pipeline.rules.kinds.rulebook import Rulebook

INDICATOR = ("indicator_id", "document_id", "project_id", "table_no", "row_no")
FORM = ("project_id", "document_id", "table_no")
"""What addresses an indicator, and a project's form; the first is its key."""
ROW = ("table_no", "row_no")
STATED = tuple(field.name for field in fields(Located) if field.name != "details")
"""What a finding says of itself that stands in its row as it is."""
BLANK = "—"
MOST = 10**16
"""Yuan: a sum of money has fewer."""
Row = Mapping[str, Any]


def extracted(findings: Iterable[Row]) -> list[Located]:
    """The findings of the extract stage, from its long rows."""
    return [Located(**row) for row in findings]


class Places:
    """Where indicators, projects and the fields of their forms stand: rows of these tables, by id."""

    def __init__(self, indicators: Iterable[Row], projects: Iterable[Row], form_fields: Iterable[Row]):
        self._indicators = {row["indicator_id"]: {name: row[name] for name in INDICATOR} for row in indicators}
        self._projects = {row["project_id"]: {name: row[name] for name in FORM} for row in projects}
        self._fields: dict[tuple[str, str], dict[str, Any]] = {}
        for row in form_fields:
            if row["row_no"] is not None:
                self._fields.setdefault((row["project_id"], row["field"]), {name: row[name] for name in ROW})

    def taken_from(self, row: dict[str, Any]) -> dict[str, Any]:
        """The address that an answer gives, which is taken out of it."""
        indicator_id, project_id = row.pop("indicator_id", None), row.pop("project_id", None)
        if indicator_id:
            return self._indicators[indicator_id]
        fields = (self._fields.get((project_id, name)) for name in row.pop("field", "").split())
        of_field = next(filter(None, fields), {})
        given = {name: row.pop(name) for name in ROW if name in row}
        stated = {name: number for name, number in given.items() if number is not None}
        return self._projects[project_id] | of_field | stated


def answered(answers: Iterable[tuple[str, Mapping[str, Any]]], places: Places) -> list[Located]:
    """The findings that answers to questions make: each names a code and an indicator or a project, its `evidence`
    and the details of the message; `money` is the amount that it is about. The rest of the address is looked up; a
    finding about a project may name the `field` of the form where it stands (the first of several that is printed), or
    give `table_no` and `row_no`. Of the values that an indicator states for several years or places, those that say the
    same are one finding.
    """
    distinct = {(code, *map(str, row.values())): (code, dict(row)) for code, row in answers}
    return [_located(code, row, places) for code, row in distinct.values()]


def _located(code: str, row: dict[str, Any], places: Places) -> Located:
    place, evidence, amount = places.taken_from(row), row.pop("evidence"), _money(row.pop("money", None))
    details = {name: figure(one) for name, one in row.items()}
    return Located(code, **place, evidence=evidence or "", amount=amount, details=details)


def _money(value: Any) -> Decimal | None:
    """An amount to the fen, None for one that no budget can be."""
    if value is None or abs(value) >= MOST:
        return None
    return Decimal(value).quantize(Decimal("0.01"))


def figure(value: Any) -> str:
    """A value as sentences print it: amounts with thousands separators, no number with idle zeros, a dash for what the
    form does not print.

    >>> figure(Decimal("2812600.00")), figure(0.1), figure(2025), figure("≥8个"), figure(None)
    ('2,812,600', '0.1', '2025', '≥8个', '—')
    """
    if value is None:
        return BLANK
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, Decimal):
        text = f"{value:,f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def issues(found: Iterable[Located], rules: Rulebook) -> list[dict[str, Any]]:
    """The rows of `issues`, without ids: one per finding whose code is not switched off."""
    return [_row(one, rules) for one in found if one.code not in rules.off]


def _row(one: Located, rules: Rulebook) -> dict[str, Any]:
    rule = rules.issues[one.code]
    said = {name: getattr(rule, name).format_map(one.details) for name in ("message_zh", "message_en")}
    stated = {name: getattr(one, name) for name in STATED}
    return stated | said | {"severity": rule.severity, "criterion": rule.criterion}
