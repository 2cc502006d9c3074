"""Target values: what a cell prints, as one or more typed, comparable, traceable targets."""

from functools import lru_cache

from pipeline.model.target import Context, Target
from pipeline.transform.values.grammar import Grammar, Setting
from pipeline.transform.values.parts import in_parts, scan
from pipeline.transform.values.patterns import Found
from pipeline.transform.values.readings import read, target

_NO_CONTEXT = Context()
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
    setting = Setting(grammar.normalise(text), grammar, context)
    for found in grammar.whole(setting.text.read, context.indicator_name):
        if (fields := read(found, setting)) is not None:
            return [(target(found, fields, setting), found)]
    return in_parts(setting)


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
