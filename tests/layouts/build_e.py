"""Layout E, 安徽: a mid-term block and an annual block side by side, with different numbers of rows."""

from tests.layouts.parts import Wide, broken, laid, vertical
from tests.word import Xml, docx, paragraph

PLEASED = "服务对象满意度指标"
COLUMNS = ["二级指标", "三级指标", "指标值"]
NOTHING = ["", "", ""]


def build() -> bytes:
    return docx(*_title(), _farmland(), paragraph(" "), *_title(), _village_works())


def _title() -> list[Xml]:
    return [paragraph("项目支出绩效目标表"), paragraph("（ 2023 年度）")]


def _money(*rows: tuple[str, str]) -> list:
    """Two pairs of label and amount a row: the source for the whole term and for the year."""
    sources = ("资金总额：", "其中：财政拨款", "其他资金")
    made = []
    for source, (whole, annual) in zip(sources, rows, strict=True):
        terms = (f"中期{source}", f"年度{source}") if source == sources[0] else (source, source)
        made.append([Wide(terms[0], 2), Wide(whole, 2), Wide(terms[1], 2), annual])
    return [[Wide(broken("项目资金\n（万元）"), rows=3), *made[0]], *made[1:]]


def _head(name: str, department: str, unit: str) -> list:
    return [
        ["项目名称", Wide(name, 7)],
        ["主管部门", Wide(department, 3), "实施单位", Wide(unit, 3)],
    ]


def _goals(titles: tuple[str, str], whole: str, annual: str) -> list:
    label = Wide(vertical("总体目标"), rows=2)
    return [[label, Wide(titles[0], 4), Wide(titles[1], 3)], [Wide(whole, 4), Wide(annual, 3)]]


def _farmland() -> Xml:
    """The blocks are named in a header row of their own. 无 stands where the target does not apply."""
    return laid([
        *_head("高标准农田管护", "太河县农业农村局", "太河县农田建设服务中心"),
        *_money(("360.00", "120.00"), ("300.00", "100.00"), ("60.00", "20.00")),
        *_goals(
            ("中期目标（2023年—2025年）", "年度目标"),
            "目标1：管护高标准农田9万亩。\n目标2：建立长效管护机制。",
            "管护高标准农田3万亩，设施完好。",
        ),
        [
            Wide(vertical("绩效指标"), rows=12),
            Wide("一级\n指标", rows=2),
            Wide("中期绩效指标", 3),
            Wide("年度绩效指标", 3),
        ],
        [*COLUMNS, *COLUMNS],
        [
            Wide(vertical("产出指标"), rows=6),
            *[Wide("数量指标", rows=2), "管护农田面积", "≥9万亩"],
            *[Wide("数量指标", rows=2), "管护农田面积", "≥3万亩"],
        ],
        ["维修机耕路长度", "≥45km", "维修机耕路长度", "≥15km"],
        ["质量指标", "设施完好率", "≥95百分比", "质量指标", "设施完好率", "≥95百分比"],
        ["时效指标", "管护任务完成率", "≥100百分比", "时效指标", "管护任务完成时间", "2023年12月"],
        [Wide("成本指标", rows=2), "亩均管护成本", "≤40元/亩", "成本指标", "亩均管护成本", "≤40元/亩"],
        ["中期总投入", "≤360万元", *NOTHING],
        [
            Wide(vertical("效益指标"), rows=3),
            *["经济效益指标", "亩均增收", "≥120元"],
            *["经济效益指标", "亩均增收", "≥100元"],
        ],
        ["生态效益指标", "化肥使用量下降率", "≥5百分比", "生态效益指标", "化肥使用量下降率", "无"],
        ["可持续影响指标", "管护长效机制", "建立并运行", *NOTHING],
        [broken("满意度\n指标"), PLEASED, "农户满意度", "≥90百分比", PLEASED, "农户满意度", "≥90百分比"],
    ])  # fmt: skip


def _village_works() -> Xml:
    """Only the goals above name the two blocks. The annual block is the longer one."""
    return laid([
        *_head("村级公益事业奖补", "太河县财政局", "太河县农村综合改革中心"),
        *_money(("1,500.00", "500.00"), ("1,500.00", "500.00"), ("", "")),
        *_goals(
            ("中期目标（2023年—2025年）", "年度目标"),
            "完成90个行政村的公益设施建设。",
            "1.完成30个行政村的公益设施建设。\n2.改善村民出行条件。",
        ),
        [Wide(vertical("绩效指标"), rows=8), "一级指标", *COLUMNS, *COLUMNS],
        [
            Wide("产出指标", rows=4),
            *["数量指标", "奖补行政村数量", "90个"],
            *[Wide("数量指标", rows=2), "奖补行政村数量", "30个"],
        ],
        [*NOTHING, "铺设村内道路", "≥36000平方米"],
        ["质量指标", "项目验收合格率", "＝100%", "质量指标", "项目验收合格率", "＝100%"],
        ["时效指标", "项目按期完成率", "大于等于95%", "时效指标", "项目完工时间", "2023年年底前"],
        [Wide("效益指标", rows=2), "社会效益指标", "受益村民", "约12万人", "社会效益指标", "受益村民", "约4万人"],
        [*NOTHING, "生态效益指标", "村容村貌", "明显改善"],
        ["满意度指标", PLEASED, "村民满意度", "≥92%", PLEASED, "村民满意度", "≥90%"],
    ])  # fmt: skip
