"""What `explain` shows: the text as read, the pieces with their spans in the raw text, the canonical form."""

from pipeline.model.target import Context
from pipeline.transform.values.explain import Piece
from tests.values.ours import explain


def test_pieces_have_their_spans_in_the_raw_text():
    explanation = explain("＞＝ ９５ ％ 以上")
    (explained,) = explanation.targets
    assert explanation.read == ">=95%以上"
    assert explained.pieces == (
        Piece("operator", "＞＝", 0, 2),
        Piece("number", "９５", 3, 5),
        Piece("unit", "％", 6, 7),
        Piece("operator_after", "以上", 8, 10),
    )
    assert explained.canonical == "≥95%"


def test_every_target_of_a_cell_is_explained():
    assert [one.canonical for one in explain("大牲畜1%以内，中家畜3%以内").targets] == ["不超过1%", "不超过3%"]


def test_context_decides_and_the_year_is_written_out():
    assert explain("12月底前", Context(fiscal_year=2025)).targets[0].canonical == "2025年12月前"
    assert explain("12月", Context(2025, None, "服务期限")).targets[0].canonical == "12个月"


def test_a_wording_is_its_own_canonical_form():
    assert explain(" 有效保障 ").targets[0].canonical == "有效保障"


def test_what_no_form_reads_has_no_pieces():
    (explained,) = explain("123456789012345678901234567890").targets
    assert (explained.target.kind, explained.pieces) == ("unparsed", ())
