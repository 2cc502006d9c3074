"""What field a printed label is of: known as a whole, or understood from its parts."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.extract.layout.words.labels import REMEMBERED, Labels, plain
from pipeline.extract.layout.words.meaning import Meaning, Meanings
from pipeline.rules.kinds.layouts import FieldRule, Layouts
from pipeline.rules.kinds.meaning import Sense
from pipeline.rules.kinds.rulebook import Rulebook

WORD, PARTS, PLACE = "word", "parts", "place"
"""How a label was known: as a whole, by its parts, or by where it stands."""
TOTAL = "total"
"""What the sum of all sources of funds is called."""
AMOUNTS = frozenset({"annual", "initial", "adjusted", "executed"})
"""Measures that are sums of money: a label of one needs no other beside it to be of money."""
REMARK, OTHER = "remark", "other"
"""Fields of labels that are understood but ask for nothing that is kept, and of labels that nobody knows."""
LONGEST, SHORTEST = 20, 2
"""Characters of a label that nobody knows."""
UNDERSTOOD, GUESSED = 0.8, 0.5
"""How much of a label its parts must explain: by themselves, and where its place says that it is a label."""
ORDER, YEAR = "order", "year"
"""The heads of labels for running numbers and for years."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(r"^\s*(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Label:
    """The field that a label is of, how that was known, and what the label says."""

    rule: FieldRule
    how: str
    meaning: Meaning


class FieldLabels:
    """Finds fields by the labels and senses of `[fields.*]`."""

    def __init__(self, rules: Rulebook):
        self._whole = Labels((rule, rule.labels) for rule in rules.layouts.fields)
        self._other = next(rule for rule in rules.layouts.fields if rule.name == OTHER)
        self._layouts = rules.layouts
        self._prose, groups = rules.layouts.text["no_label"], rules.layouts.senses
        self._senses = [(Sense.read(text, groups), rule) for rule in rules.layouts.fields for text in rule.means]
        self._meanings = Meanings(rules.morphemes)
        self.find = lru_cache(maxsize=REMEMBERED)(self._find)

    def _find(self, text: str) -> Label | None:
        """The label that a text is, or None."""
        if rule := self._whole.find(text):
            return Label(rule, WORD, self._meanings.of(text))
        if self._meanings.most_share(text) < UNDERSTOOD:
            return None
        meaning = self._meanings.of(text)
        rule = self._by_parts(meaning, UNDERSTOOD)
        is_answer = meaning.head == YEAR and bool(meaning.year)  # 2022年度 answers what 评价年度 asks
        return Label(rule, PARTS, meaning) if rule and not is_answer else None

    def is_of_order(self, text: str) -> bool:
        """Whether a text is the header of what numbers the rows of a list."""
        return self._meanings.most_share(text) == 1 and self._meanings.of(text).head == ORDER

    def money(self, text: str) -> tuple[str, str]:
        """The source of the money that a label is of, and of when or of what it is; each empty if it says none."""
        label = self.find(text)
        if label is None:
            return "", ""
        return label.rule.source, label.rule.measure if label.rule.measure in AMOUNTS else ""

    def placed(self, text: str) -> Label:
        """The label that a text is which stands where labels do: of the field that most of its parts say, else of one
        that is not known.
        """
        meaning = self._meanings.of(text)
        rule = self._by_parts(meaning, GUESSED)
        return Label(rule or self._other, PLACE, meaning)

    def unknown(self, text: str) -> Label:
        """The label of a field that is not known."""
        return Label(self._other, PLACE, self._meanings.of(text))

    def of_year(self, text: str) -> Label | None:
        """The label that a year is which says of when the sums below it are, None for what is no year alone, or years
        from which to which.
        """
        if len(set(_YEAR.findall(text))) > 1 or self._meanings.most_share(text) < 1:
            return None
        meaning = self._meanings.of(text)
        if not meaning.year or meaning.share < 1 or meaning.said - {"annual"} or meaning.head not in ("", "year"):
            return None
        return Label(FieldRule(REMARK, (), measure=meaning.year), PLACE, meaning)

    def together(self, text: str, heading: str) -> Label | None:
        """The label that a text without a head of its own is together with the heading that it stands under."""
        own = self._meanings.of(text)
        if own.head or own.share < 1 or not own.length:
            return None
        label = self.find(plain(text) + plain(heading)) or self.find(plain(heading) + plain(text))
        return None if label is None or label.rule.name == REMARK else replace(label, how=PLACE)

    def as_total(self, label: Label) -> FieldRule | None:
        """The rule of the total, where a remark is of money without saying which: 预算资金, the heading of a block."""
        fits = label.rule.name == REMARK and label.meaning.share == 1
        rules = (rule for sense, rule in self._senses if rule.source == TOTAL and label.meaning.fits(sense))
        return next(rules, None) if fits else None

    def says_only_sum(self, label: Label) -> bool:
        """Whether a label says what sums stand beside it, not whose, as the labels above them do: 金额 below 中央 and
        本级, 执行数 below 财政拨款 and 其他资金.
        """
        return label.rule.source == TOTAL or label.rule.measure in AMOUNTS or self.as_total(label) is not None

    def is_of_money(self, text: str, label: Label) -> bool:
        """Whether what stands beside a label is of money: by its field, its words, or the unit that it prints."""
        states = bool(label.rule.source or label.rule.measure) or self.as_total(label) is not None
        return states or unit_in(self._layouts, text) is not None

    def could_be(self, text: str) -> bool:
        """Whether a text is as short and plain as a label."""
        words = plain(text)
        is_short = SHORTEST <= len(words) <= LONGEST and any(map(str.isalpha, words))
        return is_short and not self._has_value(words) and not any(rule.pattern.search(words) for rule in self._prose)

    def _has_value(self, words: str) -> bool:
        """Whether a text is a known label with its value behind a colon."""
        label, _, value = words.partition(":")
        return bool(value) and self.find(label) is not None

    def _by_parts(self, meaning: Meaning, least: float) -> FieldRule | None:
        """The field of whose senses one fits a label most narrowly; of several as narrow ones the first, a remark last.

        What is not understood of a label may say whose the money is: so it is not the total. Nor is it a remark, nor by
        itself any money.
        """
        if meaning.share < least:
            return None
        fitting = [
            (rule.name != REMARK, len(sense.needs), rule)
            for sense, rule in self._senses
            if meaning.fits(sense) and (meaning.share == 1 or not _is_strict(rule, least))
        ]
        return max(fitting, key=lambda one: one[:2])[2] if fitting else None


def _is_strict(rule: FieldRule, least: float) -> bool:
    """Whether every character of a label of this field must be understood."""
    return rule.name == REMARK or rule.source == TOTAL or (bool(rule.source) and least == UNDERSTOOD)


def undated(text: str) -> str:
    """A text without the year that it begins with.

    >>> undated("2021年安排金额")
    '年安排金额'
    """
    return _DATE.sub("", text)


def unit_in(layouts: Layouts, label: str) -> str | None:
    """The money unit that a label states in brackets: 项目资金（万元）."""
    found = (rule.pattern.search(plain(label)) for rule in layouts.text["unit_in_label"])
    return next((match["amount_unit"] for match in found if match), None)
