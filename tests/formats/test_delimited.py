"""Delimited text is read as a sheet without lines; other text is none."""

import random

import pytest

from pipeline.extract import wanted
from pipeline.extract.formats import readers, sniff
from pipeline.extract.layout import forms
from pipeline.model.document import Paragraph
from pipeline.model.finding import Rejected

ROWS = [
    ["2025年某项目绩效目标表", "", "", ""],
    ["一级指标", "二级指标", "三级指标", "指标值"],
    ["产出指标", "数量指标", "购置设备数量", "≥5台"],
    ["产出指标", "质量指标", "验收合格率", "≥95%"],
    ["效益指标", "社会效益指标", "服务群众人数", "1,200人次"],
]


def delimited(mark: str = ",") -> str:
    return "".join(mark.join(f'"{each}"' if mark in each else each for each in row) + "\r\n" for row in ROWS)


@pytest.mark.parametrize("mark", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_rows_are_read_in_any_encoding_with_any_mark(rules, mark, encoding):
    document = readers.parse(delimited(mark).encode(encoding), "开放数据.csv", rules)
    (grid,) = document.grids
    assert document.format == "csv"
    assert [each.text for each in document.blocks if isinstance(each, Paragraph)] == [ROWS[0][0]]
    assert [[cell.text for cell in grid.cells if cell.row_no == row] for row in range(1, 5)] == ROWS[1:]


def test_its_indicators_are_read(rules):
    reading = forms.read(readers.parse(delimited().encode(), "开放数据.csv", rules), rules)
    assert [each.texts["indicator_name"] for each in reading.indicators] == [row[2] for row in ROWS[2:]]


@pytest.mark.parametrize(
    "text",
    ["", "正文,有一个逗号。\n又一行。\n", "甲,乙\n1,2\n", "甲,乙,丙\n", "a, b, and c\nd\ne\nf, g\n", "某某\n" * 2000],
    ids=["empty", "prose", "two columns", "one row", "rows of no one length", "long"],
)
def test_other_text_is_no_document(text):
    assert not wanted.is_document("说明.txt", text.encode(), lambda: text.encode())


def test_what_is_no_table_after_all_is_rejected(rules):
    start = delimited() * 40
    assert sniff.kind(start.encode()).format == "csv"
    with pytest.raises(Rejected, match="text_file"):
        readers.parse(f"{start[:4200]}\r\n{'a' * 200_000}".encode(), "坏.csv", rules)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_rejected(rules, seed):
    chance, data = random.Random(seed), bytearray(delimited().encode())
    for _ in range(chance.randrange(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        readers.parse(bytes(data), "坏.csv", rules)
    except Rejected as rejected:
        assert rejected.code in rules.issues
