"""The questions of review tell apart what can be asked of one document alone and what compares several."""

import pandas as pd
import pytest

from pipeline.load import combine, many_questions, questions, sqlfiles, warehouse
from pipeline.load.arrow import conform
from pipeline.schema.tables import TABLES
from tests.load import small_dataset, wide_dataset

UNASKED = {"cells", "issues"}
REFERENCES = small_dataset.references()


def of_document(frames: dict[str, pd.DataFrame], document_id: str) -> dict[str, pd.DataFrame]:
    """The rows that belong to one document; what belongs to none, such as units and groups of names, is all there."""
    ids = {"document_id": {document_id}}
    for name, column in (("projects", "project_id"), ("indicators", "indicator_id")):
        rows = frames[name]
        ids[column] = set(rows.loc[rows["document_id"] == document_id, column])
    return {name: rows[_belongs(rows, ids)] for name, rows in frames.items()}


def _belongs(rows: pd.DataFrame, ids: dict[str, set[str]]) -> pd.Series:
    column = next((column for column in ("indicator_id", "project_id", "document_id") if column in rows), None)
    return rows[column].isin(ids[column]) if column else pd.Series(True, index=rows.index)


def answers(frames: dict[str, pd.DataFrame], scope: str | None = None) -> list[str]:
    with warehouse.opened() as connection:
        combine.begin(connection)
        for name, rows in frames.items():
            warehouse.insert(connection, name, conform(rows, TABLES[name]))
        warehouse.complete(connection, REFERENCES)
        return sorted(f"{code} {row}" for found in questions.ask(connection, scope) for code, row in found.rows)


@pytest.fixture(scope="module")
def frames() -> dict[str, pd.DataFrame]:
    return {name: rows for name, rows in wide_dataset.frames().items() if name not in UNASKED}


def test_a_question_about_projects_answers_alike_for_each_document_alone(frames):
    alone = [answers(of_document(frames, one), "project") for one in frames["documents"]["document_id"]]
    assert sum(map(bool, alone)) > 1
    assert sorted(answer for each in alone for answer in each) == answers(frames, "project")


def test_the_scopes_share_the_questions(frames):
    assert {file.scope for file in sqlfiles.read("review")} == {"project", "dataset"}
    assert sorted(answers(frames, "project") + answers(frames, "dataset")) == answers(frames)


@pytest.mark.parametrize("n_cores", [1, 3])
def test_answers_that_come_bit_by_bit_are_the_same(frames, n_cores, monkeypatch):
    whole = answers(frames)
    monkeypatch.setattr(many_questions, "cores", lambda: n_cores)
    monkeypatch.setattr(questions, "AT_ONCE", 1)
    assert answers(frames) == whole
