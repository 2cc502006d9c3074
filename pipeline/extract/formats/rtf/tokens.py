"""The pieces of an RTF file: groups, control words, control symbols, bytes of text, text (RTF 1.9.1, "RTF Syntax")."""

import re
from collections.abc import Iterator

CHARACTERS, WORD, NUMBERED, BYTES, BRACE, SYMBOL, TEXT = range(1, 8)
"""The kinds of pieces, by the last group of a match. CHARACTERS are several of Unicode, each with one substitute."""
# Most of a file says how it looks: words that say nothing of the text are passed over several at a time, in no group.
_LOOKS = (
    r"(?:\\(?:brdr[a-z]+|clbrdr[a-z]|clpadf?[a-z]+|clvertal[a-z]|trpaddf?[a-z]+|afs?|alang|lang[a-z]*|rtlch|ltrch|hich"
    r"|loch|dbch|fs|cf|cb|sl|slmult|sb|sa|ql|qc|qr|qj|li|ri|fi|lin|rin|kerning|widctlpar|ltrpar|hyphpar|aspalpha|faauto"
    r"|nowidctlpar|insrsid|charrsid|pararsid|b|ab|s|snext)(?![a-z])-?[0-9]*[ ]?)+|"
)
_SEVERAL = r"((?:\\u-?[0-9]{1,6}[ ]?(?:\\'[0-9a-fA-F]{2}|\?))+)"
_NONE = r"((?!))"
_OTHERS = r"|\\([a-zA-Z]+)(-?[0-9]{1,10})?[ ]?|((?:\\'[0-9a-fA-F]{2})+)|([{}])|\\([^a-zA-Z])|([^\\{}\r\n\0]+)"
_TOKEN, _SINGLE = re.compile(_LOOKS + _SEVERAL + _OTHERS), re.compile(_NONE + _OTHERS)
_NUMBER = re.compile(r"\\u(-?[0-9]+)")
Token = re.Match[str]


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a file whose bytes are the characters of `text`, without the bytes that `\\bin` counts."""
    at = 0
    while at < len(text):
        for token in _TOKEN.finditer(text, at):
            yield token
            if token[2] == "bin" and token[3]:
                at = token.end() + max(int(token[3]), 0)
                break
        else:
            return


def single(several: str) -> Iterator[Token]:
    """The pieces of CHARACTERS one by one, for where a character has not one substitute."""
    return _SINGLE.finditer(several)


def characters(several: str) -> str:
    """What CHARACTERS print; halves of pairs stay halves. Numbers above 32,767 are written as negative ones.

    >>> characters("\\\\u8805\\\\'3f\\\\u-3913 ?")
    '≥\\uf0b7'
    """
    return "".join([chr(int(number) & 0xFFFF) for number in _NUMBER.findall(several)])
