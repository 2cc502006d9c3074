"""Target values: what a cell prints, as one or more typed, comparable, traceable targets."""

from dataclasses import replace
from functools import lru_cache

from pipeline.model.target import Context, Target
from pipeline.transform.values.grammar import Grammar, Setting
from pipeline.transform.values.parts import in_parts, scan
from pipeline.transform.values.patterns import Found
from pipeline.transform.values.readings import read, target

_NO_CONTEXT = Context()
_WORDS, _HEADING = "qualitative", ":"
LONGEST = 2000
"""Characters of a value that are read. What is longer is a text in the wrong place, and none of it is read clean."""
MARGIN = 100
"""Characters before the end of what is read in which a value may have been cut there."""
REMEMBERED = 1024
"""Running texts whose quantities are kept: several rules ask for those of one project's texts."""


def parse_target(text: str, grammar: Grammar, context: Context = _NO_CONTEXT) -> tuple[Target, ...]:
    """The targets that a cell states, at least one. Never raises: what cannot be read says so.

    >>> from pipeline.rules import book
    >>> from pipeline.transform.values import grammars
    >>> target, = parse_target("≤8.23万元/年/人", grammars.compile(book.default().values))
    >>> target.operator, target.high, target.measure_unit, target.base_high
    ('<=', Decimal('8.23'), '元/人/年', Decimal('82300.00'))
    """
    return tuple(one for one, _ in understand(text, context, grammar))


def understand(text: str, context: Context, grammar: Grammar) -> list[tuple[Target, Found | None]]:
    """The targets that a cell states, each with the form that reads it; None for a text that no form reads."""
    if len(text.strip()) <= LONGEST:
        return _understood(text, context, grammar)
    bound = len(text) - len(text.lstrip()) + LONGEST
    return _left_over(text, bound, _understood(text[:bound], context, grammar))


def _left_over(text: str, bound: int, read: list[tuple[Target, Found | None]]) -> list[tuple[Target, Found | None]]:
    """The targets of a text that is longer than any value, and is read up to a bound: all behind the last is left over.
    So is the last itself if it stands at the bound, which may have cut it, unless it is words.
    """
    kept = [(one, found) for one, found in read if one.span_end is not None]
    if kept and kept[-1][0].kind != _WORDS and kept[-1][0].span[1] > bound - MARGIN:
        kept.pop()
    if not kept:
        return [(Target("unparsed", "unparsed", leftover=text.strip()), None)]
    last, found = kept[-1]
    left = " ".join(filter(None, [last.leftover, text[last.span[1] :].strip()]))
    return [*kept[:-1], (replace(last, status="partial", leftover=left), found)]


def _understood(text: str, context: Context, grammar: Grammar) -> list[tuple[Target, Found | None]]:
    setting = Setting(grammar.normalise(text), grammar, context)
    whole = _whole(setting)
    if whole and whole[0][0].kind != _WORDS:
        return whole
    return _after_its_name(setting) or whole or in_parts(setting)


def _whole(setting: Setting) -> list[tuple[Target, Found | None]]:
    """The target of the form that reads all of a text; empty if none does."""
    for found in setting.grammar.whole(setting.text.read, setting.context.indicator_name):
        if (fields := read(found, setting)) is not None:
            return [(target(found, fields, setting), found)]
    return []


def _after_its_name(setting: Setting) -> list[tuple[Target, Found | None]]:
    """Values behind the name of their own indicator are what they are without it: 服务期限：12月.

    Empty if there is no such name, or what follows is words or not understood.
    """
    text, name = setting.text, setting.grammar.normalise(setting.context.indicator_name or "").read
    if not name or not text.read.startswith(name) or len(text.read) <= len(name):
        return []
    behind = setting.patterns.around("after_name").match(text.read, len(name))
    if behind is None:
        return []
    joint = behind[0]
    start, _ = text.span(len(name + joint), len(text.read))
    rest = Setting(setting.grammar.normalise(text.raw[start:]), setting.grammar, setting.context)
    stated = _whole(rest) or (in_parts(rest) if joint == _HEADING else [])
    if not stated or any(one.kind == _WORDS or one.status != "clean" for one, _ in stated):
        return []
    (first, found), *others = [(_behind(one, start, text.printed(0, len(name))), found) for one, found in stated]
    return [(replace(first, span_start=first.span_start and text.span(0, 1)[0]), found), *others]


def _behind(one: Target, ahead: int, name: str) -> Target:
    """A target of what stands behind a name, as one of the text with the name."""
    if one.span_start is None or one.span_end is None:
        return replace(one, label=name)
    return replace(one, span_start=ahead + one.span_start, span_end=ahead + one.span_end, label=one.label or name)


@lru_cache(maxsize=REMEMBERED)
def find_quantities(text: str, grammar: Grammar) -> tuple[Target, ...]:
    """Every quantity with a known unit inside running text, in order, with its span.

    >>> from pipeline.rules import book
    >>> from pipeline.transform.values import grammars
    >>> found = find_quantities("2025年评估10个项目60万元", grammars.compile(book.default().values))
    >>> [(int(one.low), one.measure_unit_text) for one in found]
    [(10, '个'), (60, '万元')]
    """
    setting = Setting(grammar.normalise(text), grammar, _NO_CONTEXT)
    targets = (target(part.found, part.fields, setting) for part in scan(setting))
    return tuple(one for one in targets if one.kind == "quantity" and grammar.units.knows(one.measure_unit))
