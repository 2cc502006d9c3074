"""Parquet files: the same bytes for the same rows, and self-describing."""

import json

import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.load import datapackage, parquet
from pipeline.load.arrow import SchemaError
from pipeline.schema.tables import TABLES
from tests.load import built, small_dataset


@pytest.fixture
def frames():
    return small_dataset.frames()


def written(frames, folder):
    folder.mkdir()
    built.write(built.conformed(frames), folder)
    datapackage.describe(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_writing_twice_gives_the_same_bytes(frames, tmp_path):
    assert written(frames, tmp_path / "once") == written(frames, tmp_path / "twice")


def test_rows_in_another_order_give_the_same_bytes(frames, tmp_path):
    shuffled = {name: frame.sample(frac=1, random_state=7) for name, frame in frames.items()}
    assert written(frames, tmp_path / "once") == written(shuffled, tmp_path / "shuffled")


def test_columns_in_another_order_give_the_same_bytes(frames, tmp_path):
    turned = {name: frame[frame.columns[::-1]] for name, frame in frames.items()}
    assert written(frames, tmp_path / "once") == written(turned, tmp_path / "turned")


@pytest.mark.parametrize("name", TABLES)
def test_a_file_carries_the_labels_of_its_columns_and_is_compressed_with_zstd(name, frames, tmp_path):
    written(frames, tmp_path / "out")
    file = pq.ParquetFile(parquet.path(tmp_path / "out", name))
    assert file.schema_arrow.equals(TABLES[name].schema, check_metadata=True)
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"


def test_codes_and_yuan_read_back_as_they_were(frames, tmp_path):
    written(frames, tmp_path / "out")
    projects = pd.read_parquet(parquet.path(tmp_path / "out", "projects"))
    assert projects["unit_code"].tolist() == ["351101", "351201", "351202"]
    assert [str(budget) for budget in projects["budget_total"]] == ["1957925.00", "1646000.00", "457800.00"]


def test_nothing_is_written_if_one_frame_is_wrong(frames, tmp_path):
    frames["issues"] = frames["issues"].drop(columns="evidence")
    with pytest.raises(SchemaError, match="issues: column evidence is missing"):
        built.write(built.conformed(frames), tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_data_package_describes_every_table_and_column(frames, tmp_path):
    written(frames, tmp_path / "out")
    package = json.loads((tmp_path / "out" / datapackage.NAME).read_text(encoding="utf-8"))
    described = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert list(described) == list(TABLES)
    for name, table in TABLES.items():
        assert described[name]["primaryKey"] == list(table.key)
        assert [field["name"] for field in described[name]["fields"]] == [column.name for column in table.columns]


def test_the_data_package_tells_which_values_may_be_missing_and_which_are_closed(frames, tmp_path):
    written(frames, tmp_path / "out")
    package = json.loads((tmp_path / "out" / datapackage.NAME).read_text(encoding="utf-8"))
    targets = next(resource for resource in package["resources"] if resource["name"] == "targets")
    operator = next(field for field in targets["schema"]["fields"] if field["name"] == "operator")
    assert operator["type"] == "string"
    assert operator["constraints"] == {"required": False, "enum": [">=", "<=", ">", "<", "=", "range", "~"]}
    assert operator["title"] == "运算符 / Operator"


def test_the_data_package_lists_other_files_beside_the_tables(frames, tmp_path):
    built.write(built.conformed(frames), tmp_path)
    (tmp_path / "budget_targets.duckdb").write_bytes(b"")
    datapackage.describe(tmp_path)
    assert datapackage.listed(tmp_path) == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": "another"}', '{"name": "budget-targets"}', "\x00"])
def test_a_data_package_that_is_not_ours_lists_nothing(text, tmp_path):
    (tmp_path / datapackage.NAME).write_text(text, encoding="utf-8")
    assert datapackage.listed(tmp_path) is None
