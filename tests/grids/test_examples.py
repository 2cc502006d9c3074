"""The examples in the reader's docstrings are true."""

import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize(
    "module", ["package", "grid", "columns", "number_formats", "symbols", "rtf.fonts", "rtf.tokens", "word.xml_names"]
)
def test_examples_are_true(module):
    result = doctest.testmod(import_module(f"pipeline.extract.formats.{module}"))
    assert result.attempted and not result.failed
