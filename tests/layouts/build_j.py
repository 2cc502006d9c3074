"""Layout J, 四川 self-evaluation: sign, value and unit in three columns; code and name of the project glued."""

from tests.layouts.parts import Wide, broken, laid, page_break
from tests.word import Xml, docx

HEADER = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"]
REASON = broken("未完成\n原因分析")
LAST_STEPS = "将设施管护纳入日常考核，按月通报管护情况。"


def build() -> bytes:
    return docx(_waterworks(), page_break(), _salaries())


def _head(project: str, department: str, unit: str) -> list:
    return [
        [Wide("报表编号:510000_0013zp", 11)],
        [Wide("部门预算项目支出绩效自评表(2023年度)", 11)],
        [Wide("项目名称", 2), Wide(project, 9)],
        [Wide("主管部门", 2), Wide(department, 3), Wide(broken("实施单位\n（盖章）"), 2), Wide(unit, 4)],
    ]


def _goals(goal: str, done: str, course: str) -> list:
    label = Wide("项目\n基本\n情况", rows=3)
    return [
        [label, Wide("1.项目年度目标完成情况", 2, 2), Wide("项目年度目标", 4), Wide("年度目标完成情况", 4)],
        [Wide(goal, 4), Wide(done, 4)],
        [Wide("2.项目实施内容及过程概述", 2), Wide(course, 8)],
    ]


def _money(*rows: list[str]) -> list:
    """Weight and score stand here too, for the execution of the budget: they belong to no indicator."""
    sources = ["总额", "其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"]
    note = Wide("1.执行率未达到90%的需说明原因；\n2.年中调整预算的应单独说明理由。", rows=5)
    header = ["年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因"]
    first, *others = [[Wide(source, 3), *row] for source, row in zip(sources, rows, strict=True)]
    label = Wide("预算\n执行\n情况\n(10分)", rows=6)
    return [[label, Wide("年度预算数(万元)", 3), *header], [*first, note], *others]


def _end(total: list[str], verdict: str, problem: str) -> list:
    return [
        [Wide("合计", 8), *total, ""],
        ["评价结论", Wide(verdict, 10)],
        ["存在问题", Wide(problem, 10)],
        ["改进措施", Wide(LAST_STEPS, 10)],
        [Wide("项目负责人：刘某", 5), Wide("财务负责人：陈某", 6)],
    ]


def _waterworks() -> Xml:
    """Qualitative targets: 定性 stands for the sign, the scale for the value. One bare 12 has 月 for its unit."""
    reason = "两处渠道因洪水损毁，已列入次年维修计划"
    return laid([
        *_head("51000023T000000812345-小型水利设施管护", "某某县水务局", "某某县水务局机关"),
        *_goals("对56处小型水利设施进行管护，保障灌溉用水。", "管护设施58处。", "按月巡查，及时清淤除险。"),
        *_money(
            ["238.93", "251.89", "250.10", "99.29%", "10", "9.93"],
            ["238.93", "251.89", "250.10", "99.29%", "/", "/"],
            ["", "", "", "", "/", "/"],
            ["0.00", "0.00", "0.00", "0.00%", "/", "/"],
            ["", "", "", "", "/", "/"],
        ),
        [Wide("绩效\n指标\n(90分)", rows=9), *HEADER, REASON],
        [
            Wide("产出指标", rows=5),
            Wide("数量指标", rows=2),
            *["管护小型水利设施数量", "≥", "56", "处", "58", "20", "20", ""],
        ],
        ["设施巡查次数", "≥", "12", "次", "12", "10", "10", ""],
        ["质量指标", "设施完好率", "≥", "95", "%", "93", "10", "9.5", reason],
        ["时效指标", "管护完成时间", "≤", "12", "月", "12", "10", "10", ""],
        ["成本指标", "单处管护成本", "≤", "4.5", "万元/处", "4.31", "10", "10", ""],
        [Wide("效益指标", rows=2), "社会效益指标", "灌溉用水保障情况", "定性", "优良中低差", "", "优", "15", "15", ""],
        ["生态效益指标", "河道水质", "定性", "好坏", "", "好", "5", "5", ""],
        ["满意度指标", "服务对象满意度指标", "受益群众满意度", "≥", "90", "%", "94.6", "10", "10", ""],
        *_end(["100", "99.43"], "项目自评得分99.43分，完成了年度目标。", "个别设施老化。"),
    ])  # fmt: skip


def _salaries() -> Xml:
    """The classes fit both schemes. One actual value is missing, and one name holds a formula in brackets."""
    return laid([
        *_head("51000022R000000347702-工资性支出", "某某县水务局", "某某县河道管理站"),
        *_goals("按时足额发放人员工资。", "工资按时足额发放。", "逐月编制工资表并发放。"),
        *_money(
            ["102.00", "98.50", "98.50", "100.00%", "10", "10"],
            ["100.00", "96.50", "96.50", "100.00%", "/", "/"],
            ["", "", "", "", "/", "/"],
            ["2.00", "2.00", "2.00", "100.00%", "/", "/"],
            ["", "", "", "", "/", "/"],
        ),
        [Wide("绩效\n指标\n(90分)", rows=7), *HEADER, REASON],
        ["产出指标", "数量指标", "工资发放覆盖率", "＝", "100", "%", "100%", "20", "20", ""],
        ["产出指标", "数量指标", "科目调整次数", "≤", "10", "次", "3", "10", "10", ""],
        ["产出指标", "质量指标", "预算编制偏差率（执行数与预算数之差/预算数）", "≤", "5", "%", "3.43", "20", "20", ""],
        ["产出指标", "时效指标", "工资按时发放率", "＝", "100", "%", "100%", "20", "20", ""],
        ["效益指标", "经济效益指标", "结余率", "≤", "5", "%", "0", "10", "10", ""],
        ["效益指标", "社会效益指标", "人员队伍稳定率", "≥", "95", "%", " ", "10", "8", "年中机构调整，未统计"],
        *_end(["100", "98"], "项目自评得分98分。", "无"),
    ])  # fmt: skip
