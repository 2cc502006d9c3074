"""Whatever an indicator table prints, each row comes out once and each target text unchanged."""

from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import rulebook
from pipeline.extract import docx, forms
from pipeline.extract.frames import long_frames
from pipeline.load.arrow import conform
from pipeline.model import Outcome
from pipeline.run import VERSION
from pipeline.schema import TABLES
from pipeline.transform.tables import tables
from tests import word

HEADER = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"]
CLASSES = [("产出指标", "数量指标"), ("产出指标", "成本指标"), ("产出指标", "时效指标"), ("效益指标", "社会效益指标"), ("", ""), ("某类", "别类")]
# Pieces of real target values, of damage and of nonsense, in any order.
PIECES = ["≥", "≤", "95", "1250", "%", "元/场", "万元/年/人", "12月", "2025年12月底前", "至", "、", "**", "有效", "（", "0", ".", "\n", " ",
          "½", "９", "亿", "二100", "-", "31日", "99999999999999999999", "\t", "/", "％", "不低于"]  # fmt: skip
cell_texts = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
names = st.text(alphabet="某指标数量率成本 1.(", max_size=8)
rows = st.lists(st.tuples(st.sampled_from(CLASSES), names, cell_texts, cell_texts), max_size=12)


def made(*blocks, path=PurePath("某文件.docx")):
    """Every table of the dataset that a document with these blocks makes, as it goes into Parquet."""
    rules = rulebook.default()
    data = word.docx(*blocks)
    reading = forms.read(docx.parse(data, path.name), rules)
    outcome = Outcome(
        path.name, "partial", reading.findings, reading.document.sha256, len(data), "docx", reading
    )
    frames = tables(long_frames([outcome]), rules, VERSION)
    return {name: conform(frame, TABLES[name]).to_pandas() for name, frame in frames.items()}


def form(**printed):
    texts = {"项目名称": "甲", "预算数": "100", "金额单位": "元", "绩效目标": "1.乙"} | printed
    return word.table([[label, text] for label, text in texts.items()])


@settings(max_examples=60, deadline=None)
@given(rows)
def test_rows_in_are_rows_out_and_targets_are_as_printed(printed):
    table = word.table([HEADER, *[[*levels, name, description, target] for levels, name, description, target in printed]])
    built = made(form(), table)
    stated = [target for _, name, _, target in printed if name.strip() or target.strip()]
    indicators = built["indicators"].sort_values("indicator_no")
    assert [text for text in indicators["target_text"].fillna("")] == [text if text.strip() else "" for text in stated]
    assert set(built["targets"]["indicator_id"]) == set(indicators["indicator_id"])
    assert built["cells"].loc[built["cells"]["text"].str.strip() != "", "role"].notna().all()


@settings(max_examples=60, deadline=None)
@given(goals=cell_texts, amount=cell_texts, use=cell_texts, unit=cell_texts)
def test_whatever_a_form_prints_it_is_one_project(goals, amount, use, unit):
    built = made(form(绩效目标=goals, 预算数=amount, 资金用途=use, 金额单位=unit, 预算单位=use))
    assert len(built["projects"]) == 1
    assert len(built["reconciliations"]) == 1


@pytest.mark.parametrize("number", [*("9" * digits for digits in (12, 15, 17, 29, 400)), "9999999亿", "99999999999999亿"])
def test_numbers_of_any_size_cost_no_document(number):
    table = word.table([HEADER, *[[*levels, "甲", number, f"≤{number}{unit}"] for levels in CLASSES[:3] for unit in ("元", "万元/个", "个")]])
    built = made(word.paragraph(f"{number}.甲绩效目标表"), form(预算数=number, 资金用途=f"支付{number}元", 绩效目标=f"{number}.甲"), table)
    assert len(built["projects"]) == 1
    assert len(built["indicators"]) == 9


def test_a_document_whose_forms_have_no_indicators_is_a_dataset():
    built = made(form())
    assert len(built["projects"]) == 1
    assert len(built["indicators"]) == len(built["targets"]) == 0


def test_a_document_that_holds_no_table_is_a_dataset_without_projects():
    built = made(word.paragraph("甲"))
    assert len(built["documents"]) == 1
    assert len(built["projects"]) == len(built["cells"]) == 0
