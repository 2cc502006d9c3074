"""Numbers that Word makes by itself are read as they are printed, in front of their paragraphs."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.formats.number_formats import NumberFormats
from pipeline.model.document import Paragraph
from pipeline.rules import book
from tests.examples import examples
from tests.grids.lists import CASES, LINKED, THREE, abstract, item, level, num, numbered, simple, style
from tests.grids.read import parse
from tests.grids.test_limits import reading_cost
from tests.word import Xml, cell, docx, inserted, paragraph, part, table, text_box, vcont, vstart, with_part

NUMBERING = "word/numbering.xml"
LEAST_COMPARED = 15
FORMATS = NumberFormats(book.default().layouts)


def lines(data):
    return [block.text for block in parse(data).blocks if isinstance(block, Paragraph)]


def cells(data):
    return [[each.text for each in grid.cells] for grid in parse(data).grids]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_list_prints_its_numbers(case):
    assert lines(case.build()) == list(case.lines)


@pytest.fixture(scope="module")
def by_libreoffice(tmp_path_factory):
    """The lines of every case as LibreOffice prints them."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("lists")
    files = [folder / f"{number}.docx" for number in range(len(CASES))]
    for path, case in zip(files, CASES, strict=True):
        path.write_bytes(case.build())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    texts = [path.with_suffix(".txt").read_text(encoding="utf-8-sig") for path in files]
    return dict(zip((case.name for case in CASES), (text.rstrip("\n").split("\n") for text in texts), strict=True))


@pytest.mark.parametrize("case", [case for case in CASES if not case.apart], ids=lambda case: case.name)
def test_another_reader_prints_the_same_numbers(case, by_libreoffice):
    theirs = ["".join(line.split()) for line in by_libreoffice[case.name]]
    assert theirs == ["".join(line.split()) for line in case.lines]


def test_most_lists_are_held_against_the_other_reader():
    assert len([case for case in CASES if not case.apart]) >= 2 * LEAST_COMPARED


# ── Formats ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("value", "format", "printed"),
    [
        (100, "chineseCountingThousand", "一百"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (2025, "chineseCountingThousand", "二千零二十五"),
        (1000, "chineseCountingThousand", "一千"),
        (105, "chineseCounting", "一〇五"),
        (111, "japaneseCounting", "百十一"),
        (20, "japaneseCounting", "二十"),
        (110, "chineseLegalSimplified", "壹佰壹拾"),
        (12, "ideographLegalTraditional", "壹拾貳"),
        (11, "ideographTraditional", "11"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "decimalEnclosedParen", "⑶"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (2, "ideographEnclosedCircle", "㊁"),
        (1994, "upperRoman", "MCMXCIV"),
        (53, "upperLetter", "AAA"),
        (3, "numberInDash", "- 3 -"),
        (3, "unheard of", "3"),
    ],
)
def test_a_format_prints_a_number(value, format, printed):
    assert FORMATS.print(value, format) == printed


@pytest.mark.parametrize("value", [0, 10_000, 1 << 31])
def test_a_number_beyond_a_format_is_decimal(value):
    formats = [rule.field for rule in book.default().layouts.text["list_digits"]]
    beyond = [
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographTraditional",
        "upperLetter",
        "decimalEnclosedCircle",
    ]
    assert formats
    assert {FORMATS.print(value, format) for format in beyond} == {str(value)}


def test_leading_zeros_that_word_spells_out_are_printed():
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice>'
    )
    custom += '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    made = abstract(f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{custom}<w:lvlText w:val="%1"/></w:lvl>') + num(1)
    assert lines(numbered([item("甲")], made)) == ["007\t甲"]


# ── Where numbers stand ──────────────────────────────────────────────────────────────────────────────────


def test_numbers_go_on_from_cell_to_cell():
    rows = [[cell(item("甲")), cell(item())], [cell(item("乙")), cell(item("丙"), item("丁"))]]
    assert cells(numbered([table(rows)], simple("decimal"))) == [["1.\t甲", "2.", "3.\t乙", "4.\t丙\n5.\t丁"]]


def test_cells_under_a_merge_neither_print_nor_count():
    covered = Xml(str(vcont()).replace("<w:p>", str(item()).removesuffix("</w:p>"), 1))
    data = numbered([table([[vstart(item("甲")), "a"], [covered, "b"], [cell(item("乙")), "c"]])], simple("decimal"))
    document = parse(data)
    assert [each.text for each in document.grids[0].cells if each.col_no == 1] == ["1.\t甲", "2.\t乙"]
    assert document.findings == ()


def test_a_deleted_row_does_not_count():
    rows = [
        [cell(item("甲"))],
        Xml(f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell(item("乙"))}</w:tr>'),
        [cell(item("丙"))],
    ]
    assert cells(numbered([table(rows)], simple("decimal"))) == [["1.\t甲", "2.\t丙"]]


def test_a_paragraph_that_goes_on_in_the_next_has_the_number_of_that_one():
    joined = item("甲", more='<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')
    assert lines(numbered([item("零"), joined, item("乙"), item("丙")], simple("decimal"))) == [
        "1.\t零",
        "2.\t甲乙",
        "3.\t丙",
    ]


def test_an_inserted_paragraph_counts():
    mark = '<w:rPr><w:ins w:id="1" w:author="A"/></w:rPr>'
    blocks = [item("甲"), Xml(item("", more=mark).replace("</w:p>", f"{inserted('乙')}</w:p>")), item("丙")]
    assert lines(numbered(blocks, simple("decimal"))) == ["1.\t甲", "2.\t乙", "3.\t丙"]


def test_the_list_of_an_earlier_version_does_not_count():
    change = '<w:pPrChange w:id="1" w:author="A"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert lines(numbered([item("甲", None, None, more=change), item("乙")], simple("decimal"))) == ["甲", "1.\t乙"]


def test_text_boxes_are_numbered_too():
    blocks = [paragraph("甲", text_box(item("乙"))), item("丙")]
    assert lines(numbered(blocks, simple("decimal"))) == ["甲", "1.\t乙", "2.\t丙"]


def test_the_default_style_may_number_every_paragraph():
    styles = style("Normal", 1, more='w:default="1"') + style("Other")
    blocks = [paragraph("甲"), item("乙", None, None, "Other"), paragraph("丙")]
    assert lines(numbered(blocks, simple("decimal"), styles)) == ["1.\t甲", "乙", "2.\t丙"]


def test_a_number_is_no_longer_than_word_prints_it():
    (line,) = lines(numbered([item("甲")], simple("decimal", "%1" + "长" * 1000)))
    assert line == "1" + "长" * 30 + "\t甲"


def test_a_bullet_that_no_rule_names_is_reported_where_it_stands():
    document = parse(numbered([table([[cell(item("甲"))]])], simple("bullet", "\uf04a")))
    assert document.grids[0].cells[0].text == "\uf04a\t甲"
    assert [(each.code, each.evidence, each.row_no) for each in document.findings] == [
        ("symbol_not_named", "[F04A]", 1)
    ]


def test_a_level_that_names_a_deeper_one_prints_nothing():
    made = abstract(level("decimal", "%1.%2"), level("decimal", "%2", at=1)) + num(1)
    assert lines(numbered([item("甲"), item("乙", 1)], made)) == ["甲", "1\t乙"]


def test_a_level_with_hidden_numbers_prints_none_and_counts():
    made = abstract(level("decimal", "%1.", more="<w:rPr><w:vanish/></w:rPr>"), level("decimal", "%1.%2", at=1)) + num(
        1
    )
    assert lines(numbered([item("甲"), item("乙"), item("丙", 1)], made)) == ["甲", "乙", "2.1\t丙"]


def test_lists_are_read_in_the_strict_spelling():
    strict = docx(item("甲"), strict=True)
    numbers = part(numbered([], simple("decimal")), NUMBERING).decode()
    assert lines(with_part(strict, NUMBERING, numbers)) == ["1.\t甲"]


# ── Damage and size ──────────────────────────────────────────────────────────────────────────────────────

BLOCKS = [item("甲"), item("乙", 1), item("丙", None, None, "H2"), item("丁", 2), table([[cell(item("戊", of=2))]])]
RICH = THREE + LINKED.replace('abstractNumId="0"', 'abstractNumId="1"') + num(1) + num(2, 1)
STYLES = style("H1", 2) + style("H2", base="H1")
WHOLE = numbered(BLOCKS, RICH, STYLES)
TEXTS = "甲乙丙丁戊"


def holds_all_texts(data):
    document = parse(data)
    texts = [block.text if isinstance(block, Paragraph) else block.cells[0].text for block in document.blocks]
    return [text[-1:] for text in texts] == list(TEXTS)


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "no xml",
        "<w:numbering>",
        "<a/>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<a>" * 400 + "</a>" * 400,
    ],
    ids=["empty", "text", "cut", "foreign", "entities", "deep"],
)
def test_a_damaged_part_costs_the_numbers_only(damage):
    assert lines(with_part(WHOLE, NUMBERING, damage))[:2] == ["甲", "乙"]
    assert holds_all_texts(with_part(WHOLE, "word/styles.xml", damage))


@examples(150)
@given(data=st.data())
def test_no_damage_of_the_lists_costs_a_text(data):
    name = data.draw(st.sampled_from([NUMBERING, "word/styles.xml"]))
    content = bytearray(part(WHOLE, name))
    for _ in range(data.draw(st.integers(1, 5))):
        at, length = data.draw(st.integers(60, len(content) - 1)), data.draw(st.integers(0, 40))
        content[at : at + length] = data.draw(
            st.sampled_from([b"", b"0", b"9" * 5000, b"-1", b"%9", b"<w:lvl/>", b'"', b">"])
        )
    assert holds_all_texts(with_part(WHOLE, name, bytes(content)))


@pytest.mark.parametrize(
    ("numbering", "styles"),
    [
        (num(1), ""),
        (abstract() + num(1), ""),
        (num(1, 7) + abstract(level("decimal", "%1")), ""),
        (abstract(more='<w:numStyleLink w:val="L"/>') + num(1), style("L", 1)),
        (simple("decimal"), style("H2", base="H1") + style("H1", base="H2")),
        (
            abstract('<w:lvl><w:lvlText w:val="%1"/></w:lvl>', '<w:lvl w:ilvl="-1"/>', '<w:lvl w:ilvl="9999"/>')
            + num(1),
            "",
        ),
        ("<w:num/><w:abstractNum/><w:num w:numId='1'><w:lvlOverride><w:startOverride/></w:lvlOverride></w:num>", ""),
    ],
    ids=[
        "no definition",
        "no levels",
        "another definition",
        "link in a circle",
        "styles in a circle",
        "levels",
        "no ids",
    ],
)
def test_definitions_that_lead_nowhere_give_no_number(numbering, styles):
    data = numbered([item("甲"), item("乙", None, None, "H2")], numbering, styles)
    assert [line[-1] for line in lines(data)] == ["甲", "乙"]


def test_a_start_as_large_as_a_file_pleases_stays_a_number():
    assert lines(numbered([item("甲")], simple("upperLetter", start=10**30))) == [f"{1 << 31}.\t甲"]


def long_list(n):
    return numbered([table([[cell(item("甲", number % 3)), "a"] for number in range(n)])], RICH)


def test_a_numbered_row_costs_the_same_in_a_long_table():
    costs = [reading_cost(long_list(n)) / n for n in (200, 400, 800)]
    assert max(costs) < 1.1 * min(costs)
