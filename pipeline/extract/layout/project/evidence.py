"""Whether there is a project at all: a form left blank is none, nor are the targets of persons."""

from collections.abc import Mapping, Sequence

from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.form.fields import OF_POINTS
from pipeline.extract.layout.header.columns import LEVELS, POINTS, VALUES
from pipeline.extract.layout.project.open_form import OpenForm
from pipeline.extract.layout.table.tables import TableSection
from pipeline.extract.layout.words.field_labels import OTHER
from pipeline.model.reading import FormField
from pipeline.rules.kinds.layouts import FieldRule

INDICATORS = "indicators"


def is_blank(form: OpenForm, rules: Sequence[FieldRule]) -> bool:
    """Whether a form states nothing of a project: no name, sum, goal, indicator or task, nor anything that was not
    understood and could be one. The points that a template gives to how money is spent, and dashes, state nothing.
    """
    if form.n_indicators or form.n_tasks or form.unread:
        return False
    asked = {OTHER} | {rule.name for rule in rules if rule.opens or rule.expected}
    return not any((one.source or one.measure or one.name in asked) and _states(one) for one in form.fields)


def _states(field: FormField) -> bool:
    return field.measure not in OF_POINTS and any(map(str.isalnum, field.text))


def is_of_budget(section: TableSection, title: Mapping[str, FormField], captions: Captions) -> bool:
    """Whether indicators that no form heads are of public money: by their classes, or by what the title above says.
    Those without any value are not: points and scores alone are those of an evaluation.
    """
    if section.kind != INDICATORS:
        return section.kind != POINTS
    has_classes = any(name in row.texts for row in section.indicators for name in LEVELS)
    is_of_budget = has_classes or not section.names.isdisjoint(LEVELS)
    has_values = not section.names.isdisjoint(VALUES)
    return has_values and (is_of_budget or (TITLE in title and captions.is_of_budget(title[TITLE].text)))
