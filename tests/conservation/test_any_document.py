"""Whatever an indicator table prints, each row comes out once and each target text unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.formats.word import docx
from pipeline.rules import book
from tests import word
from tests.examples import examples
from tests.transform.made import COST, HEADER, QUANTITY, TIMELINESS, dataset, form

LEVELS = [QUANTITY, COST, TIMELINESS, ("效益指标", "社会效益指标"), ("", ""), ("某类", "别类")]
# Pieces of real target values, of damage and of nonsense, in any order.
PIECES = [
    *(
        "≥",
        "≤",
        "95",
        "1250",
        "%",
        "元/场",
        "万元/年/人",
        "12月",
        "2025年12月底前",
        "至",
        "、",
        "**",
        "有效",
        "（",
        "0",
        "3.5",
        "\n",
    ),
    *(" ", "½", "９", "亿", "二100", "-", "31日", "99999999999999999999", "\t", "/", "％", "不低于"),
]
cell_texts = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
names = st.text(alphabet="某指标数量率成本 1(", max_size=8)
rows = st.lists(st.tuples(st.sampled_from(LEVELS), names, cell_texts, cell_texts), max_size=12)


def made(*blocks):
    """The dataset of a Word file with these tables (lists of rows) and paragraphs (texts)."""
    content = [word.paragraph(block) if isinstance(block, str) else word.table(block) for block in blocks]
    return dataset(docx.parse(word.docx(*content), "某文件.docx", book.default()))


@examples(30)
@given(rows)
def test_rows_in_are_rows_out_and_targets_are_as_printed(printed):
    table = [[*levels, name, description, target] for levels, name, description, target in printed]
    built = made(form(), [HEADER, *table])
    stated = [target for _, name, _, target in printed if name.strip() or target.strip()]
    texts = [row["target_text"] for row in built["indicators"]]
    assert texts == [text if text.strip() else None for text in stated]
    assert {row["indicator_id"] for row in built["targets"]} == {row["indicator_id"] for row in built["indicators"]}
    assert all(row["role"] for row in built["cells"] if row["text"].strip())


@examples(30)
@given(goals=cell_texts, amount=cell_texts, use=cell_texts, unit=cell_texts)
def test_whatever_a_form_prints_it_is_one_project(goals, amount, use, unit):
    built = made(form(绩效目标=goals, 预算数=amount, 资金用途=use, 金额单位=unit, 预算单位=use))
    assert len(built["projects"]) == len(built["reconciliations"]) == 1


@pytest.mark.parametrize(
    "number", ["999999999999", "9" * 15, "9" * 17, "9" * 29, "9" * 400, "9999999亿", "99999999999999亿"]
)
def test_numbers_of_any_size_cost_no_document(number):
    targets = [f"≤{number}元", f"≤{number}万元/个", f"{number}个", number]
    table = [[*levels, "甲", "", target] for levels in LEVELS for target in targets]
    printed = form(预算数=number, 资金用途=f"支付{number}元", 绩效目标=f"{number}.甲")
    built = made(f"{number}.甲绩效目标表", printed, [HEADER, *table])
    assert len(built["projects"]) == 1
    assert len(built["indicators"]) == len(table)


def test_a_document_whose_forms_have_no_indicators_is_a_dataset():
    built = made(form())
    assert len(built["projects"]) == 1
    assert built["indicators"] == built["targets"] == []


def test_a_document_that_holds_no_table_is_a_dataset_without_projects():
    built = made("甲")
    assert len(built["documents"]) == 1
    assert built["projects"] == built["cells"] == []
