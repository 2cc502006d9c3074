"""The same documents give the same Parquet bytes, whatever their order and wherever they lie."""

import shutil

import pytest

from tests import word
from tests.conftest import RAW, SOURCE
from tests.transform.made import QUANTITY, indicator, project
from tests.whole_run.command import checksums, pipeline, shell


def small_document(name, target="8个"):
    """A small Word file with one project of that name."""
    form, rows = project(indicator(QUANTITY, "维护数量", target), 项目名称=name)
    return word.docx(word.table(form), word.table(rows))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three documents, one of them further down; two print the same project."""
    raw = tmp_path_factory.mktemp("raw")
    (raw / "下级").mkdir()
    for file, name, target in [("下级/a.docx", "甲", "8个"), ("b.docx", "乙", "9个"), ("c.docx", "甲", "10个")]:
        (raw / file).write_bytes(small_document(name, target))
    return raw


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("made") / "out"


@pytest.fixture(scope="module")
def expected(folder, out):
    """What a run over the folder gives."""
    return run(folder, out)


def run(*arguments):
    assert pipeline("run", *arguments).exit_code == 0
    return checksums(arguments[-1])


def test_twice_over_the_same_folder(built, tmp_path):
    assert run(RAW, tmp_path / "out") == checksums(built)


def test_over_an_earlier_output(folder, expected, out):
    assert run(folder, out) == expected


def test_files_named_in_another_order(folder, tmp_path):
    files = sorted(folder.rglob("*.docx"))
    assert run(*files, tmp_path / "once") == run(*reversed(files), tmp_path / "again")


def test_the_page_is_the_same_whatever_the_order_the_processes_and_the_cache(folder, tmp_path):
    files = sorted(folder.rglob("*.docx"))
    ways = [(files, ()), (files[::-1], ("--jobs", "1")), (files, ("--no-cache",)), (files, ())]
    for number, (paths, options) in enumerate(ways):
        assert pipeline("run", *paths, tmp_path / str(number), *options).exit_code == 0
    assert len({(tmp_path / str(number) / "report.html").read_bytes() for number in range(len(ways))}) == 1


def test_a_file_named_beside_its_folder_is_read_once_in_either_order(folder, expected, tmp_path):
    file = folder / "下级" / "a.docx"
    assert run(folder, file, tmp_path / "once") == run(file, folder, tmp_path / "again") == expected


def test_from_another_folder_with_chinese_letters_and_spaces(built, tmp_path):
    elsewhere = tmp_path / "原始 文件（2025）" / "甲 乙"
    elsewhere.mkdir(parents=True)
    shutil.copy(SOURCE, elsewhere)
    assert run(elsewhere, tmp_path / "输 出") == checksums(built)


def test_a_single_file(built, tmp_path):
    assert run(SOURCE, tmp_path / "out") == checksums(built)


def test_in_a_process_of_its_own(built, tmp_path):
    assert shell("run", RAW, tmp_path / "out", PYTHONHASHSEED="1").returncode == 0
    assert checksums(tmp_path / "out") == checksums(built)
