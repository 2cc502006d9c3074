"""The reading of values by the rules that ship with the package, for tests that ask nothing of other rules."""

from pipeline.model.target import Context, Target
from pipeline.rules import book
from pipeline.transform.values import explain as explaining
from pipeline.transform.values import in_columns, parse
from pipeline.transform.values import render as rendering
from pipeline.transform.values.grammars import grammar_of

RULES = book.default()
GRAMMAR = grammar_of(RULES)
NO_CONTEXT = Context()


def parse_target(text: str, context: Context = NO_CONTEXT) -> tuple[Target, ...]:
    return parse.parse_target(text, GRAMMAR, context)


def find_quantities(text: str) -> tuple[Target, ...]:
    return parse.find_quantities(text, GRAMMAR)


def parse_in_columns(text: str, context: Context) -> tuple[Target, ...]:
    return in_columns.parse_in_columns(text, context, GRAMMAR, RULES.layouts.text["nature"])


def explain(text: str, context: Context = NO_CONTEXT) -> explaining.Explanation:
    return explaining.explain(text, GRAMMAR, context)


def render(target: Target, text: str = "") -> str:
    return rendering.render(target, GRAMMAR, text)
