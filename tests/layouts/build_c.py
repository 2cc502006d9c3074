"""Layout C, 湖南: code after the unit's name, money in 万元, value and unit in one column, a standard column."""

from tests.layouts.parts import Wide, broken, laid, page_break
from tests.word import Xml, docx, paragraph

HEADER = ["一级指标", "二级指标", "三级指标", "指标值及单位", "绩效标准", "备注"]
BLANK = ["", "", " ", "", "", ""]


def build() -> bytes:
    signed = paragraph("填报人：赵六    联系电话：0700-1234568    单位负责人：孙七")
    first, second = _reservoirs()
    return docx(paragraph("附件3"), *_title(), first, page_break(), second, *_title(), _water(), signed)


def _title() -> list[Xml]:
    return [paragraph("项目支出绩效目标申报表"), paragraph("（2024年度）")]


def _money(*amounts: str) -> list:
    label = Wide(broken("项目资金\n申请（万元）"), rows=4)
    sources = ["资金总额", "财政拨款", "自有资金", "其他"]
    rows = [[Wide(source, 2), Wide(amount, 3)] for source, amount in zip(sources, amounts, strict=True)]
    return [[label, *rows[0]], *rows[1:]]


def _schedule(*steps: tuple[str, str, str]) -> list:
    """When the work is done: dates that are no targets."""
    label = Wide(broken("项目实施\n进度计划"), rows=len(steps) + 1)
    rows = [[Wide(step, 3), start, end] for step, start, end in steps]
    return [[label, Wide("项目实施内容", 3), "开始时间", "完成时间"], *rows]


def _reservoirs() -> tuple[Xml, Xml]:
    """One form over two pages: the second table begins with the header again and ends with the signatures."""
    form = [
        ["填报单位（盖章）", Wide("某某县水利局 308001", 2), "预算年度", Wide("2024", 2)],
        ["项目名称", Wide("小型水库维修养护", 2), "项目属性", Wide("新增项目□  延续项目√", 2)],
        ["主管部门", Wide("某某县水利局 308", 2), "项目实施单位", Wide("某某县水库管理所", 2)],
        ["项目负责人", Wide("张三", 2), "联系电话", Wide("0700-1234567", 2)],
        ["项目起止时间", Wide("2024年1月-2024年12月", 5)],
        *_money("385.50", "300.00", "50.5", "35"),
        ["项目概况", Wide("对全县12座小型水库开展维修养护，涉及大坝、溢洪道和渠系。", 5)],
        *_schedule(("1.汛前检查与清淤", "2024年1月", "2024年4月"), ("2.维修养护", "2024年5月", "2024年11月")),
        [
            broken("项目年度\n绩效目标"),
            Wide("目标1：完成12座小型水库维修养护。\n目标2：消除大坝安全隐患，保障安全度汛。", 5),
        ],
    ]
    output = [
        ["数量指标", "维修养护小型水库数量", "12座", "小型水库名录", ""],
        ["数量指标", "渠系清淤长度", "≥18.6公里", "实施方案", ""],
        ["数量指标", "汛期巡查频次", "2次/周", "防汛值守制度", "汛期为4—9月"],
        ["质量指标", "工程验收合格率", "100%", "水利工程验收规程", ""],
        ["质量指标", "大坝安全隐患整改率", "95%以上", "", ""],
        ["时效指标", "汛前检查完成时间", "2024年4月15日前", "", ""],
        ["时效指标", "维修养护工期", "3~5个月", "施工合同", ""],
        ["成本指标", "单座水库养护成本", "25万元/座以内", "定额标准", ""],
        ["成本指标", "项目总成本", "≤385.5万元", "预算批复", ""],
    ]
    merged = [[Wide("产出指标", rows=len(output)), *output[0]], *output[1:]]
    return laid([*form, HEADER, *merged, BLANK]), laid([HEADER, *_reservoirs_continued()])


def _reservoirs_continued() -> list:
    return [
        [Wide("效益\n指标", rows=4), broken("经济效益\n指标"), "新增灌溉面积", "1.2万亩", "", ""],
        [broken("社会效益\n指标"), "受益人口", "三万人", "", ""],
        ["环境效益指标", "下游河道水质", "不低于Ⅲ类", "地表水环境质量标准", ""],
        ["可持续影响指标", "水库管护机制", "健全", "", ""],
        ["满意度指标", "社会公众或服务对象满意度指标", "受益群众满意度", "≥90%", "问卷调查", ""],
        [Wide("填报人：李四      单位负责人：王五      填报日期：2023年12月20日", 6)],
    ]


def _water() -> Xml:
    """Classes stand once; the cells below them are blank, not merged. One cell holds three targets."""
    return laid([
        ["填报单位（盖章）", Wide("某某县农村供水总站 308007", 2), "项目属性", Wide("新增项目√  延续项目□", 2)],
        ["项目名称", Wide("农村饮水安全巩固提升", 5)],
        ["主管部门", Wide("某某县水利局 308", 2), "项目实施单位", Wide("某某县农村供水总站", 2)],
        ["项目起止时间", Wide("2024.03-2024.11", 5)],
        *_money("126", "126", "", ""),
        [broken("项目年度\n绩效目标"), Wide("改造8处农村集中供水工程，提高农村自来水普及率。", 5)],
        HEADER,
        ["产出指标", "数量指标", "改造集中供水工程", "8处", "实施方案", ""],
        ["", "", "水质检测次数", "每月1次", "", "共8处"],
        ["", "质量指标", "水质不合格率", "≤0.5%", "生活饮用水卫生标准", ""],
        ["", "", "管网漏损率", "12%、10%、8%以下", "", "三年逐步下降"],
        ["", "时效指标", "改造完成时间", "2024.03-2024.11", "", ""],
        ["", "成本指标", "管网改造单价", "不超过260元/米", "", ""],
        BLANK,
        ["效益指标", "社会效益指标", "农村自来水普及率", "90%-95%", "", ""],
        ["满意度指标", "服务对象满意度指标", "用水户满意度", "九成以上", "", ""],
    ])  # fmt: skip
