"""Small documents and the dataset that comes of them."""

from functools import partial

from pipeline.extract.frames import long_frames
from pipeline.extract.layout import forms
from pipeline.load import questions
from pipeline.load.arrow import conform
from pipeline.model.reading import Outcome
from pipeline.rules import book
from pipeline.run.dataset import VERSION, references
from pipeline.schema.tables import TABLES
from pipeline.transform.document import tables
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


def dataset(*documents, ask=lambda tables: (), rules=None):
    """Every table by name, as rows (dicts) in the order of its key, as they go into Parquet.

    `ask` answers the questions of the review; without it only what the transform itself finds is among the issues.
    """
    rules = rules or book.default()
    readings = [forms.read(one, rules) for one in documents]
    outcomes = [
        Outcome(one.document.name, "parsed", one.findings, one.document.sha256, 0, "docx", one) for one in readings
    ]
    frames = tables(long_frames(outcomes), rules, VERSION, ask)
    return {name: conform(frame, TABLES[name]).to_pylist() for name, frame in frames.items()}


def made(*blocks):
    """The dataset of one document with these blocks."""
    return dataset(document(*blocks))


def of_project(*indicators, **printed):
    """The dataset of a document with one project."""
    return made(*project(*indicators, **printed))


def reviewed(*blocks):
    """The dataset of one document, reviewed as in a run."""
    ask = partial(questions.ask, references=references(book.default()))
    return dataset(document(*blocks), ask=ask)


def issues(built, *wanted):
    """The findings with these codes."""
    return [row for row in built["issues"] if row["code"] in wanted]
