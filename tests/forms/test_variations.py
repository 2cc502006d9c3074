"""Forms may vary as published ones do; what is read stays what is printed."""

import pytest

from tests.forms.printed import read, unread
from tests.forms.variations import VARIATIONS

variations = pytest.mark.parametrize("one", VARIATIONS, ids=lambda one: one.name)


@variations
def test_every_project_is_a_form_with_its_fields(one):
    forms = [{field.name: field.text for field in form.fields} for form in read(*one.blocks).forms]
    assert [
        {name: form.get(name) for name in wanted} for form, wanted in zip(forms, one.forms, strict=True)
    ] == one.forms


@variations
def test_every_indicator_has_its_classes_and_its_target(one):
    names = ("level1", "level2", "indicator_name")
    rows = [
        (row.form_no, *(row.texts.get(name) for name in names), *(value.text for value in row.values))
        for row in read(*one.blocks).indicators
    ]
    assert rows == one.rows


@variations
def test_nothing_is_unread_that_a_rule_could_place(one):
    assert unread(read(*one.blocks)) == one.unread
