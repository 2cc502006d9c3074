"""The source reads in English, in small pieces, each saying what it is for."""

import ast
import re

import pytest

from tests.architecture.modules import MODULES, Module

LONGEST_FUNCTION, LONGEST_MODULE = 60, 300
CHINESE = re.compile("[\u4e00-\u9fff]")
LABELS = {name for name in MODULES if name.startswith("schema.")}
"""Modules whose strings are labels in two languages."""

modules = pytest.mark.parametrize("module", MODULES.values(), ids=lambda module: module.name)


@pytest.mark.parametrize(
    "module", [MODULES[name] for name in MODULES if name not in LABELS], ids=lambda module: module.name
)
def test_chinese_words_stand_in_rules_and_not_in_code(module: Module):
    assert [text for text in module.texts if CHINESE.search(text)] == []


@modules
def test_functions_and_modules_are_short(module: Module):
    long = {
        function.name: function.end_lineno - function.lineno + 1
        for function in module.functions
        if function.end_lineno - function.lineno >= LONGEST_FUNCTION
    }
    assert long == {}
    assert len(module.source.splitlines()) <= LONGEST_MODULE


@modules
def test_a_module_and_what_it_offers_say_what_they_are(module: Module):
    assert ast.get_docstring(module.tree)
    silent = [node.name for node in module.public if not ast.get_docstring(node)]
    assert silent == []
