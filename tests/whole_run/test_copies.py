"""Documents that say the same are counted once, whatever their format; others that name the same projects are told."""

import shutil
from pathlib import Path

import pytest

from tests.formats.archives.made import zipped
from tests.whole_run.command import checksums, pipeline, table
from tests.whole_run.test_same_bytes import small_document

FORMATS = Path(__file__).parent.parent / "formats"
COPIES = ["fixture_T.doc", "fixture_T.rtf"]


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """A folder with one document in two formats; the better one comes last."""
    folder = tmp_path_factory.mktemp("copies")
    shutil.copy(FORMATS / "fixture_T.doc", folder / "b.doc")
    shutil.copy(FORMATS / "fixture_T.rtf", folder / "a.rtf")
    return folder


def ran(raw, out, *options):
    """The result of a run, and which documents are in the dataset."""
    result = pipeline("run", raw, out, *options)
    return result, sorted(table(out, "documents")["path"])


def told(out, code):
    rows = table(out, "issues").query("code == @code")
    return list(zip(rows["evidence"], rows["message_en"], strict=True))


def test_of_two_copies_the_better_format_is_read(raw, tmp_path):
    result, paths = ran(raw, tmp_path / "out")
    assert result.exit_code == 0
    assert paths == ["b.doc"]
    ((path, message),) = told(tmp_path / "out", "same_content_as")
    assert path == "a.rtf"
    assert "b.doc" in message
    assert "note same_content_as: a.rtf" in result.stdout


def test_copies_change_nothing_of_what_is_counted(raw, tmp_path):
    pipeline("run", raw, tmp_path / "both")
    pipeline("run", raw / "b.doc", tmp_path / "one")
    both, one = checksums(tmp_path / "both"), checksums(tmp_path / "one")
    assert {name: one[name] for name in one if "projects" in name or "indicators" in name} == {
        name: both[name] for name in one if "projects" in name or "indicators" in name
    }


def test_a_setting_keeps_both(raw, tmp_path):
    pipeline("run", raw, tmp_path / "out")
    _, paths = ran(raw, tmp_path / "out", "--keep-copies")
    assert paths == ["a.rtf", "b.doc"]
    assert [path for path, _ in told(tmp_path / "out", "same_content_as")] == ["a.rtf"]
    projects = table(tmp_path / "out", "projects")
    assert projects["document_id"].nunique() == 2


def test_a_corrected_figure_is_no_copy(tmp_path):
    (tmp_path / "raw").mkdir()
    for name, target in (("甲.docx", "8个"), ("甲（更正）.docx", "9个")):
        (tmp_path / "raw" / name).write_bytes(small_document("甲", target))
    _, paths = ran(tmp_path / "raw", tmp_path / "out")
    assert len(paths) == 2
    assert told(tmp_path / "out", "same_content_as") == []
    ((path, message),) = told(tmp_path / "out", "same_projects_as")
    assert {path, message.partition(" as ")[2].partition(" and ")[0]} == set(paths)


def test_documents_that_do_not_say_enough_are_no_copies(tmp_path):
    """Without a unit or a name nothing tells one project from another."""
    (tmp_path / "raw").mkdir()
    for number in range(2):
        (tmp_path / "raw" / f"{number}.docx").write_bytes(small_document("", "8个") + b"\0" * number)
    _, paths = ran(tmp_path / "raw", tmp_path / "out")
    assert len(paths) == 2
    assert told(tmp_path / "out", "same_projects_as") == told(tmp_path / "out", "same_content_as") == []


def test_documents_of_an_archive_are_read_on_all_ways_alike(tmp_path):
    (tmp_path / "raw").mkdir()
    packed = {f"{name}.docx": small_document(name) for name in "甲乙"} | {"说明.txt": b"x"}
    packed["内.zip"] = zipped({"丙.docx": small_document("丙")})
    (tmp_path / "raw/包.zip").write_bytes(zipped(packed))
    first, paths = ran(tmp_path / "raw", tmp_path / "out", "--jobs", "2")
    assert paths == sorted(["包.zip/内.zip/丙.docx", "包.zip/乙.docx", "包.zip/甲.docx"])
    assert first.exit_code == 0
    assert "note files_not_read: .txt 1" in first.stdout
    expected = checksums(tmp_path / "out")
    pipeline("run", tmp_path / "raw", tmp_path / "again")
    pipeline("run", tmp_path / "raw", tmp_path / "anew", "--no-cache", "--jobs", "1")
    assert checksums(tmp_path / "again") == checksums(tmp_path / "anew") == expected
