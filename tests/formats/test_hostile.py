"""A document runs nothing and fetches nothing, in whatever format it asks for it."""

import io
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from tests.formats import excel_2003
from tests.formats.open_document.test_open_document import flat as open_document
from tests.formats.web.test_single_files import flat as word_package
from tests.formats.web.test_single_files import mhtml, word_2003
from tests.grids.read import everything, parse
from tests.pdf import page, pdf, text
from tests.word import docx, paragraph, part, table, with_part, zipped

HERE = Path(__file__).parent
WORD = docx(paragraph("甲乙"), table([["项目名称", "某项目"]]))
TEXT, SHEET = ((HERE / "open_document" / name).read_bytes() for name in ("fixture_T.odt", "fixture_T.ods"))
SECRET = "the secret of a file that no document may read"


def book(*cells: str, link: str = "") -> bytes:
    """A workbook with these cells below each other, the last of which links to an address."""
    made, held = openpyxl.Workbook(), io.BytesIO()
    for one in cells:
        made.active.append([one])
    made.active.cell(len(cells), 1).hyperlink = link or None
    made.save(held)
    return held.getvalue()


BOOK = book("甲乙", "项目名称")
IN_PACKAGES = {
    "docx": (WORD, ("word/document.xml", "_rels/.rels", "[Content_Types].xml")),
    "xlsx": (BOOK, ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml")),
    "odt": (TEXT, ("content.xml", "styles.xml", "META-INF/manifest.xml")),
    "ods": (SHEET, ("content.xml", "styles.xml")),
}
SINGLE = {
    "Flat OPC": word_package(WORD),
    "Word 2003": word_2003(WORD),
    "Excel 2003": excel_2003.written(openpyxl.load_workbook(io.BytesIO(BOOK))),
    "flat OpenDocument": open_document("text", "<text:p>甲乙</text:p>"),
    "XHTML": '<?xml version="1.0"?><html><body><p>甲乙</p></body></html>'.encode(),
    "SVG in a page": "<html><body><svg><text>甲乙</text></svg><table><tr><td>丙</td></tr></table></body></html>".encode(),
}
ENTITIES = {
    "a file": '<!ENTITY e SYSTEM "{file}">',
    "an address": '<!ENTITY e SYSTEM "{address}">',
    "a parameter": '<!ENTITY % p SYSTEM "{address}"> %p; <!ENTITY e "x">',
    "declared elsewhere": 'SYSTEM "{address}"',
    "itself": '<!ENTITY e "&f;"><!ENTITY f "&e;">',
}


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Listens on this machine, and answers nobody."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def address(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}/x"


def is_quiet(server: socket.socket) -> bool:
    """Whether nobody has connected."""
    try:
        server.accept()
    except BlockingIOError:
        return True
    return False


def declaring(markup: bytes, said: str) -> bytes:
    """XML with a declaration before its root, and the entity in its first text and first attribute."""
    inner = said if said.startswith("SYSTEM") else f"[{said}]"
    root = re.search(rb"<(?![?!])[\w:]+", markup)
    assert root
    name = root[0][1:].decode()
    rest = re.sub(rb">([^<>\s]+)</", rb">\1&e;</", markup[root.start() :], count=1)
    return markup[: root.start()] + f"<!DOCTYPE {name} {inner}>".encode() + rest


def outcome(data: bytes) -> str:
    """All that is read of a file, or the code with which it is rejected."""
    try:
        return everything(parse(data))
    except Rejected as rejected:
        return rejected.code


def entities(listener: socket.socket, tmp_path: Path, kind: str) -> str:
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    return ENTITIES[kind].format(file=secret.as_uri(), address=address(listener))


@pytest.mark.parametrize("kind", ENTITIES)
@pytest.mark.parametrize(
    "format, name", [(format, name) for format, (_, names) in IN_PACKAGES.items() for name in names]
)
def test_no_entity_is_expanded_in_a_package(format, name, kind, listener, tmp_path):
    data, _ = IN_PACKAGES[format]
    said = outcome(with_part(data, name, declaring(part(data, name), entities(listener, tmp_path, kind))))
    assert SECRET not in said
    assert is_quiet(listener)


@pytest.mark.parametrize("kind", ENTITIES)
@pytest.mark.parametrize("format", SINGLE)
def test_no_entity_is_expanded_in_one_file_of_xml(format, kind, listener, tmp_path):
    said = outcome(declaring(SINGLE[format], entities(listener, tmp_path, kind)))
    assert SECRET not in said
    assert is_quiet(listener)
    if format not in ("XHTML", "SVG in a page"):
        assert said in ("entity_declaration", "format_not_read")


def related(data: bytes, source: str, **kinds: str) -> bytes:
    """A package in which a part states others that lie elsewhere."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    stated = "".join(
        f'<Relationship Id="x{kind}" Type="{space}/{kind}" Target="{target}" TargetMode="External"/>'
        for kind, target in kinds.items()
    )
    root = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{stated}</Relationships>'
    )
    return with_part(data, source, root)


def word_links(at: str) -> bytes:
    kinds = dict.fromkeys(("image", "hyperlink", "oleObject", "aFChunk", "subDocument", "frame", "styles"), at)
    settings = related(
        related(WORD, "word/_rels/document.xml.rels", **kinds), "word/_rels/settings.xml.rels", attachedTemplate=at
    )
    inner = part(settings).replace(
        b"<w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "{at}" \\d</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'.replace("{at}", at).encode(),
        1,
    )
    return with_part(
        settings, "word/document.xml", inner.replace(b"<w:sectPr/>", b'<w:altChunk r:id="xaFChunk"/><w:sectPr/>')
    )


def book_links(at: str) -> bytes:
    formulas = (f'=WEBSERVICE("{at}")', f"='[{at}]表'!A1", "=cmd|' /C calc'!A0")
    return related(
        book(*formulas, "甲乙", link=at), "xl/externalLinks/_rels/externalLink1.xml.rels", externalLinkPath=at
    )


def open_links(at: str) -> bytes:
    frame = f'<draw:frame><draw:image xlink:href="{at}" xlink:actuate="onLoad"/></draw:frame>'
    section = f'<text:section text:name="甲"><text:section-source xlink:href="{at}"/><text:p>甲乙{frame}</text:p></text:section>'
    return open_document("text", section).replace(
        b"<office:document ", b'<office:document xmlns:xlink="http://www.w3.org/1999/xlink" '
    )


def page_links(at: str) -> bytes:
    return (
        f'<html><head><base href="{at}"><link rel="stylesheet" href="{at}"><style>@import url({at}); p {{ background: '
        f'url({at}) }}</style><script src="{at}"></script><meta http-equiv="refresh" content="0; url={at}"></head><body>'
        f'<p onload="fetch(\'{at}\')">甲乙</p><img src="{at}"><iframe src="{at}"></iframe><object data="{at}"></object>'
        f'<svg><image href="{at}"/><use href="{at}#a"/></svg><table background="{at}"><tr><td>丙</td></tr></table></body></html>'
    ).encode()


def rich_links(at: str) -> bytes:
    fields = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{at}" \\\\d}}{{\\fldrslt }}}}{{\\object\\objautlink{{\\*\\objdata 00}}}}'
    return f"{{\\rtf1\\ansi{{\\*\\template {at}}}{fields}\\u30002?\\u20057?\\par}}".encode()


def pdf_links(at: str) -> bytes:
    actions = (
        f"/OpenAction << /S /JavaScript /JS (app.launchURL\\('{at}'\\);) /Next << /S /URI /URI ({at}) /Next << /S /Launch "
        f"/F (/bin/true) >> >> >> /AcroForm << /Fields [] /NeedAppearances true /XFA [(template) 99 0 R] >> "
        f"/AA << /WC << /S /SubmitForm /F ({at}) >> >>"
    )
    note = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 500 800] /A << /S /URI /URI ({at}) >> >>] /AA << /O << /S /GoToR /F ({at}) >> >>"
    data = pdf(page(text(100, 100, "甲乙"), entries=note))
    return data.replace(b"/Type /Catalog", f"/Type /Catalog {actions}".encode())


LINKS = {
    "docx": word_links,
    "Flat OPC": lambda at: word_package(word_links(at)),
    "Word 2003": lambda at: word_2003(word_links(at)),
    "xlsx": book_links,
    "odt": open_links,
    "html": page_links,
    "mhtml": lambda at: mhtml(("a.htm", page_links(at))),
    "rtf": rich_links,
    "pdf": pdf_links,
}


@pytest.mark.parametrize("format", LINKS)
def test_nothing_is_fetched_and_what_is_printed_is_read(format, listener):
    assert "甲乙" in outcome(LINKS[format](address(listener)))
    assert is_quiet(listener)


def shown_in_itself() -> bytes:
    return pdf(page(text(100, 100, "甲乙"), "/X0 Do", forms=[["/X0 Do", text(100, 200, "丙")]])).replace(
        b"/Subtype /Form", b"/Subtype /Form /Resources << /XObject << /X0 3 0 R >> >>", 1
    )


PAGES = {
    "a form that shows itself": shown_in_itself,
    "pages of which one is their parent": lambda: pdf(page(text(100, 100, "甲乙"))).replace(
        b"/Kids [4 0 R]", b"/Kids [4 0 R 2 0 R 1 0 R]"
    ),
    "more pages than there are": lambda: pdf(page(text(100, 100, "甲乙"))).replace(b"/Count 1", b"/Count 2000000000"),
    "a huge page": lambda: pdf(page(text(100, 100, "甲乙"), entries="/MediaBox [0 0 1e9 1e9] /UserUnit 1e9")),
    "a page of no size": lambda: pdf(page(text(100, 100, "甲乙"), entries="/MediaBox [0 0 0 0]")),
    "a page turned inside out": lambda: pdf(page(text(100, 100, "甲乙"), entries="/MediaBox [595 842 0 0] /Rotate 45")),
    "states never given back": lambda: pdf(page("q " * 20_000, text(100, 100, "甲乙"))),
    "arrays in arrays": lambda: pdf(page(text(100, 100, "甲乙"), entries="/X " + "[" * 20_000 + "]" * 20_000)),
}


@pytest.mark.parametrize("kind", PAGES)
def test_pages_made_to_do_harm_are_read_or_rejected(kind):
    assert outcome(PAGES[kind]())


def deep(opening: str, closing: str, times: int = 100_000) -> str:
    return opening * times + "甲乙" + closing * times


DEEP = {
    "html": lambda: deep("<table><tr><td>", "").encode(),
    "flat OpenDocument": lambda: open_document("text", deep("<text:p>", "</text:p>")),
    "OpenDocument lists": lambda: open_document("text", deep("<text:list><text:list-item>", "</text:list-item></text:list>")),
    "rtf": lambda: ("{\\rtf1 " + deep("{", "}")).encode(),
    "rtf tables": lambda: ("{\\rtf1 " + "\\intbl\\itap2 a\\nestcell" * 50_000 + "}").encode(),
    "docx": lambda: with_part(WORD, "word/document.xml", part(WORD).replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 50_000)),
    "pages in a page": lambda: mhtml(*(("a.htm", b"<html><table><tr><td>a</table>"),) * 2_000),
}  # fmt: skip


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_without_end_is_read_or_rejected(kind):
    assert outcome(DEEP[kind]())


def test_an_archive_with_open_documents_in_it_is_no_open_document():
    with pytest.raises(Rejected):
        parse(zipped({"a.odt": TEXT, "content.xml": b"<x/>"}))


def test_a_text_that_says_it_is_a_sheet_is_read_as_what_its_body_is_or_rejected():
    for data, other in ((TEXT, b"application/vnd.oasis.opendocument.spreadsheet"), (SHEET, b"application/x-nothing")):
        found = parse_or_code(with_part(data, "mimetype", other))
        assert isinstance(found, str) or found.grids


def parse_or_code(data: bytes) -> Document | str:
    try:
        return parse(data)
    except Rejected as rejected:
        return rejected.code
