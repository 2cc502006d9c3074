"""The fonts of a file, which say what the bytes of its text mean (RTF 1.9.1, "Font Table" and "Character Set")."""

from collections.abc import Iterator
from typing import NamedTuple

_SYMBOL, _DEFAULTS = 2, (0, 1)
# Code pages by character set; 0 and 1 leave it to the file.
_CODE_PAGES = {
    77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 850,
}  # fmt: skip
_CODECS = {936: "gb18030", 1361: "johab", 10000: "mac-roman", 65001: "utf-8"}
_TWO_BYTES = frozenset({932, 936, 949, 950, 1361, 65001})
_WESTERN = 1252
FILE_PAGES = {"mac": 10000, "pc": 437, "pca": 850}
"""Words that name the code page of the file."""


class Font(NamedTuple):
    """A font: its name, its character set, and the code page that it states itself, 0 if none."""

    name: str = ""
    charset: int = 0
    code_page: int = 0

    @property
    def is_symbol(self) -> bool:
        """Whether its bytes are no characters of text."""
        return self.charset == _SYMBOL

    def decoded(self, stored: bytes, file_page: int) -> str:
        """What bytes in this font print; `file_page` is the code page of the file.

        Chinese programs write Chinese bytes in Western fonts, so the page of the file comes first where it is one of
        two-byte characters and the font has none of its own.

        >>> Font(charset=134).decoded(b"\\xb2\\xfa", 1252), Font().decoded(b"\\xb2\\xfa", 936)
        ('产', '产')
        """
        for page in self._pages(file_page):
            try:
                return stored.decode(_CODECS.get(page, f"cp{page}"))
            except (UnicodeDecodeError, LookupError):
                continue
        return stored.decode(_CODECS.get(file_page, "cp1252"), "replace")

    def _pages(self, file_page: int) -> Iterator[int]:
        own = self.code_page or _CODE_PAGES.get(self.charset, 0)
        if own:
            yield own
        if file_page in _TWO_BYTES or not own:
            yield file_page
        yield _WESTERN


class Fonts:
    """The font table as it is met. `default` is the number of the usual font, `code_page` that of the file."""

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}
        self._stated = self.default = 0
        self.code_page = _WESTERN

    def get(self, number: int) -> Font:
        """A font by its number."""
        return self._fonts.get(number, Font())

    def state(self, word: str, number: int) -> None:
        """What a word of the table says: the next font begins, or a property of the one that has begun."""
        if word == "f":
            self._stated, self._fonts[number] = number, Font()
        else:
            font = self.get(self._stated)
            known = font._replace(charset=number) if word == "fcharset" else font._replace(code_page=number)
            self._fonts[self._stated] = known

    def add_name(self, text: str) -> None:
        """A piece of the name of the font that has begun."""
        font = self.get(self._stated)
        self._fonts[self._stated] = font._replace(name=font.name + text.partition(";")[0])

    def set_file(self, word: str, number: int | None) -> None:
        """What a word says of the whole file: its usual font, or its code page."""
        if word == "deff":
            self.default = number or 0
        else:
            self.code_page = FILE_PAGES.get(word, number or _WESTERN)
