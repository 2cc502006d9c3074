"""Many questions at a time answer as one after another."""

import duckdb
import pytest

from pipeline.load import many_questions
from pipeline.load.answer import QueryError
from pipeline.load.many_questions import answers, shared_views

QUESTIONS = [f"SELECT n + {number} AS n FROM steps.doubled WHERE n < 6 ORDER BY n" for number in range(9)]
ANSWERS = [[(2 * n + number,) for n in range(3)] for number in range(9)]


@pytest.fixture
def connection():
    with duckdb.connect() as made:
        made.execute("CREATE TABLE counted AS SELECT unnest(range(50)) AS n; CREATE SCHEMA steps")
        made.execute("CREATE VIEW steps.doubled AS SELECT 2 * n AS n FROM counted")
        yield made


@pytest.mark.parametrize("few_rows", [0, many_questions.FEW_ROWS], ids=["one at a time", "several at a time"])
def test_the_answers_come_in_the_order_of_the_questions(connection, few_rows, monkeypatch):
    monkeypatch.setattr(many_questions, "FEW_ROWS", few_rows)
    assert [answer.rows for answer in answers(connection, QUESTIONS)] == ANSWERS


@pytest.mark.parametrize("n_cores", [1, 3, 20])
def test_the_number_of_processors_changes_no_answer(connection, n_cores, monkeypatch):
    monkeypatch.setattr(many_questions, "cores", lambda: n_cores)
    assert [answer.rows for answer in answers(connection, QUESTIONS)] == ANSWERS


def test_a_view_that_several_name_is_worked_out_once(connection):
    with shared_views(connection, [*QUESTIONS, "FROM counted"]) as shared:
        connection.execute("DELETE FROM counted")
        assert [connection.execute(question).fetchall() for question in shared] == [*ANSWERS, []]
    assert connection.execute(QUESTIONS[0]).fetchall() == []


def test_two_may_ask_one_database_at_the_same_time(connection):
    with connection.cursor() as other:
        one, another = answers(connection, QUESTIONS), answers(other, QUESTIONS)
        assert [(first.rows, second.rows) for first, second in zip(one, another, strict=True)] == list(
            zip(ANSWERS, ANSWERS, strict=True)
        )


@pytest.mark.parametrize("n_cores", [1, 3])
def test_wrong_sql_is_told_and_leaves_nothing_behind(connection, n_cores, monkeypatch):
    monkeypatch.setattr(many_questions, "cores", lambda: n_cores)
    with pytest.raises(QueryError, match="nowhere"):
        list(answers(connection, [*QUESTIONS, "FROM nowhere", *QUESTIONS]))
    assert [answer.rows for answer in answers(connection, QUESTIONS)] == ANSWERS


def test_no_question_has_no_answer(connection):
    assert list(answers(connection, [])) == []
