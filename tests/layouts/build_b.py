"""Layout B, 上海: whole and annual money, whole and annual goals side by side; values as `=100.00(%)`; 2021 classes."""

from tests.layouts.parts import Wide, broken, laid, page_break, vertical
from tests.word import Xml, docx, paragraph

PLEASED = ["满意度指标", "服务对象满意度指标"]


def build() -> bytes:
    return docx(*_title(), _reading(), page_break(), *_title(), _heritage())


def _title() -> list[Xml]:
    return [paragraph("财政项目支出绩效目标申报表", style="Title"), paragraph("（2026年度）")]


def _head(name: str, kind: str, unit: str, dates: tuple[str, str]) -> list:
    return [
        ["项目名称", Wide(name, 2), "项目类别", Wide(kind, 2)],
        ["主管部门", Wide("某某区文化和旅游局", 2), "实施单位", Wide(unit, 2)],
        ["计划开始日期", Wide(dates[0], 2), "计划完成日期", Wide(dates[1], 2)],
    ]


def _money(whole: list[str], annual: list[str]) -> list:
    label = Wide(broken("项目资金\n（元）"), rows=4)
    return [
        [label, "项目资金总额", whole[0], Wide("年度资金申请总额", 2), annual[0]],
        ["其中：财政资金", whole[1], Wide("其中：当年财政拨款", 2), annual[1]],
        ["自有资金", whole[2], Wide("上年结转资金", 2), annual[2]],
        ["其他资金", whole[3], Wide("其他资金", 2), annual[3]],
    ]


def _goals(whole: str, annual: str) -> list:
    label = Wide(vertical("总体目标"), rows=2)
    return [[label, Wide("项目总目标", 2), Wide("年度总体目标", 3)], [Wide(whole, 2), Wide(annual, 3)]]


def _header(value: str, rows: int) -> list:
    label = Wide(vertical("绩效指标"), rows=rows + 1)
    return [label, "一级指标", "二级指标", Wide("三级指标", 2), broken(value)]


def _reading() -> Xml:
    annual = "1.采购数据库12个，丰富馆藏数字资源。\n2.举办推广活动24场，扩大数字阅读人群。"
    return laid([
        *_head("数字阅读资源采购及推广", "经常性项目", "某某区图书馆", ("2026-01-01", "2026-12-31")),
        *_money(
            ["2,860,000.00", "2,860,000.00", "0.00", ""], ["1,430,000.00", "1,400,000.00", "30,000.00", "0.00"]
        ),
        *_goals("建成覆盖全区的数字阅读服务网络，满足读者多样化阅读需求。", annual),
        _header("年度(/项目)\n指标值", 11),
        [Wide("成本指标", rows=3), "经济成本指标", Wide("数字资源采购成本", 2), "≤1,250,000.00(元)"],
        ["社会成本指标", Wide("读者投诉数量", 2), "≤3.00(件)"],
        ["生态环境成本指标", Wide("废旧设备规范处置率", 2), "=100.00(%)"],
        [Wide("产出指标", rows=5), Wide("数量指标", rows=2), Wide("采购数据库数量", 2), "≥12.00(个)"],
        [Wide("推广活动场次", 2), "≥24.00(场)"],
        [Wide("质量指标", rows=2), Wide("数字资源可访问率", 2), broken("≥99.00\n(%)")],
        [Wide("资源验收合格率", 2), "=100.00(%)"],
        ["时效指标", Wide("采购完成及时性", 2), "及时"],
        [Wide("效益指标", rows=2), Wide(broken("社会效益\n指标"), rows=2), Wide("数字阅读服务人次", 2), "≥15.00(万人次)"],
        [Wide("馆际资源共享机制", 2), "健全"],
        [*PLEASED, Wide("读者满意度", 2), broken("≥\n90.00(%)")],
    ])  # fmt: skip


def _heritage() -> Xml:
    """A page ends inside the indicators: header and class are printed again. One class is of the 2015 form."""
    annual = "1.扶持代表性传承人36名。\n2.举办展演展示活动10场。\n3.补助资金按时发放。"
    return laid([
        *_head("非遗传承保护专项", "阶段性项目", "某某区文化馆", ("2025-01-01", "2027-12-31")),
        *_money(
            ["1,800,000.00", "1,500,000.00", "300,000.00", ""], ["600,000.00", "500,000.00", "", "100,000.00"]
        ),
        *_goals("健全非物质文化遗产保护传承体系。", annual),
        _header("年度\n指标值", 4),
        [Wide("成本指标", rows=2), "经济成本指标", Wide("传承人补助标准", 2), "≤5,000.00(元/人·年)"],
        ["经济成本指标", Wide("展演活动场均成本", 2), "≤2.50(万元/场)"],
        [Wide("产出指标", rows=2), Wide("数量指标", rows=2), Wide("扶持代表性传承人数量", 2), "=36.00(人)"],
        [Wide("展演展示活动场次", 2), "≥10.00(场)"],
        _header("年度\n指标值", 5),
        [Wide("产出指标", rows=2), "质量指标", Wide("传承人考核合格率", 2), "≥95.00(%)"],
        ["时效指标", Wide("补助资金发放时间", 2), "2026年6月底前"],
        [Wide("效益指标", rows=2), "社会效益指标", Wide("现场观众人次", 2), "≥2.00(万人次)"],
        ["可持续影响指标", Wide("非遗传承人才梯队建设", 2), "逐步完善"],
        [*PLEASED, Wide("传承人及观众满意度", 2), "≥90.00(%)"],
    ])  # fmt: skip
