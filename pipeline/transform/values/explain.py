"""How a text is understood: what it was read as, the span of each piece, the rule, the canonical form."""

from dataclasses import dataclass

from pipeline.model.target import Context, Target
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.normal_text import Text
from pipeline.transform.values.parse import understand
from pipeline.transform.values.patterns import Found
from pipeline.transform.values.render import render

_NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: its name in `rules/patterns.toml`, what is printed there, and where."""

    name: str
    printed: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Explained:
    """One target of a text, its pieces in the order of the text, and its canonical form."""

    target: Target
    pieces: tuple[Piece, ...]
    canonical: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A text as printed and as the grammar reads it, and the targets it states."""

    text: str
    read: str
    targets: tuple[Explained, ...]


def explain(text: str, grammar: Grammar, context: Context = _NO_CONTEXT) -> Explanation:
    """How a text is understood.

    >>> from pipeline.rules import book
    >>> from pipeline.transform.values import grammars
    >>> explained = explain("≤8.23万元/年/人", grammars.compile(book.default().values)).targets[0]
    >>> [(piece.name, piece.printed) for piece in explained.pieces], explained.canonical
    ([('operator', '≤'), ('number', '8.23'), ('unit', '万元/年/人')], '≤8.23万元/人/年')
    """
    printed = grammar.normalise(text)
    understood = understand(text, context, grammar)
    targets = (
        Explained(target, _pieces(found, printed), render(target, grammar, text)) for target, found in understood
    )
    return Explanation(text, printed.read, tuple(targets))


def _pieces(found: Found | None, text: Text) -> tuple[Piece, ...]:
    pieces = [_piece(name, found, text) for name in found.pieces()] if found else []
    return tuple(sorted(pieces, key=lambda piece: piece.start))


def _piece(name: str, found: Found, text: Text) -> Piece:
    start, end = text.span(*found.span(name))
    return Piece(name, text.raw[start:end], start, end)
