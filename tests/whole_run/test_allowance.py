"""What a document may take: past each bound it is rejected with the code of that bound, and the others come out."""

import sys
from contextlib import nullcontext
from dataclasses import replace

import pytest
from pebble import ProcessExpired

from pipeline.model.allowance import Allowance, NotAllowed, allowed
from pipeline.model.finding import Rejected
from pipeline.rules import book
from pipeline.run.alone import NotDone, done
from pipeline.run.document import document_tables
from tests.formats.open_document.test_open_document import flat
from tests.forms.printed import document
from tests.whole_run.command import pipeline, table
from tests.whole_run.made_files import fill
from tests.whole_run.test_workers import at, forked, rejected
from tests.word import docx, paragraph
from tests.word import table as printed

SMALL = docx(
    paragraph("附表"),
    printed([["项目名称", "甲"]]),
    paragraph(""),
    printed([["一级指标", "三级指标", "指标值"], ["产出", "数", "≥1个"]]),
)
CODES = {
    "tables=1": "too_many_tables",
    "rows=2": "too_many_rows",
    "cells=7": "too_many_cells",
    "paragraphs=1": "too_many_paragraphs",
    "cell=3": "cell_too_long",
    "characters=10": "text_too_long",
}


@pytest.mark.parametrize("said", CODES)
def test_each_bound_rejects_what_is_beyond_and_nothing_else(said):
    name, _, number = said.partition("=")
    for allowance, codes in (
        (allowed([said], 60), [CODES[said]]),
        (allowed([f"{name}={10 * int(number)}"], 60), []),
    ):
        tables = document_tables(SMALL, "a.docx", book.default(), allowance).tables
        errors = [row["code"] for row in tables["issues"].to_pylist() if row["severity"] == "error"]
        assert [code for code in errors if code in CODES.values()] == codes
        assert (tables["documents"].to_pylist()[0]["status"] == "rejected") == bool(codes)


def test_a_document_beyond_it_is_rejected_alone_and_told_with_how_much_it_is(tmp_path):
    fill(tmp_path / "raw", 2)
    rows = [["一级指标", "三级指标", "指标值"], *[["产出指标", "数量", "≥1个"]] * 900]
    (tmp_path / "raw" / "大.docx").write_bytes(docx(printed([["项目名称", "甲"]]), paragraph(""), printed(rows)))
    said = pipeline("run", "--no-cache", "--allow", "cells=2500", tmp_path / "raw", tmp_path / "out")
    assert said.exit_code == 3
    assert rejected(tmp_path / "out") == {"大.docx": {"too_many_cells"}}
    assert len(table(tmp_path / "out", "projects")) == 2
    assert "2705" in said.output.replace(",", "") and "--allow cells" in said.output


@pytest.mark.parametrize(("size", "fits"), [(0, False), (1_000_000, False), (2_000_000, False), (3_000_000, True)])
def test_a_larger_file_may_have_more_as_it_is_larger(size, fits):
    held = replace(document(*[[["甲", "乙"]] * 2] * 3), size=size)
    for allowance in (Allowance(tables=1), Allowance(rows=2), Allowance(cells=4), Allowance(characters=4)):
        with nullcontext() if fits else pytest.raises(Rejected):
            allowance.hold(held)


def test_what_was_read_under_another_allowance_is_read_anew(tmp_path):
    fill(tmp_path / "raw", 2)
    for said, code in (("cells=9", 1), ("cells=100000", 0)):
        assert pipeline("run", "--allow", said, tmp_path / "raw", tmp_path / "out").exit_code == code


def take_memory():
    list(range(40_000_000))


@forked
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process so")
def test_a_document_that_needs_too_much_memory_is_rejected_alone(tmp_path, monkeypatch):
    fill(tmp_path / "raw", 3)
    at("2.docx", take_memory, monkeypatch)
    said = pipeline("run", "--no-cache", "--jobs", 2, "--allow", "memory=300", tmp_path / "raw", tmp_path / "out")
    assert said.exit_code == 3
    assert rejected(tmp_path / "out") == {"2.docx": {"document_needs_too_much_memory"}}


MANY = 150_000
"""Cells of a file that needs more memory to be read than the test leaves."""
FULL = {
    "docx": lambda: docx(printed([["1"] * 50] * (MANY // 50))),
    "flat xml": lambda: flat("text", "<text:p/>" * MANY * 6),
    "html": lambda: b"<table>" + (b"<tr>" + b"<td>1" * 50) * (MANY // 10),
    "csv": lambda: b"1,1,1,1,1\n" * (MANY // 2),
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process so")
@pytest.mark.parametrize("format", FULL)
def test_what_there_is_no_memory_for_is_not_called_damaged(format):
    try:
        said = done(Allowance(memory=40), codes_of, FULL[format](), book.default())
    except NotDone as error:  # with no memory left to say so, the run that began the process does
        assert isinstance(error.__cause__, MemoryError | ProcessExpired)
    else:
        assert said == ["document_needs_too_much_memory"]


def codes_of(data, rules):
    return [row["code"] for row in document_tables(data, "a", rules).tables["issues"].to_pylist()]


@pytest.mark.parametrize("said", ["cells", "cells=", "cells=0", "cells=-1", "seconds=1", "cell=1.5", "cells=٣"])
def test_what_cannot_be_allowed_is_wrong_usage(said, tmp_path):
    with pytest.raises(NotAllowed):
        allowed([said], 60)
    assert pipeline("run", "--allow", said, tmp_path, tmp_path / "out").exit_code == 2


def test_time_alone_makes_no_other_dataset():
    assert Allowance(seconds=1).key == Allowance().key != Allowance(cells=1).key
