"""Printed labels and headers, compared as a person compares them: white space, width and remarks do not count."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_WIDTHS = str.maketrans("（）：", "():")
_SPACE = re.compile(r"\s+")
_REMARK = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"^(?:\d+[.、．])")


def plain(text: str) -> str:
    """The label without white space, full-width brackets and a trailing colon.

    >>> plain("其中：财政    资金")
    '其中:财政资金'
    >>> plain("绩\\n效\\n目\\n标：")
    '绩效目标'
    """
    return _SPACE.sub("", text).translate(_WIDTHS).removesuffix(":")


def readings(text: str) -> Iterator[str]:
    """A label as printed, then without remarks in brackets, then without a leading number.

    >>> list(readings("2.指标值（包含数字及文字描述）"))
    ['2.指标值(包含数字及文字描述)', '2.指标值', '指标值']
    """
    whole = plain(text)
    yield whole
    bare = _REMARK.sub("", whole).removesuffix(":")
    if bare != whole:
        yield bare
    if (unnumbered := _NUMBER.sub("", bare)) != bare:
        yield unnumbered


class Labels(Generic[T]):
    """Things by the labels under which they are printed."""

    def __init__(self, entries: Iterable[tuple[T, Iterable[str]]]):
        self._by_label: dict[str, T] = {}
        for thing, labels in entries:
            for label in labels:
                self._by_label.setdefault(plain(label), thing)

    def find(self, text: str) -> T | None:
        """The thing whose label this is, or None."""
        return next((self._by_label[key] for key in readings(text) if key in self._by_label), None)
