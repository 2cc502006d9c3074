"""What is spoiled: the published document and the fixtures, as read; and the same forms a year earlier."""

import re
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from pipeline.extract.formats.word import docx
from pipeline.extract.layout import forms
from pipeline.model.reading import Form, RawIndicator, Reading
from pipeline.rules import book
from tests.layouts.catalogue import FIXTURES

RAW = Path(__file__).parent.parent.parent / "data" / "raw"
PUBLISHED = "published"
RULES = book.default()
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@cache
def readings() -> dict[str, Reading]:
    """Every document by its layout; the published one, which is of layout A too, apart."""
    source = next(RAW.glob("2025_351_*.docx"))
    files = {PUBLISHED: (source.read_bytes(), source.name)}
    files |= {fixture.id: (fixture.build(), fixture.file_name) for fixture in FIXTURES}
    return {name: forms.read(docx.parse(*file, RULES), RULES) for name, file in files.items()}


@cache
def layout_of(document_id: str) -> str:
    """The layout of a document, also of its copy of the year before."""
    return next(
        name
        for name, reading in readings().items()
        if document_id in (reading.document.document_id, _named(reading, -1).document.document_id)
    )


def year_before(reading: Reading) -> Reading:
    """The same forms for another fiscal year: every year that is printed, in the file's name too, is one less."""
    return replace(
        _named(reading, -1),
        forms=tuple(map(_earlier_form, reading.forms)),
        indicators=tuple(map(_earlier_row, reading.indicators)),
        roles={},
        tasks=(),
        findings=(),
    )


def _named(reading: Reading, years: int) -> Reading:
    name = later(reading.document.name, years)
    checksum = sha256(f"{reading.document.sha256}{years}{name}".encode()).hexdigest()
    document = replace(reading.document, name=name, sha256=checksum, document_id=checksum[:16], blocks=())
    return replace(reading, document=document)


def later(text: str, years: int) -> str:
    """A text with every year that it prints moved.

    >>> later("2024年3月", 1)
    '2025年3月'
    """
    return YEAR.sub(lambda match: str(int(match[0]) + years), text)


def _earlier_form(form: Form) -> Form:
    return replace(form, fields=tuple(replace(one, text=later(one.text, -1)) for one in form.fields))


def _earlier_row(row: RawIndicator) -> RawIndicator:
    texts = {name: later(text, -1) for name, text in row.texts.items()}
    return replace(row, texts=texts, values=tuple(replace(one, text=later(one.text, -1)) for one in row.values))


def fiscal_year(reading: Reading, form: Form) -> int | None:
    """The year that a form is for, as a reader finds it: in its fields, its title or the file's name."""
    fields = {one.name: one.text for one in reversed(form.fields)}
    said = [fields.get(name, "") for name in ("fiscal_year", "title_year", "title")] + [reading.document.name]
    found = next(filter(None, map(YEAR.search, said)), None)
    return int(found[0]) if found else None
