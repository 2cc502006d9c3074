"""One bad file hurts nobody: it is rejected with a code, a reason and what to do, and the others are whole."""

import json
import re
import shutil
from hashlib import sha256

import pytest

from pipeline.load import warehouse
from pipeline.reports.by_project import opinion
from pipeline.rules import book
from tests import bad_files, word
from tests.conftest import SOURCE
from tests.whole_run.command import contents, pipeline, table

MINUTES = word.docx(word.paragraph("会议纪要"), word.table([["姓名", "职务"], ["某某", "主任"]]))
TYPES = {"[Content_Types].xml": "<Types/>"}
BAD = {
    "空.docx": (b"", "empty_file"),
    "[red]乱码[red].docx": (bytes(range(256)), "unknown_file"),
    "下载中断.docx": (bad_files.truncated(SOURCE.read_bytes()), "truncated_zip"),
    "校验错误.docx": (bad_files.with_wrong_checksums(SOURCE.read_bytes()), "truncated_zip"),
    "正文损坏.docx": (word.with_part(MINUTES, "word/document.xml", word.part(MINUTES)[:-40]), "damaged_xml"),
    "加密.docx": (bad_files.ole("EncryptedPackage", "EncryptionInfo"), "encrypted_file"),
    "加密 压缩.docx": (bad_files.zip_encrypted(MINUTES), "encrypted_file"),
    "旧格式.doc": (bad_files.ole("WordDocument", "1Table"), "damaged_doc"),
    "旧格式改名.docx": (bad_files.ole("WordDocument", "0Table"), "damaged_doc"),
    "其实是.docx": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "damaged_pdf"),
    "表格.docx": (word.zipped(TYPES | {"xl/workbook.xml": "<workbook/>"}), "damaged_workbook"),
    "压缩包.docx": (word.zipped({"甲.txt": "甲", "乙.txt": "乙"}), "plain_zip"),
    "网页.docx": (b"<!DOCTYPE html><html><body>404</body></html>", "no_target_table"),
    "纪要.docx": (MINUTES, "no_target_table"),
    "无表.docx": (word.docx(word.paragraph("通知")), "no_target_table"),
    "实体炸弹.docx": (bad_files.entity_bomb(), "entity_declaration"),
    "压缩炸弹.docx": (bad_files.zip_bomb(129), "zip_bomb"),
}
MISNAMED = {"旧格式改名.docx", "其实是.docx", "表格.docx", "压缩包.docx", "网页.docx"}


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The run over the bad files beside the good one: its result and its output folder."""
    raw = tmp_path_factory.mktemp("raw")
    shutil.copy(SOURCE, raw)
    for name, (content, _) in BAD.items():
        (raw / name).write_bytes(content)
    out = tmp_path_factory.mktemp("made") / "out"
    return pipeline("run", raw, out), out


@pytest.mark.parametrize("name", BAD)
def test_each_is_rejected_with_its_code_and_said_with_what_to_do(ran, name):
    result, out = ran
    content, code = BAD[name]
    (document,) = table(out, "documents").query("path == @name").to_dict("records")
    assert document["status"] == "rejected"
    assert document["sha256"] == sha256(content).hexdigest()
    errors = table(out, "issues").query("document_id == @document['document_id'] and severity == 'error'")
    assert errors["code"].tolist() == [code]
    rule = book.default().issues[code]
    said = result.stdout.partition(f"error {code}: {name}\n")[2].split("\n\n")[0]
    assert rule.action_en in said
    assert errors["message_en"].item() in said


def test_each_language_has_its_own_words_and_those_of_libraries_are_evidence(ran):
    _, out = ran
    errors = table(out, "issues").query(
        "severity == 'error' and code != 'no_target_table'"
    )  # which quotes the document
    assert not any(re.search("[a-z]+ [a-z]+", message) for message in errors["message_zh"])
    assert not any(re.search("[一-龥]", message) for message in errors["message_en"])
    assert "line 2" in errors.query("code == 'damaged_xml'")["evidence"].item()


def test_what_was_not_read_stands_under_its_name_in_the_opinion(ran):
    found = opinion(ran[1] / warehouse.NAME)
    assert {row["path"] for row in found.documents} == set(BAD) == found.rejected


def test_the_exit_code_says_that_some_were_rejected(ran):
    result, _ = ran
    assert result.exit_code == 3
    assert f"({len(BAD)} rejected)" in result.stdout


@pytest.mark.parametrize("name", ["projects", "indicators", "targets", "goals", "reconciliations", "budget_units"])
def test_the_good_document_beside_them_is_whole(ran, built, name):
    assert table(ran[1], name).equals(table(built, name))


def test_the_cells_of_a_rejected_document_are_kept_as_unread(ran):
    _, out = ran
    document_id = sha256(MINUTES).hexdigest()[:16]
    cells = table(out, "cells").set_index("document_id").loc[document_id]
    assert cells["text"].tolist() == ["姓名", "职务", "某某", "主任"]
    assert set(cells["role"]) == {"unread"}


def test_the_dataset_keeps_its_promises(ran):
    assert pipeline("check", ran[1]).exit_code == 0


def test_machines_are_told_the_same(ran, tmp_path):
    made = json.loads(pipeline("report", ran[1], "--json").stdout)
    said = {(one["path"], one["code"]) for one in made["inputs"]}
    assert {one for one in said if one[1] != "named_otherwise"} == {(name, code) for name, (_, code) in BAD.items()}
    assert {name for name, code in said if code == "named_otherwise"} == MISNAMED
    assert made["totals"]["rejected"] == len(BAD)


@pytest.mark.parametrize("name", ["空.docx", "旧格式.doc", "纪要.docx", "无表.docx"])
def test_alone_it_is_nothing_usable_and_leaves_the_last_good_output(tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name][0])
    out = tmp_path / "out"
    out.mkdir()
    result = pipeline("run", tmp_path / name, out)
    assert result.exit_code == 1
    assert BAD[name][1] in result.stdout
    assert "nothing usable" in result.stderr
    assert contents(out) == {}
