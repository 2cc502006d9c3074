"""Tables broken over pages: what stands on one page of what goes on under the same header on the next."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.extract.brackets import closes_bracket
from pipeline.extract.layout.header.columns import LEVELS
from pipeline.extract.layout.table.indicator_table import IndicatorRow
from pipeline.model.finding import Finding
from pipeline.model.reading import FormField, RawIndicator


def gone_on(rows: Iterable[IndicatorRow], before: Sequence[RawIndicator]) -> Iterator[IndicatorRow]:
    """The rows of a page. Where no class is printed yet it is that of the last row of the page before, in its block;
    where nothing says of when the values are, they are of when those of that row are.
    """
    last = {one.block_no: one for one in before}
    for row in rows:
        above = last.get(row.block_no)
        yield _after(row, above) if above else row


def is_rest(row: IndicatorRow, above: RawIndicator, is_numbered: Callable[[str], bool]) -> bool:
    """Whether the first row of a page is the rest of the last one before, which the page cut in two: it prints neither
    a class nor a value of its own nor a number before its name, where that one has a value. What closes a bracket of a
    value above is no value of its own.
    """
    has_values = any(value.text.strip() for value in above.values)
    begun = zip_longest(row.values, above.values[: len(row.values)])
    is_rest = all(not one.text.strip() or (upper and closes_bracket(upper.text, one.text)) for one, upper in begun)
    is_bare = is_rest and not any(row.texts.get(name) for name in LEVELS)
    begins = is_numbered(row.texts.get("indicator_name", ""))
    is_whole = above.rest is not None
    return has_values and is_bare and row.block_no == above.block_no and not begins and not is_whole


def joined(above: RawIndicator, row: IndicatorRow, table_no: int) -> RawIndicator:
    """An indicator with its rest from the next page, a row of the table `table_no`."""
    texts = {name: text + row.texts.get(name, "") for name, text in above.texts.items()}
    rests = [*(one.text for one in row.values), *[""] * len(above.values)]
    values = tuple(replace(one, text=one.text + rest) for one, rest in zip(above.values, rests, strict=False))
    return replace(above, texts=texts, values=values, rest=(table_no, row.row_no))


def said(whole: RawIndicator) -> Finding:
    """What is said of an indicator that was joined."""
    name = whole.texts.get("indicator_name", "")
    return Finding("row_cut_by_page", name, whole.table_no, whole.row_no, {"name": name})


def _after(row: IndicatorRow, above: RawIndicator) -> IndicatorRow:
    missing = () if LEVELS[0] in row.texts else LEVELS if LEVELS[1] not in row.texts else LEVELS[:1]
    levels = {name: above.texts[name] for name in missing if name in above.texts}
    values = zip_longest(row.values, above.values[: len(row.values)])
    dated = (replace(one, period=one.period or (earlier.period if earlier else "")) for one, earlier in values)
    return replace(row, texts={**levels, **row.texts}, values=tuple(dated))


def dated(fields: Iterable[FormField], heads: Mapping[int, tuple[str, str]]) -> list[FormField]:
    """The fields of a form from the next page: of when sums are that do not say it, their columns said before. `heads`
    as in FormSection.
    """
    return [
        replace(
            one, period=one.period or heads[one.address.col_no][0], measure=one.measure or heads[one.address.col_no][1]
        )
        if one.source and one.address and one.address.col_no in heads
        else one
        for one in fields
    ]


def with_values(before: list[RawIndicator], rows: Iterable[IndicatorRow]) -> Iterator[IndicatorRow]:
    """Adds the values of a page to the indicators that head the columns of the page before; gives those that none
    has.
    """
    place = {(one.block_no, frozenset(one.texts.items())): number for number, one in enumerate(before)}
    for row in rows:
        number = place.get((row.block_no, frozenset(row.texts.items())))
        if number is None:
            yield row
        else:
            before[number] = replace(before[number], values=before[number].values + row.values)
