"""Calculations as forms write them out: what is multiplied, what that comes to, and which sums a text may mean."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise
from math import prod

from pipeline.model.target import Target
from pipeline.transform.tables.money import in_fen, rounding, stated_amount
from pipeline.transform.values.grammar import Grammar
from pipeline.transform.values.numbers import times
from pipeline.transform.values.parse import find_quantities

_TIMES = r"(?:[（(][^（）()×*]*[）)])?\s*[×✕╳*＊xX]\s*(?:[（(][^（）()×*]*[）)])?"
_NUMBER = r"\d{1,12}(?:\.\d{1,6})?"
_BETWEEN = re.compile(rf"\s*{_TIMES}\s*(?:({_NUMBER})\s*{_TIMES}\s*)?")
_AHEAD = re.compile(rf"(?<![\d.,÷/+\-])({_NUMBER})\s*{_TIMES}\s*$")
_BEHIND = re.compile(rf"\s*{_TIMES}\s*({_NUMBER})(?![\d.]|\s*[%‰\w])")
_GOES_ON = re.compile(r"\s*[÷/+＋\-–—×✕╳*＊]")
_SIGNS = re.compile(r"[×✕╳*＊÷]|\d\s*[xX/]\s*\d|[=＝]")
_EQUALS = re.compile(r"\s*[=＝]\s*\d")


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a calculation: an amount in yuan, and whether it is a product. `stated` is what the text says that the
    product comes to, None where it does not say.
    """

    amount: Decimal
    is_product: bool
    stated: Decimal | None = None

    @property
    def is_right(self) -> bool:
        """Whether the text says of a product what it comes to, as far as it is rounded."""
        return self.stated is None or abs(self.stated - self.amount) <= rounding(self.stated)


@dataclass(frozen=True, slots=True)
class Calculation:
    """The terms of a text in order, and whether all that it multiplies, divides or adds up was understood."""

    terms: tuple[Term, ...]
    is_understood: bool

    @property
    def has_product(self) -> bool:
        return any(one.is_product for one in self.terms)

    def sums(self) -> set[Decimal]:
        """What the terms may be meant to come to: each, all together, and all but those that are the total of what
        stands before them. If a product is not what the text says, only the last of these.
        """
        amounts = [one.amount for one in self.terms]
        running = list(accumulate(amounts))
        added = [one for at, one in enumerate(amounts) if not at or one != running[at - 1]]
        total = sum(added, Decimal(0))
        return {*amounts, running[-1], total} if amounts and all(one.is_right for one in self.terms) else {total}


def calculation(text: str, grammar: Grammar) -> Calculation:
    """The products of a text, each with its result, and the amounts that stand alone. A product that holds anything but
    one sum of money and numbers to multiply it with is not computed: what the text says it comes to stands.

    >>> from pipeline.rules import book
    >>> from pipeline.transform.values import grammars
    >>> found = calculation("培训100人×400元/人×3天=12万元，另购书5000元", grammars.grammar_of(book.default()))
    >>> [str(one.amount) for one in found.terms], found.is_understood
    (['120000.00', '5000.00'], True)
    """
    chains = list(_chains(find_quantities(text, grammar), text))
    found: list[Term] = []
    rest: list[str] = []
    at = 0
    for chain, following in pairwise([*chains, []]):
        if chain and _start(chain[0]) < at:
            continue
        first, end = _reach(chain, text)
        product = _product(chain, text, grammar) if _is_product(chain, text) else None
        stated = None
        if product is not None and _is_result(following, text[end:]):
            stated, end = stated_amount(following[0], grammar), _end(following)
        if product is not None:
            found.append(Term(product, True, stated))
            rest, at = [*rest, text[at:first]], end
        elif (amount := stated_amount(chain[0], grammar)) is not None and len(chain) == 1:
            found.append(Term(amount, False))
    return Calculation(tuple(found), not _SIGNS.search("".join([*rest, text[at:]])))


def _chains(quantities: Sequence[Target], text: str) -> Iterator[list[Target]]:
    """Quantities that only signs of multiplication part, and each of the others by itself."""
    chain: list[Target] = []
    for one in quantities:
        if chain and not _BETWEEN.fullmatch(text, _end(chain), _start(one)):
            yield chain
            chain = []
        chain = [*chain, one]
    if chain:
        yield chain


def _is_product(chain: Sequence[Target], text: str) -> bool:
    is_multiplied = len(chain) > 1 or any(_around(chain, text))
    return is_multiplied and sum(one.dimension == "money" for one in chain) == 1 and all(map(_is_exact, chain))


def _is_exact(one: Target) -> bool:
    return one.low is not None and one.low == one.high and not one.change


def _reach(chain: Sequence[Target], text: str) -> tuple[int, int]:
    """Where a chain begins and ends, with the numbers without a unit that it is multiplied with."""
    ahead, behind = _AHEAD.search(text[: _start(chain[0])]), _BEHIND.match(text, _end(chain))
    return ahead.start(1) if ahead else _start(chain[0]), behind.end() if behind else _end(chain)


def _around(chain: Sequence[Target], text: str) -> Iterator[str]:
    """The numbers without a unit that a chain is multiplied with, before it and behind it."""
    ahead, behind = _AHEAD.search(text[: _start(chain[0])]), _BEHIND.match(text, _end(chain))
    return (match[1] for match in (ahead, behind) if match)


def _product(chain: Sequence[Target], text: str, grammar: Grammar) -> Decimal | None:
    """What a chain comes to, in yuan; None where it goes on with what is not multiplied."""
    first, end = _reach(chain, text)
    if _GOES_ON.match(text, end) or _GOES_ON.match(text[:first][-1:]):
        return None
    price = next(one for one in chain if one.dimension == "money")
    between = (_BETWEEN.fullmatch(text, _end([left]), _start(right)) for left, right in pairwise(chain))
    plain = [*(match[1] for match in between if match and match[1]), *_around(chain, text)]
    factors = [*map(Decimal, plain), *(_factor(one, price, grammar) for one in chain)]
    known = [one for one in factors if one is not None]
    return in_fen(prod(known, start=Decimal(1))) if len(known) == len(factors) else None


def _factor(one: Target, price: Target, grammar: Grammar) -> Decimal | None:
    """The number that a quantity multiplies with. A time counts in the unit that the price is for: years are months of
    what is paid by the month. None where that cannot be: months of what is paid by the day.
    """
    if one.base_low is None or one.measure_unit is None or one.dimension in ("money", "ratio"):
        return one.base_low
    own = grammar.units.read(one.measure_unit)
    times_below = [
        unit for name in (price.measure_unit or "").split("/")[1:] if (unit := grammar.units.read(name)).is_time
    ]
    if not own.is_time or not times_below:
        return times(one.base_low, 1 / own.factor)
    alike = next((unit for unit in times_below if unit.base_unit == own.base_unit), None)
    return times(one.base_low, 1 / alike.factor) if alike else None


def _is_result(following: Sequence[Target], behind: str) -> bool:
    """Whether what follows a chain is what it comes to: an amount behind a sign of equality."""
    return len(following) == 1 and following[0].dimension == "money" and _EQUALS.match(behind) is not None


def _start(one: Target) -> int:
    return one.span_start or 0


def _end(chain: Sequence[Target]) -> int:
    return chain[-1].span_end or 0
