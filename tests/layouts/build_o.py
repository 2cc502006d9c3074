"""Layout O, 重庆: unit before sign before value; no classes at all, or classes with the range of their points."""

from tests.layouts.parts import Wide, broken, laid
from tests.word import Xml, docx, paragraph, sdt


def build() -> bytes:
    title = paragraph("项目支出绩效目标表")
    return docx(paragraph("附表15"), title, _cleaning(), paragraph(" "), title, _lamps())


def _head(name: str, code: str, unit: str, amounts: tuple[str, str], goal: str) -> list:
    """The name sits in a content control, as in the forms of the budget system."""
    return [
        ["项目名称", Wide(sdt(paragraph(name)), 4), "项目编码", Wide(code, 2)],
        ["主管部门", Wide("301-某某区城市管理局", 4), "预算单位", Wide(unit, 2)],
        ["预算年度", Wide("2024年", 4), "项目周期", Wide("1年", 2)],
        [broken("当年预算\n（万元）"), Wide(amounts[0], 4), broken("其中：财政拨款\n（万元）"), Wide(amounts[1], 2)],
        ["立项依据", Wide("《某某区城市管理三年行动方案（2023—2025年）》", 7)],
        ["当年绩效目标", Wide(goal, 7)],
    ]


def _cleaning() -> Xml:
    """No classes; the weights of the indicators add up to 100."""
    columns = ["计量单位", "指标性质", "指标值", "指标权重"]
    return laid([
        *_head(
            "城区环卫作业外包服务",
            "50011124T000004012345",
            "301002-某某区环境卫生管理所",
            ("1,205.80", "1,205.80"),
            "1.保持城区主次干道清洁。\n2.生活垃圾日产日清。",
        ),
        [Wide("绩效\n指标", rows=9), Wide("指标名称", 3), *columns],
        [Wide("清扫保洁面积", 3), "万平方米", "≥", "268.5", "15"],
        [Wide("清运生活垃圾", 3), "吨/日", "≥", "310", "15"],
        [Wide("机械化清扫率", 3), "%", "≥", "85", "15"],
        [Wide("道路保洁时间", 3), "小时/天", "＝", "16", "10"],
        [Wide("单位面积保洁成本", 3), "元/平方米", "≤", "4.1", "15"],
        [Wide("垃圾无害化处理率", 3), "%", "＝", "100", "10"],
        [Wide("市容环境", 3), "", "定性", "整洁有序", "10"],
        [Wide("市民满意度", 3), "%", "≥", "90", "10"],
    ])  # fmt: skip


def _lamps() -> Xml:
    """Three levels; a unit is printed where the value already has one."""
    columns = ["一级指标", "二级指标", "三级指标", "计量单位", "指标性质", "指标值", "权重"]
    return laid([
        *_head(
            "路灯节能改造",
            "50011124T000004067890",
            "301005-某某区照明管理中心",
            ("420", "420"),
            "更换节能路灯3600盏，降低照明能耗。",
        ),
        [Wide("绩效\n指标", rows=9), *columns],
        [Wide("成本指标(0-20)分", rows=2), "经济成本指标", "单盏改造成本", "元/盏", "≤", "1150", "15"],
        ["生态环境成本指标", "废旧灯具回收率", "%", "＝", "100", "5"],
        [Wide("产出指标(30-50)分", rows=3), "数量指标", "更换节能路灯", "盏", "≥", "3600", "20"],
        ["质量指标", "亮灯率", "%", "≥", "98%", "10"],
        ["时效指标", "故障修复时间", "小时", "≤", "48", "10"],
        [Wide("效益指标(20-40)分", rows=2), "经济效益指标", "年节约电费", "万元", "≥", "86", "20"],
        ["生态效益指标", "碳排放下降", "", "定性", "有所下降", "10"],
        ["满意度指标(10)分", "服务对象满意度指标", "市民满意度", "%", "≥", "92", "10"],
    ])  # fmt: skip
