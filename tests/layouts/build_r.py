"""Layout R, transfers by region: one value column per county or town, to be unpivoted."""

from tests.layouts.parts import Wide, broken, laid, vertical
from tests.word import Xml, docx, paragraph

COUNTIES = ["全市", "东山县", "西河县", "南岭区"]
TOWNS = ["东河镇", "西山镇", "北坪乡"]


def build() -> bytes:
    signed = paragraph("填报人：郑某                审核人：冯某")
    return docx(
        paragraph("中央对地方专项转移支付区域绩效目标表"),
        _ecology(),
        paragraph(""),
        paragraph("2023年农村公路养护补助资金区域绩效目标表"),
        _upkeep(),
        signed,
    )


def _ecology() -> Xml:
    """Two header rows; a dash where the county has no such task. The first region is the sum of the others."""
    levels = [Wide(level, rows=2) for level in ("一级指标", "二级指标", "三级指标")]
    goals = "目标1：推进农作物秸秆综合利用。\n目标2：实施耕地轮作12万亩。"
    return laid([
        [Wide("专项名称", 2), Wide("农业资源及生态保护补助资金", 6)],
        [Wide("预算年度", 2), Wide("2023", 2), Wide("省级主管部门", 2), Wide("某某省农业农村厅", 2)],
        [Wide(broken("资金情况\n（万元）"), 2, 3), Wide("年度金额：", 2), Wide("5,280.00", 4)],
        [Wide("其中：中央补助", 2), Wide("5,000.00", 4)],
        [Wide("地方资金", 2), Wide("280.00", 4)],
        [Wide("年度目标", 2), Wide(goals, 6)],
        [Wide(vertical("绩效指标"), rows=10), *levels, Wide("指标值", 4)],
        COUNTIES,
        [Wide("产出指标", rows=4), Wide("数量指标", rows=2), "耕地轮作面积", "≥12万亩", "≥5万亩", "≥4万亩", "≥3万亩"],
        ["秸秆综合利用示范点", "14个", "6个", "8个", "—"],
        ["质量指标", "补贴面积核实率", "100%", "100%", "100%", "100%"],
        ["时效指标", "补贴资金发放时间", "2023年11月底前", "2023年10月底前", "2023年11月底前", "2023年11月底前"],
        [Wide("效益指标", rows=3), "经济效益指标", "项目区亩均增收", "≥80元", "≥80元", "≥90元", "≥75元"],
        ["生态效益指标", "秸秆综合利用率", "≥92%", "≥93%", "≥92%", "≥91%"],
        ["可持续影响指标", "耕地质量", "稳中有升", "稳中有升", "保持稳定", "稳中有升"],
        ["满意度指标", "服务对象满意度指标", "农民满意度", "≥90%", "≥90%", "≥90%", "≥88%"],
    ])  # fmt: skip


def _upkeep() -> Xml:
    """One header row, and a unit column before the towns. Towns without the task are blank."""
    return laid([
        [Wide("专项名称", 2), Wide("农村公路养护补助资金", 3), "主管部门", Wide("某某县交通运输局", 2)],
        [Wide("年度金额（万元）", 2), Wide("268.00", 3), "其中：财政资金", Wide("268.00", 2)],
        [Wide("年度目标", 2), Wide("养护农村公路186公里，保障群众安全出行。", 6)],
        ["一级指标", "二级指标", "三级指标", "计量单位", *TOWNS, "备注"],
        [Wide("产出指标", rows=5), Wide("数量指标", rows=2), "日常养护里程", "公里", "78.5", "62", "45.5", ""],
        ["危桥改造数量", "座", "1", "", "2", "西山镇无危桥"],
        ["质量指标", "列养率", "%", "100", "100", "100", ""],
        ["时效指标", "完成时限", "月", "11", "11", "12", ""],
        ["成本指标", "养护补助标准", "元/公里/年", "≤5000", "≤5000", "≤6000", "山区上浮"],
        ["效益指标", "社会效益指标", "受益行政村", "个", "18", "13", "9", ""],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "%", "≥90", "≥90", "≥88", ""],
    ])  # fmt: skip
