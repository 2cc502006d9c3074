"""Layout F, 湖北: a long-term block and an annual block side by side, the long-term one left empty."""

from tests.layouts.parts import Wide, broken, laid
from tests.word import Xml, docx, paragraph

COLUMNS = ["二级指标", "三级指标", "指标值"]
EMPTY = ["", "", ""]


def build() -> bytes:
    title = paragraph("项目绩效目标表")
    return docx(title, _community(), paragraph(""), title, _sanitation())


def _head(name: str, whole: str, annual: str) -> list:
    """The money unit stands in the cells."""
    return [
        ["项目名称", Wide(name, 6)],
        ["项目主管部门", Wide("某某区红山街道办事处", 2), "项目执行单位", Wide("某某区红山街道办事处", 3)],
        ["项目总预算", Wide(whole, 2), "项目当年预算", Wide(annual, 3)],
    ]


def _goals(long_term: str, annual: str) -> list:
    return [["长期绩效目标", Wide(long_term, 6)], ["年度绩效目标", Wide(annual, 6)]]


def _header() -> list:
    level1 = Wide(broken("一级\n指标"), rows=2)
    return [[level1, Wide("长期绩效指标", 3), Wide("年度绩效指标", 3)], [*COLUMNS, *COLUMNS]]


def _community() -> Xml:
    """A table of planned costs stands between form and indicators: it is no indicator table."""
    return laid([
        *_head("社区网格化管理经费", "150万元", "50万元"),
        [Wide("项目支出\n明细测算", rows=3), Wide("项目活动", 2), Wide("数量", 2), Wide("金额", 2)],
        [Wide("网格员补贴", 2), Wide("40人", 2), Wide("38.4万元", 2)],
        [Wide("网格员培训", 2), Wide("4期", 2), Wide("11.6万元", 2)],
        *_goals("", "1.建立40个网格，实现社区管理全覆盖。\n2.开展网格员培训4期。"),
        *_header(),
        [Wide("产出指标", rows=6), *EMPTY, "数量指标", "配备网格员人数", "40人"],
        [*EMPTY, "数量指标", "开展网格员培训期数", "4期"],
        [*EMPTY, "质量指标", "网格覆盖率", "100%"],
        [*EMPTY, "时效指标", "诉求办结时限", "不超过3个工作日"],
        [*EMPTY, "时效指标", "突发事件上报时间", "30分钟以內"],
        [*EMPTY, "成本指标", "网格员补贴标准", "800元/人·月"],
        [Wide("效益指标", rows=2), *EMPTY, "社会效益指标", "矛盾纠纷化解率", "达到90%以上"],
        [*EMPTY, "可持续影响指标", "网格员队伍稳定性", "保持稳定"],
        ["满意度指标", *EMPTY, "服务对象满意度指标", "居民满意度", "85%左右"],
    ])  # fmt: skip


def _sanitation() -> Xml:
    """The long-term side has its classes printed and nothing else."""
    return laid([
        *_head("背街小巷环境整治经费", "86.5万元", "86.5万元"),
        *_goals("", "整治背街小巷12条，改善居民生活环境。"),
        *_header(),
        [Wide("产出指标", rows=4), "数量指标", "", "", "数量指标", "整治背街小巷数量", "12条"],
        ["质量指标", "", "", "质量指标", "整治验收合格率", "100%"],
        ["时效指标", "", "", "时效指标", "完成时间", "第三季度"],
        ["成本指标", "", "", "成本指标", "整治平均成本", "≤7.2万元/条"],
        [Wide("效益指标", rows=2), "社会效益指标", "", "", "社会效益指标", "受益居民户数", "2,600户"],
        ["生态效益指标", "", "", "生态效益指标", "生活垃圾日产日清率", "100%"],
        ["满意度指标", "服务对象满意度指标", "", "", "服务对象满意度指标", "居民满意度", "≥85%"],
    ])  # fmt: skip
