"""Runs of tests are quick where what they need is compiled: their processes begin as copies of the one that tests."""

import pytest

from pipeline.load import sqlfiles
from pipeline.run.document import document_tables
from tests.whole_run.test_same_bytes import small_document


@pytest.fixture(scope="session", autouse=True)
def compiled(rules):
    """The rules, compiled in this process: for the first document what it needs, from the second on all."""
    for name in ("甲", "乙"):
        document_tables(small_document(name, f"{name}8个"), f"{name}.docx", rules)


@pytest.fixture(scope="module")
def few_questions():
    """Of the questions of the review and of the promises each tenth, for tests of what is done with a dataset whatever is
    found in it: to put all of them takes half of a run over a few documents.
    """
    whole = sqlfiles.read

    def some(kind):
        return whole(kind)[::10] if kind.startswith(("review", "checks")) else whole(kind)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlfiles, "read", some)
        yield
