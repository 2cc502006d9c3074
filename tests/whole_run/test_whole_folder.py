"""A folder as it was downloaded: a file of each format, a broken one of each, and files of no interest."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests import word
from tests.bad_files import ole, truncated
from tests.conftest import SOURCE
from tests.formats.archives.made import zipped
from tests.whole_run.command import pipeline, table
from tests.whole_run.test_same_bytes import small_document

FORMATS = Path(__file__).parent.parent / "formats"
PAGE = "<html><body><table><tr><td>项目名称</td></tr></table></body></html>".encode()
READ = {
    "a.docx": SOURCE.read_bytes(),
    "b.doc": (FORMATS / "fixture_T.doc").read_bytes(),
    "d.zip/甲.docx": small_document("甲"),
}
"""Files that hold projects, by name."""
COPY = {"c.rtf": (FORMATS / "fixture_T.rtf").read_bytes()}


def workbook():
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


def open_document(kind):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("META-INF/manifest.xml", "<x/>")
    return buffer.getvalue()


TOLD = {
    "空表.xlsx": workbook(),
    "网页.html": PAGE,
    "网页.mht": b"From: a\r\nMIME-Version: 1.0\r\n\r\n",
    "旧表.xls": ole("Workbook"),
    "二进制.xlsb": word.zipped({"xl/workbook.bin": "x"}),
    "扫描.pdf": b"%PDF-1.7\n",
    "开放.odt": open_document("text"),
    "开放.ods": open_document("spreadsheet"),
    "版式.ofd": word.zipped({"OFD.xml": "<x/>"}),
    "压缩.rar": b"Rar!\x1a\x07\0",
    "压缩.7z": b"7z\xbc\xaf\x27\x1c",
    "图.doc": b"\x89PNG\r\n\x1a\n",
    "一体.xml": b'<?xml version="1.0"?><w:wordDocument/>',
    "表.xml": b'<?xml version="1.0"?><Workbook/>',
    "坏.docx": truncated(SOURCE.read_bytes()),
    "坏.doc": (FORMATS / "fixture_T.doc").read_bytes()[:2000],
    "坏.rtf": b"{\\rtf1",
    "坏.xlsx": truncated(workbook()),
    "坏.pdf": b"%PDF-1.7\n1 0 obj",
    "坏.zip": truncated(zipped({"甲.docx": small_document("乙")})),
    "坏.html": b"\0" * 99,
}
"""Files that end in a code, by name."""
PASSED = {"README.md": b"# a\n", "照片.jpg": b"\xff\xd8\xff\xe0", "projects.parquet": b"PAR1\0\1"}


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    raw, out = tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("made") / "out"
    for name, content in (READ | COPY | TOLD | PASSED).items():
        archived, _, member = name.partition("/")
        (raw / archived).write_bytes(zipped({member: content}) if member else content)
    return pipeline("run", raw, out), out


def test_the_run_goes_on_and_says_that_some_were_rejected(ran):
    assert ran[0].exit_code == 3


def test_what_holds_projects_is_read(ran):
    documents = table(ran[1], "documents")
    assert sorted(documents[documents["status"] != "rejected"]["path"]) == sorted(READ)
    assert "note same_content_as: c.rtf\n" in ran[0].stdout


@pytest.mark.parametrize("name", TOLD)
def test_each_other_document_is_named_with_a_code(ran, name):
    assert f": {name}\n" in ran[0].stdout
    assert "reading_failed" not in ran[0].stdout


def test_files_of_no_interest_are_counted(ran):
    assert "note files_not_read: .jpg 1, .md 1, .parquet 1\n" in ran[0].stdout
