"""PDFium, its limits, and what it may know of this machine: nothing. Its functions keep the names it gives them."""

from typing import Any

import pypdfium2.raw as api  # type: ignore[import-untyped]

MAX_PAGES = 5_000
# A page of a dense table prints some 5,000 characters and draws some 2,000 lines.
MAX_CHARS = 200_000
MAX_OBJECTS = 200_000
MAX_NOTES = 20_000
Handle = Any
"""A pointer or a function of PDFium's."""


def _no_fonts() -> Handle:
    """The fonts of a machine that has none. PDFium then takes its own for those that a file does not embed, and a file
    is read alike everywhere; what these have no shape for is read all the same: see `opened`."""
    kinds = dict(api.FPDF_SYSFONTINFO._fields_)
    fonts = api.FPDF_SYSFONTINFO(version=2)
    for name, answer in (("MapFont", None), ("GetFont", None), ("GetFontData", 0), ("DeleteFont", None)):
        setattr(fonts, name, kinds[name](lambda *_, answer=answer: answer))
    return fonts


_NO_FONTS = _no_fonts()
"""Kept as long as PDFium is: it asks by these functions."""
api.FPDF_SetSystemFontInfo(_NO_FONTS)
