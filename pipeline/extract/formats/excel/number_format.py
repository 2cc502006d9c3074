"""Numbers and texts as Excel prints them under the code of a number format (ECMA-376-1, 18.8.30 and 18.8.31).

The width of the column does not count: what Excel prints as ### for want of room is printed in full.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pipeline.extract.formats.excel.dates import DAYS_FROM_1900_TO_1904, Dates
from pipeline.extract.formats.excel.digits import number
from pipeline.extract.formats.excel.format_code import DIGIT, GENERAL, TEXT, FormatCode, Section
from pipeline.extract.formats.excel.fraction import fraction, slash_of
from pipeline.extract.formats.excel.general import general
from pipeline.extract.formats.excel.numerals import Numerals
from pipeline.extract.formats.excel.words import Words, words_of
from pipeline.rules.kinds.rulebook import Rulebook

GENERAL_CODE = "General"
_YEN = '"\uffe5"'
# What a program set to Chinese prints for the formats that files name by number alone; the rules hold those with words.
BUILT_IN: Mapping[int, str] = {
    0: GENERAL_CODE, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: rf"{_YEN}#,##0;{_YEN}\-#,##0", 6: rf"{_YEN}#,##0;{_YEN}\-#,##0",
    7: rf"{_YEN}#,##0.00;{_YEN}\-#,##0.00", 8: rf"{_YEN}#,##0.00;{_YEN}\-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 30: "m/d/yy",
    37: r"#,##0;\-#,##0", 38: r"#,##0;\-#,##0", 39: r"#,##0.00;\-#,##0.00", 40: r"#,##0.00;\-#,##0.00",
    41: r'_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ ',
    42: rf'_ {_YEN}* #,##0_ ;_ {_YEN}* \-#,##0_ ;_ {_YEN}* "-"_ ;_ @_ ',
    43: r'_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: rf'_ {_YEN}* #,##0.00_ ;_ {_YEN}* \-#,##0.00_ ;_ {_YEN}* "-"??_ ;_ @_ ',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_DIGITS = 15
"""So many digits of a number count: with more, halves would be rounded by what binary numbers cannot hold."""


class NumberFormats:
    """Prints numbers and texts under number formats; each code is read once."""

    def __init__(self, words: Words):
        self._codes, self._words = FormatCode(words), words
        self._numerals = Numerals(words)
        self._dates = Dates(words, self._numerals)
        self._sections: dict[str, tuple[Section, ...]] = {}

    def built_in(self, id: int) -> str:
        """The code that a number stands for, General for one that is not known."""
        return self._words.built_in.get(id) or BUILT_IN.get(id, GENERAL_CODE)

    def number(self, value: float, code: str, is_from_1904: bool = False) -> str:
        """A finite number under a code; `is_from_1904` is whether days are counted from that year."""
        exact = Decimal(f"{value:.{_DIGITS}g}")
        try:
            return self._printed(exact, code, DAYS_FROM_1900_TO_1904 if is_from_1904 else 0)
        except ArithmeticError:  # more digits than any paper has room for
            return general(exact)

    def _printed(self, exact: Decimal, code: str, first_day: int) -> str:
        section, is_absolute = _chosen(_of_numbers(self._read(code)), exact)
        if section is None:
            return general(exact)
        minus = "-" if exact < 0 and not is_absolute and not section.is_date else ""
        return minus + self._in_section(section, exact + first_day if section.is_date else abs(exact))

    def text(self, text: str, code: str) -> str:
        """A text under a code: as it is, unless a section for texts puts something around it or hides it."""
        sections = self._read(code)
        of_text = sections[3] if len(sections) == 4 else sections[-1] if sections[-1].has(TEXT) else None
        if of_text is None or (of_text.has(GENERAL) and not of_text.has(TEXT)):
            return text
        return "".join(text if token.kind == TEXT else token.text for token in of_text.tokens)

    def _read(self, code: str) -> tuple[Section, ...]:
        if code not in self._sections:
            self._sections[code] = self._codes.sections(code)
        return self._sections[code]

    def _in_section(self, section: Section, value: Decimal) -> str:
        if section.is_date:
            return self._dates.print(section, value)
        if section.has(GENERAL, TEXT) or (section.numerals and not section.has(DIGIT)):
            return self._with_general(section, value)
        return self._in_places(section, value)

    def _in_places(self, section: Section, value: Decimal) -> str:
        def sign(text: str) -> str:
            return self._numerals.digits(text, section.numerals)

        slash = slash_of(section.tokens)
        if slash is None:
            return number(section.tokens, value, sign)
        return fraction(section.tokens, slash, value, sign)

    def _with_general(self, section: Section, value: Decimal) -> str:
        """A number under General, or under the sign for a text, with what stands around it."""
        is_read_aloud = section.numerals and value == value.to_integral_value()
        said = self._numerals.number(f"{value:.0f}" if is_read_aloud else general(value), section.numerals)
        if not section.has(GENERAL, TEXT):
            return said + "".join(token.text for token in section.tokens)
        return "".join(said if token.kind in (GENERAL, TEXT) else token.text for token in section.tokens)


def formats_of(rules: Rulebook) -> NumberFormats:
    """The number formats with the words of a rulebook."""
    return NumberFormats(words_of(rules))


def _of_numbers(sections: Sequence[Section]) -> Sequence[Section]:
    """The sections for numbers: all but one for texts."""
    if len(sections) == 4:
        return sections[:3]
    return sections[:-1] if len(sections) > 1 and sections[-1].has(TEXT) else sections


def _chosen(sections: Sequence[Section], value: Decimal) -> tuple[Section | None, bool]:
    """The section for a number, None if none is meant for it, and whether it prints no minus sign."""
    first, *others = sections
    if any(section.condition for section in sections[:2]):
        return _by_condition(sections, value)
    if value < 0 and others:
        return others[0], True
    return (others[1], True) if value == 0 and len(others) > 1 else (first, False)


def _by_condition(sections: Sequence[Section], value: Decimal) -> tuple[Section | None, bool]:
    """As `_chosen`, where a section states its condition. A first section without one is for positive numbers; a second
    one is for negative numbers if a third follows, else for all others.
    """
    first, second, rest = sections[0], next(iter(sections[1:2]), None), sections[2:]
    if first.condition.holds(value) if first.condition else value > 0:
        return first, bool(first.condition and first.condition.is_negative)
    if second is None:
        return None, False
    if second.condition:
        if second.condition.holds(value):
            return second, second.condition.is_negative
    elif value < 0 or not rest:
        return second, value < 0 and bool(rest)
    return (rest[0], False) if rest else (None, False)
