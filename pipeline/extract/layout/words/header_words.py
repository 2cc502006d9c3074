"""What the words of a header say: the column that it names, as a whole or by its parts, or that it is none of them."""

import re
from functools import lru_cache

from pipeline.extract.layout.words.labels import REMEMBERED, Labels, plain, readings
from pipeline.extract.layout.words.meaning import AND, JOINT, Meanings
from pipeline.rules.kinds.meaning import Sense
from pipeline.rules.kinds.rulebook import Rulebook

WORD, PARTS = "word", "parts"
PROJECT = "project_name"
VALUE = "value"
YEAR_BEFORE = "year_before"
REACHED = frozenset({"actual", "executed", "end"})
"""What parts say of values that were reached."""
"""The head of the headers of values, whatever they say of which."""
_SEVERAL = re.compile("[/／、]")
_REMARK = re.compile(r"([^()]+)\(([^()]+)\)([^()]*)")
MOSTLY = 0.5
"""The share of a header that is understood, from which on it tells of its column though not all."""
LONGEST = 30
"""Characters beyond which a text is no header, so that its parts are not looked for."""


class HeaderWords:
    """The headers of `rules/data/layouts/layouts.toml`, whole or by the parts of `morphemes.csv`."""

    def __init__(self, rules: Rulebook):
        columns, groups, self._text = rules.layouts.columns, rules.layouts.senses, rules.layouts.text
        self._open = [Sense.read(text, groups) for text in rules.layouts.open_headers]
        self._senses = [(Sense.read(text, groups), rule.name) for rule in columns for text in rule.means]
        self._labels = Labels((rule.name, rule.headers) for rule in columns)
        self._ranks = {plain(header): rank for rule in columns for rank, header in enumerate(rule.headers)}
        self._meanings = Meanings(rules.morphemes)
        self._ands = {one.text for one in rules.morphemes if (one.part, one.sense) == (JOINT, AND)}
        self._of_forms = {rule.name for rule in columns if rule.role == "field"}
        self.told = lru_cache(maxsize=REMEMBERED)(self._told)

    def name(self, text: str) -> str:
        """The column that a header names, or empty."""
        return self.told(text)[0]

    def _told(self, text: str) -> tuple[str, str]:
        """The column that a header names, with or without the year that it is about, and whether its whole `word` says
        so or its `parts` do.
        """
        if self._remark_is_project(text):
            return PROJECT, WORD
        for label in (text, self.undated(text)):
            if whole := self._labels.find(label):
                return whole, WORD
        if len(text) > LONGEST or self._meanings.most_share(text) < 1:
            return "", WORD
        meaning = self._meanings.of(text)
        if meaning.unexplained:
            return "", WORD
        name = next((name for sense, name in self._senses if meaning.fits(sense)), "")
        if not name and len(things := _SEVERAL.split(text)) > 1:
            # A column of several things is that of the smallest, which stands last: 单位/项目名称.
            last, source = self._told(things[-1])
            return (last, source) if "、" not in text or last == PROJECT else ("", WORD)
        if name in self._of_forms and not self._ands.isdisjoint(meaning.parts):
            return "", WORD  # what a form states stands alone, not 实施单位及责任人
        return name, PARTS if name else WORD

    def _remark_is_project(self, text: str) -> bool:
        """Whether a column is that of units and, as its header says in brackets, of the projects below each:
        单位（项目名称）, 单位（项目）名称.
        """
        if not (found := _REMARK.fullmatch(plain(text))):
            return False
        before, remark, after = found.groups()
        return self._labels.find(before) != PROJECT and self._told(remark + after)[0] == PROJECT

    def instead(self, text: str, name: str) -> str:
        """What column but the one of this name the parts of a header name; empty if none."""
        meaning = self._meanings.of(text)
        return next((other for sense, other in self._senses if other != name and meaning.fits(sense)), "")

    def is_whole(self, text: str) -> bool:
        """Whether a header stands in the rules as it is."""
        return self._labels.find(text) is not None

    def says_otherwise(self, text: str) -> bool:
        """Whether the words of a header are understood and make it none of the columns of indicators: 责任科室."""
        meaning = self._meanings.of(text)
        understood = bool(meaning.head) and not meaning.unexplained
        return understood and not self.name(text) and not self.is_open(text)

    def is_open(self, text: str) -> bool:
        """Whether the words of a header are such as may stand above any column: 指标, 标准."""
        meaning = self._meanings.of(text)
        return not meaning.unexplained and any(map(meaning.fits, self._open))

    def speaks_of_values(self, text: str) -> bool:
        """Whether most of a header is understood and says that values stand below it, none that were reached."""
        meaning = self._meanings.of(text)
        return meaning.head == VALUE and meaning.share > MOSTLY and meaning.said.isdisjoint(REACHED)

    def says_before(self, text: str) -> bool:
        """Whether a header is understood and says that something is of the years before, not what: 近两年情况."""
        meaning = self._meanings.of(text)
        return meaning.share > MOSTLY and YEAR_BEFORE in meaning.said

    def undated(self, text: str) -> str:
        """A header without the year that it begins with, as labels are compared; empty if it says no more."""
        return next((rule.pattern.sub("", plain(text)) for rule in self._text["header_year"]), plain(text))

    def year(self, text: str) -> str:
        """The year that a header names, empty if it names none."""
        return self._meanings.of(text).year

    def rank(self, path: tuple[str, ...]) -> int:
        """How far down in its rule the wording stands that names a column; one told by its parts comes last."""
        ranks = (self._ranks[label] for text in reversed(path) for label in readings(text) if label in self._ranks)
        return next(ranks, len(self._ranks))
