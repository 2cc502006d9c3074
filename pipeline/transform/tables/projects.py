"""Form fields → projects and budget units."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from pipeline.model.finding import Located
from pipeline.rules.kinds.layouts import TextRule
from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.schema.tables.projects import BUDGET_UNITS
from pipeline.transform.records import Rows, named
from pipeline.transform.tables.form_fields import Fields, fields_by_form, matched
from pipeline.transform.tables.funds import ANNUAL, WHOLE, Fund, budget, funds
from pipeline.transform.tables.period import project_period
from pipeline.transform.values.grammars import grammar_of

UNKNOWN = "other"
"""The field of what stands under a label that nobody knows."""
LONGEST_YEAR = 12
"""Characters of the longest text that is a year: 2025年1-12月, 二〇二五年度."""
DEPARTMENT_DIGITS = 3
"""A department's code is the head of its units' codes: 351 of 351101."""


def projects(long: Mapping[str, Rows], rules: Rulebook) -> tuple[Rows, list[Located]]:
    """One row per form of a document: the columns of the table `projects`, `form_no`, the goals' texts by period and
    the funds; and what was not read.
    """
    paths = {row["document_id"]: row["path"] for row in long["documents"]}
    fields = fields_by_form(long["form_fields"])
    rows, findings = [], []
    for form in long["forms"]:
        printed = Fields(fields.get(form["form_no"], []))
        project, found = _project(printed, paths[form["document_id"]], rules)
        rows.append(form | project)
        findings.append(found)
    _identify(rows)
    located = [one for row, found in zip(rows, findings, strict=True) for one in _located(row, found)]
    return rows, located


def budget_units(projects: Rows) -> Rows:
    """The table `budget_units`: every unit and year that a project names."""
    rows: dict[str, tuple[Any, ...]] = {}
    for row in projects:
        code, name, year = row["unit_code"], row["unit_name"], row["fiscal_year"]
        if code or name:
            unit_id = f"{code or name}-{year or 0:04}"
            department = code[:DEPARTMENT_DIGITS] if code else None
            rows.setdefault(unit_id, (unit_id, code, name, department, year))
    return named(rows.values(), BUDGET_UNITS)


def _project(fields: Fields, path: str, rules: Rulebook) -> tuple[dict[str, Any], list[Located]]:
    """A project's columns from its printed fields, and what about them could not be read."""
    text, grammar = rules.layouts.text, grammar_of(rules)
    money_unit = matched(text["amount_unit"], fields.first("amount_unit")).get("amount_unit")
    year = _fiscal_year(fields, path, text["fiscal_year"])
    found, findings = funds(fields.rows, money_unit, year["fiscal_year"], text, grammar)
    is_part = any(_is_part(fund, text["of_which"]) for fund in found)
    is_whole = not (findings or is_part or any(_is_unknown_sum(row, text["unknown_sum"]) for row in fields.rows))
    sums, unclear = budget(_certain(found, fields, text["unknown_sum"]), is_whole)
    period, doubts = project_period(fields, text["project_period"], grammar)
    columns = {
        "project_no": int(number) if (number := fields.text("project_no")) else None,
        **_names(fields, text),
        **year,
        **_units(fields, text),
        **period,
        "amount_unit": money_unit or _unit_of_amounts(found, text["amount_unit"]),
        **sums,
        "funding_use": fields.text("funding_use"),
        "goals": [(row["period"] or "unstated", row["text"]) for row in fields.rows if row["field"] == "goals"],
        "funds": [fund.printed for fund in found],
    }
    return columns, findings + unclear + doubts


def _is_unknown_sum(row: Mapping[str, Any], rules: Iterable[TextRule]) -> bool:
    """Whether a field that nobody knows is a sum of money, not a code or the number of a phone."""
    return row["field"] == UNKNOWN and any(rule.pattern.search(row["text"]) for rule in rules)


def _certain(found: list[Fund], fields: Fields, rules: Iterable[TextRule]) -> list[Fund]:
    """The sums that may be the budget: none of all years where one of the year has a label that is not understood."""
    is_open = any(row["period"] == ANNUAL and _is_unknown_sum(row, rules) for row in fields.rows)
    return [one for one in found if one.measure != WHOLE] if is_open else found


def _is_part(fund: Fund, rules: Iterable[TextRule]) -> bool:
    """Whether the label of a sum says that it is a part of another."""
    return any(rule.pattern.search(fund.label or "") for rule in rules)


def _unit_of_amounts(found: Iterable[Fund], rules: Iterable[TextRule]) -> str | None:
    """The money unit that a form's sums print themselves, if the form states none."""
    units = (matched(rules, fund.text).get("amount_unit") for fund in found)
    return next((unit for unit in units if unit), None)


def _names(fields: Fields, text: Mapping[str, Iterable[TextRule]]) -> dict[str, str | None]:
    """Name and code of the project; a whole-department form is named after its department, and a form that names
    nothing after its title.
    """
    name = fields.own("project_name", "program") or _named(fields.text(*_whole(fields, text)), text).get("unit_name")
    name = name or fields.text("titled_project")
    glued = matched(text["project"], name)
    return {
        "project_code": fields.text("project_code") or glued.get("project_code"),
        "project_name": glued.get("project_name", name),
    }


def _whole(fields: Fields, text: Mapping[str, Iterable[TextRule]]) -> tuple[str, ...]:
    """The fields that name a form of a whole department: one for that, and where the title says that it is such a form
    also its unit's. None where the title says that it is a project's form.
    """
    title = fields.text("title") or ""
    if any(rule.pattern.search(title) for rule in text["project_form"]):
        return ()
    says_so = any(rule.pattern.search(title) for rule in text["whole_form"])
    return ("whole_department", "unit", "department", "titled_unit") if says_so else ("whole_department",)


def _units(fields: Fields, text: Mapping[str, Iterable[TextRule]]) -> dict[str, str | None]:
    """Department, budget unit and implementing unit. An implementing unit with a code of its own is a budget unit.
    Where it names no unit, the one in its title is it, else the department whose own the form or the budget is. In a
    list the unit beside a project has it, and the one above the list made the list. A form that names departments of
    several levels of government names them from the top: the last is its own.
    """
    whole = _named(fields.text("whole_department"), text)
    department = _named(fields.last("department"), text) or whole
    unit = _named(fields.text("listed_unit", "unit"), text) or whole
    implementing = _named(fields.own("implementing_unit"), text)
    unit = unit or (implementing if implementing.get("unit_code") else {})
    if not (unit or implementing):
        unit = _named(fields.text("titled_unit"), text) or (department if _is_own(fields, text) else {})
    code = fields.text("department_code")
    return {
        "department_code": department.get("unit_code") or code,
        "department_name": department.get("unit_name"),
        "unit_code": unit.get("unit_code") or (code if whole else None),
        "unit_name": unit.get("unit_name"),
        "implementing_unit": implementing.get("unit_name"),
    }


def _named(printed: str | None, text: Mapping[str, Iterable[TextRule]]) -> dict[str, str]:
    """Code and name of a unit as a cell prints them, without what stands there for its stamp."""
    for rule in text["seal"]:
        printed = rule.pattern.sub("", printed or "")
    return matched(text["unit"], printed)


def _is_own(fields: Fields, text: Mapping[str, Iterable[TextRule]]) -> bool:
    """Whether the department of a form is also the unit that has the budget: of a form of a whole department, and where
    its label says so, or that it is the local one below departments of higher levels of government.
    """
    labels = [row["label"].strip() for row in fields.rows if row["field"] == "department" and row["text"].strip()]
    says_so = any(rule.pattern.search(labels[-1]) for rule in text["own_department"]) if labels else False
    levels = [_level(label, text["department_level"]) for label in labels]
    return len(_whole(fields, text)) > 1 or says_so or ("above" in levels and levels[-1] == "own")


def _level(label: str, rules: Iterable[TextRule]) -> str:
    """Of which level of government a department's label says that it is."""
    return next((rule.field for rule in rules if rule.pattern.search("".join(label.split()))), "")


def _fiscal_year(fields: Fields, path: str, rules: Iterable[TextRule]) -> dict[str, Any]:
    """The first year printed in the form's own field, above it, in the label of a sum or of the year's goals
    (2025年度目标), in the title of the forms before it, in the heading of the document or its part, in its name or the
    file's name, and which it was.
    """
    of_goals = (row["label"] for row in fields.rows if row["field"] == "goals" and row["period"] == "annual")
    places = (
        ("field", _short(fields.text("fiscal_year"))),
        ("title", fields.text("title_year")),
        ("title", fields.text("title")),
        ("label", fields.first("label_year")),
        *(("label", label) for label in of_goals),
        ("title", fields.text("former_title")),
        ("heading", fields.text("heading")),
        ("name", fields.text("project_name")),
        ("file", PurePosixPath(path).stem),
    )
    for source, text in places:
        if year := matched(rules, text).get("fiscal_year"):
            return {"fiscal_year": int(year), "fiscal_year_source": source}
    return {"fiscal_year": None, "fiscal_year_source": None}


def _short(text: str | None) -> str | None:
    """A text that can be a year and no more; a template tells here how to fill it in."""
    return text if text and len(text) <= LONGEST_YEAR else None


def _identify(rows: list[dict[str, Any]]) -> None:
    """Gives every project its id: unit, year, a checksum of the name, and which of several of that name it is.

    The order of forms in their document counts; of several documents each counts its own, see `load/combine.py`.
    """
    seen: Counter[str] = Counter()
    for row in rows:
        name = row["project_name"] or ""
        unit = row["unit_code"] or "u" + _checksum(row["unit_name"] or "")
        stem = f"{unit}-{row['fiscal_year'] or 0:04}-{_checksum(name)}"
        seen[stem] += 1
        row["stem"], row["occurrence"] = stem, seen[stem]
        row["project_id"] = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _located(row: Mapping[str, Any], found: Iterable[Located]) -> Iterable[Located]:
    """A project's findings with its address; amounts that fail alike are one finding."""
    place = {name: row[name] for name in ("document_id", "project_id", "table_no")}
    alike: dict[str, list[Located]] = {}
    for one in found:
        alike.setdefault(one.code, []).append(one)
    for code, same in alike.items():
        yield Located(code, **place, evidence=" | ".join(one.evidence for one in same), details=same[0].details)
    if row["fiscal_year"] is None:
        yield Located("fiscal_year_unknown", **place, evidence=row["project_name"] or "")
