"""Lists that Word numbers by itself, and what each prints, read off the rules of the format by hand.

    Case("decimals", [level("decimal", "%1.")], [item("甲"), item("乙")], ["1.\t甲", "2.\t乙"])

A case is a document: its definitions, its paragraphs and the lines that they print.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tests.word import CONTENT_TYPES, SCHEMAS, TRANSITIONAL, Xml, document, package, paragraph, run

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OPEN = f'<?xml version="1.0" encoding="UTF-8"?>\n<{{}} xmlns:w="{TRANSITIONAL["w"]}" xmlns:mc="{TRANSITIONAL["mc"]}">'


def level(format: str, text: str, *, start: int | None = 1, at: int = 0, more: str = "") -> str:
    """A `w:lvl`. `more` is what stands after its text: w:suff, w:isLgl, w:lvlRestart, w:pStyle, w:rPr."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    stated = f'{begin}<w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{stated}</w:lvl>'


def abstract(*levels: str, id: int = 0, more: str = "") -> str:
    """A `w:abstractNum`."""
    return f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'


def num(id: int, definition: int = 0, more: str = "") -> str:
    """A `w:num`: a list by a definition."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def restarted(at: int, start: int) -> str:
    """An override that starts a level anew."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(text: str = "", at: int | None = 0, of: int | None = 1, style: str = "", more: str = "") -> Xml:
    """A paragraph of list `of` at level `at`; what is None is not stated. `more`: other properties."""
    numbers = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    numbers += "" if of is None else f'<w:numId w:val="{of}"/>'
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f"<w:numPr>{numbers}</w:numPr>" if numbers else ""
    return Xml(f"<w:p><w:pPr>{properties}{more}</w:pPr>{run(text) if text else ''}</w:p>")


def style(id: str, of: int | None = None, at: int | None = None, base: str = "", more: str = "") -> str:
    """A paragraph style that puts paragraphs in a list, or takes after one that does."""
    numbers = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    numbers += "" if of is None else f'<w:numId w:val="{of}"/>'
    stated = f'<w:name w:val="{id}"/>' + (f'<w:basedOn w:val="{base}"/>' if base else "")
    properties = f"<w:pPr><w:numPr>{numbers}</w:numPr></w:pPr>" if numbers else ""
    return f'<w:style w:type="paragraph" w:styleId="{id}" {more}>{stated}{properties}</w:style>'


def numbered(blocks: Sequence[str], numbering: str, styles: str = "") -> bytes:
    """A Word file with these blocks; `numbering` and `styles`: the insides of their parts."""
    relations = f"{SCHEMAS}/officeDocument/2006/relationships"
    named = "".join(
        f'<Relationship Id="rId{number}" Type="{relations}/{each}" Target="{each}.xml"/>'
        for number, each in enumerate(("numbering", "styles"), 1)
    )
    parts = {
        "word/document.xml": document(*blocks),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{named}</Relationships>',
        "word/numbering.xml": f"{_OPEN.format('w:numbering')}{numbering}</w:numbering>",
        "word/styles.xml": f"{_OPEN.format('w:styles')}{styles}</w:styles>",
    }
    types = {
        "word/document.xml": CONTENT_TYPES["docx"],
        "word/numbering.xml": f"{_TYPES}.numbering+xml",
        "word/styles.xml": f"{_TYPES}.styles+xml",
    }
    return package(parts, types)


class Case(NamedTuple):
    """A document of lists and the lines that it prints. `apart`: why LibreOffice prints others, if it does."""

    name: str
    numbering: str
    blocks: Sequence[str]
    lines: Sequence[str]
    styles: str = ""
    apart: str = ""

    def build(self) -> bytes:
        return numbered(self.blocks, self.numbering, self.styles)


def simple(format: str, text: str = "%1.", start: int = 1) -> str:
    """One list of one level."""
    return abstract(level(format, text, start=start)) + num(1)


def counted(format: str, printed: str, start: int = 1, apart: str = "") -> Case:
    """A case of one list that counts on from `start`: its numbers, parted by blanks."""
    numbers = printed.split()
    blocks = [item("甲") for _ in numbers]
    return Case(
        f"{format} from {start}", simple(format, start=start), blocks, [f"{each}.\t甲" for each in numbers], "", apart
    )


THREE = abstract(
    level("decimal", "%1."),
    level("decimal", "%1.%2", at=1),
    level("lowerLetter", "(%3)", at=2, more='<w:suff w:val="space"/>'),
)
LINKED = abstract(
    level("chineseCountingThousand", "%1、", more='<w:pStyle w:val="H1"/>'),
    level("decimal", "%2.", at=1, more='<w:pStyle w:val="H2"/>'),
)
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
DELETED = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
SYMBOL = '<w:rPr><w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:hint="default"/></w:rPr>'
NO_RESTARTS = "LibreOffice does not read after which level another begins anew"
OWN_BULLETS = "LibreOffice writes bullets of its own into plain text"
ALL_PRINTED = "LibreOffice writes what is deleted or hidden into plain text"

CASES = (
    counted("decimal", "1 2 3"),
    counted("decimal", "9 10 11", start=9),
    counted("chineseCountingThousand", "一 二 三"),
    counted("chineseCountingThousand", "十 十一", start=10),
    counted("chineseCountingThousand", "十九 二十 二十一", start=19),
    counted("chineseCounting", "九 十 十一", start=9),
    counted("japaneseCounting", "九 十 十一", start=9),
    counted("ideographDigital", "九 一〇 一一", start=9, apart="LibreOffice prints ten in words"),
    counted("ideographTraditional", "甲 乙 丙"),
    counted("ideographZodiac", "子 丑 寅"),
    counted("chineseLegalSimplified", "壹 贰 叁"),
    counted("chineseLegalSimplified", "玖 壹拾 壹拾壹", start=9),
    counted("decimalEnclosedCircle", "① ② ③"),
    counted("decimalEnclosedCircleChinese", "⑲ ⑳", start=19),
    counted("decimalFullWidth", "９ １０", start=9),
    counted("upperRoman", "III IV V", start=3),
    counted("lowerRoman", "ix x xi", start=9),
    counted("upperLetter", "Y Z AA BB", start=25),
    counted("lowerLetter", "a b c"),
    counted("decimalZero", "09 10", start=9),
    Case(
        "three levels", THREE + num(1),
        [item("甲"), item("乙", 1), item("丙", 1), item("丁", 2), item("戊"), item("己", 1), item("庚", 2)],
        ["1.\t甲", "1.1\t乙", "1.2\t丙", "(a) 丁", "2.\t戊", "2.1\t己", "(a) 庚"],
    ),
    Case(
        "paragraphs between do not count", simple("decimal"),
        [item("甲"), paragraph("乙"), item("丙"), paragraph(""), item("丁")],
        ["1.\t甲", "乙", "2.\t丙", "", "3.\t丁"],
    ),
    Case(
        "lists of one definition count as one", simple("decimal") + num(2),
        [item("甲"), item("乙", of=2), item("丙")], ["1.\t甲", "2.\t乙", "3.\t丙"],
    ),
    Case(
        "lists of two definitions count apart",
        abstract(level("decimal", "%1.")) + abstract(level("decimal", "(%1)"), id=1) + num(1) + num(2, 1),
        [item("甲"), item("乙", of=2), item("丙"), item("丁", of=2)], ["1.\t甲", "(1)\t乙", "2.\t丙", "(2)\t丁"],
    ),
    Case(
        "a list that starts anew", simple("decimal") + num(2, more=restarted(0, 1)),
        [item("甲"), item("乙"), item("丙", of=2), item("丁", of=2)], ["1.\t甲", "2.\t乙", "1.\t丙", "2.\t丁"],
    ),
    Case(
        "a list that starts anew at five", simple("decimal") + num(2, more=restarted(0, 5)),
        [item("甲"), item("丙", of=2), item("丁", of=2)], ["1.\t甲", "5.\t丙", "6.\t丁"],
    ),
    Case(
        "a deeper level that goes on",
        abstract(level("decimal", "%1."), level("decimal", "%2)", at=1, more='<w:lvlRestart w:val="0"/>')) + num(1),
        [item("甲"), item("乙", 1), item("丙"), item("丁", 1)], ["1.\t甲", "1)\t乙", "2.\t丙", "2)\t丁"],
        apart=NO_RESTARTS,
    ),
    Case(
        "a third level that only the first begins anew",
        abstract(
            level("decimal", "%1."), level("decimal", "%2)", at=1),
            level("decimal", "(%3)", at=2, more='<w:lvlRestart w:val="1"/>'),
        ) + num(1),
        [item("甲"), item("乙", 1), item("丙", 2), item("丁", 1), item("戊", 2), item("己"), item("庚", 2)],
        ["1.\t甲", "1)\t乙", "(1)\t丙", "2)\t丁", "(2)\t戊", "2.\t己", "(1)\t庚"],
        apart=NO_RESTARTS,
    ),
    Case(
        "a level that prints all numbers as decimal",
        abstract(level("chineseCountingThousand", "第%1章"), level("decimal", "%1.%2", at=1, more="<w:isLgl/>")) + num(1),
        [item("甲"), item("乙", 1), item("丙"), item("丁", 1)], ["第一章\t甲", "1.1\t乙", "第二章\t丙", "2.1\t丁"],
        apart="LibreOffice prints the upper level in its own format",
    ),
    Case(
        "levels that are passed over count from their start", THREE + num(1),
        [item("甲"), item("乙", 2), item("丙", 1)], ["1.\t甲", "(a) 乙", "1.2\t丙"],
    ),
    Case(
        "levels that are passed over are printed by deeper ones",
        abstract(*(level("decimal", text, at=at) for at, text in enumerate(("%1.", "%1.%2", "%1.%2.%3")))) + num(1),
        [item("甲"), item("乙", 2), item("丙", 1), item("丁", 2)], ["1.\t甲", "1.1.1\t乙", "1.2\t丙", "1.2.1\t丁"],
    ),
    Case(
        "bullets that are pictures print nothing and count",
        abstract(level("bullet", "\uf0b7", more='<w:lvlPicBulletId w:val="0"/>'), level("decimal", "%2.", at=1)) + num(1),
        [item("甲"), item("乙", 1), item("丙")], ["甲", "1.\t乙", "丙"],
        apart=OWN_BULLETS,
    ),
    Case(
        "nothing between number and text", abstract(level("decimal", "%1．", more='<w:suff w:val="nothing"/>')) + num(1),
        [item("甲"), item("乙")], ["1．甲", "2．乙"],
    ),
    Case(
        "number 0 takes a paragraph out of the list of its style", LINKED + num(1),
        [item("甲", None, None, "H1"), item("乙", None, 0, "H1"), item("丙", None, None, "H1")],
        ["一、\t甲", "乙", "二、\t丙"], style("H1", 1),
    ),
    Case(
        "styles that levels name", LINKED + num(1),
        [item(text, None, None, id) for text, id in (("甲", "H1"), ("乙", "H2"), ("丙", "H2"), ("丁", "H1"), ("戊", "H2"))],
        ["一、\t甲", "1.\t乙", "2.\t丙", "二、\t丁", "1.\t戊"], style("H1", 1) + style("H2", 1, 1),
    ),
    Case(
        "a style that takes after one in a list", simple("decimal"),
        [item("甲", None, None, "B"), item("乙", None, None, "C")], ["1.\t甲", "2.\t乙"],
        style("A", 1) + style("B", base="A") + style("C", base="B"),
    ),
    Case(
        "a style of a level that says so itself", THREE + num(1),
        [item("甲", None, None, "A"), item("乙", None, None, "B")], ["1.\t甲", "1.1\t乙"],
        style("A", 1, 0) + style("B", 1, 1),
    ),
    Case(
        "a level that a list defines for itself",
        simple("decimal") + num(2, more=f'<w:lvlOverride w:ilvl="0">{level("upperLetter", "%1)")}</w:lvlOverride>'),
        [item("甲"), item("乙", of=2)], ["1.\t甲", "B)\t乙"],
    ),
    Case(
        "a list by the name of its style",
        abstract(more='<w:numStyleLink w:val="L"/>', id=1) + abstract(level("decimal", "%1."), more='<w:styleLink w:val="L"/>')
        + num(1, 1) + num(2, 0),
        [item("甲"), item("乙")], ["1.\t甲", "2.\t乙"],
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    ),
    Case(
        "bullets print their character",
        abstract(level("bullet", "—"), level("bullet", "★", at=1)) + num(1), [item("甲"), item("乙", 1)], ["—\t甲", "★\t乙"],
        apart=OWN_BULLETS,
    ),
    Case(
        "bullets of symbol fonts print what the font shows",
        abstract(level("bullet", "\uf0b7", more=SYMBOL.format("Symbol")), level("bullet", "\uf0d8", at=1, more=SYMBOL.format("Wingdings")))
        + num(1),
        [item("甲"), item("乙", 1)], ["•\t甲", "➢\t乙"],
        apart=OWN_BULLETS,
    ),
    Case(
        "a level without a number prints none", abstract(level("none", ""), level("decimal", "%1%2.", at=1)) + num(1),
        [item("甲"), item("乙", 1), item("丙", 1)], ["甲", "1.\t乙", "2.\t丙"],
    ),
    Case(
        "a paragraph without text prints its number", simple("decimal"), [item("甲"), item(), item("丙")],
        ["1.\t甲", "2.", "3.\t丙"],
    ),
    Case(
        "deleted paragraphs do not count", simple("decimal"),
        [
            item("甲"),
            Xml(item("", more=DELETED).replace("</w:p>", '<w:del w:id="2" w:author="A"><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>')),
            item("丙"),
        ],
        ["1.\t甲", "2.\t丙"],
        apart=ALL_PRINTED,
    ),
    Case(
        "hidden paragraphs do not count", simple("decimal"),
        [item("甲"), Xml(item("乙", more=HIDDEN).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")), item("丙")],
        ["1.\t甲", "", "2.\t丙"],
        apart=ALL_PRINTED,
    ),
    Case(
        "a list that is not defined prints nothing", simple("decimal"), [item("甲", of=9), item("乙", at=5), item("丙")],
        ["甲", "乙", "1.\t丙"],
        apart="LibreOffice gives a level that is not defined a number of its own",
    ),
)  # fmt: skip
