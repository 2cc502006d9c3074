"""A file is read for what it holds, whatever it is called; what cannot be read is rejected with a code."""

import csv
import io
import pickle
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.formats import package
from pipeline.model.document import Document
from pipeline.model.finding import Rejected
from pipeline.rules import book
from tests import bad_files
from tests.conftest import SOURCE
from tests.examples import examples
from tests.grids.read import lines, parse
from tests.word import CONTENT_TYPES, SCHEMAS, document, docx, paragraph, part, table, with_part, zipped

GOOD = docx(paragraph("a"), table([["b"]]))
RULES = book.FOLDER
RELATIONS = "_rels/.rels"


def outcome(data: bytes) -> tuple[str, str]:
    """What reading bytes comes to: the format of a document that is read, the code and format of a rejection."""
    try:
        return "read", parse(data).format
    except Rejected as rejected:
        return rejected.code, rejected.format


def reason(data: bytes) -> dict[str, str]:
    with pytest.raises(Rejected) as caught:
        parse(data)
    return caught.value.details


def relations(*targets: str) -> str:
    kind = f"{SCHEMAS}/officeDocument/2006/relationships/officeDocument"
    inner = "".join(f'<Relationship Id="r" Type="{kind}" Target="{target}"/>' for target in targets)
    return f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{inner}</Relationships>'


@pytest.mark.parametrize("kind", CONTENT_TYPES)
def test_the_format_is_what_the_package_says(kind):
    assert outcome(docx("a", kind=kind)) == ("read", kind)


def test_strict_documents_are_read():
    strict = parse(docx("a", table([["b"]]), strict=True))
    assert strict.format == "docx-strict"
    assert strict.blocks == parse(docx("a", table([["b"]]))).blocks


def test_a_document_knows_its_bytes():
    read = parse(GOOD, "某单位.docx")
    assert (read.name, read.size, read.document_id) == ("某单位.docx", len(GOOD), read.sha256[:16])


def test_documents_and_rejections_can_be_pickled():
    read = parse(GOOD)
    assert pickle.loads(pickle.dumps(read)) == read
    rejected = pickle.loads(pickle.dumps(Rejected("zip_bomb", "zip", size="2", limit="1")))
    assert (rejected.code, rejected.format, rejected.details) == ("zip_bomb", "zip", {"size": "2", "limit": "1"})


@pytest.mark.parametrize("name", ["word/document.xml", "word/document2.xml", "Word/Main Text.xml", "document.xml"])
def test_the_main_part_is_where_the_package_says(name):
    assert lines(parse(docx("a", main=name))) == ["a"]


@pytest.mark.parametrize(
    "target", ["/word/document.xml", "./word/../word/document.xml", "WORD/Document.xml", "word%2Fdocument.xml"]
)
def test_the_main_part_may_be_named_in_other_ways(target):
    assert outcome(with_part(GOOD, RELATIONS, relations(target))) == ("read", "docx")


@pytest.mark.parametrize(
    "content", ["", "<x", relations(), relations("NULL"), relations("word/NULL", "word/document.xml")]
)
def test_the_main_part_is_found_if_the_package_does_not_say_where_it_is(content):
    assert outcome(with_part(GOOD, RELATIONS, content)) == ("read", "docx")
    assert outcome(with_part(docx("a", main="x/y.xml", kind="dotx"), RELATIONS, content)) == ("read", "dotx")


def test_only_the_text_is_needed():
    assert outcome(zipped({"word/document.xml": document("a")})) == ("read", "docx")
    assert outcome(zipped({"word\\document.xml": document("a")})) == ("read", "docx")
    assert outcome(zipped({"word/document.xml": document("a")}, zipfile.ZIP_STORED)) == ("read", "docx")


def test_damage_to_other_parts_does_no_harm():
    assert outcome(with_part(GOOD, "word/styles.xml", "<w:styles")) == ("read", "docx")
    assert outcome(with_part(GOOD, "[Content_Types].xml", "")) == ("read", "docx")


def test_the_same_spec_builds_the_same_bytes():
    assert docx(paragraph("a"), table([["b"]])) == GOOD


def test_text_may_be_encoded_in_other_ways():
    content = document("指标").replace("UTF-8", "UTF-16").encode("utf-16")
    assert lines(parse(with_part(GOOD, "word/document.xml", content))) == ["指标"]


def test_a_text_without_a_body_is_empty():
    content = document().replace("<w:body><w:sectPr/></w:body>", "")
    assert parse(with_part(GOOD, "word/document.xml", content)).blocks == ()


def open_document(kind):
    """An OpenDocument file as far as it tells what it is: the media type stands first, not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("META-INF/manifest.xml", "<x/>")
    return buffer.getvalue()


REJECTED = {
    "empty": (b"", ("empty_file", "empty")),
    "legacy document": (bad_files.ole("1Table", "WordDocument", "Workbook"), ("damaged_doc", "doc")),
    "encrypted package": (bad_files.ole("EncryptionInfo", "EncryptedPackage"), ("encrypted_file", "encrypted")),
    "encrypted package in capitals": (bad_files.ole("ENCRYPTEDPACKAGE"), ("encrypted_file", "encrypted")),
    "legacy spreadsheet": (bad_files.ole("Workbook"), ("damaged_workbook", "xls")),
    "older spreadsheet": (bad_files.ole("Book"), ("damaged_workbook", "xls")),
    "legacy slides": (bad_files.ole("PowerPoint Document"), ("format_not_read", "ppt")),
    "other OLE file": (bad_files.ole("Contents"), ("format_not_read", "ole")),
    "encrypted zip": (bad_files.zip_encrypted(GOOD), ("encrypted_file", "zip")),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", ("damaged_pdf", "pdf")),
    "PDF after a byte order mark": (b"\xef\xbb\xbf%PDF-1.4", ("damaged_pdf", "pdf")),
    "PNG": (b"\x89PNG\r\n\x1a\n", ("format_not_read", "png")),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", ("format_not_read", "jpeg")),
    "RAR": (b"Rar!\x1a\x07\0", ("archive_not_read", "rar")),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c", ("archive_not_read", "7z")),
    "Works": (bad_files.ole("MatOST"), ("format_not_read", "works")),
    "comments without end": (b"<!-- -->" * 500, ("text_file", "text")),
    "XML": (b'<?xml version="1.0"?><rss/>', ("format_not_read", "xml")),
    "Word XML": (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>', ("damaged_xml", "word_xml")),
    "a Word package in one file": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', ("damaged_xml", "word_xml")),
    "a page in one file that is cut off": (b"From: a\r\nSubject: b\r\n c\r\nMIME-Version: 1.0\r\n", ("no_page_in_mhtml", "mhtml")),
    "a page of frames": (b"<html><frameset><frame src=a.htm></frameset>", ("page_of_frames", "html")),
    "Excel XML": (b'<?xml version="1.0"?><Workbook xmlns="x">', ("damaged_xml", "excel_xml")),
    "Excel XML without sheets": (b'<?xml version="1.0"?><Workbook xmlns="x"/>', ("damaged_workbook", "excel_xml")),
    "text": ("页面不存在".encode(), ("text_file", "text")),
    "text in GB 18030": ("页面不存在".encode("gb18030"), ("text_file", "text")),
    "text in UTF-16": ("页面不存在".encode("utf-16"), ("text_file", "text")),
    "nothing known": (b"\0\1\2\3" * 99, ("unknown_file", "unknown")),
    "zip with files": (zipped({"a.docx": GOOD}), ("plain_zip", "zip")),
    "empty zip": (zipped({}), ("plain_zip", "zip")),
    "spreadsheet": (zipped({RELATIONS: relations("xl/workbook.xml"), "xl/workbook.xml": "<workbook/>"}), ("damaged_workbook", "xlsx")),
    "binary spreadsheet": (zipped({RELATIONS: relations("xl/workbook.bin"), "xl/workbook.bin": "x"}), ("format_not_read", "xlsb")),
    "slides": (zipped({RELATIONS: relations("ppt/presentation.xml"), "ppt/presentation.xml": "<p/>"}), ("format_not_read", "pptx")),
    "OpenDocument": (zipped({"mimetype": "x", "META-INF/manifest.xml": "<x/>"}), ("format_not_read", "odf")),
    "OpenDocument text": (open_document("text"), ("format_not_read", "odt")),
    "OpenDocument spreadsheet": (open_document("spreadsheet"), ("format_not_read", "ods")),
    "OFD": (zipped({"OFD.xml": "<x/>", "Doc_0/Document.xml": "<x/>"}), ("format_not_read", "ofd")),
    "other XML where the text should be": (with_part(GOOD, "word/document.xml", "<x/>"), ("plain_zip", "zip")),
    "start of a zip": (b"PK\3\4", ("truncated_zip", "zip")),
    "half a document": (bad_files.truncated(GOOD), ("truncated_zip", "zip")),
    "wrong checksums": (bad_files.with_wrong_checksums(GOOD), ("truncated_zip", "zip")),
    "other compression": (zipped({"word/document.xml": document("a")}, zipfile.ZIP_BZIP2), ("truncated_zip", "zip")),
    "no text": (with_part(GOOD, "word/document.xml", ""), ("damaged_xml", "docx")),
    "unclosed text": (with_part(GOOD, "word/document.xml", document("a")[:-20]), ("damaged_xml", "docx")),
    "unknown entity": (with_part(GOOD, "word/document.xml", document("a").replace(">a<", ">&b;<")), ("damaged_xml", "docx")),
    "entities": (bad_files.entity_bomb(), ("entity_declaration", "docx")),
    "zip bomb": (bad_files.zip_bomb(65), ("zip_bomb", "zip")),
}  # fmt: skip


@pytest.mark.parametrize("name", REJECTED)
def test_what_cannot_be_read_is_rejected_with_its_code(name):
    data, expected = REJECTED[name]
    assert outcome(data) == expected


def test_no_file_outside_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    content = document("a").replace("<w:document", f"{declared}<w:document", 1).replace(">a<", ">&e;<")
    assert outcome(with_part(GOOD, "word/document.xml", content))[0] == "entity_declaration"
    assert outcome(with_part(GOOD, "word/document.xml", content.replace("&e;", "a")))[0] == "entity_declaration"


def test_sizes_are_capped_and_declared_sizes_not_trusted(monkeypatch):
    monkeypatch.setattr(package, "MAX_PART", 2000)
    assert outcome(docx("a" * 100)) == ("read", "docx")
    assert reason(docx("a" * 3000))["limit"] == "2000"
    lying = bad_files.with_declared_sizes(docx("a" * 3000), 10)
    assert outcome(lying)[0] in ("zip_bomb", "truncated_zip")


def test_the_number_of_parts_is_capped(monkeypatch):
    monkeypatch.setattr(package, "MAX_PARTS", 5)
    assert reason(zipped({f"{number}.xml": "" for number in range(6)})) == {"count": "6", "limit": "5"}


def test_the_size_of_the_file_is_capped(monkeypatch):
    monkeypatch.setattr("pipeline.extract.formats.sniff.MAX_FILE", 10)
    assert reason(GOOD) == {"size": str(len(GOOD)), "limit": "10"}


def test_rejections_have_the_codes_and_details_of_the_rules():
    with (RULES / "findings" / "issues.csv").open(encoding="utf-8") as file:
        messages = {line["code"]: line["message_en"] for line in csv.DictReader(file)}
    for data, (code, _) in REJECTED.values():
        messages[code].format_map(reason(data))


def settle(data: bytes) -> None:
    """Read bytes; whatever they are, the outcome is a document or a rejection."""
    try:
        assert isinstance(parse(data), Document)
    except Rejected as rejected:
        pickle.dumps(rejected)


def test_a_document_damaged_at_any_byte_is_read_or_rejected():
    for position, byte in enumerate(GOOD):
        for other in (0x00, 0xFF, byte ^ 0x01, byte ^ 0x80):
            settle(GOOD[:position] + bytes([other]) + GOOD[position + 1 :])
        settle(GOOD[:position])
        settle(GOOD[position:])


STARTS = [b"", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<?xml ", b"<!--", b"%PDF"]


@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_any_bytes_are_read_or_rejected(start, rest):
    settle(start + rest)


CHANGES = st.lists(st.tuples(st.integers(0, 2**32), st.binary(max_size=6)), min_size=1, max_size=6)


def changed(data: bytes, changes: list[tuple[int, bytes]]) -> bytes:
    """Bytes with some of them replaced, wherever the numbers fall."""
    for number, replacement in changes:
        where = number % (len(data) + 1)
        data = data[:where] + replacement + data[where + len(replacement) :]
    return data


@examples(60)
@given(CHANGES, st.floats(0, 1))
def test_the_published_document_damaged_anywhere_is_read_or_rejected(changes, kept):
    settle(changed(SOURCE.read_bytes(), changes))
    settle(bad_files.truncated(SOURCE.read_bytes(), kept))


@examples(60)
@given(CHANGES, st.sampled_from(["word/document.xml", RELATIONS, "[Content_Types].xml", "word/styles.xml"]))
def test_parts_damaged_anywhere_are_read_or_rejected(changes, name):
    settle(with_part(GOOD, name, changed(part(SOURCE.read_bytes(), name), changes)))
