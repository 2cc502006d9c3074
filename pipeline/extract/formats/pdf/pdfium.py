"""PDFium's document and pages, opened and closed, within limits. Its functions keep the names it gives them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as api  # type: ignore[import-untyped]

from pipeline.model.finding import Rejected

MAX_PAGES = 5_000
# A page of a dense table prints some 5,000 characters and draws some 2,000 lines.
MAX_CHARS = 200_000
MAX_OBJECTS = 200_000
MAX_NOTES = 20_000
_PRINTED = (api.FPDF_ANNOT_WIDGET, api.FPDF_ANNOT_FREETEXT, api.FPDF_ANNOT_STAMP)
Handle = Any
"""A pointer or a function of PDFium's."""


@contextmanager
def opened(data: bytes) -> Iterator[tuple[Handle, int]]:
    """An open document and its number of pages.

    Raises Rejected: `encrypted_file` if it asks for a password (one that only forbids printing or copying opens
    without: ISO 32000-1, 7.6.3.1), `damaged_pdf`, `too_many_pages`.
    """
    document = api.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        wants_password = api.FPDF_GetLastError() in (api.FPDF_ERR_PASSWORD, api.FPDF_ERR_SECURITY)
        raise Rejected("encrypted_file" if wants_password else "damaged_pdf", "pdf")
    try:
        count = api.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise Rejected("too_many_pages", "pdf", count=str(count), limit=str(MAX_PAGES))
        if count < 1:
            raise Rejected("damaged_pdf", "pdf")
        yield document, count
    finally:
        api.FPDF_CloseDocument(document)


@contextmanager
def opened_page(document: Handle, number: int) -> Iterator[tuple[Handle, Handle] | None]:
    """A page, from 0, and its text; None if it is damaged or holds more than any printed page does."""
    page = _with_notes(document, number)
    text = None
    try:
        if page and 0 <= api.FPDFPage_CountObjects(page) <= MAX_OBJECTS:
            text = api.FPDFText_LoadPage(page)
        yield (page, text) if text and api.FPDFText_CountChars(text) <= MAX_CHARS else None
    finally:
        if text:
            api.FPDFText_ClosePage(text)
        if page:
            api.FPDF_ClosePage(page)


def _with_notes(document: Handle, number: int) -> Handle:
    """A page with what is laid over it and printed: filled fields, text boxes and stamps (ISO 32000-1, 12.5)."""
    page = api.FPDF_LoadPage(document, number)
    if page and any(_is_printed(page, note) for note in range(min(api.FPDFPage_GetAnnotCount(page), MAX_NOTES))):
        api.FPDFPage_Flatten(page, api.FLAT_NORMALDISPLAY)
        api.FPDF_ClosePage(page)
        return api.FPDF_LoadPage(document, number)
    return page


def _is_printed(page: Handle, number: int) -> bool:
    note = api.FPDFPage_GetAnnot(page, number)
    if not note:
        return False
    kind = api.FPDFAnnot_GetSubtype(note)
    api.FPDFPage_CloseAnnot(note)
    return kind in _PRINTED
