"""Characters that a terminal obeys, made visible: what a document or a file name holds must not steer the screen."""

import re

OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, but for the tab and the line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # Bidi_Control (Unicode Standard Annex 9)
    "\u2028\u2029]"  # line and paragraph separators
)


def visible(text: str) -> str:
    r"""The text with such characters written as JSON escapes them.

    >>> visible("甲\x1b[2J\u202e乙\n")
    '甲\\u001b[2J\\u202e乙\n'
    """
    return OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
