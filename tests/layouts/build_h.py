"""Layout H, 河北: 32 projects and a table of contents in one file; a value given as four grades."""

from collections.abc import Callable
from typing import NamedTuple

from tests.layouts.parts import Wide, bookmark, contents, laid, page_break
from tests.word import Xml, docx, paragraph

UNITS = ["402001某某市教育局本级", "402005某某市第二中学", "402012某某市特殊教育学校"]
HEADER = [
    [
        *[Wide(level, rows=2) for level in ("一级指标", "二级指标", "三级指标", "绩效指标描述")],
        Wide("绩效指标值", 4),
        Wide("指标值确定依据", rows=2),
    ],
    ["优", "良", "中", "差"],
]
REPEATED_EVERY = 7
"""In every seventh project a page ends inside the indicators."""


class Project(NamedTuple):
    """A project of the file: its indicators come from `kind`, their numbers from `size`, money is in 万元."""

    name: str
    kind: Callable[[int], list[list[str]]]
    size: int
    amount: str


def _repair(size: int) -> list[list[str]]:
    area, bases = size * 400, "维修方案"
    grades = [f"≥{area}平方米", f"≥{area - 40}平方米", f"≥{area - 80}平方米", f"<{area - 80}平方米"]
    return [
        ["产出指标", "数量指标", "维修面积", "维修改造的面积", *grades, bases],
        ["产出指标", "质量指标", "工程验收合格率", "验收合格的单项工程占比", "100%", "≥95%", "≥90%", "＜90%", bases],
        ["产出指标", "时效指标", "完工时间", "维修改造完工时间", "8月底前", "9月底前", "10月底前", "10月底以后", bases],
        ["产出指标", "成本指标", "单位面积维修成本", "每平方米的维修成本", *_costs(1100 + size), bases],
        ["效益指标", "社会效益指标", "办学条件", "办学条件的改善程度", "显著改善", "改善", "有所改善", "未改善", ""],
        ["满意度指标", "服务对象满意度指标", "师生满意度", "师生对改造结果的满意程度", *_rates(95), "问卷调查"],
    ]


def _training(size: int) -> list[list[str]]:
    people = size * 30
    return [
        ["产出指标", "数量指标", "培训人次", "参加培训的教师人次", *_counts(people, "人次"), "培训计划"],
        ["产出指标", "质量指标", "考核合格率", "培训后考核合格的教师占比", *_rates(98), "培训计划"],
        ["产出指标", "时效指标", "培训完成时间", "全部培训结束的时间", "11月底前", "12月中旬前", "12月底前", "次年", ""],
        ["产出指标", "成本指标", "人均培训成本", "每人每天的培训成本", *_costs(380 + size), "培训费标准"],
        ["效益指标", "可持续影响指标", "教师队伍素质", "教师教学水平的提升程度", "大幅提升", "提升", "略有提升", "未提升", ""],
        ["满意度指标", "服务对象满意度指标", "参训教师满意度", "参训教师的满意程度", *_rates(90), "问卷调查"],
    ]  # fmt: skip


def _purchase(size: int) -> list[list[str]]:
    return [
        ["产出指标", "数量指标", "购置设备数量", "购置的教学设备台数", *_counts(size * 12, "台"), "采购计划"],
        ["产出指标", "质量指标", "设备验收合格率", "验收合格的设备占比", *_rates(100), "采购合同"],
        ["产出指标", "时效指标", "采购完成时限", "从审批到交付的天数", *_days(60), "采购计划"],
        ["产出指标", "成本指标", "设备平均价格", "每台设备的采购价格", *_costs(4200 + 10 * size), "市场询价"],
        ["效益指标", "社会效益指标", "设备利用率", "投入使用的设备占比", *_rates(97), ""],
        ["满意度指标", "服务对象满意度指标", "使用人员满意度", "使用人员的满意程度", *_rates(92), "问卷调查"],
    ]


def _aid(size: int) -> list[list[str]]:
    return [
        ["产出指标", "数量指标", "资助学生人数", "获得资助的学生人数", *_counts(size * 50, "人"), "资助名册"],
        ["产出指标", "质量指标", "资助标准执行率", "按标准资助的学生占比", *_rates(100), "资助政策"],
        ["产出指标", "时效指标", "资金发放及时率", "按时发放的资金占比", *_rates(99), "资助政策"],
        ["产出指标", "成本指标", "资助标准", "每生每年的资助金额", *_costs(1000 + 50 * size), "资助政策"],
        ["效益指标", "社会效益指标", "学生辍学率", "资助学生的辍学比例", "0", "≤0.5%", "≤1%", "＞1%", ""],
        ["满意度指标", "服务对象满意度指标", "学生家长满意度", "受助学生家长的满意程度", *_rates(95), "问卷调查"],
    ]


def _counts(best: int, unit: str) -> list[str]:
    return [f"≥{best}{unit}", f"≥{best - 2}{unit}", f"≥{best - 4}{unit}", f"<{best - 4}{unit}"]


def _rates(best: int) -> list[str]:
    return ["100%" if best == 100 else f"≥{best}%", f"≥{best - 5}%", f"≥{best - 10}%", f"<{best - 10}%"]


def _costs(best: int) -> list[str]:
    return [f"≤{best}元", f"≤{best + 50}元", f"≤{best + 100}元", f"＞{best + 100}元"]


def _days(best: int) -> list[str]:
    return [f"{best}天以内", f"{best + 10}天以内", f"{best + 20}天以内", f"超过{best + 20}天"]


_NAMES = {
    _repair: "校舍 食堂 宿舍楼 实验楼 运动场 图书馆 供暖管网 校园道路",
    _training: "骨干教师 新任教师 班主任 中小学校长 特教教师 幼儿园园长 体育教师 心理健康教师",
    _purchase: "计算机 实验仪器 图书 体育器材 音乐器材 厨房设备 课桌椅 录播设备",
    _aid: "寄宿生 残疾学生 孤儿 家庭经济困难学生 走读生 高中生 职教学生 学前儿童",
}
_KINDS = {_repair: "维修改造", _training: "培训", _purchase: "购置", _aid: "资助"}
PROJECTS = [
    Project(f"{name}{_KINDS[kind]}资金", kind, 3 + number, f"{12 + 7 * number}.{number}0")
    for number, names in enumerate(zip(*(each.split() for each in _NAMES.values()), strict=True))
    for name, kind in zip(names, _KINDS, strict=True)
]


def build() -> bytes:
    titles = [f"{number}.{project.name}绩效目标表" for number, project in enumerate(PROJECTS, 1)]
    blocks = [each for number, project in enumerate(PROJECTS, 1) for each in _project(number, project)]
    return docx(paragraph("某某市教育局部门预算项目绩效文本"), *contents(titles), page_break(), *blocks)


def _project(number: int, project: Project) -> list[Xml]:
    heading = bookmark(f"_Toc{number + 2}", f"{number}.{project.name}绩效目标表")
    indicators = laid(_indicators(number, project), headers=(1, 2))
    return [paragraph(heading, style="Heading2"), _form(number, project), paragraph(" "), indicators, page_break()]


def _form(number: int, project: Project) -> Xml:
    """The plan of payments is given in percent: no targets."""
    plan = ["25.00%", "50.00%", Wide("75.00%", 2), Wide("100.00%", 2)]
    return laid([
        [Wide(UNITS[number % 3], 5), Wide("单位：万元", 2)],
        ["项目编码", Wide(f"13019926P00Z31010{number:02}A", 2), "项目名称", Wide(project.name, 3)],
        [
            Wide("预算规模及资金用途", rows=2),
            *["预算数", project.amount, "其中：财政    资金", project.amount, "其他资金", " "],
        ],
        [Wide(f"用于{project.name.removesuffix('资金')}支出。", 6)],
        [Wide("资金支出计划（%）", rows=2), "3月底", "6月底", Wide("10月底", 2), Wide("12月底", 2)],
        plan,
        ["绩效目标", Wide(f"1.按计划完成{project.name.removesuffix('资金')}。\n2.规范资金使用，提高办学水平。", 6)],
    ])  # fmt: skip


def _indicators(number: int, project: Project) -> list:
    rows = project.kind(project.size)
    if number % REPEATED_EVERY:
        return [*HEADER, *rows]
    return [*HEADER, *rows[:3], *HEADER, *rows[3:]]
