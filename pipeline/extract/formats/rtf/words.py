"""What control words mean to the text: which begin what is not printed, which stand for characters (RTF 1.9.1)."""

UNPRINTED = frozenset(
    "stylesheet colortbl info footnote fldinst filetbl "
    "xe rxe txe tc tcn nonesttables nonshppict shprslt sp objdata objclass objname objalias mmathPict private1 "
    "bkmkstart bkmkend atnid atnauthor annotation listtable listoverridetable revtbl rsidtbl themedata".split()
)
"""Destinations that print nothing in the body, or that repeat what stands beside them for older readers."""
READ_STARRED = frozenset("shppict shpinst nesttableprops ud do moMath moMathPara".split())
"""Destinations with `\\*` that are read; all others are for programs that know them."""
NUMBERS = frozenset(("listtext", "pntext"))
"""Destinations that hold the number in front of a paragraph, as it was printed last."""
BOXES = frozenset(("shptxt", "dptxbxtext"))
PRINTED = {
    "tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "mden": "/",
}  # fmt: skip
SYMBOLS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
"""Characters by control symbol; `\\-`, where a word may be parted, prints nothing."""
