"""Published tables written down as they are printed, and Word documents made of them."""

from typing import NamedTuple

from tests.layouts.parts import Wide, laid
from tests.word import docx, paragraph

LEVELS = ["一级指标", "二级指标", "三级指标"]
NATIONAL = [*LEVELS, "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
MONEY = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
SOURCES = ["年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"]


class Published(NamedTuple):
    """A document: where it comes from, whether it is there to its end, its file's name, and its paragraphs and tables."""

    origin: str
    is_whole: bool
    file_name: str
    blocks: list

    def build(self) -> bytes:
        return docx(*(paragraph(one) if isinstance(one, str) else laid(one) for one in self.blocks))


def line(width, *cells):
    """A row whose last cell reaches to the right edge."""
    *others, last = (Wide(cell) if isinstance(cell, str) else cell for cell in cells)
    return [*others, Wide(last.text, width - sum(one.cols for one in others), last.rows)]


def evaluation(name, department, unit, money_unit, money, goals, rows, total=()):
    """The national self-evaluation form, nine columns with the label beside the indicators."""
    return [
        line(9, "项目名称", name),
        ["主管部门", Wide(department, 4), "实施单位", Wide(unit, 3)],
        [Wide(f"项目资金\n（{money_unit}）", rows=len(money) + 1), Wide("", 2), *MONEY],
        *([Wide(source, 2), *amounts] for source, amounts in zip(SOURCES, money, strict=False)),
        [Wide("年度\n总体\n目标", rows=2), Wide("预期目标", 4), Wide("实际完成情况", 4)],
        [Wide(text, 4) for text in goals],
        [Wide("绩\n效\n指\n标", rows=len(rows) + 1), *NATIONAL],
        *rows,
        *([[Wide("总分", 6), *total, ""]] if total else []),
    ]
