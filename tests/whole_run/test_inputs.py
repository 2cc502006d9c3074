"""What is read when folders and files are named, and what is said of the rest."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from pipeline.extract import inputs
from pipeline.load import warehouse
from pipeline.reports.by_project import opinion
from tests.bad_files import ole
from tests.conftest import SOURCE
from tests.whole_run.command import pipeline, table
from tests.whole_run.test_same_bytes import small_document
from tests.word import zipped


def put(folder, *names, content=None):
    """Small documents, each with a project named after its file."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content or small_document(path.stem))


READ = [
    "甲.docx",
    "2025 年/财政局/乙 丙.docx",
    "2025 年/丁.DOCX",
    "模板/戊.docm",
    "文件夹.docx/己.docx",
    "表.xlsx",
    "没有扩展名",
    "外链/庚.docx",
]
NOT_DOCUMENTS = {
    "说明.txt": "说明".encode(),
    "README.md": b"<p align=center>\n# Title\n",
    "2025 年/照片.jpg": b"\xff\xd8\xff\xe0",
    "2025 年/照片2.JPG": b"\xff\xd8\xff\xe0",
    "Thumbs.db": ole("Root Entry", "256_1"),
    "图.svg": b"<?xml version='1.0'?><svg/>",
    "projects.parquet": b"PAR1\0\1",
    "图片.kmz": zipped({"doc.kml": "<kml/>"}),
    "空": b"",
}
LOCKS = ["~$甲.docx", "2025 年/._丁.DOCX", "模板/.~戊.docm"]
DENIED, LOST, ENDLESS, LOCKED = "无权限.docx", "断链.docx", "自链.docx", "锁着的文件夹"


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """A run over a folder of all sorts of files and a file beside it: its result and its output folder."""
    folder = tmp_path_factory.mktemp("inputs")
    raw, whole, scandir = folder / "raw", Path.read_bytes, os.scandir
    put(raw, *READ[:-1], DENIED, f"{LOCKED}/辛.docx")
    for name, content in NOT_DOCUMENTS.items():
        (raw / name).write_bytes(content)
    put(folder / "别的盘", "庚.docx")
    (raw / "外链").symlink_to(folder / "别的盘")
    (raw / "2025 年/回链").symlink_to(raw)
    (raw / ENDLESS).symlink_to(raw / ENDLESS)
    put(raw, *LOCKS, content=b"owner")
    put(folder, "别处/单个文件")
    shutil.copy(raw / "甲.docx", raw / "甲（副本）.docx")
    (raw / "乙链接.docx").symlink_to(raw / READ[1])
    (raw / LOST).symlink_to(folder / "不存在.docx")

    def closed(look):
        def looking(path="."):
            if not isinstance(path, int) and Path(path).name == LOCKED:
                raise PermissionError(13, "Permission denied", str(path))
            return look(path)

        return looking

    def read_bytes(path):
        if path.name == DENIED:
            raise PermissionError(13, "Permission denied")
        return whole(path)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "read_bytes", read_bytes)
        patched.setattr(os, "scandir", closed(scandir))
        patched.setattr(os, "listdir", closed(os.listdir))
        return pipeline("run", raw, folder / "别处/单个文件", folder / "输 出"), folder / "输 出"


def evidence(out, code):
    """The evidence of the findings with this code."""
    return sorted(table(out, "issues").query("code == @code")["evidence"])


def test_folders_are_searched_below_and_single_files_taken_whatever_their_name(ran):
    _, out = ran
    assert sorted(table(out, "documents")["path"]) == sorted([*READ, "单个文件"])
    assert sorted(table(out, "projects")["project_name"]) == sorted([*(Path(name).stem for name in READ), "单个文件"])


def test_files_that_programs_keep_beside_documents_are_skipped_with_a_note(ran):
    result, out = ran
    assert evidence(out, "lock_file_skipped") == sorted(LOCKS)
    assert all(f"note lock_file_skipped: {name}\n" in result.stdout for name in LOCKS)


def test_a_document_that_lies_there_twice_is_read_once_with_a_note(ran):
    _, out = ran
    assert evidence(out, "duplicate_document") == ["甲（副本）.docx"]
    (message,) = table(out, "issues").query("code == 'duplicate_document'")["message_en"]
    assert "that of 甲.docx" in message


def test_what_is_left_out_stands_under_its_name_in_the_opinion(ran):
    _, out = ran
    named = {row["path"] for row in opinion(out / warehouse.NAME).documents}
    assert named >= {*LOCKS, "甲（副本）.docx", DENIED, LOST}


def test_a_link_to_a_document_that_is_read_too_is_the_same_document(ran):
    result, out = ran
    assert "乙链接" not in result.output
    assert "乙链接.docx" not in set(table(out, "documents")["path"])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (DENIED, "EACCES"),
        (LOCKED, "EACCES"),
        (LOST, "ENOENT"),
        (ENDLESS, "ELOOP"),
    ],
)
def test_a_file_that_cannot_be_opened_costs_only_itself(ran, name, reason):
    result, out = ran
    assert name in evidence(out, "unreadable_file")
    said = result.stdout.partition(f"error unreadable_file: {name}\n")[2].split("\n\n")[0]
    assert reason in said
    assert result.exit_code == 3


def test_what_is_no_document_is_counted_in_one_note(ran):
    result, out = ran
    counts = ".jpg 2, ? 1, .db 1, .kmz 1, .md 1, .parquet 1, .svg 1, .txt 1"
    assert evidence(out, "files_not_read") == [counts]
    assert f"note files_not_read: {counts}\n" in result.stdout


def test_the_list_of_sources_beside_documents_is_no_document_and_not_counted(tmp_path):
    put(tmp_path / "raw", "甲.docx")
    (tmp_path / "raw/SOURCES.csv").write_text("file,sha256,publisher\n甲.docx,00,某某局\n", encoding="utf-8")
    result = pipeline("run", tmp_path / "raw", tmp_path / "out")
    assert result.exit_code == 0
    assert evidence(tmp_path / "out", "files_not_read") == []


def test_another_file_that_is_no_document_changes_the_note(tmp_path):
    put(tmp_path / "raw", "甲.docx")
    os.utime(tmp_path / "raw/甲.docx", (1_700_000_000, 1_700_000_000))  # a file just written is read once more
    (tmp_path / "raw/甲.txt").write_text("甲")
    arguments = "run", tmp_path / "raw", tmp_path / "out"
    assert pipeline(*arguments).exit_code == 0
    (tmp_path / "raw/乙.txt").write_text("乙")
    assert pipeline(*arguments).exit_code == 0
    assert evidence(tmp_path / "out", "files_not_read") == [".txt 2"]
    assert "nothing has changed" in pipeline(*arguments).stderr


@pytest.mark.parametrize("arguments", [["没有的文件夹"], ["没有的.docx", "out"]])
def test_a_path_that_does_not_exist_is_wrong_usage(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    result = pipeline("run", *arguments)
    assert result.exit_code == 2
    assert f"{arguments[0]} does not exist" in result.stderr
    assert not (tmp_path / "out").exists()


def test_one_path_that_does_not_exist_stops_the_run_before_it_begins(tmp_path):
    assert pipeline("run", SOURCE, tmp_path / "没有", tmp_path / "out").exit_code == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on Windows")
def test_a_pipe_that_nobody_writes_to_holds_nobody_up(tmp_path):
    os.mkfifo(tmp_path / "管道.docx")
    result = pipeline("run", tmp_path / "管道.docx", SOURCE, tmp_path / "out")
    assert result.exit_code == 3
    assert evidence(tmp_path / "out", "unreadable_file") == ["管道.docx"]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are text in this file system")
def test_a_name_in_an_old_encoding_is_spelled_out(tmp_path):
    raw = tmp_path / "raw"
    put(raw, os.fsdecode("年度".encode("gbk") + b".docx"), content=small_document("甲"))
    assert pipeline("run", raw, tmp_path / "out").exit_code == 0
    assert table(tmp_path / "out", "documents")["path"].tolist() == [r"\xc4\xea\xb6\xc8.docx"]


def test_two_files_without_an_output_folder_are_wrong_usage_and_stay_as_they_are(tmp_path):
    put(tmp_path, "甲.docx", "乙.docx")
    before = (tmp_path / "乙.docx").read_bytes()
    result = pipeline("run", tmp_path / "甲.docx", tmp_path / "乙.docx")
    assert result.exit_code == 2
    assert "choose a folder" in result.stderr
    assert (tmp_path / "乙.docx").read_bytes() == before


def test_an_unknown_option_is_wrong_usage():
    assert pipeline("run", "--alles").exit_code == 2
    assert pipeline("laufen").exit_code == 2


def test_raw_and_processed_are_what_is_meant_if_nothing_is_named(tmp_path, monkeypatch):
    put(tmp_path / "data/raw", "甲.docx")
    monkeypatch.chdir(tmp_path)
    assert pipeline("run").exit_code == 0
    assert len(table("data/processed", "projects")) == 1


@pytest.mark.skipif(not os.path.ismount("/proc"), reason="this system shows nothing of itself as files")
def test_what_the_system_shows_of_itself_is_no_folder_of_documents(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "link").symlink_to("/proc")
    (raw / "甲.docx").write_bytes(SOURCE.read_bytes())
    assert [file.name for file in inputs.find([raw, raw / "link"]).files] == ["甲.docx"]
