"""The texts of shapes drawn over a sheet (ECMA-376-1, 20.5)."""

from collections.abc import Iterator

from pipeline.extract.formats.excel.styles import number
from pipeline.extract.formats.excel.xml_names import Element, local


def boxes(drawing: Element | None) -> Iterator[tuple[int, str]]:
    """The row at which each shape with text begins, and its text, paragraphs parted by line feeds."""
    for anchor in () if drawing is None else drawing:
        if text := "\n".join(_paragraphs(anchor)).strip("\n"):
            yield _row(anchor), text


def pictures(drawing: Element | None) -> int:
    """How many pictures lie over the sheet."""
    return 0 if drawing is None else sum(1 for _ in drawing.iter("{*}pic"))


def _row(anchor: Element) -> int:
    """The row of the upper edge, from 1; the first, if a shape is placed in no cell."""
    start = next((each for each in anchor if local(each) == "from"), ())
    return next((number((each.text or "").strip()) + 1 for each in start if local(each) == "row"), 1)


def _paragraphs(anchor: Element) -> Iterator[str]:
    """The paragraphs of all shapes of an anchor. Of alternatives, which say the same, the first is read."""
    for paragraph in anchor.iter("{*}p"):
        if not any(local(each) == "Fallback" for each in paragraph.iterancestors()):
            yield "".join("\n" if local(each) == "br" else each.text or "" for each in paragraph.iter("{*}t", "{*}br"))
