"""A document and its pages, opened and closed, within limits."""

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple

from pipeline.extract.formats.pdf import pdfium
from pipeline.extract.formats.pdf.objects import UPRIGHT, Placed, objects
from pipeline.extract.formats.pdf.pdfium import Handle, api
from pipeline.model.finding import Rejected

_PRINTED = (api.FPDF_ANNOT_WIDGET, api.FPDF_ANNOT_FREETEXT, api.FPDF_ANNOT_STAMP)
_NO_ROOM, _ROOM = 0.02, 0.05
"""Text without room is lower or narrower than this, in points; that which is given is too little to meet other text."""


class OpenPage(NamedTuple):
    """A page that is open, its text, and what it shows."""

    page: Handle
    text: Handle
    shown: list[Placed]


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
        if count > pdfium.MAX_PAGES:
            raise Rejected("too_many_pages", "pdf", count=str(count), limit=str(pdfium.MAX_PAGES))
        if count < 1:
            raise Rejected("damaged_pdf", "pdf")
        yield document, count
    finally:
        api.FPDF_CloseDocument(document)


@contextmanager
def opened_page(document: Handle, number: int) -> Iterator[OpenPage | None]:
    """A page, from 0; None if it is damaged or holds more than any printed page does."""
    page = _with_notes(document, number)
    text = None
    try:
        shown = list(islice(objects(page), pdfium.MAX_OBJECTS + 1)) if page else []
        if page and len(shown) <= pdfium.MAX_OBJECTS:
            _give_room(each for each, _ in shown)
            text = api.FPDFText_LoadPage(page)
        yield OpenPage(page, text, shown) if text and api.FPDFText_CountChars(text) <= pdfium.MAX_CHARS else None
    finally:
        if text:
            api.FPDFText_ClosePage(text)
        if page:
            api.FPDF_ClosePage(page)


def _with_notes(document: Handle, number: int) -> Handle:
    """A page with what is laid over it and printed: filled fields, text boxes and stamps (ISO 32000-1, 12.5)."""
    page = api.FPDF_LoadPage(document, number)
    if page and any(_is_printed(page, note) for note in range(min(api.FPDFPage_GetAnnotCount(page), pdfium.MAX_NOTES))):
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


def _give_room(shown: Iterable[Handle]) -> None:
    """Lets PDFium read all text. It passes over what takes up no room as drawn: a single character, a line on end, a
    line that says what another one says. That is text whose font has no shapes for it, as the file embeds none or it is
    the font of recognised text. It is given the room of a thin line around it; nothing that is read changes by that."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for each in shown:
        if api.FPDFPageObj_GetType(each) != api.FPDF_PAGEOBJ_TEXT:
            continue
        api.FPDFPageObj_GetBounds(each, left, bottom, right, top)
        if min(right.value - left.value, top.value - bottom.value) < _NO_ROOM:
            mode = api.FPDFTextObj_GetTextRenderMode(each)
            api.FPDFPageObj_SetStrokeWidth(each, _ROOM)
            api.FPDFTextObj_SetTextRenderMode(each, api.FPDF_TEXTRENDERMODE_STROKE)
            api.FPDFPageObj_Transform(each, *UPRIGHT)
            api.FPDFTextObj_SetTextRenderMode(each, mode)
