"""No text is lost, none is read twice: every printed text stands in one block, every other one in a finding."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.document import Document
from tests.examples import examples
from tests.grids.read import everything, parse
from tests.word import (
    Xml,
    alternatives,
    cell,
    deleted,
    document,
    docx,
    field,
    formula,
    inserted,
    math,
    paragraph,
    row,
    ruby,
    run,
    sdt,
    simple_field,
    table,
    text_box,
    with_part,
    wrapped,
)

PRINTED, LEFT_OUT, NOWHERE = "p", "l", "n"
TOKEN = re.compile(r"[pln]\d+;")


@st.composite
def runs(draw, depth: int = 2) -> Xml:
    """A piece of a paragraph; its tokens are numbered later, `#p` is printed, `#l` left out, `#n` never read."""
    plain = [
        run("#p"), run("#l", hidden=True), deleted("#l"), deleted("#l", moved=True), ruby("#p", "#n"),
        field("#n", "#p"), field(Xml(run("#n") + field("#n", "#n")), "#p"), simple_field("#n", "#p", "#p"),
        formula("#p", math("f", num="#p", den="#p"), math("sSup", e="#p", sup="#p")),
    ]  # fmt: skip
    if not depth:
        return draw(st.sampled_from(plain))
    inner = [draw(runs(depth - 1)) for _ in range(draw(st.integers(0, 2)))]
    box = draw(blocks(depth - 1)) if draw(st.booleans()) else paragraph("#p")
    unread = Xml("".join(inner).replace("#p", "#n").replace("#l", "#n"))
    wrappers = [
        sdt(*inner), inserted(*inner), wrapped("w:hyperlink", *inner), wrapped("w:smartTag", *inner),
        simple_field("#n", *inner), field("#n", "#p", *inner), text_box(box), text_box(box, legacy=True),
        alternatives(Xml(run("#p") + "".join(inner)), unread), alternatives(text_box("#p", box), text_box("#n", legacy=True)),
    ]  # fmt: skip
    return draw(st.sampled_from([*plain, *wrappers]))


@st.composite
def blocks(draw, depth: int = 2) -> Xml:
    """A paragraph, a table or a content control around some."""
    kind = draw(st.sampled_from(["paragraph", "paragraph", "table", "sdt"] if depth else ["paragraph"]))
    if kind == "paragraph":
        held = [draw(runs(depth)) for _ in range(draw(st.integers(0, 3)))]
        return paragraph(*held, mark_deleted=draw(st.booleans()))
    if kind == "sdt":
        return sdt(draw(blocks(depth - 1)), draw(blocks(depth - 1)))
    return table([draw(rows(depth - 1)) for _ in range(draw(st.integers(0, 3)))])


@st.composite
def rows(draw, depth: int) -> Xml:
    """A row, perhaps in a content control. Merges are tried elsewhere: what they hide depends on the row above."""
    cells = [cell(draw(blocks(depth)), "", cols=draw(st.integers(1, 3))) for _ in range(draw(st.integers(0, 3)))]
    built = row(*cells, before=draw(st.integers(0, 2)))
    return sdt(built) if draw(st.booleans()) else built


def numbered(block: Xml) -> Xml:
    """Give every token of a document a number of its own."""
    numbers = iter(range(10**6))
    return Xml(re.sub(r"#([pln])", lambda found: f"{found[1]}{next(numbers)};", block))


def evidence(read: Document) -> str:
    return "\n".join(each.evidence for each in read.findings)


@examples(150)
@given(st.lists(blocks(), max_size=4))
def test_every_printed_text_is_in_one_block_and_no_other(spec):
    body = numbered(Xml("".join(spec)))
    read = parse(docx(body))
    expected = [token for token in TOKEN.findall(body) if token[0] == PRINTED]
    assert Counter(TOKEN.findall(everything(read))) == Counter(expected)


@examples(150)
@given(st.lists(blocks(), max_size=2))
def test_every_deleted_or_hidden_text_is_in_one_finding(spec):
    body = numbered(Xml("".join(spec)))
    read = parse(docx(body))
    expected = [token for token in TOKEN.findall(body) if token[0] == LEFT_OUT]
    cut = any(len(each.evidence) == 200 for each in read.findings)
    assert cut or Counter(TOKEN.findall(evidence(read))) == Counter(expected)
    assert NOWHERE not in evidence(read)


TAGS = [
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:trPr", "w:pPr", "w:rPr", "w:sdt", "w:sdtContent", "w:sdtPr",
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:delText", "w:fldChar", "w:instrText", "w:fldSimple", "w:hyperlink",
    "w:customXml", "w:cellDel", "w:vanish", "w:gridSpan", "w:vMerge", "w:hMerge", "w:gridBefore", "w:gridAfter",
    "w:txbxContent", "w:pict", "w:ruby", "w:rt", "w:rubyBase", "w:sym", "w:br", "w:tab", "w:altChunk", "w:pStyle",
    "w:rStyle", "w:vertAlign", "w:body", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "m:f", "m:num",
    "m:den", "m:e", "m:d", "m:dPr", "m:begChr", "m:r", "m:t", "m:nary", "m:sSup", "m:sup", "v:textbox", "v:imagedata",
]  # fmt: skip
VALUES = ["", "restart", "continue", "0", "2", "x", "begin", "separate", "end", "F0B3", "superscript", "z"]
STYLED = docx(styles='<w:style w:styleId="z"><w:rPr><w:vanish/></w:rPr></w:style>')


def element(tag: str, value: str, held: list[str]) -> str:
    """An element that states one value in every way that the reader asks for."""
    prefix = tag.partition(":")[0]
    return f'<{tag} {prefix}:val="{value}" {prefix}:fldCharType="{value}">{"".join(held)}</{tag}>'


TREES = st.recursive(
    st.sampled_from(["", "a", " ", "2", "≥\n"]),
    lambda held: st.builds(element, st.sampled_from(TAGS), st.sampled_from(VALUES), st.lists(held, max_size=4)),
    max_leaves=60,
)


@examples(150)
@given(st.lists(TREES, max_size=4))
def test_elements_in_any_order_are_read_without_fail(trees):
    text = document(Xml("".join(trees))).replace("<w:body>", "".join(trees) + "<w:body>", 1)
    read = parse(with_part(STYLED, "word/document.xml", text))
    for grid in read.grids:
        covering = grid.covering()
        assert sum(each.row_span * each.col_span for each in grid.cells) == len(covering)
        assert all(row_no <= grid.n_rows and col_no <= grid.n_cols for row_no, col_no in covering)
    assert [grid.table_no for grid in read.grids] == list(range(1, len(read.grids) + 1))
