"""A paragraph's text is what Word prints for it: no more, no less, not tidied."""

import pytest

from tests.grids.read import lines, only_grid, placed, printed, read
from tests.word import (
    Xml,
    alternatives,
    cell,
    deleted,
    field,
    field_end,
    formula,
    inserted,
    math,
    paragraph,
    ruby,
    run,
    sdt,
    simple_field,
    symbol,
    table,
    text_box,
    wrapped,
)


def t(text: str, space: str = "") -> Xml:
    """A run whose text is written as it stands, with what it says about whitespace."""
    stated = f' xml:space="{space}"' if space else ""
    return Xml(f"<w:r><w:t{stated}>{text}</w:t></w:r>")


def test_runs_make_one_text():
    assert printed("≥", run("95"), "%") == "≥95%"


@pytest.mark.parametrize("text", [" ", "　", "\u00a0", "  ≥ 8 个 ", "Ａ１％", "10³", "½", "以內", "\u200b"])
def test_text_is_not_tidied(text):
    assert printed(text) == text
    assert placed(only_grid(table([[text]]))) == {(1, 1): text}


def test_tabs_and_breaks_are_read():
    assert printed("a\tb\nc") == "a\tb\nc"
    assert printed(run(Xml("<w:ptab/><w:cr/><w:br w:type='page'/>"))) == "\t\n\n"


def test_a_tab_stop_is_no_tab():
    assert printed(Xml("<w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>"), "a") == "a"


def test_hyphens_print_as_they_do_at_the_middle_of_a_line():
    assert printed("3", run(Xml("<w:noBreakHyphen/>")), "5", run(Xml("<w:softHyphen/>")), "天") == "3-5天"


def test_outer_whitespace_counts_only_where_the_file_says_so():
    assert printed(t(" a\n "), t(" b ", "preserve"), t(" ", "default")) == "a b "


def test_only_the_whitespace_of_xml_is_dropped():
    assert printed(t("\n 　a　 \t")) == "　a　"


def test_a_line_feed_inside_a_text_prints_as_a_space():
    assert printed(t("a\nb")) == "a b"


def test_an_element_passes_its_rule_for_whitespace_on():
    inner = Xml(
        "<w:sdt xml:space='preserve'><w:sdtContent>" + t(" a ") + t(" b ", "default") + "</w:sdtContent></w:sdt>"
    )
    assert printed(inner) == " a b"


def test_comments_in_the_file_do_not_part_a_text():
    assert printed(t("a<!-- x -->b<?x y?>c")) == "abc"


@pytest.mark.parametrize(
    "wrapper", ["w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent", "w:unheardOf", "o:x"]
)
def test_wrappers_print_what_they_hold(wrapper):
    assert printed("a", wrapped(wrapper, wrapped(wrapper, "b")), "c") == "abc"


def test_content_controls_and_insertions_print_what_they_hold():
    assert printed(sdt("a"), inserted("b"), inserted("c", moved=True), sdt(inserted("d"))) == "abcd"


def test_marks_print_nothing():
    marks = "<w:bookmarkStart w:id='0' w:name='_GoBack'/><w:proofErr w:type='x'/><w:bookmarkEnd w:id='0'/>"
    marks += "<w:commentRangeStart w:id='1'/><w:permStart w:id='2'/>"
    assert (
        printed("财政", Xml(marks), "信息", run(Xml("<w:lastRenderedPageBreak/><w:commentReference/>"))) == "财政信息"
    )


def test_a_field_prints_its_result():
    assert printed("第", field(" PAGE ", "3"), "页", simple_field(" PAGE ", "4"), field(" XE a ")) == "第3页4"


def form_field(kind: str, stated: str) -> str:
    """A field of a form as Word 97 to 2003 made them: what it prints stands in its beginning alone."""
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{stated}</w:ffData></w:fldChar>'
    return run(Xml(begin)) + run(Xml(f"<w:instrText>{kind}</w:instrText>")) + field_end("separate") + field_end("end")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("<w:checked/>", "☒"), ('<w:checked w:val="0"/>', "☐"), ('<w:default w:val="1"/>', "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"), ("", "☐"),
    ],
)  # fmt: skip
def test_a_box_of_a_form_is_printed_as_it_is_checked(stated, expected):
    field = form_field("FORMCHECKBOX", f"<w:checkBox>{stated}</w:checkBox>")
    assert printed("新增项目", Xml(field)) == f"新增项目{expected}"


@pytest.mark.parametrize(
    ("stated", "expected"), [('<w:result w:val="1"/>', "经常性"), ("", "一次性"), ('<w:result w:val="7"/>', "")]
)
def test_a_list_of_a_form_prints_what_was_chosen(stated, expected):
    entries = '<w:listEntry w:val="一次性"/><w:listEntry w:val="经常性"/>'
    assert printed(Xml(form_field("FORMDROPDOWN", f"<w:ddList>{stated}{entries}</w:ddList>"))) == expected


def test_a_field_in_the_code_of_a_field_prints_nothing():
    code = Xml(
        run(Xml("<w:instrText>IF </w:instrText>")) + field(" A ", "hidden") + run("hidden") + symbol("Symbol", "F0B3")
    )
    assert printed("a", field(code, "b"), "c") == "abc"


def test_a_field_in_the_result_of_a_field_prints_its_result():
    assert printed(field(" A ", "a", field(" B ", "b"), "c"), "d") == "abcd"


def test_a_field_may_go_over_paragraphs_and_tables():
    document = read(
        paragraph(field_end("begin"), "code"),
        table([["code"]]),
        paragraph("code", field_end("separate"), "a"),
        table([["b"]]),
        paragraph(field_end("end"), "c"),
    )
    assert lines(document) == ["", "a", "c"]
    assert [placed(grid) for grid in document.grids] == [{(1, 1): ""}, {(1, 1): "b"}]


def test_a_field_that_does_not_end_in_its_cell_is_no_field():
    begin, end = field_end("begin"), field_end("end")
    unended, lone, reversed = paragraph(begin, "a"), paragraph("b", end), paragraph(end, begin, "c")
    grid = only_grid(table([[cell(unended)], [cell(lone)], [cell(reversed)]]))
    assert placed(grid) == {(1, 1): "a", (2, 1): "b", (3, 1): "c"}


def test_a_field_that_is_deleted_hides_nothing_else():
    gone = Xml("<w:del>" + field(" A ", "x") + "</w:del>")
    assert printed("a", gone, "b") == "ab"


@pytest.mark.parametrize("code", ["F0B3", "f0b3", "B3", "00B3"])
def test_a_symbol_prints_what_the_rules_say(code):
    assert printed(symbol("Symbol", code), "95%") == "≥95%"


def test_a_symbol_that_the_rules_do_not_name_keeps_its_character():
    assert printed(symbol("Nobody's", "F041"), symbol("宋体", "2265")) == "\uf041≥"


@pytest.mark.parametrize("code", ["", "x", "D800", "0", "FFFF", "110000", "-1", "9" * 5000])
def test_a_symbol_that_is_no_character_prints_as_one_that_is_missing(code):
    assert printed("a", symbol("宋体", code)) == "a\ufffd"


def test_text_in_a_symbol_font_prints_what_the_rules_say():
    assert (
        printed(run("\uf0b395\uf0fc", font="Symbol"), run("\uf0fc", font="Wingdings"), "\uf0b3") == "≥95\uf0fc✓\uf0b3"
    )


def test_any_of_the_fonts_of_a_run_may_be_the_symbol_font():
    fonts = Xml('<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="Symbol"/></w:rPr>')
    assert printed(run(fonts, "\uf0b3")) == "≥"


def test_a_ruby_prints_its_base():
    assert printed("a", ruby("汉字", "hanzi"), "b") == "a汉字b"


def test_formulas_print_on_one_line():
    assert printed(formula("≥95%")) == "≥95%"
    assert printed(formula(math("f", num="1", den="2"))) == "1/2"
    assert printed(formula(math("f", num="完成数量", den="a+b"), "×100%")) == "完成数量/(a+b)×100%"
    assert printed(formula(math("sSup", e="10", sup="3"), math("sSub", e="x", sub="i"))) == "10³x_i"
    assert printed(formula(math("sSubSup", e="x", sub="1", sup="a+1"))) == "x₁^(a+1)"
    assert printed(formula(math("d", e="a"))) == "(a)"
    assert printed(formula(math("d", "<m:dPr><m:begChr m:val='['/><m:endChr m:val=''/></m:dPr>", e="a"))) == "[a"
    assert printed(formula(math("rad", deg="3", e="8"), math("rad", e="a+b"))) == "3√8√(a+b)"
    assert (
        printed(formula(math("nary", "<m:naryPr><m:chr m:val='∑'/></m:naryPr>", sub="i=1", sup="n", e="i")))
        == "∑_(i=1)ⁿi"
    )
    assert printed(formula(math("bar", e=math("f", num=math("f", num="1", den="2"), den="3")))) == "(1/2)/3"


def aligned(text: str, how: str) -> Xml:
    return run(Xml(f'<w:rPr><w:vertAlign w:val="{how}"/></w:rPr>'), text)


def test_raised_and_lowered_digits_stay_so():
    assert printed("10", aligned("3", "superscript"), "m", aligned("2", "superscript")) == "10³m²"
    assert printed("CO", aligned("2", "subscript"), aligned("-1", "superscript")) == "CO₂⁻¹"


def test_raised_words_are_read_as_they_are():
    assert printed("a", aligned("注1", "superscript"), aligned("2", "baseline"), aligned("", "superscript")) == "a注12"


def test_a_formula_on_a_line_of_its_own_is_read():
    centred = Xml("<m:oMathPara><m:oMathParaPr/>" + formula("x=1") + "</m:oMathPara>")
    assert printed("a", centred) == "ax=1"
    assert lines(read(centred)) == ["x=1"]


def test_formulas_hold_runs_of_text_too():
    assert printed(formula(run("约"), "3", inserted("个"), deleted("x"))) == "约3个"


def test_of_alternatives_one_is_read():
    assert printed("a", alternatives(run("b"), run("c")), "d") == "abd"
    assert printed("a", run(alternatives("<w:t>b</w:t>", "<w:t>c</w:t>"))) == "ab"


def test_of_alternatives_the_first_with_text_is_read():
    assert printed(alternatives(run(), run("c"))) == "c"
    assert printed("a", alternatives(run(Xml("<w:tab/>")), run()), Xml("<mc:AlternateContent/>")) == "a\t"
    assert lines(read(paragraph(alternatives(text_box("b"), text_box("b", legacy=True))))) == ["b"]


def test_alternatives_inside_alternatives_are_read_once():
    inner = alternatives(run("a"), run("a"))
    assert printed(alternatives(inner, inner)) == "a"


def test_plain_text_of_a_formula_stands_where_it_is_printed():
    assert printed(run("甲"), formula("x"), run("乙"), formula("y")) == "甲x乙y"


def test_only_the_printed_branch_of_a_plain_paragraph_is_read():
    assert printed("a", alternatives(run("b"), run("c")), "d") == "abd"
