"""A Word file with the bulk that Word writes around a text, as a form has it that many hands have edited.

Every paragraph has ids of its own and of its revisions, properties and marks of the spelling checker; texts are split
into runs that each state their fonts; cells state borders and shades; beside the text stand styles, a theme, settings
and lists. The texts themselves are few.
"""

from collections.abc import Sequence

from tests.word import CONTENT_TYPES, SCHEMAS, TRANSITIONAL, Xml, document, package

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROW = ("产出指标", "数量指标", "维护信息系统数量", "本年度计划维护的信息系统数量，按台账计", "≥8个", "10")
_RUN = (
    '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:i w:val="0"/>'
    '<w:iCs w:val="0"/><w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/>'
    '<w:u w:val="none"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/></w:rPr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:color="000000" w:sz="4" w:space="0"/>' for side in ("top", "left", "bottom", "right")
)


def paragraph(text: str, number: int) -> str:
    """A paragraph as Word leaves it: its text in up to three runs, with the marks of the spelling checker between."""
    pieces = [text[at : at + 6] for at in range(0, min(len(text), 18) or 1, 6)]
    pieces[-1:] = [pieces[-1] + text[18:]]
    runs = '<w:proofErr w:type="gramEnd"/>'.join(
        f'<w:r w:rsidRPr="00{number:06X}">{_RUN}<w:t>{piece}</w:t></w:r>' for piece in pieces
    )
    marked = f'<w:bookmarkStart w:id="{number}" w:name="_Hlk{number}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    return (
        f'<w:p w:rsidR="00A77B3E" w:rsidRDefault="00{number:06X}"><w:pPr><w:keepNext w:val="0"/><w:widowControl/>'
        f'<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
        f'<w:textAlignment w:val="center"/>{_RUN}</w:pPr>'
        f"{marked if number % 5 == 0 else runs}</w:p>"
    )


def cell(text: str, number: int) -> str:
    """A cell with the properties that Word states of each."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:tcBorders>{_BORDERS}</w:tcBorders>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:noWrap/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(text, number)}</w:tc>"
    )


def table(n_rows: int, texts: Sequence[str] = _ROW) -> Xml:
    """A table of so many rows, each with these texts."""
    rows = (
        f'<w:tr w:rsidR="00A77B3E"><w:tblPrEx><w:tblLayout w:type="fixed"/></w:tblPrEx>'
        f'<w:trPr><w:trHeight w:val="480"/><w:jc w:val="center"/></w:trPr>'
        f"{''.join(cell(text, row * 10 + at) for at, text in enumerate(texts))}</w:tr>"
        for row in range(n_rows)
    )
    return Xml(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>")


def word_file(*blocks: str) -> bytes:
    """A package of these blocks beside the parts that Word writes with every text."""
    relations = f"{SCHEMAS}/officeDocument/2006/relationships"
    named = "".join(
        f'<Relationship Id="rId{number}" Type="{relations}/{kind}" Target="{target}.xml"/>'
        for number, (kind, target) in enumerate(_RELATED.items(), 1)
    )
    opened = f'xmlns:w="{TRANSITIONAL["w"]}"'
    parts = {
        "word/document.xml": document(*blocks),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{named}</Relationships>'
        ),
        "word/styles.xml": f'<?xml version="1.0"?><w:styles {opened}>{_styles()}</w:styles>',
        "word/numbering.xml": f'<?xml version="1.0"?><w:numbering {opened}>{_lists()}</w:numbering>',
        "word/settings.xml": f'<?xml version="1.0"?><w:settings {opened}>{_revisions()}</w:settings>',
        "word/theme/theme1.xml": "<a/>" + " " * 8_000,
    }
    types = {"word/document.xml": CONTENT_TYPES["docx"]} | {
        f"word/{target}.xml": f"{_TYPES}.{kind}+xml" for kind, target in _RELATED.items()
    }
    return package(parts, types)


_RELATED = {"styles": "styles", "numbering": "numbering", "settings": "settings", "theme": "theme/theme1"}


def _styles() -> str:
    """The styles that Word knows by name, and those of a template: some number headings, one hides text."""
    latent = "".join(
        f'<w:lsdException w:name="style {number}" w:semiHidden="1" w:uiPriority="{number}" w:unhideWhenUsed="1"/>'
        for number in range(371)
    )
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    kept = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="s{number}"><w:name w:val="style {number}"/>'
        f'<w:basedOn w:val="a"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:before="100" w:after="100"/>'
        f"{listed if number < 9 else ''}</w:pPr>{_RUN}</w:style>"
        for number in range(160)
    )
    hiding = '<w:style w:type="paragraph" w:styleId="z"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>'
    default = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    return f"<w:latentStyles>{latent}</w:latentStyles>{default}{kept}{hiding}"


def _lists() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' for at in range(9)
    )
    defined = "".join(f'<w:abstractNum w:abstractNumId="{id}">{levels}</w:abstractNum>' for id in range(20))
    return defined + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def _revisions() -> str:
    return "<w:rsids>" + "".join(f'<w:rsid w:val="00{number:06X}"/>' for number in range(800)) + "</w:rsids>"
