"""Word 97 to 2003 files and RTF: the same grids as our own .docx, whatever is damaged, and what RTF may say."""

import random
from pathlib import Path

import pytest

from benchmarks.unseen_documents import DEVELOPED, folder
from pipeline.extract.formats.columns import MOST, Columns
from pipeline.extract.formats.flow import Bound
from pipeline.extract.formats.legacy_word.row_bounds import row_bounds
from pipeline.model.finding import Rejected
from tests import bad_files
from tests.damage import damaged
from tests.grids.read import everything, found, lines, parse, placed, spans
from tests.layouts.catalogue import FIXTURES

HERE = Path(__file__).parent
FORMS = {f"form_{form.id}": form.word for form in folder(DEVELOPED)}
FIRST = FORMS | {f"fixture_{fixture.id}": fixture.build for fixture in FIXTURES}
CONVERTED = sorted(path.name for path in HERE.glob("*_*.*") if path.suffix in (".doc", ".rtf"))


@pytest.mark.parametrize("name", CONVERTED)
def test_a_converted_document_has_the_same_grids_and_paragraphs(name):
    first, second = parse(FIRST[Path(name).stem]()), parse((HERE / name).read_bytes())
    assert second.format == name.rpartition(".")[2]
    assert [grid.cells for grid in second.grids] == [grid.cells for grid in first.grids]
    assert lines(second) == lines(first)
    assert second.findings == first.findings


@pytest.mark.parametrize("name", CONVERTED)
def test_a_damaged_file_is_read_or_rejected(name):
    data, chance = (HERE / name).read_bytes(), random.Random(1)
    for kind in range(20):
        try:
            parse(damaged(data, chance, kind))
        except Rejected as rejected:
            assert rejected.code


def rtf(content: str, head: str = "") -> bytes:
    """An RTF file with this content."""
    return f"{{\\rtf1\\ansi\\ansicpg936 {head}{content}}}".encode("latin-1")


PRINTED = {
    "Unicode with a substitute": (r"\u8805?8\par", ["≥8"]),
    "Unicode with two substitutes": (r"\uc2\u8805\'a1\'dd8\par", ["≥8"]),
    "Unicode without any": (r"\uc0\u8805 8\par", ["≥8"]),
    "a pair of halves": (r"\u-10179?\u-8704?\par", ["\U0001f600"]),
    "bytes of the file's code page": (r"\'b2\'fa\'b3\'f6\par", ["产出"]),
    "a second byte that is a letter": (r"\'81A\par", [b"\x81A".decode("gbk")]),
    "a second byte that is a brace": (r"\'81\{\par", [b"\x81{".decode("gbk")]),
    "bytes as they are": ("\xb2\xfa\xb3\xf6\\par", ["产出"]),
    "breaks, tabs and spaces": (r"a\line b\tab c\~d\_e\-f\par", ["a\nb\tc\xa0d-ef"]),
    "the result of a field": (r"{\field{\*\fldinst PAGE}{\fldrslt 3}}\par", ["3"]),
    "a number of a list": (r"{\listtext 1.\tab}a\par {\listtext 2.\tab}\par", ["1.\ta", "2."]),
    "unknown destinations": (r"a{\*\unknown b{c}}d{\header e}\par", ["ad"]),
    "both halves of a text": (r"{\upr{a}{\*\ud{\u8805?}}}\par", ["≥"]),
    "a title in Unicode, which is no text": (r"{\info{\upr{\title a}{\*\ud{\title \u8805?}}}}b\par", ["b"]),
    "bytes that are counted": (r"{\pict\bin3 }}}}a\par", ["a"]),
    "raised digits": (r"10{\super 3}\par", ["10³"]),
    "a text box after its paragraph": (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt b\par}}}c\par", ["ac", "b"]),
    "a paragraph that has no end": (r"a\par b", ["a", "b"]),
}


@pytest.mark.parametrize("case", PRINTED)
def test_rtf_prints(case):
    content, expected = PRINTED[case]
    assert lines(parse(rtf(content))) == expected


def test_rtf_names_characters_of_symbol_fonts_and_says_which_it_cannot():
    head = r"{\fonttbl{\f1\fcharset2 Nothing;}{\f2\fcharset134 \'cb\'ce;}}"
    assert found(parse(rtf(r"\f1\'b3\par", head))) == [("symbol_not_named", "[Nothing F0B3]", None, None)]


def test_rtf_leaves_out_hidden_and_deleted_text_with_findings():
    read = parse(rtf(r"a{\v b}{\deleted c}d\par"))
    assert lines(read) == ["ad"]
    assert found(read) == [("hidden_text_left_out", "b", None, None), ("deleted_text_left_out", "c", None, None)]


def test_rtf_tables_merge_both_ways():
    first = r"\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl a\cell b\cell\cell\row"
    second = r"\trowd\clvmrg\cellx1000\cellx2000\cellx3005\pard\intbl\cell c\cell d\cell\row\pard"
    (grid,) = parse(rtf(first + second)).grids
    assert spans(grid) == {"a": (2, 1), "b": (1, 2), "c": (1, 1), "d": (1, 1)}


def test_rtf_tables_nest():
    inner = r"\pard\intbl\itap2 x\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}{\nonesttables\par}"
    read = parse(rtf(rf"\trowd\cellx1000\cellx2000{inner}\pard\intbl\cell b\cell\row\pard c\par"))
    outer, nested = read.grids
    assert placed(outer) == {(1, 1): "", (1, 2): "b"}
    assert (nested.parent, placed(nested)) == ((1, 1, 1), {(1, 1): "x"})
    assert lines(read) == ["c"]


def test_a_cut_file_says_so():
    assert found(parse(rtf(r"a\par b{c")[:-1])) == [("text_cut_short", "", None, None)]


@pytest.mark.parametrize("content", ["{" * 20_000, r"\pard\intbl\itap900 a\par", r"{\shptxt " * 9])
def test_what_is_too_deep_is_rejected(content):
    with pytest.raises(Rejected) as caught:
        parse(rtf(content))
    assert caught.value.code == "too_deep"


def test_an_ole_file_without_its_text_is_damaged():
    with pytest.raises(Rejected) as caught:
        parse(bad_files.ole("WordDocument", "1Table"))
    assert caught.value.code == "damaged_doc"


def test_columns_stay_few_however_many_edges_there_are():
    rows = [[Bound(0, edge), Bound(edge, 30_000)] for edge in range(20, 29_000, 20)]
    columns = Columns(rows)
    assert all(sum(columns.spans(row)[1]) <= MOST + 1 for row in rows)


def test_rows_are_merged_by_properties_that_come_after_their_definition():
    edges = b"".join(edge.to_bytes(2, "little") for edge in (0, 100, 200, 300))
    defined = b"\x08\xd6" + (len(edges) + 2).to_bytes(2, "little") + b"\x03" + edges
    across, down = b"\x24\x56\x00\x02", b"\x2b\xd6\x02\x02\x03"
    assert row_bounds(defined + across + down) == (
        Bound(0, 100), Bound(100, 200, None, True), Bound(200, 300, "restart")
    )  # fmt: skip


def test_everything_that_a_converted_file_prints_is_read():
    for name in CONVERTED:
        first, second = parse(FIRST[Path(name).stem]()), parse((HERE / name).read_bytes())
        assert "".join(everything(second).split()) == "".join(everything(first).split())
