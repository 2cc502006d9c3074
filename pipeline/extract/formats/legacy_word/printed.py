"""What a paragraph prints: its characters without field codes, deleted and hidden ones, and what stands for others."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.formats.legacy_word.boxes import Drawn
from pipeline.extract.formats.legacy_word.fields import Codes
from pipeline.extract.formats.legacy_word.looks import NO_LOOK, CharacterLook
from pipeline.extract.formats.legacy_word.marked import Marked, Marks
from pipeline.extract.formats.legacy_word.style_sheet import StyleSheet
from pipeline.extract.formats.symbols import (
    SUBSCRIPTS,
    SUPERSCRIPTS,
    SYMBOL_FONT,
    Symbols,
    is_unnamed,
    mended,
    symbol,
    unnamed,
)

# Characters that print otherwise than they are stored ([MS-DOC] 2.4.1, 2.6.1 sprmCFSpec): controls, those of symbol
# fonts, halves of pairs.
_ODD = re.compile("[\0-\x08\x0a-\x1f\ud800-\udfff\uf020-\uf0ff]")
_LAID_OVER = re.compile("[\x01\x08]")
_PICTURE = "\x01"
_BREAKS = {code: "\n" for code in (0x0B, 0x0C, 0x0D, 0x0E)}
_AS_PRINTED = {code: None for code in range(0x20) if code != 0x09} | _BREAKS | {0x1E: "-"}
_SCRIPTS = {1: SUPERSCRIPTS, 2: SUBSCRIPTS}

Place = tuple[int, int]


class Known(NamedTuple):
    """What is known of a text before its paragraphs are read."""

    text: str
    marks: Marks
    codes: Codes
    styles: StyleSheet
    drawn: Drawn
    fonts: Sequence[str]
    symbols: Symbols


class Printed:
    """A paragraph, read once. `text` is what it prints; `left_out` maps the code of a finding to the texts that it
    quotes; `boxes` are the places of the text boxes anchored in it. `marked` are the parts of which more is said.
    """

    def __init__(self, known: Known, start: int, stop: int, style: int, marked: Sequence[Marked]):
        self._known, self._style = known, style
        self.left_out: dict[str, list[str]] = {}
        self.boxes: list[Place] = []
        stored = known.text[start:stop]
        if marked or _ODD.search(stored) or known.codes.touch(start, stop) or known.styles.hides(style):
            self.text = mended("".join(self._composed(start, stop, marked)))
        else:
            self.text = stored

    def _composed(self, start: int, stop: int, marked: Sequence[Marked]) -> Iterator[str]:
        """What is printed, part by part."""
        for first, last, look in _parts(start, stop, marked):
            for inner, outer in self._known.codes.outside(first, last):
                if inner < outer:
                    yield self._part(inner, outer, look)

    def _part(self, start: int, stop: int, look: CharacterLook) -> str:
        """What a part prints whose characters look alike."""
        stored = self._known.text[start:stop]
        hides = self._known.styles.hides
        if look.is_deleted:
            return self._leave_out("deleted_text_left_out", mended(stored.translate(_AS_PRINTED)))
        if look.is_hidden(hides(self._style) != hides(look.style)):
            return self._leave_out("hidden_text_left_out", mended(stored.translate(_AS_PRINTED)))
        if look.symbol:
            return self._symbol([self._font(look.symbol[0])], look.symbol[1]) * len(stored)
        for found in _LAID_OVER.finditer(stored):
            self._laid_over(found[0], start + found.start())
        if SYMBOL_FONT.search(stored):
            stored = SYMBOL_FONT.sub(lambda found: self._named(found[0], start + found.start()), stored)
        text = stored.translate(_AS_PRINTED)
        characters = _SCRIPTS.get(look.script, {})
        return text.translate(characters) if all(ord(each) in characters for each in text) else text

    def _leave_out(self, code: str, text: str) -> str:
        self.left_out.setdefault(code, []).append(text)
        return ""

    def _laid_over(self, character: str, position: int) -> None:
        """A picture, or what is anchored at a character."""
        drawn = self._known.drawn
        shape = drawn.anchors.get(position, 0)
        if character == _PICTURE or shape in drawn.pictures:
            self._leave_out("picture_not_read", "")
        else:
            self.boxes += drawn.boxes(shape)

    def _named(self, character: str, position: int) -> str:
        """A character of a symbol font."""
        fonts = [self._font(number) for number in self._known.marks.at(position).fonts]
        return self._symbol(fonts, ord(character))

    def _symbol(self, fonts: Sequence[str], code: int) -> str:
        text = symbol(fonts, f"{code:04X}", self._known.symbols)
        if is_unnamed(text):
            self._leave_out(*unnamed(fonts, f"{code:04X}"))
        return text

    def _font(self, number: int) -> str:
        return self._known.fonts[number] if number < len(self._known.fonts) else ""


def _parts(start: int, stop: int, marked: Sequence[Marked]) -> Iterator[Marked]:
    """The whole from one character to another, part by part."""
    for first, last, look in marked:
        if first >= stop:  # it is the paragraph's mark
            break
        if first > start:
            yield start, first, NO_LOOK
        yield max(first, start), min(last, stop), look
        start = min(last, stop)
    if start < stop:
        yield start, stop, NO_LOOK
