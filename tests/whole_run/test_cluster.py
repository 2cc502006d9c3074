"""A cluster changes no byte, and a document that kills a process on it costs only itself."""

import zipfile
from pathlib import Path

import pytest

from tests.whole_run.command import pipeline
from tests.whole_run.made_files import fill, made

OTHERS = Path(__file__).parent.parent / "formats" / "open_document"


def test_a_cluster_of_two_gives_the_bytes_of_one_process(tmp_path):
    pytest.importorskip("distributed")
    fill(tmp_path / "raw", 3)
    with zipfile.ZipFile(tmp_path / "raw" / "packed.zip", "w") as packed:
        for each in sorted(OTHERS.glob("form_b06.od?")):
            packed.write(each, f"inner/{each.name}")
    expected = made("--no-cache", "--jobs", 1, tmp_path / "raw", tmp_path / "one")
    assert made("--cluster", "local:2", tmp_path / "raw", tmp_path / "cluster") == expected


def test_no_cluster_there_is_said_before_anything_is_written(tmp_path):
    pytest.importorskip("distributed")
    fill(tmp_path / "raw", 2)
    result = pipeline("run", "--cluster", "nonsense://", tmp_path / "raw", tmp_path / "out")
    assert result.exit_code == 2, result.output
    assert "no Dask scheduler" in result.output
    assert not (tmp_path / "out").exists()
