"""Printed labels and headers, compared as a person compares them: white space and width do not count."""

import re
from collections.abc import Iterable

_WIDTHS = str.maketrans("（）：", "():")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """The label without white space, full-width brackets and a trailing colon.

    >>> plain("其中：财政    资金")
    '其中:财政资金'
    >>> plain("绩\\n效\\n目\\n标：")
    '绩效目标'
    """
    return _SPACE.sub("", text).translate(_WIDTHS).removesuffix(":")


def by_label(rules: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Plain label → name, from (name, printed labels)."""
    return {plain(label): name for name, labels in rules for label in labels}
