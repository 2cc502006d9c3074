"""Documents whose sums, quantities, points and scores are any numbers that can be printed, of whatever size and scale."""

from collections.abc import Callable
from random import Random

from pipeline.model.document import Document
from tests.forms.printed import Wide, document
from tests.transform.made import COST, QUANTITY, form

UNITS = (
    "",
    "元",
    "万元",
    "亿元",
    "%",
    "‰",
    "元/人",
    "万元/年",
    "个",
    "人",
    "平方公里",
    "个百分点",
    "天",
    "年",
    "分",
    "℃",
    "元/人/天",
)
MARKS = ("", "≥", "≤", ">", "<", "=", "±", "不少于", "约", "-", "+", "第", "￥")
SPECIAL = (
    "1×10^99999999999999999999", "1×10^-99999999999999999999", "1E400", "1e-400", "0." + "0" * 80 + "1",
    "1" + "0" * 80, "100." + "3" * 80, "9" * 28 + ".5", "0", "-0", "0.0", "NaN", "Infinity", "1/0", "1/3", "0/0",
    "½", "10³", "１２．５", "一百零三", "壹佰万", "九千九百九十九万亿", "半", "1,234,567.89", "1,2,3", "1.2.3", "9999年99月99日",
    "0000年00月", "99999999999999年", "1~" + "9" * 40, "9" * 40 + "-1", "∞", "٣", "Ⅳ", "一点五", "百分之一百二十", "3成",
)  # fmt: skip
HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
FUNDS = ["项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
NAMES = ("培训人数", "培训人均成本", "总成本", "补助标准", "合格率", "维护数量")


def number(chance: Random) -> str:
    """A number as it may be printed."""
    match chance.randrange(6):
        case 0:
            return chance.choice(SPECIAL)
        case 1:
            return _digits(chance, 3)
        case 2:
            return _digits(chance, 90)
        case 3:
            return f"{_digits(chance, 12)}.{_digits(chance, 60)}"
        case 4:
            return f"-{_digits(chance, 30)}.{_digits(chance, 3)}"
    return f"{chance.randint(1, 99)}×10^{chance.randint(-400, 400)}"


def _digits(chance: Random, most: int) -> str:
    return "".join(chance.choices("0123456789", k=chance.randint(1, most)))


def value(chance: Random) -> str:
    """A value: one number or several, with signs and units."""
    parts = [
        chance.choice(MARKS) + number(chance) + chance.choice(UNITS) for _ in range(chance.choice((1, 1, 1, 2, 3)))
    ]
    return chance.choice(("～", "，", "×", "=", "-", "/", "；")).join(parts)


def plan(chance: Random, name: str) -> Document:
    """A form of targets, with sums and with costs that may be reconciled."""
    rows = [[*chance.choice((COST, QUANTITY)), chance.choice(NAMES), value(chance), value(chance)] for _ in range(4)]
    return document(_form(chance), [["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"], *rows], name=name)


def result(chance: Random, name: str) -> Document:
    """A form of results, with points and scores."""
    funds = [[name, *(number(chance) for _ in FUNDS[1:])] for name in ("年度资金总额", "其中：财政拨款", "其他资金")]
    rows = [
        [*chance.choice((COST, QUANTITY)), chance.choice(NAMES), *(value(chance) for _ in range(2)), *_scored(chance)]
        for _ in range(4)
    ]
    total = [Wide("总分", 5), number(chance), number(chance), ""]
    return document(_form(chance), [FUNDS, *funds], [HEADER, *rows, total], name=name)


def _form(chance: Random) -> list[list[str]]:
    return form(
        年度=chance.choice(("2025", number(chance))),
        金额单位=chance.choice(("元", "万元", "亿元", number(chance))),
        预算数=value(chance),
        财政资金=number(chance),
        其他资金=number(chance),
        资金用途=f"用于培训{value(chance)}和会议{value(chance)}",
        绩效目标=f"1.完成{value(chance)}\n{number(chance)}.达到{value(chance)}",
    )


def _scored(chance: Random) -> list[str]:
    return [number(chance), number(chance), value(chance)]


def made(kind: str, seed: int) -> tuple[str, Document]:
    """The name of a document of a kind, and the document; the same for a seed in every run."""
    name = f"{kind} {seed}"
    return name, KINDS[kind](Random(name), name)


KINDS: dict[str, Callable[[Random, str], Document]] = {"plans": plan, "results": result}
