"""One bad file hurts nobody, after it was read too: what breaks the transform or fits no column costs one document."""

from hashlib import sha256
from shutil import copyfile
from tempfile import mkdtemp

import pyarrow.parquet as pq
import pytest

from pipeline.load import combine
from pipeline.run import document
from pipeline.run.cache import EMPTY, SETTING, default_folder
from pipeline.schema.tables import TABLES
from tests.whole_run.command import contents, pipeline, table
from tests.whole_run.test_same_bytes import small_document

NAMES = ["甲", "乙", "丙", "丁", "戊"]
REAL, TOGETHER = document.tables, combine.put_together


def document_id(name):
    return sha256(small_document(name)).hexdigest()[:16]


def raising(long, bad):
    """A transform with a fault that some documents meet."""
    if {row["document_id"] for row in long["forms"]} & bad:
        raise LookupError("no such unit")
    return long


def impossible(made, bad):
    """A value that no column of its kind can hold."""
    ids = {row["indicator_id"] for row in made["indicators"] if row["document_id"] in bad}
    for row in made["targets"]:
        if row["indicator_id"] in ids:
            row["low"] = float("inf")
    return made


def invented(made, bad):
    """A name that the document does not print."""
    for row in made["indicators"]:
        if row["document_id"] in bad:
            row["indicator_name"] = "未印出的名称"
    return made


FAULTS = {
    "invented": (
        lambda bad, long, *rest: invented(REAL(long, *rest), bad),
        "nothing_invented_indicator_rows_are_printed",
    ),
    "raising": (lambda bad, long, *rest: REAL(raising(long, bad), *rest), "LookupError: no such unit"),
    "impossible": (lambda bad, long, *rest: impossible(REAL(long, *rest), bad), "targets.low: inf"),
}


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """A folder of documents; the faults that are planted are in the program, not in them."""
    folder = tmp_path_factory.mktemp("raw")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(small_document(name))
    return folder


@pytest.fixture(scope="module")
def without(raw, tmp_path_factory):
    """The output of a run over some of the documents, each only once."""
    made = {}

    def output(names):
        if names not in made:
            made[names] = tmp_path_factory.mktemp("without") / "out"
            assert pipeline("run", *(raw / f"{name}.docx" for name in names), made[names]).exit_code == 0
        return made[names]

    return output


def broken(monkeypatch, fault, names):
    bad = {document_id(name) for name in names}
    without_rows = default_folder() / EMPTY
    monkeypatch.setenv(SETTING, mkdtemp())  # what the whole program made of them does not count
    if without_rows.exists():
        default_folder().mkdir()
        copyfile(without_rows, default_folder() / EMPTY)
    monkeypatch.setattr("pipeline.run.document.tables", lambda *arguments: FAULTS[fault][0](bad, *arguments))


@pytest.fixture(scope="module")
def ran(raw, tmp_path_factory):
    """A run over documents of which some meet a fault, each only once: its result and its output folder."""
    made = {}

    def run(fault, given, bad):
        if (fault, given, bad) not in made:
            out = tmp_path_factory.mktemp("ran") / "out"
            with pytest.MonkeyPatch.context() as patch:
                broken(patch, fault, bad)
                made[fault, given, bad] = pipeline("run", *(raw / f"{name}.docx" for name in given), out), out
        return made[fault, given, bad]

    return run


def rows(out, name, without=""):
    """The rows of a table, without those of some documents."""
    ids = {document_id(one) for one in without}
    return [row for row in pq.read_table(out / f"{name}.parquet").to_pylist() if row.get("document_id") not in ids]


@pytest.mark.parametrize(
    ("fault", "given", "bad"),
    [
        ("invented", "甲乙", "甲"),
        ("invented", "甲乙丙丁戊", "乙戊"),
        ("raising", "甲乙", "甲"),
        ("raising", "甲乙丙丁戊", "丁"),
        ("impossible", "甲乙丙丁戊", "乙戊"),
    ],
)
def test_the_others_come_out_as_if_it_had_not_been_given(without, ran, fault, given, bad):
    expected = without("".join(name for name in given if name not in bad))
    result, out = ran(fault, given, bad)
    assert result.exit_code == 3
    for name in TABLES:
        assert rows(out, name, without=bad) == rows(expected, name), name


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_rejected_with_a_code_and_its_cells_are_kept(without, ran, fault):
    whole = table(without("甲乙"), "cells").query("document_id == @document_id('甲')")
    result, out = ran(fault, "甲乙", "甲")
    code = "promise_broken" if fault == "invented" else "transform_failed"
    assert f"error {code}: 甲.docx\n" in result.stdout
    assert FAULTS[fault][1] in result.stdout
    documents = table(out, "documents").set_index("path")
    assert documents["status"].to_dict() == {"甲.docx": "rejected", "乙.docx": "parsed"}
    cells = table(out, "cells").query("document_id == @document_id('甲')")
    assert cells["text"].tolist() == whole["text"].tolist()
    assert set(cells.loc[cells["text"].str.strip() != "", "role"]) == {"unread"}
    assert pipeline("check", out).exit_code == 0


@pytest.mark.parametrize(
    ("fault", "given", "said"),
    [("impossible", "甲", "nothing usable"), ("raising", "甲乙丙", "no document can be made into tables")],
)
def test_if_no_document_is_left_the_last_good_output_stays(raw, tmp_path, monkeypatch, fault, given, said):
    out = tmp_path / "out"
    assert pipeline("run", raw / "戊.docx", out).exit_code == 0
    before = contents(out)
    broken(monkeypatch, fault, given)
    result = pipeline("run", *(raw / f"{name}.docx" for name in given), out)
    assert result.exit_code == 1
    assert said in result.stderr
    assert contents(out) == before


def test_what_fails_only_together_ends_the_run_with_a_word(raw, tmp_path, monkeypatch):
    def put_together(connection):
        if connection.execute("SELECT count(*) FROM part_documents").fetchone() > (1,):
            raise ValueError("two documents clash")
        TOGETHER(connection)

    monkeypatch.setattr("pipeline.load.combine.put_together", put_together)
    result = pipeline("run", raw / "甲.docx", raw / "乙.docx", tmp_path / "out")
    assert result.exit_code == 1
    assert "the documents cannot be made into tables together" in result.stderr
    assert "two documents clash" in result.stderr
    assert not (tmp_path / "out").exists()


def test_if_every_document_breaks_a_promise_all_come_out_and_the_run_says_so(raw, tmp_path, monkeypatch):
    broken(monkeypatch, "invented", "甲乙")
    result = pipeline("run", raw / "甲.docx", raw / "乙.docx", tmp_path / "out")
    assert result.exit_code == 1
    assert FAULTS["invented"][1] in result.stdout
    assert set(table(tmp_path / "out", "documents")["status"]) == {"parsed"}
    assert not list((tmp_path / "out").glob(".*"))
