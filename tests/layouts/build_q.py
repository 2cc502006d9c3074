"""Layout Q, whole department: the year's main tasks with their money, basic and project spending, then indicators."""

from tests.layouts.parts import Wide, broken, laid, page_break
from tests.word import Xml, docx, paragraph

HEADER = ["一级指标", "二级指标", "三级指标", Wide("指标解释", 2), "目标值"]


def build() -> bytes:
    return docx(*_title(), _science(), page_break(), *_title(), _culture())


def _title() -> list[Xml]:
    return [paragraph("部门整体支出绩效目标表"), paragraph("（2023年度）")]


def _tasks(*tasks: tuple[str, str, str, str, str]) -> list:
    """The last task is the sum."""
    label = Wide(broken("年度\n主要\n任务"), rows=len(tasks) + 2)
    *single, (_, _, *sums) = tasks
    return [
        [label, Wide("任务名称", rows=2), Wide("主要内容", 2, 2), Wide(broken("预算金额\n（万元）"), 3)],
        ["总额", "财政拨款", "其他资金"],
        *[[name, Wide(content, 2), *amounts] for name, content, *amounts in single],
        [Wide("金额合计", 3), *sums],
    ]


def _header(rows: int) -> list:
    return [Wide(broken("年度\n绩效\n指标"), rows=rows + 1), *HEADER]


def _science() -> Xml:
    """One task is a blank line of the template."""
    goals = "目标1：新增高新技术企业60家。\n目标2：研发投入强度达到2.8%。\n目标3：技术合同成交额稳步增长。"
    return laid([
        ["部门（单位）名称", Wide("某某市科学技术局", 6)],
        *_tasks(
            ("高新技术企业培育", "对新认定的高新技术企业给予奖补", "1,200.00", "1,200.00", "0.00"),
            ("科技特派员服务", "选派科技特派员下乡开展技术服务", "320.50", "300.00", "20.50"),
            ("人员和公用经费", "保障机关正常运转", "860.00", "860.00", ""),
            ("", "", "", "", ""),
            ("金额合计", "", "2,380.50", "2,360.00", "20.50"),
        ),
        [broken("年度\n总体\n目标"), Wide(goals, 6)],
        _header(9),
        [Wide("产出指标", rows=5), Wide("数量指标", rows=2), "新增高新技术企业", Wide("年度新认定的高新技术企业数量", 2), "≥60家"],
        ["选派科技特派员", Wide("年度选派的科技特派员人数", 2), "150人"],
        ["质量指标", "奖补资金兑现率", Wide("兑现企业占应兑现企业的比例", 2), "100%"],
        ["时效指标", "奖补资金兑现时间", Wide("奖补资金全部兑现的时间", 2), "10月底前"],
        ["成本指标", "单家企业奖补标准", Wide("每家新认定企业的奖补金额", 2), "20万元/家"],
        [Wide("效益指标", rows=3), "经济效益指标", "技术合同成交额", Wide("年度登记的技术合同成交额", 2), "≥35亿元"],
        ["社会效益指标", "研发投入强度", Wide("全社会研发经费占生产总值的比例", 2), "2.8%左右"],
        ["可持续影响指标", "科技创新体系", Wide("科技创新体系的完善程度", 2), "持续完善"],
        ["满意度指标", "服务对象满意度指标", "科技企业满意度", Wide("科技企业对服务的满意程度", 2), "≥90%"],
    ])  # fmt: skip


def _culture() -> Xml:
    """Basic and project spending are stated too; the code of the department begins with a zero."""
    return laid([
        ["部门（单位）名称", Wide("[012]某某市文化广电和旅游局", 6)],
        [broken("部门预算\n（万元）"), "基本支出", Wide("1,480.00", 2), "项目支出", Wide("902.00", 2)],
        *_tasks(
            ("公共文化服务", "公共图书馆、文化馆免费开放", "602.00", "542.00", "60.00"),
            ("文物保护", "市级文物保护单位修缮", "300.00", "300.00", "0.00"),
            ("机构运转", "人员经费和日常公用经费", "1,480.00", "1,480.00", "0.00"),
            ("金额合计", "", "2,382.00", "2,322.00", "60.00"),
        ),
        [broken("年度\n总体\n目标"), Wide("完善公共文化服务体系，加强文物保护利用。", 6)],
        _header(7),
        ["产出指标", "数量指标", "免费开放场馆", Wide("免费开放的公共文化场馆数量", 2), "9个"],
        ["", "", "修缮文物保护单位", Wide("年度修缮的文物保护单位数量", 2), "3~5处"],
        ["", "质量指标", "修缮工程验收合格率", Wide("验收合格的修缮工程占比", 2), "100%"],
        ["", "时效指标", "场馆开放时间", Wide("每周开放的小时数", 2), "不少于56小时/周"],
        ["效益指标", "社会效益指标", "场馆接待人次", Wide("全年接待的群众人次", 2), "120万人次以上"],
        ["", "经济效益指标", "旅游综合收入增幅", Wide("旅游综合收入的增长比例", 2), "8%—10%"],
        ["满意度指标", "服务对象满意度指标", "群众满意度", Wide("群众对公共文化服务的满意程度", 2), "90%及以上"],
    ])  # fmt: skip
