"""Each document in a zip archive is a document of its own; an archive that would harm is refused at once."""

import random
import time

import pytest

from pipeline.extract import inputs, read
from pipeline.extract.formats import archive
from pipeline.extract.inputs import InputFile
from pipeline.model.reading import Outcome
from pipeline.rules import book
from tests.bad_files import zip_encrypted
from tests.damage import damaged
from tests.formats.archives.made import nested, overlapping, zipped, zipped_in
from tests.whole_run.test_same_bytes import small_document

GOOD = small_document("甲")
RULES = book.default()


def found(folder, data, name="包.zip"):
    """What is found in a folder with this archive."""
    (folder / name).write_bytes(data)
    return inputs.find([folder])


def names(folder, data):
    return [file.name for file in found(folder, data).files]


def codes(folder, data):
    """The codes of rejections of what an archive gives, by name."""
    made = {file.name: read.content(file) for file in found(folder, data).files}
    outcomes = {
        name: one if isinstance(one, Outcome) else read.read_bytes(one, name, RULES) for name, one in made.items()
    }
    return {name: [finding.code for finding in one.findings] for name, one in outcomes.items() if one.reading is None}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_names_without_a_flag_are_utf_8_or_gb_18030(tmp_path, encoding):
    assert names(tmp_path, zipped_in(encoding, "目录/绩效目标表.docx", GOOD)) == ["包.zip/目录/绩效目标表.docx"]


def test_names_with_the_flag_are_utf_8(tmp_path):
    assert names(tmp_path, zipped({"目录/绩效目标表.docx": GOOD})) == ["包.zip/目录/绩效目标表.docx"]


def test_what_is_read_is_what_was_packed(tmp_path):
    (file,) = found(tmp_path, nested(3, "甲.docx", GOOD)).files
    assert file.name == "包.zip/2.zip/3.zip/甲.docx"
    assert read.content(file) == GOOD


def test_archives_that_lie_too_deep_are_told(tmp_path):
    assert codes(tmp_path, nested(4, "甲.docx", GOOD)) == {"包.zip/2.zip/3.zip/4.zip": ["archive_too_deep"]}


def test_what_is_no_document_is_counted_and_office_files_are_no_archives(tmp_path):
    files, passed = found(tmp_path, zipped({"甲.docx": GOOD, "说明.txt": b"a", "图/1.jpg": b"\xff\xd8\xff\xe0"}))
    assert [file.name for file in files] == ["包.zip/甲.docx"]
    assert passed == {".txt": 1, ".jpg": 1}
    (tmp_path / "包.zip").unlink()
    (tmp_path / "甲.docx").write_bytes(GOOD)
    assert inputs.find([tmp_path]).files == [InputFile(tmp_path / "甲.docx", "甲.docx")]


def test_a_locked_copy_in_an_archive_is_no_document(tmp_path):
    (lock,) = found(tmp_path, zipped({"~$甲.docx": b"owner"})).files
    assert [one.code for one in read.content(lock).findings] == ["lock_file_skipped"]


REFUSED = {
    "a path upwards": (zipped({"../甲.docx": GOOD}), "unsafe_archive"),
    "a path upwards in a folder": (zipped({"a/../../甲.docx": GOOD}), "unsafe_archive"),
    "a path from the root": (zipped({"/etc/甲.docx": GOOD}), "unsafe_archive"),
    "a path of another drive": (zipped({"C:\\甲.docx": GOOD}), "unsafe_archive"),
    "files that share bytes": (overlapping(GOOD), "unsafe_archive"),
    "too many files": (zipped({f"{number}.docx": b"" for number in range(2001)}), "too_many_parts"),
    "no document": (zipped({"说明.txt": b"a"}), "plain_zip"),
    "half an archive": (zipped({"甲.docx": GOOD})[:500], "truncated_zip"),
}


@pytest.mark.parametrize("data, code", REFUSED.values(), ids=REFUSED)
def test_an_archive_that_would_harm_is_refused_at_once(tmp_path, data, code):
    began = time.process_time()
    assert codes(tmp_path, data) == {"包.zip": [code]}
    assert time.process_time() - began < 1


def test_a_member_that_unpacks_to_too_much_is_refused_alone(tmp_path):
    bomb = zipped({"炸弹.docx": bytes(archive.MAX_MEMBER + 1), "甲.docx": GOOD})
    began = time.process_time()
    files = found(tmp_path, bomb).files
    read_alone = {file.name: read.content(file) for file in files}
    assert time.process_time() - began < 1
    assert [one.code for one in read_alone["包.zip/炸弹.docx"].findings] == ["zip_bomb"]
    assert read_alone["包.zip/甲.docx"] == GOOD


def test_more_in_all_than_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_ALL", len(GOOD) + 10)
    inner = zipped({"乙.docx": GOOD})
    assert codes(tmp_path, zipped({"甲.docx": GOOD, "内.zip": inner})) == {"包.zip": ["zip_bomb"]}


def test_encrypted_members_are_told_each(tmp_path):
    said = codes(tmp_path, zip_encrypted(zipped({"甲.docx": GOOD, "乙.pdf": b"%PDF"})))
    assert said == {"包.zip/甲.docx": ["encrypted_file"], "包.zip/乙.pdf": ["encrypted_file"]}


@pytest.mark.parametrize("seed", range(50))
def test_damage_costs_no_more_than_what_it_hits(tmp_path, seed):
    sound = zipped({"甲.docx": GOOD, "内.zip": zipped({"乙.docx": GOOD, "a.txt": b"a" * 99}), "丙.pdf": b"%PDF-1.7"})
    files, _ = found(tmp_path, damaged(sound, random.Random(seed), seed))
    for file in files:
        data = read.content(file)
        outcome = data if isinstance(data, Outcome) else read.read_bytes(data, file.name, RULES)
        assert "reading_failed" not in [one.code for one in outcome.findings]
