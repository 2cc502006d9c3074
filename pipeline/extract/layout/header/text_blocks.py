"""Indicators written as text in one cell, below a class or behind its name.

So are 【产出指标-数量指标】 指标1:机柜数量(≥77台) and 产出指标：1.造林面积≥1.2万亩；2.苗木成活率≥85%.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.extract.layout.header.classes import ClassWords
from pipeline.extract.layout.header.columns import LEVELS
from pipeline.extract.layout.header.contents import NOTHING, NUMBER, QUALITY, VALUE, Shapes
from pipeline.extract.layout.header.levels import enter
from pipeline.extract.layout.words.header_words import HeaderWords
from pipeline.extract.layout.words.labels import plain, unnumbered
from pipeline.model.reading import RawValue
from pipeline.rules.kinds.rulebook import Rulebook

ANY = "any"
"""The `field` of a pattern whose target is one whatever it looks like."""
STOPS = "。.；; "
DIGITS = "0123456789.,"
LONGEST = 40
"""Characters of the longest name or value that is no sentence."""
Stated = tuple[Mapping[str, str], RawValue]
"""The texts of an indicator by column, and its value."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a text that may state indicators: how many `items` it has, how many of these are a short name
    with a value (`named`), and of how many the value is one whole (`whole`), with nothing before or behind it.
    """

    items: int
    named: int
    whole: int


class TextBlocks:
    """Reads indicators out of texts by the patterns of `[[text.block_*]]` in `rules/data/layouts/layouts.toml`."""

    def __init__(self, rules: Rulebook):
        self._classes = ClassWords(rules)
        self._shapes, self._words = Shapes(rules, self._classes), HeaderWords(rules)
        self._text = rules.layouts.text

    def indicators(self, text: str, levels: dict[str, str]) -> Iterator[Stated]:
        """The indicators of a text in order, below the classes `levels`, to which those are added that the text names:
        they head what follows them.
        """
        is_headed = False
        for piece in self._pieces("block_break", text):
            item = piece.strip()
            while head := self._head(item):
                item, is_headed = item[len(head["head"]) :].strip(), True
                for place, name in enumerate(LEVELS, 1):
                    enter(levels, str(place) if name in head else None, unnumbered(head.get(name, "").strip()).strip())
            for printed, value in self._items(item, is_headed):
                if (name := unnumbered(printed)) or value:  # a number alone states nothing
                    yield {**levels, "indicator_name": name}, RawValue("target", value, source="block")

    def evidence(self, text: str) -> Evidence:
        """What speaks for a text as one of indicators."""
        stated = [(said["indicator_name"], value.text) for said, value in self.indicators(text, {})]
        named = [value for name, value in stated if value and max(len(name), len(value)) <= LONGEST]
        whole = [one for one in named if self._is_value(one) and len(self._pieces("block_comma", one)) == 1]
        return Evidence(len(stated), len(named), len(whole))

    def is_nothing(self, text: str) -> bool:
        """Whether a text says that there is no indicator."""
        return self._shapes.of(text) == NOTHING

    def is_headed(self, text: str) -> bool:
        """Whether a text begins with a class."""
        return (
            self._head(next((one.strip() for one in self._pieces("block_break", text) if one.strip()), "")) is not None
        )

    def _pieces(self, what: str, text: str) -> list[str]:
        return [one for rule in self._text[what] for one in rule.pattern.split(text)]

    def _head(self, item: str) -> dict[str, str] | None:
        """The class, or the two, that an item begins with, and how it prints them (`head`)."""
        for rule in self._text["block_class"]:
            if found := rule.pattern.match(item):
                return {"head": found[0], **found.groupdict()}
        for rule in self._text["block_head"]:
            found = rule.pattern.match(item)
            is_header = found is not None and self._words.is_whole(found["head"])
            level = self._classes.first(found["head"]) if found and not is_header else None
            if found and level and not self._is_value(item[found.end() :]):
                return {"head": found[0], LEVELS[int(level) - 1]: found["head"]}
        return None

    def _items(self, item: str, is_headed: bool) -> Iterator[tuple[str, str]]:
        """The names and values of an item: more than one where each of its parts sets a bound, or behind a class
        states a value of one unit.
        """
        parts = [one.rstrip(STOPS) for one in self._pieces("block_comma", item)]
        bounds = [one for part in parts if (one := self._bound(part))]
        values = [one for part in parts if is_headed and (one := self._below_class(part))]
        if len(parts) == len(bounds) > 1:
            yield from bounds
        elif len(parts) == len(values) > 1 and len({value.lstrip(DIGITS) for _, value in values}) == 1:
            yield from values
        elif self._shapes.of(item) != NOTHING:
            bare = item.rstrip(STOPS)
            yield self._parted(bare) or (self._below_class(bare) if is_headed else None) or (item, "")

    def _below_class(self, item: str) -> tuple[str, str] | None:
        """The name and the value of an item behind a class: there a number begins the value, or words at the end that
        say how much better it is to be: 数量指标：维修蓄水池2座, 社会效益指标：生活水平有效提升.
        """
        at = self._shapes.quality_at_end(item)
        return self._parted(item) or self._named("block_number", item) or ((item[:at], item[at:]) if at else None)

    def _parted(self, item: str) -> tuple[str, str] | None:
        return self._named("block_brackets", item) or self._bound(item) or self._named("block_item", item)

    def _named(self, what: str, item: str) -> tuple[str, str] | None:
        """The name and the value that a pattern tells apart."""
        for rule in self._text[what]:
            found = rule.pattern.fullmatch(item)
            value = self._unlabelled(found["target"]) if found else None
            if found and (value is not None or rule.field == ANY):
                return found["indicator_name"].strip(), (found["target"] if value is None else value).strip()
        return None

    def _unlabelled(self, text: str) -> str | None:
        """The value of a text that is one, or that says with the header of its column that it is; else None."""
        label, colon, value = text.replace("：", ":").partition(":")
        if colon and self._words.name(label) == "target":
            return value
        return text if self._is_value(text) else None

    def _is_value(self, text: str) -> bool:
        return self._shapes.of(unnumbered(text)) in (VALUE, QUALITY, NUMBER) or self._shapes.is_bound(plain(text))

    def _bound(self, item: str) -> tuple[str, str] | None:
        """The name and the value that begins with a sign of comparison: the name is the clause that the sign ends."""
        at = self._shapes.bound_in(item)
        return (self._pieces("block_comma", item[:at])[-1].strip(" :："), item[at:].strip()) if at else None
