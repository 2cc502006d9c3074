"""Every notebook runs from its first cell to its last on the dataset of the real document."""

from pathlib import Path

import nbformat
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
