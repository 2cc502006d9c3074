"""Form fields → projects and budget units."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from pipeline.rulebook import Rulebook, TextRule
from pipeline.schema import BUDGET_UNITS, PROJECTS
from pipeline.transform.amounts import AmountNotRead, yuan
from pipeline.transform.issues import Located

COLUMNS = [*(column.name for column in PROJECTS.columns), "form_no", "goals"]
AMOUNTS = ("budget_total", "budget_fiscal", "budget_other")
DEPARTMENT_DIGITS = 3
"""A department's code is the head of its units' codes: 351 of 351101."""

Fields = Mapping[str, str]
"""Field name → text as printed; several cells of one field are lines of one text."""


def projects(long: Mapping[str, pd.DataFrame], rules: Rulebook) -> tuple[pd.DataFrame, list[Located]]:
    """One row per form: the columns of the table `projects`, `form_no` and the goals' text; and what was not read."""
    paths = dict(zip(long["documents"]["document_id"], long["documents"]["path"], strict=True))
    fields = _fields_by_form(long["form_fields"])
    rows, found = [], []
    for form in long["forms"].sort_values(["document_id", "form_no"]).to_dict("records"):
        printed = fields.get((form["document_id"], form["form_no"]), {})
        rows.append(form | _project(printed, paths[form["document_id"]], rules))
        found.append(printed)
    _identify(rows)
    findings = [one for row, printed in zip(rows, found, strict=True) for one in _findings(row, printed)]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object), findings


def budget_units(projects: pd.DataFrame) -> pd.DataFrame:
    """The table `budget_units`: every unit and year that a project names."""
    rows = {}
    for row in projects.to_dict("records"):
        code, name, year = row["unit_code"], row["unit_name"], row["fiscal_year"]
        if code or name:
            unit_id = f"{code or name}-{year or 0:04}"
            department = code[:DEPARTMENT_DIGITS] if code else None
            rows.setdefault(unit_id, (unit_id, code, name, department, year))
    return pd.DataFrame(list(rows.values()), columns=[column.name for column in BUDGET_UNITS.columns], dtype=object)


def _fields_by_form(form_fields: pd.DataFrame) -> dict[tuple[str, int], Fields]:
    by_form: dict[tuple[str, int], dict[str, str]] = {}
    for row in form_fields.itertuples(index=False):
        fields = by_form.setdefault((row.document_id, row.form_no), {})
        fields[row.field] = f"{fields[row.field]}\n{row.text}" if row.field in fields else row.text
    return by_form


def _project(fields: Fields, path: str, rules: Rulebook) -> dict[str, Any]:
    """A project's columns from its printed fields; what cannot be read is None and found again by `_findings`."""
    text = rules.layouts.text
    unit = _matched(text["unit"], fields.get("unit"))
    money_unit = _matched(text["amount_unit"], fields.get("amount_unit")).get("amount_unit")
    year, source = _fiscal_year(fields, path, text["fiscal_year"])
    return {
        "project_no": int(fields["project_no"]) if fields.get("project_no") else None,
        "project_name": _stripped(fields.get("project_name")),
        "fiscal_year": year,
        "fiscal_year_source": source,
        "unit_code": unit.get("unit_code"),
        "unit_name": unit.get("unit_name"),
        "amount_unit": money_unit,
        **{name: _amount(fields.get(name), money_unit) for name in AMOUNTS},
        "funding_use": _stripped(fields.get("funding_use")),
        "goals": fields.get("goals"),
    }


def _matched(rules: Iterable[TextRule], text: str | None) -> dict[str, str]:
    """The named groups of the first rule that finds something in the text."""
    found = (rule.pattern.search((text or "").strip()) for rule in rules)
    return next((match.groupdict() for match in found if match), {})


def _fiscal_year(fields: Fields, path: str, rules: Iterable[TextRule]) -> tuple[int | None, str | None]:
    """The first year printed in the form's own field, its title, its name or the file's name, and which it was."""
    places = {
        "field": fields.get("fiscal_year"),
        "title": fields.get("title"),
        "name": fields.get("project_name"),
        "file": PurePosixPath(path).stem,
    }
    for source, text in places.items():
        if year := _matched(rules, text).get("fiscal_year"):
            return int(year), source
    return None, None


def _amount(text: str | None, money_unit: str | None):
    try:
        return yuan(text, money_unit)
    except AmountNotRead:
        return None


def _stripped(text: str | None) -> str | None:
    return (text or "").strip() or None


def _identify(rows: list[dict[str, Any]]) -> None:
    """Gives every project its id: unit, year, a checksum of the name, and which of several of that name it is.

    The order of forms in their documents counts, the order of the documents is that of their checksums.
    """
    seen: Counter[str] = Counter()
    for row in rows:
        name = row["project_name"] or ""
        unit = row["unit_code"] or "u" + _checksum(row["unit_name"] or "")
        stem = f"{unit}-{row['fiscal_year'] or 0:04}-{_checksum(name)}"
        seen[stem] += 1
        row["project_id"] = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _findings(row: Mapping[str, Any], printed: Fields) -> Iterable[Located]:
    place = {name: row[name] for name in ("document_id", "project_id", "table_no")}
    unread: dict[str, list[str]] = {}
    for name in AMOUNTS:
        try:
            yuan(printed.get(name), row["amount_unit"])
        except AmountNotRead as fault:
            unread.setdefault(fault.code, []).append(printed[name])
    for code, texts in unread.items():
        yield Located(code, **place, evidence=" | ".join(texts))
    if row["fiscal_year"] is None:
        yield Located("fiscal_year_unknown", **place, evidence=printed.get("title") or printed.get("project_name", ""))
