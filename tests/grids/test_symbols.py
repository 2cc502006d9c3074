"""The rules name characters of symbol fonts: each once, each by one character that other fonts print too."""

import re

import pytest

from tests.grids.read import parse
from tests.word import docx, paragraph, symbol


def test_each_is_a_place_in_the_range_of_symbol_fonts(rules):
    assert all(re.fullmatch("F0[2-9A-F][0-9A-F]", code) for _, code in rules.symbols)


def test_each_is_one_character_of_text(rules):
    assert all(
        len(text) == 1 and text.isprintable() and not "\ue000" <= text <= "\uf8ff" for text in rules.symbols.values()
    )


@pytest.mark.parametrize(
    ("font", "code", "text"),
    [
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0B1", "±"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings 2", "F052", "☑"),
    ],
)
def test_those_that_targets_and_forms_use_are_named(font, code, text):
    (block,) = parse(docx(paragraph(symbol(font, code)))).blocks
    assert block.text == text
