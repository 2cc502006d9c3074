"""Every notebook runs from its first cell to its last on the dataset of the real document."""

from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_runs_and_shows_a_table_and_a_chart_per_question(path, built, monkeypatch):
    monkeypatch.setenv("BUDGET_TARGETS", str(built))
    notebook = nbformat.read(path, as_version=4)
    questions = sum(cell.source.startswith("## ") for cell in notebook.cells)

    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()

    shown = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert questions
    assert sum("text/html" in data for data in shown) == questions
    assert sum("image/png" in data for data in shown) == questions


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_is_kept_without_outputs(path):
    cells = nbformat.read(path, as_version=4).cells
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_units_without_a_code_and_projects_without_a_number_are_counted_and_named(path, built, tmp_path, monkeypatch):
    for table in built.glob("*.parquet"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    projects = pd.read_parquet(tmp_path / "projects.parquet")
    projects["project_no"] = None
    projects.loc[projects["unit_code"] == "351202", ["unit_code", "unit_name"]] = None
    projects.to_parquet(tmp_path / "projects.parquet")
    monkeypatch.setenv("BUDGET_TARGETS", str(tmp_path))
    notebook = nbformat.read(path, as_version=4)
    told = "print(kinds.to_numpy().sum() == len(targets), shown.index.is_unique and shown.index.notna().all())"
    notebook.cells.append(nbformat.v4.new_code_cell(told))

    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()

    assert notebook.cells[-1].outputs[-1].text.split() == ["True", "True"]
