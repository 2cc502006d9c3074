"""The words that only one publisher's forms print, and the rules without them.

A word is an entry of the vocabulary that stands for itself: a whole label, a whole header, a part of a label, another
name of a class. Patterns are not taken out, since none is one publisher's word.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.model.document import Address, Grid
from pipeline.model.reading import Reading
from pipeline.rules.kinds.rulebook import Rulebook

LABELS = frozenset({"label", "header", "level"})
"""Roles of the cells that parts of labels are looked for in."""
LONGEST = 40
_WIDTHS = str.maketrans("（）：", "():")
_REMARK = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(r"^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.．:]+|[①-⑳★*※-]+)|[*※★①-⑳]+$")


class Word(NamedTuple):
    """An entry of the vocabulary: whether it is a `label`, a `part` of one, or an `alias` of a class."""

    kind: str
    text: str


def words(rules: Rulebook) -> set[Word]:
    """Every entry of the vocabulary that a form could have contributed."""
    layouts = rules.layouts
    whole = {Word("label", text) for one in layouts.fields for text in one.labels}
    whole |= {Word("label", text) for one in layouts.columns for text in one.headers}
    aliases = {Word("alias", text) for one in rules.taxonomy for text in one.aliases.split()}
    return whole | aliases | {Word("part", one.text) for one in getattr(rules, "morphemes", ())}


def without(rules: Rulebook, gone: Collection[Word]) -> Rulebook:
    """The rules without these words."""

    def kept(kind: str, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if Word(kind, text) not in gone)

    fields = tuple(replace(one, labels=kept("label", one.labels)) for one in rules.layouts.fields)
    columns = tuple(replace(one, headers=kept("label", one.headers)) for one in rules.layouts.columns)
    taxonomy = tuple(replace(one, aliases=" ".join(kept("alias", one.aliases.split()))) for one in rules.taxonomy)
    changes: dict[str, Any] = {"layouts": replace(rules.layouts, fields=fields, columns=columns), "taxonomy": taxonomy}
    if hasattr(rules, "morphemes"):
        changes["morphemes"] = tuple(one for one in rules.morphemes if Word("part", one.text) not in gone)
    return replace(rules, **changes)


def contributed(readings: Mapping[str, Iterable[Reading]], rules: Rulebook) -> dict[str, set[Word]]:
    """Publisher → the words that no other publisher's form prints. `readings`: publisher → its documents."""
    printing: dict[Word, set[str]] = defaultdict(set)
    for publisher, read in readings.items():
        for word in _printed(read, words(rules)):
            printing[word].add(publisher)
    own: dict[str, set[Word]] = {publisher: set() for publisher in readings}
    for word, publishers in printing.items():
        if len(publishers) == 1:
            own[min(publishers)].add(word)
    return own


def _printed(readings: Iterable[Reading], known: Collection[Word]) -> set[Word]:
    """The words that documents print: whole ones as cells, or before a colon; parts inside the cells of labels."""
    readings = list(readings)
    whole = {text for reading in readings for cell in _texts(reading, lambda role: True) for text in _forms(cell)}
    labels = "\n".join(_plain(text) for reading in readings for text in _texts(reading, LABELS.__contains__))
    return {word for word in known if (word.text in labels if word.kind == "part" else _plain(word.text) in whole)}


def _texts(reading: Reading, wanted: Callable[[str], bool]) -> Iterator[str]:
    for block in reading.document.blocks:
        if isinstance(block, Grid):
            for cell in block.cells:
                if wanted(reading.roles.get(Address(block.table_no, cell.row_no, cell.col_no), "")):
                    yield cell.text
        else:
            yield block.text


def _forms(text: str) -> set[str]:
    """A text as labels are compared: as it is, without remarks, without numbers and marks, and before a colon."""
    whole = _plain(text)
    made = {whole, whole.split(":")[0]} if len(whole) <= LONGEST else {whole[:LONGEST].split(":")[0]}
    made |= {_REMARK.sub("", one).removesuffix(":") for one in made}
    return made | {_NUMBER.sub("", one) for one in made}


def _plain(text: str) -> str:
    return "".join(text.split()).translate(_WIDTHS).removesuffix(":")
