"""What the fixture documents share: tables written as they are seen, and the furniture of Word files.

    laid([
        [Wide("产出指标", rows=2), "数量指标", "≥8个"],
        ["质量指标", "≥95%"],
    ])

A cell that reaches down is written once, in its first row; the rows below leave it out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tests.word import Xml, cell, field, paragraph, row, run, table, vcont, vstart, wrapped


class Wide(NamedTuple):
    """A cell over several columns or rows. Line feeds in a plain text part paragraphs; `broken` makes line breaks."""

    text: str
    cols: int = 1
    rows: int = 1


Cells = Sequence[str | Wide]


def laid(rows: Iterable[Cells], headers: Iterable[int] = ()) -> Xml:
    """A table with vertical merges. `headers`: rows, from 1, that Word itself repeats on every page.

    Raises ValueError if the rows do not all cover the same columns, which is a mistake of the fixture.
    """
    merges: dict[int, dict[int, int]] = {}
    made = [_row(row_no, cells, merges) for row_no, cells in enumerate(rows, 1)]
    (columns,) = {width for _, width in made}
    repeated = set(headers)
    return table([_repeated(xml) if row_no in repeated else xml for row_no, (xml, _) in enumerate(made, 1)], columns)


def _row(row_no: int, cells: Cells, merges: dict[int, dict[int, int]]) -> tuple[Xml, int]:
    """A row and the columns it covers. `merges`: row → column → width of the merges that come down into it."""
    placed, col, above = [], 0, merges.pop(row_no, {})
    for each in cells:
        col += _continued(placed, col, above)
        wide = Wide(each) if isinstance(each, str) else each
        for below in range(row_no + 1, row_no + wide.rows):
            merges.setdefault(below, {})[col] = wide.cols
        placed.append(vstart(wide.text, wide.cols) if wide.rows > 1 else cell(wide.text, cols=wide.cols))
        col += wide.cols
    col += _continued(placed, col, above)
    return row(*placed), col


def _continued(placed: list[Xml], col: int, above: dict[int, int]) -> int:
    """Continues the merges that come down at this column; how many columns they cover."""
    start = col
    while col in above:
        placed.append(vcont(cols=above[col]))
        col += above[col]
    return col - start


def _repeated(made: Xml) -> Xml:
    return Xml(made.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1))


def broken(text: str) -> Xml:
    """One paragraph with line breaks inside, where a plain text would be several paragraphs."""
    return paragraph(text)


def bookmark(name: str, *content: str) -> Xml:
    """A bookmark around runs, or an empty one."""
    inner = "".join(each if isinstance(each, Xml) else run(each) for each in content)
    return Xml(f'<w:bookmarkStart w:id="7" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="7"/>')


def page_break() -> Xml:
    return paragraph(run(Xml('<w:br w:type="page"/>')))


def contents(titles: Iterable[str]) -> Iterator[Xml]:
    """A table of contents: a heading and a line per title, with its page."""
    yield paragraph("目  录", style="TOCHeading")
    for page, title in enumerate(titles, 3):
        line = wrapped("w:hyperlink", title, "\t", field(f"PAGEREF _Toc{page}", str(page)))
        yield paragraph(line, style="TOC1")


def vertical(label: str) -> str:
    """A label written downwards, one character a line."""
    return "\n".join(label)
