"""Runs of tests are quick where what they need is compiled: their processes begin as copies of the one that tests."""

import pytest

from pipeline.run.document import document_tables
from tests.whole_run.test_same_bytes import small_document


@pytest.fixture(scope="session", autouse=True)
def compiled(rules):
    """The rules, compiled in this process: for the first document what it needs, from the second on all."""
    for name in ("甲", "乙"):
        document_tables(small_document(name, f"{name}8个"), f"{name}.docx", rules)
