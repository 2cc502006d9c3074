"""Forms that nobody had fitted anything to are read at least as well as they were: `unseen/README.md`."""

import pytest

from benchmarks import unseen_documents, unseen_facts
from benchmarks.unseen_marks import KINDS, RIGHT, WRONG, compared, counted
from pipeline.extract.formats.word import docx
from pipeline.model.document import Grid

FORMS = unseen_documents.folder(unseen_documents.DEVELOPED)
RIGHTLY = {
    "nothing": 1, "forms": 13, "name": 10, "unit": 7, "department": 5, "year": 11, "budget": 11, "goals": 9, "tasks": 0,
    "indicators": 79, "level1": 79, "level2": 67, "target": 76, "actual": 32,
}  # fmt: skip
"""How many of each kind are read rightly, at least. To be raised whenever more are."""
WRONGLY: dict[str, int] = {}
"""How many are read wrongly, at most; of a kind that is not named, none. To be lowered whenever fewer are."""

forms = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)


@pytest.fixture(scope="module")
def count(rules):
    """(kind, grade) → how many, over all forms."""
    read = [(form, unseen_facts.read(form.document(), rules)) for form in FORMS]
    return counted(mark for form, found in read for mark in compared(form.facts, found))


@pytest.mark.parametrize("kind", KINDS)
def test_as_much_is_read_rightly_as_before(count, kind):
    assert count[kind, RIGHT] >= RIGHTLY[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_no_more_is_read_wrongly_than_before(count, kind):
    assert count[kind, WRONG] <= WRONGLY.get(kind, 0)


@forms
def test_what_was_judged_right_is_printed(form):
    """Each name, value and class that a judge wrote down stands in the form, white space apart."""
    printed = unseen_facts.plain("".join(_texts(form)))
    for row in (row for project in form.facts.projects for row in project.indicators):
        for text in (row.name, row.level1, row.level2, *row.targets, *row.actuals):
            assert text is None or text in printed


@forms
def test_the_word_file_holds_the_form_as_it_was_retyped(form, rules):
    wanted, found = form.document(), docx.parse(form.word(), form.file_name, rules)
    assert [*map(_printed, found.blocks)] == [*map(_printed, wanted.blocks)]


def _printed(block):
    if not isinstance(block, Grid):
        return block.text
    return [(cell.row_no, cell.col_no, cell.row_span, cell.col_span, cell.text) for cell in block.cells]


def _texts(form):
    for block in form.blocks:
        yield from [block] if isinstance(block, str) else (cell.text for row in block for cell in row)
