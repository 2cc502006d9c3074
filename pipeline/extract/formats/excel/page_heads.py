"""The headers and footers of a sheet: texts with codes among them (ECMA-376-1, 18.3.1.46)."""

import re
from collections.abc import Iterator, Mapping

from pipeline.extract.formats.page_heads import Margins

_PLACES = re.compile("&[LCR]")
_PAGE_NUMBER = re.compile("&[PN]")
_CODES = re.compile(r'&("[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[A-Z])')


def margins(stated: Mapping[str, str], has_first: bool) -> Margins:
    """What the margins of pages print, from the texts by what they are: `oddHeader`, `firstFooter` and so on."""
    kinds = ("first", "odd", "even") if has_first else ("odd", "even")
    heads, feet = ([list(_lines(stated.get(kind + which, ""))) for kind in kinds] for which in ("Header", "Footer"))
    first = next((lines for lines in heads if lines), [])
    return Margins(first, [line for lines in (*heads, *feet) for line in lines])


def _lines(text: str) -> Iterator[str]:
    """The lines at the left, in the middle and at the right, without those that number the page.

    >>> list(_lines('&C&"宋体"&16 项目绩效目标表&R单位：万元&L第&P页'))
    [' 项目绩效目标表', '单位：万元']
    """
    for part in _PLACES.split(text):
        for line in part.split("\n"):
            if not _PAGE_NUMBER.search(line) and (printed := _CODES.sub("", line).replace("&&", "&")):
                yield printed
