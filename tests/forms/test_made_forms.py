"""Forms made after published wordings stay read as they are: `made/README.md`."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import unseen_documents, unseen_facts
from benchmarks.unseen_marks import KINDS, RIGHT, WRONG, compared, counted

FORMS = unseen_documents.folder(Path(__file__).parent / "made")
MISSED = Counter(
    {
        "department": 1,
        "year": 3,
    }
)
"""How many of each kind are not read, at most: a few years and departments."""


@pytest.fixture(scope="module")
def count(rules):
    """(kind, grade) → how many, over all forms."""
    read = [(form, unseen_facts.read(form.document(), rules)) for form in FORMS]
    return counted(mark for form, found in read for mark in compared(form.facts, found))


@pytest.mark.parametrize("kind", KINDS)
def test_no_less_is_read_than_before_and_nothing_wrongly(count, kind):
    total = sum(number for (of, _), number in count.items() if of == kind)
    assert total - count[kind, RIGHT] <= MISSED[kind]
    assert count[kind, WRONG] == 0


def test_the_forms_state_something_of_every_kind_but_tasks(count):
    assert {kind for kind in KINDS if not any(of == kind and number for (of, _), number in count.items())} <= {
        "tasks",
        "nothing",
    }
