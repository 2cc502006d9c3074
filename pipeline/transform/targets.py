"""Target values: what a cell prints, as one or more typed, comparable, traceable targets."""

from pipeline.model import Context, Target
from pipeline.transform import grammar as grammars
from pipeline.transform.dates import read_date
from pipeline.transform.grammar import Found, Grammar
from pipeline.transform.quantities import Fields, read_quantity, read_range
from pipeline.transform.text import Text

_NO_CONTEXT = Context()


def parse_target(text: str, context: Context = _NO_CONTEXT) -> tuple[Target, ...]:
    """The targets that a cell states, at least one. Never raises: what cannot be read says so.

    >>> target, = parse_target("≤8.23万元/年/人")
    >>> target.operator, target.high, target.unit, target.base_high
    ('<=', Decimal('8.23'), '元/人/年', Decimal('82300.00'))
    """
    grammar = grammars.default()
    printed = grammar.normalise(text)
    if not printed.read:
        return (Target(kind="missing", status="clean", rule_id="blank"),)
    for found in grammar.whole(printed.read):
        if (fields := _fields(found, printed, grammar, context)) is not None:
            return (_target(found, fields, printed),)
    return _in_parts(printed, grammar, context)


def find_quantities(text: str) -> tuple[Target, ...]:
    """Every quantity with a unit inside running text, in order, with its span.

    >>> [(int(t.low), t.unit_text) for t in find_quantities("2025年评估10个项目60万元")]
    [(10, '个'), (60, '万元')]
    """
    grammar = grammars.default()
    printed = grammar.normalise(text)
    targets = _scan(printed, grammar, _NO_CONTEXT)
    return tuple(target for target in targets if target.kind == "quantity" and target.unit)


def _fields(found: Found, text: Text, grammar: Grammar, context: Context) -> Fields | None:
    match found.form.reading:
        case "quantity":
            return read_quantity(found, text, grammar)
        case "range":
            return read_range(found, text, grammar)
        case "date":
            return read_date(found, grammar, context)
    return {"kind": "missing"}


def _target(found: Found, fields: Fields, text: Text) -> Target:
    start, end = text.span(*found.span)
    leftover = fields.pop("leftover", "")
    status = "partial" if leftover else "clean"
    return Target(status=status, **fields, span_start=start, span_end=end, leftover=leftover, rule_id=found.form.id)


def _scan(text: Text, grammar: Grammar, context: Context) -> list[Target]:
    targets, at = [], 0
    while True:
        for found in grammar.within(text.read, at):
            at = found.match.end()
            if (fields := _fields(found, text, grammar, context)) is not None:
                targets.append(_target(found, fields, text))
                break
        else:
            return targets


def _in_parts(text: Text, grammar: Grammar, context: Context) -> tuple[Target, ...]:
    stripped = text.span(0, len(text.read))
    if not any(character.isdigit() for character in text.read):
        return (Target("qualitative", "clean", span_start=stripped[0], span_end=stripped[1], rule_id="qualitative"),)
    return (Target("unparsed", "unparsed", leftover=text.printed(0, len(text.read)), rule_id=None),)
