"""Layout U, 江苏: a half-year and a full-year value; process indicators before the output."""

from tests.layouts.parts import Wide, broken, laid
from tests.word import docx, paragraph

HEADER = ["一级指标", "二级指标", "三级指标", broken("半年（程）\n指标值"), broken("全年（程）\n指标值")]


def build() -> bytes:
    """Both forms in one table: Word joins tables that have no paragraph between them."""
    return docx(paragraph("项目支出绩效目标表"), laid([*_court(), *_library()]))


def _head(name: str, unit: str, period: str, money: tuple[str, str, str]) -> list:
    label, whole, annual = money
    return [
        ["项目名称", Wide(name, 5)],
        ["项目单位", Wide(unit, 2), "项目实施期限", Wide(period, 2)],
        [f"项目总金额（{label}）", Wide(whole, 2), f"年度金额（{label}）", Wide(annual, 2)],
    ]


def _goals(long_term: str, annual: str) -> list:
    return [["中长期目标", Wide(long_term, 5)], ["年度目标", Wide(annual, 5)]]


def _court() -> list:
    """Process classes that no scheme has; some values fall due in the second half-year only."""
    return [
        *_head(
            "2024年智慧法庭建设", "018001某某市中级人民法院", "2024年1月1日至2024年12月31日", ("万元", "640.00", "640.00")
        ),
        *_goals("", "1.建成智慧法庭16个。\n2.实现庭审全程留痕。"),
        [Wide("绩效\n指标", rows=13), *HEADER],
        [Wide("决策", rows=2), "项目立项", "立项程序规范性", "规范", "规范"],
        ["绩效目标", "绩效目标合理性", "合理", "合理"],
        [Wide("过程", rows=2), "资金管理", "预算执行率", "≥50%", "≥95%"],
        ["组织实施", "制度执行有效性", "", "有效"],
        [Wide("产出", rows=4), "数量指标", "建成智慧法庭数量", "6个", "16个"],
        ["质量指标", "系统验收合格率", "=100%", "=100%"],
        ["时效指标", "建设完成时间", "", "2024年11月底前"],
        ["成本指标", "单个法庭建设成本", "≤40万元", "≤40万元"],
        [Wide("效益", rows=3), "社会效益指标", "庭审直播场次", "≥200场", "≥600场"],
        ["生态效益指标", "节约纸张", "≥5万张", "≥12万张"],
        ["可持续影响指标", "系统运维机制", "", "健全"],
        ["满意度", "服务对象满意度指标", "当事人满意度", "", "≥90%"],
    ]  # fmt: skip


def _library() -> list:
    """Money in 元, and a longer-term goal."""
    return [
        *_head(
            "2024年城市书房运营", "018014某某市图书馆", "2023年1月1日至2025年12月31日", ("元", "5,400,000.00", "1,800,000.00")
        ),
        *_goals("建成15分钟阅读圈。", "运营城市书房24家，丰富市民文化生活。"),
        [Wide("绩效\n指标", rows=8), *HEADER],
        ["过程", "资金管理", "资金使用合规性", "合规", "合规"],
        ["产出", "数量指标", "运营城市书房数量", "20家", "24家"],
        ["产出", "质量指标", "图书完好率", "≥98%", "≥98%"],
        ["产出", "时效指标", "每日开放时间", "12小时/天", "12小时/天"],
        ["产出", "成本指标", "单家运营成本", "≤3.75万元", "≤7.5万元"],
        ["效益", "社会效益指标", "接待读者人次", "≥30万人次", "≥65万人次"],
        ["满意度", "服务对象满意度指标", "读者满意度", "≥92%", "≥92%"],
    ]  # fmt: skip
