"""Indicators written as a block of text in one cell: 【产出指标-数量指标】 指标1:机柜数量(≥77台)."""

from collections.abc import Iterator

from pipeline.extract.layout.indicator_table import IndicatorRow
from pipeline.model.reading import RawValue
from pipeline.rules.kinds.layouts import Layouts


def indicators(text: str, row_no: int, layouts: Layouts) -> Iterator[IndicatorRow]:
    """The indicators of a block, in order: the class heads those that follow it, the last brackets hold the target."""
    (head,), (item,) = layouts.text["block_class"], layouts.text["block_indicator"]
    heads = list(head.pattern.finditer(text))
    ends = [match.start() for match in heads[1:]] + [len(text)]
    block_no = 0
    for match, end in zip(heads, ends, strict=False):
        for found in item.pattern.finditer(text, match.end(), end):
            block_no += 1
            texts = match.groupdict() | {"indicator_name": found["indicator_name"]}
            yield IndicatorRow(row_no, block_no, texts, (RawValue("target", found["target"] or "", source="block"),))
