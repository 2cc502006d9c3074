"""Documents printed by LibreOffice say what their Word files say. How they are made: README.md beside this folder."""

import random
from collections import Counter
from pathlib import Path

import pytest

from pipeline.extract.formats import readers
from pipeline.extract.formats.word import docx
from pipeline.extract.layout import forms
from pipeline.model.document import Document, Grid, Paragraph
from pipeline.model.finding import Rejected
from tests.conftest import SOURCE
from tests.formats.pdf.damaged import damaged
from tests.layouts.catalogue import FIXTURES

CONVERTED = Path(__file__).parent / "converted"
WORD = {
    "published": SOURCE.read_bytes(),
    **{fixture.id: fixture.build() for fixture in FIXTURES if fixture.id in ("B", "T")},
}
DIFFERENCES = {
    "B": Counter({"社会效益指标": 1, "社会效益": -1, "指标": -1}),
}
"""Cells whose text is another than in the Word file, and why.

B: a merged cell of two rows is cut by the page in the middle of its text, where one row of it stands on each page.
"""
MOST_DAMAGED = 60

documents = pytest.mark.parametrize("name", WORD)


@pytest.fixture(scope="module")
def both(rules):
    """The documents of a name as read from the PDF and from the Word file."""
    return {
        name: (readers.parse(printed(name), f"{name}.pdf", rules), docx.parse(WORD[name], f"{name}.docx", rules))
        for name in WORD
    }


def printed(name: str) -> bytes:
    return (CONVERTED / f"{name}.pdf").read_bytes()


def plain(text: str) -> str:
    return "".join(text.split())


def rows(document: Document) -> list[list[tuple[int, int, str]]]:
    """Every row: where a cell starts, how many rows it covers, its text without white space."""
    return [
        [
            (_edges(grid).index(cell.col_no), cell.row_span, plain(cell.text))
            for cell in grid.cells
            if cell.row_no == row
        ]
        for grid in document.grids
        for row in range(1, grid.n_rows + 1)
    ]


def _edges(grid: Grid) -> list[int]:
    """The columns in which a cell starts: a Word file may have others, which nobody sees."""
    return sorted({cell.col_no for cell in grid.cells})


@documents
def test_cells_are_those_of_the_word_file(both, name):
    pdf, word = both[name]
    found, expected = Counter(cell[2] for row in rows(pdf) for cell in row), Counter(
        cell[2] for row in rows(word) for cell in row
    )  # fmt: skip
    difference = Counter(expected)
    difference.subtract(found)
    assert {text: count for text, count in difference.items() if count} == dict(DIFFERENCES.get(name, Counter()))


@pytest.mark.parametrize("name", [name for name in WORD if name not in DIFFERENCES])
def test_rows_and_spans_are_those_of_the_word_file(both, name):
    pdf, word = both[name]
    assert rows(pdf) == rows(word)


@documents
def test_paragraphs_are_those_of_the_word_file(both, name):
    pdf, word = ([plain(each.text) for each in one.blocks if isinstance(each, Paragraph)] for one in both[name])
    assert pdf == [text for text in word if text]


def test_the_published_document_gives_the_same_forms_and_indicators(both, rules):
    pdf, word = (forms.read(one, rules) for one in both["published"])
    assert len(pdf.forms) == len(word.forms) == 12
    assert len(pdf.indicators) == len(word.indicators) == 129
    for one, other in zip(pdf.indicators, word.indicators, strict=True):
        assert {key: plain(text) for key, text in one.texts.items()} == {
            key: plain(text) for key, text in other.texts.items()
        }
        assert [value.text for value in one.values] == [value.text for value in other.values]


@documents
def test_every_printed_character_is_in_the_document_or_in_a_finding(both, name):
    """Counted by the Word file: LibreOffice printed each of its characters, and again the headers that are left out."""
    pdf, word = both[name]
    said = Counter(plain("".join(finding.evidence for finding in pdf.findings)))
    missing = _characters(word) - _characters(pdf)
    assert not missing - said
    assert not _characters(pdf) - _characters(word)


def _characters(document: Document) -> Counter[str]:
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    texts += [cell.text for grid in document.grids for cell in grid.cells]
    return Counter(plain("".join(texts)))


@pytest.mark.parametrize("seed", range(MOST_DAMAGED))
def test_a_damaged_file_is_read_or_rejected(rules, seed):
    chance = random.Random(seed)
    data = damaged(printed(chance.choice(sorted(WORD))), chance)
    try:
        assert isinstance(readers.parse(data, "damaged.pdf", rules), Document)
    except Rejected as rejected:
        assert rejected.code in rules.issues
