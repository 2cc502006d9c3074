"""Forms of which no label that is known names the project: what else makes them forms, and what names them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipeline.extract.layout.captions import TITLE, Captions
from pipeline.extract.layout.form.fields import FormSection
from pipeline.extract.layout.project.open_form import OpenForm, is_sum
from pipeline.extract.layout.words.field_labels import OTHER, REMARK, TOTAL
from pipeline.extract.layout.words.labels import plain
from pipeline.model.finding import Finding
from pipeline.model.reading import FormField

GOALS = "goals"
SEVERAL = 2
"""So many things stated otherwise at least, and more than chance or a mistake, begin another form."""


def is_form(section: FormSection) -> bool:
    """Whether a section states what forms of targets do, goals and money, and has something that may be the name."""
    stated = [one for one in section.fields if one.text.strip()]
    return (
        any(one.name == GOALS for one in stated) and any(one.source for one in stated) and any(map(_may_name, stated))
    )


def restates(form: OpenForm, section: FormSection, single: Collection[str]) -> bool:
    """Whether a section below the indicators of a form states otherwise several things that a form states once."""
    again = [one for one in section.fields if one.text.strip() and (one.name in single or one.source == TOTAL)]
    return form.n_indicators > 0 and sum(map(form.says_otherwise, again)) >= SEVERAL


def named_by_place(
    forms: Sequence[OpenForm], opening: Sequence[str], single: Collection[str], captions: Captions
) -> Iterator[Finding]:
    """Names the forms, in place, that state no name: the first words that they print under a label that nobody knows,
    if nothing but codes and organisations stands before them, are the name. Several forms have each another under the
    same label. What was taken is said.
    """
    first = [
        (form, one) for form in forms if not is_named(form, opening, captions) and (one := _first_words(form, single))
    ]
    texts = [(plain(one.label), plain(one.text)) for _, one in first]
    for form, one in first:
        if texts.count((plain(one.label), plain(one.text))) == 1 and one.address:
            form.fields[form.fields.index(one)] = replace(one, name=opening[0])
            taken = f"{one.label}: {one.text}"
            details = {"role": opening[0], "taken": taken, "other": "—"}
            yield Finding("layout_uncertain", taken, one.address.table_no, one.address.row_no, details)


def is_named(form: OpenForm, opening: Sequence[str], captions: Captions) -> bool:
    """Whether a form states what it is of: a project, or anything else that may be named if its title says of none."""
    titles = [one.text for one in form.fields if one.name == TITLE]
    is_of_project = any(map(captions.is_of_project, titles))
    return form.holds(opening[0]) or (any(map(form.holds, opening)) and not is_of_project)


def _first_words(form: OpenForm, single: Collection[str]) -> FormField | None:
    """The first thing in a form that is no remark and may take several cells, if its label is one that nobody knows."""
    passed = {REMARK, *single}
    printed = (one for one in form.fields if one.address and one.label and one.name not in passed)
    first = next(printed, None)
    return first if first and _may_name(first) else None


def _may_name(one: FormField) -> bool:
    return one.name == OTHER and not one.source and not is_sum(one.text) and any(map(str.isalpha, one.text))
