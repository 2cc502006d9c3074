"""Builds Word documents for tests, in code: a spec in Python → the bytes of a .docx, the same in every run.

    docx(
        paragraph("1.2025年某项目绩效目标表"),
        table([
            ["项目名称", span("某项目", cols=2)],
            [vstart("产出指标"), "数量指标", "≥8个"],
            [vcont(), "质量指标", "≥95%"],
        ]),
    )

Plain text is escaped. Every function here returns `Xml`, which goes in as it is: pieces nest freely, and what has no
function can be written out, as in `cell(Xml("<w:p/>"))`. The prefixes w, r, m, mc, wp, wps, a, pic, v and o are declared.
Files that are no good are in `bad_files.py`.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

SCHEMAS, PURL = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
_SHARED = {
    "mc": f"{SCHEMAS}/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
TRANSITIONAL = _SHARED | {
    "w": f"{SCHEMAS}/wordprocessingml/2006/main",
    "r": f"{SCHEMAS}/officeDocument/2006/relationships",
    "m": f"{SCHEMAS}/officeDocument/2006/math",
    "wp": f"{SCHEMAS}/drawingml/2006/wordprocessingDrawing",
    "a": f"{SCHEMAS}/drawingml/2006/main",
    "pic": f"{SCHEMAS}/drawingml/2006/picture",
}
STRICT = _SHARED | {
    "w": f"{PURL}/wordprocessingml/main",
    "r": f"{PURL}/officeDocument/relationships",
    "m": f"{PURL}/officeDocument/math",
    "wp": f"{PURL}/drawingml/wordprocessingDrawing",
    "a": f"{PURL}/drawingml/main",
    "pic": f"{PURL}/drawingml/picture",
}
CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Xml(str):
    """WordprocessingML that goes into the document as it is."""


# --- what stands in a paragraph ---------------------------------------------------------------------------------------


def run(*content: str, hidden: bool = False, font: str = "", style: str = "") -> Xml:
    """A run of text. A tab becomes w:tab and a line feed w:br, as Word writes them."""
    properties = f"<w:rStyle w:val={quoteattr(style)}/>" if style else ""
    properties += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    properties += "<w:vanish/>" if hidden else ""
    inner = "".join(each if isinstance(each, Xml) else _printed(each) for each in content)
    return Xml(f"<w:r>{_element('w:rPr', properties)}{inner}</w:r>")


def inserted(*content: str, moved: bool = False) -> Xml:
    """Runs that a tracked change inserts, or moves here."""
    return Xml(_element("w:moveTo" if moved else "w:ins", _runs(content), 'w:id="1" w:author="A"'))


def deleted(text: str, moved: bool = False) -> Xml:
    """Text that a tracked change deletes, or moves away."""
    inner = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return Xml(_element("w:moveFrom", _runs([text])) if moved else _element("w:del", inner, 'w:id="1" w:author="A"'))


def symbol(font: str, code: str) -> Xml:
    """A character of a symbol font, in a run of its own."""
    return run(Xml(f'<w:sym w:font="{font}" w:char="{code}"/>'))


def field(code: str, *result: str) -> Xml:
    """A complex field. `code` may be Xml, so that fields nest; without a result there is no separator."""
    instruction = code if isinstance(code, Xml) else f"<w:r><w:instrText>{escape(code)}</w:instrText></w:r>"
    separated = f"{field_end('separate')}{_runs(result)}" if result else ""
    return Xml(f"{field_end('begin')}{instruction}{separated}{field_end('end')}")


def field_end(kind: str) -> Xml:
    """One of the ends of a complex field: begin, separate or end."""
    return run(Xml(f'<w:fldChar w:fldCharType="{kind}"/>'))


def simple_field(code: str, *result: str) -> Xml:
    return Xml(_element("w:fldSimple", _runs(result), f"w:instr={quoteattr(code)}"))


def wrapped(tag: str, *content: str) -> Xml:
    """Runs inside a wrapper such as w:hyperlink, w:smartTag, w:customXml, w:dir."""
    return Xml(_element(tag, _runs(content)))


def ruby(base: str, aid: str) -> Xml:
    """A base text with the reading aid printed above it."""
    return run(Xml(f"<w:ruby><w:rubyPr/><w:rt>{run(aid)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby>"))


def picture() -> Xml:
    """A run that holds an inline picture."""
    return run(_drawing("<pic:pic><pic:blipFill/></pic:pic>"))


def text_box(*blocks: str, legacy: bool = False) -> Xml:
    """A run that anchors a text box: DrawingML, or VML as Word before 2010 and many converters write it."""
    held = _element("w:txbxContent", _blocks(blocks))
    if legacy:
        return run(Xml(f"<w:pict><v:shape><v:textbox>{held}</v:textbox></v:shape></w:pict>"))
    return run(_drawing(f"<wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp>"))


def alternatives(choice: str, fallback: str) -> Xml:
    """Two branches that say the same, as Word writes around text boxes."""
    return Xml(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def formula(*content: str) -> Xml:
    """A formula of the equation editor. Plain text becomes m:r; `math` builds the other parts."""
    return Xml(_element("m:oMath", _math(content)))


def math(tag: str, properties: str = "", **parts: str) -> Xml:
    """A part of a formula: math("f", num="1", den="2"), math("sSup", e="10", sup="3")."""
    inner = "".join(f"<m:{part}>{_math([content])}</m:{part}>" for part, content in parts.items())
    return Xml(f"<m:{tag}>{properties}{inner}</m:{tag}>")


# --- blocks -----------------------------------------------------------------------------------------------------------


def paragraph(*content: str, style: str = "", mark_deleted: bool = False) -> Xml:
    """A paragraph of texts and runs. `mark_deleted`: a tracked change joins it with the next one."""
    properties = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    properties += '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>' if mark_deleted else ""
    return Xml(f"<w:p>{_element('w:pPr', properties)}{_runs(content)}</w:p>")


def table(rows: Iterable[str | Sequence[str]], columns: int = 0) -> Xml:
    """A table. A row is `row(…)` or a list of cells; a cell is `cell(…)` or a text. `columns` fills w:tblGrid."""
    inner = "".join(each if isinstance(each, Xml) else row(*each) for each in rows)
    grid = '<w:gridCol w:w="1000"/>' * columns
    return Xml(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>")


def row(*cells: str, before: int = 0, after: int = 0, deleted: bool = False) -> Xml:
    """A row that leaves `before` grid columns free at its left and `after` at its right."""
    properties = _counted("w:gridBefore", before) + _counted("w:gridAfter", after)
    properties += '<w:del w:id="1" w:author="A"/>' if deleted else ""
    inner = "".join(each if isinstance(each, Xml) else cell(each) for each in cells)
    return Xml(f"<w:tr>{_element('w:trPr', properties)}{inner}</w:tr>")


def cell(*blocks: str, cols: int | str = 1, vmerge: str = "", hmerge: str = "", properties: str = "") -> Xml:
    """A cell. Line feeds in a plain text part paragraphs. `vmerge`, `hmerge`: restart or continue."""
    stated = f'<w:gridSpan w:val="{cols}"/>' if cols != 1 else ""
    stated += f'<w:hMerge w:val="{hmerge}"/>' if hmerge else ""
    stated += f'<w:vMerge w:val="{vmerge}"/>' if vmerge else ""
    return Xml(f"<w:tc>{_element('w:tcPr', stated + properties)}{_blocks(blocks or [''])}</w:tc>")


def span(text: str, cols: int) -> Xml:
    """A cell over several grid columns."""
    return cell(text, cols=cols)


def vstart(text: str, cols: int | str = 1) -> Xml:
    """The first cell of a vertical merge."""
    return cell(text, cols=cols, vmerge="restart")


def vcont(text: str = "", cols: int | str = 1) -> Xml:
    """A cell that continues the vertical merge above it."""
    return cell(text, cols=cols, properties="<w:vMerge/>")


def sdt(*content: str) -> Xml:
    """A content control around blocks, rows, cells or runs; a plain text is a run."""
    return Xml(f'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>{_runs(content)}</w:sdtContent></w:sdt>')


def alt_chunk() -> Xml:
    """A place where Word would merge another file into the text."""
    return Xml('<w:altChunk r:id="rId9"/>')


# --- packages ---------------------------------------------------------------------------------------------------------


def docx(
    *blocks: str, kind: str = "docx", strict: bool = False, styles: str = "", main: str = "word/document.xml"
) -> bytes:
    """A Word file with these blocks. `kind`: docx, dotx, docm or dotm. `styles`: the inside of w:styles."""
    parts = {main: document(*blocks, strict=strict)}
    if styles:
        parts["word/styles.xml"] = _root("w:styles", styles, TRANSITIONAL)
    return package(parts, {main: CONTENT_TYPES[kind], "word/styles.xml": _STYLES_TYPE}, strict=strict)


def document(*blocks: str, strict: bool = False) -> str:
    """The XML of a main part."""
    inner = f"<w:body>{_blocks(blocks)}<w:sectPr/></w:body>"
    return _root("w:document", inner, STRICT if strict else TRANSITIONAL)


def package(parts: Mapping[str, str | bytes], types: Mapping[str, str], strict: bool = False) -> bytes:
    """A package whose first part is the main one. `types`: content types by part name."""
    main, relations = next(iter(parts)), f"{PURL}/officeDocument" if strict else f"{SCHEMAS}/officeDocument/2006"
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{types[part]}"/>' for part in parts if part in types
    )
    relationship = f'<Relationship Id="rId1" Type="{relations}/relationships/officeDocument" Target="{main}"/>'
    return zipped({
        "[Content_Types].xml": f'{_XML}<Types xmlns="{SCHEMAS}/package/2006/content-types">{overrides}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{relationship}</Relationships>',
        **parts,
    })  # fmt: skip


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive, the same bytes for the same parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content, method)
    return buffer.getvalue()


def with_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """A package with one part added or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {entry: archive.read(entry) for entry in archive.namelist()}
    return zipped({**parts, name: content})


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    """A part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


# --- what the functions above share -----------------------------------------------------------------------------------


def _element(tag: str, inner: str, attributes: str = "") -> str:
    """An element, or nothing if properties are empty."""
    return f"<{tag}{' ' if attributes else ''}{attributes}>{inner}</{tag}>" if inner else ""


def _counted(tag: str, number: int) -> str:
    return f'<{tag} w:val="{number}"/>' if number else ""


def _printed(text: str) -> str:
    return "<w:br/>".join("<w:tab/>".join(map(_literal, line.split("\t"))) for line in text.split("\n"))


def _literal(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def _runs(content: Iterable[str]) -> str:
    return "".join(each if isinstance(each, Xml) else run(each) if each else "" for each in content)


def _blocks(content: Iterable[str]) -> str:
    return "".join(
        each if isinstance(each, Xml) else "".join(paragraph(line) for line in each.split("\n")) for each in content
    )


def _math(content: Iterable[str]) -> str:
    return "".join(each if isinstance(each, Xml) else f"<m:r><m:t>{escape(each)}</m:t></m:r>" for each in content)


def _drawing(graphic: str) -> Xml:
    data = f'<a:graphic><a:graphicData uri="x">{graphic}</a:graphicData></a:graphic>'
    return Xml(f"<w:drawing><wp:inline>{data}</wp:inline></w:drawing>")


def _root(tag: str, inner: str, namespaces: Mapping[str, str]) -> str:
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items())
    return f"{_XML}<{tag} {declared}>{inner}</{tag}>"
