"""The header fields of forms: what a form says under a name, and the table `form_fields`."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.rules.kinds.layouts import TextRule
from pipeline.schema.tables.projects import FORM_FIELDS
from pipeline.transform.records import records

Field = Mapping[str, Any]
"""A row of the long frame of form fields."""


class Fields:
    """A form's fields by name."""

    def __init__(self, rows: list[Field]):
        self.rows = rows

    def text(self, *names: str) -> str | None:
        """What the first of some fields that is printed says; several cells of one field are lines of one text."""
        for name in names:
            texts = [row["text"] for row in self.rows if row["field"] == name]
            if any(text.strip() for text in texts):
                return "\n".join(texts).strip()
        return None

    def last(self, name: str) -> str | None:
        """What the last cell of a field says that is not blank."""
        return next((row["text"] for row in reversed(self.rows) if row["field"] == name and row["text"].strip()), None)

    def first(self, name: str) -> str | None:
        """What the first cell of a field says."""
        return next((row["text"] for row in self.rows if row["field"] == name), None)


def fields_by_form(long: pd.DataFrame) -> dict[tuple[str, int], list[Field]]:
    """The fields of each form, by document and number of the form."""
    by_form: dict[tuple[str, int], list[Field]] = {}
    for row in records(long):
        by_form.setdefault((row["document_id"], row["form_no"]), []).append(row)
    return by_form


def form_fields(long: pd.DataFrame, projects: pd.DataFrame) -> pd.DataFrame:
    """The table `form_fields`, from the long frame and the projects; fields left blank are none."""
    printed = long.loc[[bool(text.strip()) for text in long["text"]]]
    found = printed.merge(projects[["document_id", "form_no", "project_id"]], on=["document_id", "form_no"])
    found["field_no"] = found.groupby("project_id").cumcount() + 1
    found["label"] = found["label"].str.strip().replace("", None)
    return found[FORM_FIELDS.names]


def matched(rules: Iterable[TextRule], text: str | None) -> dict[str, str]:
    """The named groups of the first rule that finds something in the text."""
    found = (rule.pattern.search((text or "").strip()) for rule in rules)
    return next((match.groupdict() for match in found if match), {})
