"""Printed labels and headers, compared as a person compares them: white space, width and remarks do not count."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
REMEMBERED = 4096
"""Texts whose readings are kept: the same words stand in every table of a document."""
WIDTHS = str.maketrans("（）：", "():")
# Words of Latin letters behind two Chinese characters; a short one may be an abbreviation that is a part of the label.
_TRANSLATION = re.compile(r"(?<=[\u4e00-\u9fff]{2})[A-Za-z]+[A-Za-z0-9/&'.,-]*(?<=[A-Za-z0-9.]{4})$")
_SPACE = re.compile(r"\s+")
_REMARK = re.compile(r"\([^()]*\)")
# A number or mark before a label, and marks of footnotes or of obligatory entries around it.
_NUMBER = re.compile(r"^(?:(\w{1,4})(?:[.．,](?!\d)|[、)])|[(（](\w{1,3})[)）](?=.)|([\u2460-\u2473])|[-•·●■◆]+)")
_MARKS = re.compile(r"^[*※★☆]+|(?:[*※★☆#\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u2473]|\[\d{1,2}\])+$")


@lru_cache(maxsize=REMEMBERED)
def plain(text: str) -> str:
    """The label without white space, full-width brackets and a trailing colon.

    >>> plain("其中：财政    资金")
    '其中:财政资金'
    >>> plain("绩\\n效\\n目\\n标：")
    '绩效目标'
    """
    return _SPACE.sub("", text).translate(WIDTHS).removesuffix(":")


@lru_cache(maxsize=REMEMBERED)
def readings(text: str) -> tuple[str, ...]:
    """A label as printed, then without remarks in brackets, then without a leading number and marks of footnotes.

    >>> readings("2.指标值（包含数字及文字描述）")
    ('2.指标值(包含数字及文字描述)', '2.指标值', '指标值')
    >>> readings("一、项目名称*")
    ('一、项目名称*', '项目名称')
    >>> readings("实施单位 Unit")
    ('实施单位Unit', '实施单位')

    Last without a translation behind it.
    """
    whole = plain(text)
    bare = _without_remarks(whole).removesuffix(":")
    unmarked = unnumbered(_MARKS.sub("", bare).removesuffix(":"))
    return tuple(dict.fromkeys((whole, bare, unmarked, untranslated(unmarked))))


def untranslated(text: str) -> str:
    """A label without the foreign words that say it once more: 三级指标Level3."""
    return _TRANSLATION.sub("", text)


def _without_remarks(text: str) -> str:
    """A label without what stands in brackets, also in brackets within brackets."""
    shorter = _REMARK.sub("", text)
    return text if shorter == text else _without_remarks(shorter)


def unnumbered(text: str) -> str:
    """A label without the number before it, in digits of any script: 1. 一、 （一） ①"""
    found = _NUMBER.match(text)
    number = (found[1] or found[2]) if found else None
    is_word = number is not None and not number.isnumeric()
    return text if found is None or is_word else text[found.end() :]


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
