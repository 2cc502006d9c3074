"""Small documents and the dataset that comes of them."""

from collections.abc import Mapping
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.extract.layout import forms
from pipeline.load import combine
from pipeline.model.reading import Outcome
from pipeline.rules import book
from pipeline.run import anew
from pipeline.run.document import outcome_tables
from pipeline.run.skeleton import Skeleton
from pipeline.schema.tables import TABLES
from tests.forms.printed import document

HEADER = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"]
QUANTITY, TIMELINESS, COST = ("产出指标", "数量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标")


def form(**printed):
    """The rows of a form with these labels and values, and with those that a form needs."""
    usual = {"项目名称": "运维经费", "预算单位": "351101某某局", "金额单位": "元", "年度": "2025", "预算数": "100"}
    return [[label, text] for label, text in (usual | {"绩效目标": "1.保障运行"} | printed).items() if text is not None]


def indicator(levels, name, target, description=""):
    """An indicator row."""
    return [*levels, name, description, target]


def project(*indicators, **printed):
    """The blocks of one project: its form and its indicator table."""
    return [form(**printed), [HEADER, *indicators]]


def dataset(*documents, is_reviewed=False, rules=None):
    """Every table by name, as rows (dicts) in the order of its key, as they go into Parquet.

    Without the review only what the transform itself finds is among the issues.
    """
    rules = rules or book.default()
    readings = [forms.read(one, rules) for one in documents]
    outcomes = [
        Outcome(one.document.name, "parsed", one.findings, one.document.sha256, 0, "docx", one) for one in readings
    ]
    if len(outcomes) == 1 and not is_reviewed:
        return OfOne(outcomes[0], rules)
    return put_together(outcomes, rules, is_reviewed)


class OfOne(Mapping):
    """The dataset of one document. What hangs on no other document is told without a database: making one takes twenty
    times as long as all else.
    """

    def __init__(self, outcome, rules):
        self._outcome, self._rules, self._tables = outcome, rules, document_tables(outcome, rules)

    @cached_property
    def whole(self):
        """Every table, as the database gives it."""
        return put_together([self._outcome], self._rules, is_reviewed=False)

    def __getitem__(self, name):
        table = TABLES[name]
        if name in combine.MADE_HERE:
            return self.whole[name]
        if name not in self._tables:
            return []
        rows = self._tables[name].select(table.names).to_pylist()
        return sorted(rows, key=lambda row: [row[column] for column in table.key])

    def __iter__(self):
        return iter(TABLES)

    def __len__(self):
        return len(TABLES)


class Kept:
    """Keeps the database without rows of the usual rules, as the cache of a run does."""

    content = None

    def empty(self):
        return self.content

    def keep_empty(self, content):
        self.content = content


KEPT = Kept()


@contextmanager
def without_rows(rules):
    """A database without rows while the block lasts. That of the usual rules is made once and copied: making it takes as
    long as all that follows.
    """
    with TemporaryDirectory() as folder:
        made = Skeleton(Path(folder), rules, KEPT if rules is book.default() else None)
        with closing(made.taken(0)) as connection:
            yield connection


def put_together(outcomes, rules, is_reviewed=True):
    """The dataset of outcomes, as rows by table."""
    parts = [document_tables(outcome, rules) for outcome in outcomes]
    with without_rows(rules) as connection:
        anew.put_together(connection, parts, rules)
        if is_reviewed:
            anew.review(connection, rules)
        combine.tell_once(connection)
        combine.number_findings(connection)
        return {name: rows(connection, name) for name in TABLES}


def rows(connection, name):
    """The rows of a table as dicts, in their order."""
    result = connection.execute(f"SELECT * FROM {name}")
    columns = [column[0] for column in result.description]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def document_tables(outcome, rules):
    """The tables of an outcome. A fault of the program is raised and not told of as that of the document."""
    made = outcome_tables(outcome, rules)
    assert not made.fault
    return made.tables


def made(*blocks):
    """The dataset of one document with these blocks."""
    return dataset(document(*blocks))


def of_project(*indicators, **printed):
    """The dataset of a document with one project."""
    return made(*project(*indicators, **printed))


def reviewed(*blocks):
    """The dataset of one document, reviewed as in a run."""
    return dataset(document(*blocks), is_reviewed=True)


def reviewed_together(*every):
    """The datasets of several documents (the blocks of each), reviewed together as in a run over a folder.

    A review costs about the same for one document as for twenty. Tables without a `document_id` are left out.
    """
    documents = [document(*blocks, name=f"{number}.docx") for number, blocks in enumerate(every)]
    built = {
        name: rows for name, rows in dataset(*documents, is_reviewed=True).items() if rows and "document_id" in rows[0]
    }
    return [
        {name: [row for row in rows if row["document_id"] == one.document_id] for name, rows in built.items()}
        for one in documents
    ]


def issues(built, *wanted):
    """The findings with these codes."""
    return [row for row in built["issues"] if row["code"] in wanted]
