"""`datapackage.json` is a Frictionless Data Package: the framework's own check finds nothing wrong, and finds faults."""

import json

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from frictionless import Package, system

from pipeline.load import datapackage, parquet
from tests.load import built, small_dataset, wide_dataset


@pytest.fixture(params=[small_dataset, wide_dataset], ids=["small", "wide"])
def packaged(request, tmp_path):
    """A folder with all tables and their description."""
    built.write(built.conformed(request.param.frames()), tmp_path)
    datapackage.describe(tmp_path)
    return tmp_path


def errors(folder, table=None):
    """What the framework finds in a table, or in the package as a whole."""
    with system.use_context(trusted=True):
        package = Package(str(folder / datapackage.NAME))
        report = (package.get_resource(table) if table else package).validate()
    return [error.message for task in report.tasks for error in task.errors] + [one.message for one in report.errors]


def test_the_package_passes_the_check_of_its_framework(packaged):
    assert errors(packaged) == errors(packaged, "targets") == []


def test_an_empty_dataset_passes_too(tmp_path):
    built.write(built.conformed({name: frame.head(0) for name, frame in small_dataset.frames().items()}), tmp_path)
    datapackage.describe(tmp_path)
    assert errors(tmp_path) == []


@pytest.mark.parametrize("fault", ["a value that is not listed", "a null", "a key that stands twice"])
def test_the_check_finds_what_breaks_the_description(fault, packaged):
    path = parquet.path(packaged, "targets")
    rows = pq.read_table(path)
    if fault == "a key that stands twice":
        rows = rows.take([0, 0])
    else:
        broken = "perhaps" if fault == "a value that is not listed" else None
        names = pc.if_else(pc.equal(rows["target_no"], 1), broken, rows["kind"])
        rows = rows.set_column(rows.column_names.index("kind"), "kind", names)
    pq.write_table(rows, path)
    assert errors(packaged, "targets")


def test_the_package_tells_its_version_its_sources_and_under_which_terms(packaged):
    package = json.loads((packaged / datapackage.NAME).read_text(encoding="utf-8"))
    documents = pq.read_table(parquet.path(packaged, "documents"))
    assert package["version"] in documents["pipeline_version"].to_pylist()
    assert [source["title"] for source in package["sources"]] == sorted(documents["path"].to_pylist())
    assert {"MIT", "notspecified"} == {one["name"] for one in package["licenses"]}


def test_many_documents_are_counted_and_not_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(datapackage, "FEW_DOCUMENTS", 1)
    built.write(built.conformed(small_dataset.frames()), tmp_path)
    datapackage.describe(tmp_path)
    package = json.loads((tmp_path / datapackage.NAME).read_text(encoding="utf-8"))
    assert package["sources"] == [{"title": "2 documents, listed in documents"}]
