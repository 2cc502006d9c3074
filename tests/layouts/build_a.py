"""Layout A, 天津: form and indicator table apart; sign, number and unit in one cell; a description column."""

from tests.layouts.parts import Wide, bookmark, laid
from tests.word import Xml, docx, paragraph

HEADER = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"]
OUTPUT, BENEFIT, PLEASED = "产出指标", "效益指标", "满意度指标"


def build() -> bytes:
    return docx(*_security(), *_courses())


def _heading(number: int, name: str) -> Xml:
    return paragraph(bookmark(f"_Toc19000000{number}", f"{number}.{name}绩效目标表"), style="Heading1")


def _form(unit: str, name: str, amounts: list[str], use: str, goals: str) -> Xml:
    total, fiscal, other = amounts
    return laid([
        [Wide(unit, 5), Wide("单位：元", 2)],
        ["项目名称", Wide(name, 6)],
        [Wide("预算规模及资金用途", rows=2), "预算数", total, "其中：财政    资金", fiscal, "其他资金", other],
        [Wide(use, 6)],
        ["绩效目标", Wide(goals, 6)],
    ])  # fmt: skip


def _security() -> list[Xml]:
    name = paragraph("2025年校园", bookmark("_GoBack"), "安防设施运维经费")
    goals = (
        "1.通过维护校园视频监控和一键报警装置，保障校园安全。\t\t\t\t\n\n"
        "2.通过更换老旧摄像机，提高监控画面质量。\t\t\n3.建立安防设施巡检台账，做到故障及时处置。"
    )
    use = "支付校园安防设施运维费57.6万元、摄像机更换费28.52万元。"
    form = _form("402101某某区教育局", name, ["862400.00", "862400.00", " "], use, goals)
    return [_heading(1, "2025年校园安防设施运维经费"), form, paragraph(" "), laid(_security_rows()), paragraph(" ")]


def _security_rows() -> list:
    first, *rest = [
        ["数量指标", "运维监控点位数量", "≥320个"],
        ["数量指标", "一键报警装置巡检次数", "≥12次/年"],
        ["数量指标", "更换高清摄像机数量", "46台"],
        ["质量指标", "设备完好率", "≥98%"],
        ["质量指标", "监控画面故障率", "≤2%"],
        ["时效指标", "故障响应时间", "≤0.5小时"],
        ["时效指标", "年度巡检完成时间", "2025年12月底前"],
        ["时效指标", "摄像机更换完成时间", "8月"],
        ["成本指标", "监控点位单位运维成本", "≤1800元/个/年"],
        ["成本指标", "摄像机购置单价", "≤0.62万元/台"],
    ]
    described = [[level2, name, name, value] for level2, name, value in (first, *rest)]
    return [
        HEADER,
        [Wide(OUTPUT, rows=len(described)), *described[0]],
        *described[1:],
        [BENEFIT, "社会效益指标", "校园安全保障水平", "校园安全保障水平", "有效提升"],
        [BENEFIT, "可持续影响指标", "安防设施管理制度", "安防设施管理制度", "建立健全"],
        [PLEASED, "服务对象满意度指标", "师生满意度", "师生满意度", "≥95%"],
    ]


def _courses() -> list[Xml]:
    use = "开设寒暑假公益课程，支付外聘教师课时费12万元、教材及耗材费3万元。\t\t\t"
    goals = "通过开设公益课程，丰富青少年课余生活。\t\t\t"
    amounts = ["150000.00", "120000.00", "30000.00"]
    form = _form("402203某某区青少年活动中心", "2025年公益课程专项经费", amounts, use, goals)
    rows = [
        HEADER,
        [Wide(OUTPUT, rows=6), "数量指标", "公益课程开班数量", "全年开设的公益课程班数", "≥40个"],
        ["数量指标", "受益青少年人次", "参加公益课程的青少年人次", "1200人次"],
        ["质量指标", "外聘教师持证率", "持有教师资格证的外聘教师占比", "100%"],
        ["时效指标", "课程完成时间", "全年课程结束的时间", "2025年年底前"],
        ["成本指标", "课时费标准", "外聘教师每课时的费用", "≤200元/课时"],
        ["成本指标", "教材及耗材成本", "教材及耗材的全部支出", "≤3万元"],
        [BENEFIT, "社会效益指标", "青少年课余生活", "课余生活的丰富程度", "不断丰富"],
        [PLEASED, "服务对象满意度指标", "学员及家长满意度", "学员及家长的满意程度", "≥90%"],
    ]
    return [_heading(2, "2025年公益课程专项经费"), form, paragraph(" "), laid(rows), paragraph("")]
