"""The walk through the pieces of an RTF file: what each says is kept by group, what is printed goes into paragraphs."""

from collections.abc import Callable, Iterator, Mapping

from pipeline.extract.formats.flow import Items
from pipeline.extract.formats.page_heads import Margins
from pipeline.extract.formats.rtf import margins, rows, tokens
from pipeline.extract.formats.rtf.fonts import FILE_PAGES, Font, Fonts
from pipeline.extract.formats.rtf.group import Group, Holds
from pipeline.extract.formats.rtf.paragraphs import FORMAT, Paragraphs
from pipeline.extract.formats.rtf.words import (
    BOXES,
    NUMBERS,
    PRINTED,
    READ_STARRED,
    SYMBOLS,
    UNPRINTED,
)
from pipeline.extract.formats.symbols import SUBSCRIPTS, SUPERSCRIPTS, SYMBOL_FONT, Symbols, is_unnamed, symbol, unnamed
from pipeline.model.finding import Rejected

# Word nests groups a few dozen deep at most.
_DEEPEST, _DEEPEST_BOX = 10_000, 5
_PRIVATE = 0xF000


class Reader:
    """Reads a file once."""

    def __init__(self, symbols: Symbols):
        self._symbols = symbols
        self._margins = margins.MarginTexts()
        self._groups: list[Group] = []
        self._group = Group()
        self._stories = [Paragraphs()]
        self._fonts = Fonts()
        self._row, self._nested_row = rows.RowDefinition(), rows.RowDefinition()
        self._bytes = b""
        self._is_starred = False
        self._to_skip = 0

    def read(self, text: str) -> tuple[Items, Margins, bool]:
        """What a file prints whose bytes are the characters of `text`, what its margins print, and whether it ends
        before its groups do.

        Raises Rejected (`too_deep`).
        """
        self._take(tokens.tokens(text))
        self._flush()
        is_cut = bool(self._groups)
        while len(self._stories) > 1:
            self._end_box()
        return self._stories[0].finished(self._group.table_depth), self._margins.margins, is_cut

    def _take(self, found: Iterator[tokens.Token]) -> None:
        """Act on pieces in order, up to the end of the outermost group. Most are words that say nothing of the text."""
        for token in found:
            kind = token.lastindex
            if kind in (tokens.WORD, tokens.NUMBERED):
                act = _WORDS.get(token[2])
                if act or self._is_starred:
                    self._word(act, token[2], token[3])
            elif kind == tokens.BRACE:
                self._flush()
                self._is_starred, self._to_skip = False, 0
                if token[0] == "{":
                    self._open()
                elif not self._close():
                    return
            elif kind and self._group.holds is not Holds.NOTHING:
                _OTHERS[kind](self, token[0])
            elif kind == tokens.SYMBOL:
                self._is_starred = False

    def _open(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise Rejected("too_deep", FORMAT, limit=str(_DEEPEST))
        self._groups.append(self._group)
        self._group = self._group.inner()

    def _close(self) -> bool:
        """End a group; whether more may follow."""
        if self._group.is_box:
            self._end_box()
        if self._groups:
            self._group = self._groups.pop()
        return bool(self._groups)

    def _end_box(self) -> None:
        items = self._stories.pop().finished(self._group.table_depth)
        if self._group.margin:
            self._margins.add(self._group.margin, items)
        else:
            self._stories[-1].add_box(items)

    def _word(self, act: "Act | None", word: str, digits: str | None) -> None:
        """Act on a control word. A group that begins with `\\*` and a word that is not known is for other programs."""
        self._flush()
        is_starred, self._is_starred = self._is_starred, False
        if word in PRINTED and self._to_skip:
            self._to_skip -= 1
            return
        self._to_skip = 0
        if is_starred and word not in READ_STARRED:
            self._group.holds = Holds.NOTHING
        elif act and self._group.holds is not Holds.NOTHING and (self._group.holds is not Holds.TWICE or word == "ud"):
            act(self, word, None if digits is None else int(digits))

    # --- what is printed ----------------------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        """Text; it belongs to bytes before it, if the first of two stands there, and is bytes if it is not ASCII."""
        if self._to_skip:
            text, self._to_skip = text[self._to_skip :], max(self._to_skip - len(text), 0)
        if self._bytes or not text.isascii() or self._font.is_symbol:
            self._bytes += text.encode("latin-1")
        else:
            self._print(text)

    def _hexadecimal(self, text: str) -> None:
        stored = bytes.fromhex(text.replace("\\'", ""))
        self._bytes += stored[self._to_skip :]
        self._to_skip = max(self._to_skip - len(stored), 0)

    def _several(self, text: str) -> None:
        """Characters of Unicode, each with a substitute."""
        if self._group.skips != 1 or self._to_skip:
            self._take(tokens.single(text))
            return
        self._flush()
        self._print_unicode(tokens.characters(text))

    def _control_symbol(self, text: str) -> None:
        sign = text[1]
        if sign == "*":
            self._is_starred = True
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in "\r\n":
            self._word(Reader._end_line, "par", None)
        elif self._bytes and sign in "\\{}":  # the second of two bytes
            self._bytes += sign.encode()
        else:
            self._flush()
            self._print(SYMBOLS.get(sign, ""))

    def _unicode(self, _: str, number: int | None) -> None:
        self._print_unicode(chr((number or 0) & 0xFFFF))
        self._to_skip = self._group.skips

    def _print_unicode(self, text: str) -> None:
        if SYMBOL_FONT.search(text):
            text = SYMBOL_FONT.sub(lambda found: self._named(ord(found[0])), text)
        self._print(text)

    def _named(self, code: int) -> str:
        """A character of a symbol font."""
        fonts, spelled = [self._font.name], f"{code:04X}"
        text = symbol(fonts, spelled, self._symbols)
        if is_unnamed(text):
            self._stories[-1].leave_out(*unnamed(fonts, spelled))
        return text

    @property
    def _font(self) -> Font:
        return self._fonts.get(self._group.font)

    def _flush(self) -> None:
        """Print the bytes that are waiting for the second of two."""
        if not self._bytes:
            return
        stored, self._bytes = self._bytes, b""
        if self._font.is_symbol and self._group.holds is not Holds.FONTS:
            self._print("".join(self._named(_PRIVATE | byte) for byte in stored))
        else:
            self._print(self._font.decoded(stored, self._fonts.code_page))

    def _print(self, text: str) -> None:
        """Text where it belongs."""
        group, story = self._group, self._stories[-1]
        if group.holds is Holds.FONTS:
            self._fonts.add_name(text)
        elif group.is_deleted:
            story.leave_out("deleted_text_left_out", text)
        elif group.is_hidden:
            story.leave_out("hidden_text_left_out", text)
        elif group.holds is Holds.NUMBER:
            story.number.append(text)
        elif group.holds is Holds.TEXT:
            is_spelled = group.script and all(ord(each) in group.script for each in text)
            story.text.append(text.translate(group.script) if is_spelled else text)

    # --- where it stands ----------------------------------------------------------------------------------------------

    def _end_line(self, *_: object) -> None:
        self._stories[-1].end_line(self._group.table_depth, goes_on=self._group.is_deleted)

    def _end_section(self, *_: object) -> None:
        if self._stories[-1].has_begun:
            self._end_line()

    def _end_cell(self, word: str, _: int | None) -> None:
        self._stories[-1].end_cell(1 if word == "cell" else max(self._group.table_depth, 2))

    def _end_row(self, word: str, _: int | None) -> None:
        if word == "row":
            self._stories[-1].end_row(1, self._row.bounds)
        else:
            self._stories[-1].end_row(max(self._group.table_depth, 2), self._nested_row.bounds)

    def _define_row(self, word: str, number: int | None) -> None:
        (self._nested_row if self._group.is_nested else self._row).take(word, number or 0)

    def _stand_in_table(self, word: str, number: int | None) -> None:
        if word == "intbl":
            self._group.in_table = number != 0
        else:
            self._group.depth = max(number or 0, 0)

    def _start_text(self, *_: object) -> None:
        self._group.start_text(self._fonts.default)

    def _hide(self, _: str, number: int | None) -> None:
        self._group.is_hidden = number != 0

    def _delete(self, _: str, number: int | None) -> None:
        self._group.is_deleted = number != 0

    def _align(self, word: str, number: int | None) -> None:
        self._group.script = _SCRIPTS.get(word, {}) if number != 0 else {}

    def _set_font(self, word: str, number: int | None) -> None:
        if self._group.holds is Holds.FONTS:
            self._fonts.state(word, number or 0)
        elif word == "f":
            self._group.font = number or 0

    def _set_skips(self, _: str, number: int | None) -> None:
        self._group.skips = min(max(1 if number is None else number, 0), 16)

    def _set_default(self, word: str, number: int | None) -> None:
        self._fonts.set_file(word, number)
        if word == "deff":
            self._group.font = self._fonts.default

    # --- what groups hold ---------------------------------------------------------------------------------------------

    def _hold(self, word: str, _: int | None) -> None:
        if word == "pict":
            self._stories[-1].leave_out("picture_not_read", "")
        self._group.holds = _HELD.get(word, Holds.NOTHING)

    def _start_box(self, word: str, _: int | None) -> None:
        if len(self._stories) > _DEEPEST_BOX:
            raise Rejected("too_deep", FORMAT, limit=str(_DEEPEST_BOX))
        if not self._group.is_box:
            self._stories.append(Paragraphs())
        self._group.is_box, self._group.margin = True, word if word in margins.WORDS else ""
        self._group.start_paragraph()

    def _start_nested_row(self, *_: object) -> None:
        self._group.is_nested = True


Act = Callable[[Reader, str, int | None], None]
_SCRIPTS: Mapping[str, Mapping[int, str | int]] = {"super": SUPERSCRIPTS, "sub": SUBSCRIPTS}
_HELD = {"fonttbl": Holds.FONTS, "upr": Holds.TWICE, "ud": Holds.TEXT, **dict.fromkeys(NUMBERS, Holds.NUMBER)}
_WORDS: Mapping[str, Act] = {
    **dict.fromkeys(PRINTED, lambda reader, word, _: reader._print(PRINTED[word])),
    **dict.fromkeys((*UNPRINTED, *_HELD, "pict"), Reader._hold),
    **dict.fromkeys((*BOXES, *margins.WORDS), Reader._start_box),
    "titlepg": lambda reader, *_: reader._margins.mark_first_page(),
    **dict.fromkeys(rows.WORDS, Reader._define_row),
    **dict.fromkeys(("cell", "nestcell"), Reader._end_cell),
    **dict.fromkeys(("row", "nestrow"), Reader._end_row),
    **dict.fromkeys(("intbl", "itap"), Reader._stand_in_table),
    **dict.fromkeys(("super", "sub", "nosupersub"), Reader._align),
    **dict.fromkeys(("f", "fcharset", "cpg"), Reader._set_font),
    **dict.fromkeys(("deff", "ansicpg", *FILE_PAGES), Reader._set_default),
    "u": Reader._unicode,
    "uc": Reader._set_skips,
    "par": Reader._end_line,
    "sect": Reader._end_section,
    "pard": lambda reader, *_: reader._group.start_paragraph(),
    "plain": Reader._start_text,
    "v": Reader._hide,
    "deleted": Reader._delete,
    "nesttableprops": Reader._start_nested_row,
}
"""What the control words do that matter to the text."""
_OTHERS: Mapping[int, Callable[[Reader, str], None]] = {
    tokens.CHARACTERS: Reader._several,
    tokens.BYTES: Reader._hexadecimal,
    tokens.SYMBOL: Reader._control_symbol,
    tokens.TEXT: Reader._text,
}
