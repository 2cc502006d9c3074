"""Cells that say by themselves what they hold: label and value together, once or several times, or a known form."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from pipeline.extract.layout.captions import Captions, parts
from pipeline.extract.layout.words.field_labels import AMOUNTS, REMARK, TOTAL, FieldLabels, Label
from pipeline.extract.layout.words.labels import WIDTHS, plain
from pipeline.model.document import Address
from pipeline.model.reading import FormField
from pipeline.rules.compiled import compiled
from pipeline.rules.kinds.layouts import Layouts
from pipeline.rules.kinds.rulebook import Rulebook

PATTERN = "pattern"
"""How a field was known whose cell says by its form what it is."""
# Where a cell that states several things may go on with the next.
_BREAK = re.compile(r"(?:[\s;；。]|[,，](?=\D))+")
_BREAK_AT_END = re.compile(r"[\s;；。,，]+$")
_COLON = re.compile("[:：]")


class StatedFields:
    """Reads cells without the help of those around them."""

    def __init__(self, rules: Rulebook):
        self._labels, self._layouts = compiled(FieldLabels, rules), rules.layouts
        self._captions = compiled(Captions, rules)
        self._single = {rule.name for rule in rules.layouts.fields if rule.single} | {REMARK}

    def read(self, text: str, address: Address | None) -> list[FormField]:
        """The fields in a cell, none if it says nothing of itself. Of several things with wide blanks between, each
        is read by itself where one is left blank or is the money unit; what is left blank says nothing.
        """
        said = parts(text)
        filled = [one for one in said if not self._captions.is_left_blank(one)]
        units = (field.name == "amount_unit" for one in filled for field in self._unlabelled(one, address))
        if len(said) > 1 and (len(filled) < len(said) or any(units)):
            return [field for one in filled for field in self.read(one, address)]
        if known := self._unlabelled(text, address):
            return known
        text = text.strip()
        several = [one for part in self._parts(text, address) if (one := self._labelled(part, address))]
        if len(several) > 1 and self._is_short(several[0]):
            fits = all(map(self._is_short, several)) and not (several[0].source and _has_remark(several))
            return several if fits else several[:1]
        labelled = self._labelled(text, address)
        return [labelled] if labelled else []

    def _unlabelled(self, text: str, address: Address | None) -> list[FormField]:
        """What a text is by its form alone."""
        for rule in self._layouts.text["unlabelled"]:
            if match := rule.pattern.search(text.strip()):
                named = {name: value for name, value in match.groupdict().items() if value} or {rule.field: text}
                return [FormField(name, value, address, role_source=PATTERN) for name, value in named.items()]
        return []

    def _is_short(self, field: FormField) -> bool:
        """Whether it is a sum of money or a field that takes one cell, so that another may follow."""
        return bool(field.source) or field.name in self._single

    def _parts(self, text: str, address: Address | None) -> list[str]:
        """What a text states one after another, each with its label; what follows belongs to the one before."""
        depth = _bracket_depths(text)
        pieces = [0, *(gap.end() for gap in _BREAK.finditer(text) if depth[gap.start()] <= 0), len(text)]
        begins = [at for at, end in pairwise(pieces) if at == 0 or self._labelled(text[at:end], address)]
        return [_BREAK_AT_END.sub("", text[at:end]) for at, end in pairwise([*begins, len(text)])]

    def _labelled(self, text: str, address: Address | None) -> FormField | None:
        """The field that a text prints with its label, which may say it twice: 资金总额：250, 资金总额：总额250万元."""
        glued = self._layouts.text["label_and_sum"][0].pattern.search(text)
        for printed, value in _parted(text):
            if label := self._labels.find(printed):
                within = self._labelled(value.strip(), address) if label.rule.source else None
                said = within.text if within and within.source == label.rule.source else value
                return self._field(label, printed, said, address)
        label = self._labels.find(glued["label"]) if glued else None
        if not glued or not label or not (label.rule.source or label.rule.measure in AMOUNTS):
            return None
        return self._field(label, glued["label"], glued["value"], address)

    def _field(self, label: Label, printed: str, value: str, address: Address | None) -> FormField:
        rule = label.rule
        if prints_sum(self._layouts, value):
            rule = self._labels.as_total(label) or rule
        source = rule.source or (TOTAL if rule.measure in AMOUNTS else "")
        return FormField(rule.name, value, address, self._period(printed), source, rule.measure, printed, label.how)

    def _period(self, label: str) -> str:
        text = plain(label)
        return next((rule.field for rule in self._layouts.text["period"] if rule.pattern.search(text)), "")


def _has_remark(several: Iterable[FormField]) -> bool:
    """Whether one of several things is none that is known: of sums it may be a source that is not."""
    return any(one.name == REMARK for one in several)


def _bracket_depths(text: str) -> list[int]:
    """How many brackets are open before each character.

    >>> _bracket_depths("a（b)c")
    [0, 0, 1, 1, 0, 0]
    """
    return [0, *accumulate((char == "(") - (char == ")") for char in text.translate(WIDTHS))]


def prints_sum(layouts: Layouts, text: str) -> bool:
    """Whether a text begins with a sum that prints its unit."""
    return any(rule.pattern.search(text) for rule in layouts.text["sum_with_unit"])


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """A text at its first colon, and at its last: a label may hold one (其中：一般公共预算：100)."""
    colons = list(_COLON.finditer(text))
    for colon in colons[:1] + colons[1:][-1:]:
        yield text[: colon.start()], text[colon.end() :]
