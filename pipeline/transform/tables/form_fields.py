"""The header fields of forms: what a form says under a name, and the table `form_fields`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.rules.kinds.layouts import TextRule
from pipeline.schema.tables.projects import FORM_FIELDS
from pipeline.transform.records import Row, Rows, of_table

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

    def own(self, *names: str) -> str | None:
        """What the first of some fields that is printed says, where it names one thing: under the last of its labels,
        since programs stand above projects, and who oversees above who does.
        """
        for name in names:
            rows = [row for row in self.rows if row["field"] == name and row["text"].strip()]
            if rows:
                return "\n".join(row["text"] for row in rows if row["label"] == rows[-1]["label"]).strip()
        return None

    def last(self, name: str) -> str | None:
        """What the last cell of a field says that is not blank."""
        return next((row["text"] for row in reversed(self.rows) if row["field"] == name and row["text"].strip()), None)

    def first(self, name: str) -> str | None:
        """What the first cell of a field says."""
        return next((row["text"] for row in self.rows if row["field"] == name), None)


def fields_by_form(long: Iterable[Field]) -> dict[int, list[Field]]:
    """The fields of each form of a document, by its number."""
    by_form: dict[int, list[Field]] = {}
    for row in long:
        by_form.setdefault(row["form_no"], []).append(row)
    return by_form


def form_fields(long: Iterable[Field], projects: Iterable[Row]) -> Rows:
    """The table `form_fields`, from the long rows of a document and its projects; fields left blank are none."""
    numbers: Counter[str] = Counter()
    rows = []
    for field in _of_projects(long, projects):
        if field["text"].strip():
            numbers[field["project_id"]] += 1
            rows.append(field | {"field_no": numbers[field["project_id"]], "label": field["label"].strip() or None})
    return of_table(rows, FORM_FIELDS)


def left_blank(long: Iterable[Field], projects: Iterable[Row]) -> Rows:
    """The fields that forms leave blank, with their `project_id`."""
    return [field for field in _of_projects(long, projects) if not field["text"].strip()]


def _of_projects(long: Iterable[Field], projects: Iterable[Row]) -> Iterator[Row]:
    """The fields of forms that are projects, with their `project_id`."""
    ids = {project["form_no"]: project["project_id"] for project in projects}
    return ({**field, "project_id": ids[field["form_no"]]} for field in long if field["form_no"] in ids)


def matched(rules: Iterable[TextRule], text: str | None) -> dict[str, str]:
    """The named groups of the first rule that finds something in the text."""
    found = (rule.pattern.search((text or "").strip()) for rule in rules)
    return next((match.groupdict() for match in found if match), {})
