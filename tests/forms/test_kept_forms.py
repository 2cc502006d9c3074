"""Forms stay read as they are: made after published wordings (`made/README.md`), or retyped blind (`blind/README.md`,
`blind_again/README.md`, `blind_files/README.md`).
"""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import unseen_documents, unseen_facts
from benchmarks.unseen_marks import KINDS, MISSED, RIGHT, WRONG, compared, counted

FOLDERS = ("made", "blind", "blind_again", "blind_files")
NOT_READ = {
    "made": Counter({"department": 1, "year": 1}),
    "blind_again": Counter[str](),
    "blind_files": Counter[str](),
    # g15: a value for each town counts as an indicator of its own; g20 is running text, of which the lines below classes
    # are read.
    "blind": Counter(
        {
            "name": 1, "unit": 1, "year": 2, "budget": 2, "goals": 1,
            "indicators": 5, "level1": 5, "level2": 5, "target": 5,
        }
    ),
}  # fmt: skip
"""How many of each kind are not read, at most. To be lowered whenever fewer are."""
WRONGLY = {
    "made": Counter[str](),
    "blind_again": Counter[str](),
    "blind_files": Counter[str](),
    # g11: goals over two rows count as one, and the rows of the rate of execution as indicators.
    "blind": Counter({"goals": 1, "indicators": 3}),
}
"""How many are read wrongly, at most. To be lowered whenever fewer are."""


@pytest.fixture(scope="module", params=FOLDERS)
def counts(request, rules):
    """The folder, and (kind, grade) → how many, over all its forms."""
    forms = unseen_documents.folder(Path(__file__).parent / request.param)
    read = [(form, unseen_facts.read(form.document(), rules)) for form in forms]
    return request.param, counted(mark for form, found in read for mark in compared(form.facts, found))


@pytest.mark.parametrize("kind", KINDS)
def test_no_less_is_read_than_before_and_no_more_wrongly(counts, kind):
    folder, count = counts
    assert count[kind, MISSED] <= NOT_READ[folder][kind]
    assert count[kind, WRONG] <= WRONGLY[folder][kind]


def test_the_forms_state_something_of_nearly_every_kind(counts):
    _, count = counts
    assert {kind for kind in KINDS if not any(count[kind, grade] for grade in (RIGHT, MISSED, WRONG))} <= {
        "tasks",
        "nothing",
        "department",
        "goals",
    }
