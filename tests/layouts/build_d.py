"""Layout D, poverty funds: `[610001]名称`, templates and core marks in the names, prefixes 指标1：, signatures below."""

from tests.layouts.parts import Wide, broken, laid, vertical
from tests.word import Xml, docx, paragraph


def build() -> bytes:
    signed = paragraph("单位负责人（签字）：              填报日期：2020年3月10日")
    return docx(*_title(), _greenhouses(), signed, paragraph(""), *_title(), _forest(), signed)


def _title() -> list[Xml]:
    return [paragraph("财政专项扶贫资金项目绩效目标表"), paragraph("（2020年度）")]


def _header(rows: int) -> list:
    return [Wide(vertical("绩效指标"), rows=rows + 1), "一级指标", "二级指标", Wide("三级指标", 2), "指标值"]


def _money(*lines: tuple[str, str]) -> list:
    rows = [[Wide(label, 2), Wide(amount, 3)] for label, amount in lines]
    return [[Wide(broken("资金情况\n（万元）"), rows=len(rows)), *rows[0]], *rows[1:]]


def _greenhouses() -> Xml:
    """One target stands only in the name, and one value is still the placeholder of the template."""
    goals = "目标1：新建蔬菜大棚24座，壮大村集体经济。\n目标2：带动35户贫困户增收。"
    return laid([
        ["项目名称", Wide("东河镇大棚蔬菜产业扶贫项目", 5)],
        ["预算单位", Wide("[610001]某某县农业农村局", 2), "实施单位", Wide("东河镇人民政府", 2)],
        ["项目实施期", Wide("2020年1月--2020年11月", 5)],
        *_money(("年度资金总额", "48.60"), ("其中：财政拨款", "45.00"), ("其他资金", "3.60")),
        [broken("年度\n总体\n目标"), Wide(goals, 5)],
        _header(12),
        [Wide("产出指标", rows=6), Wide("数量指标", rows=2), Wide("★★★指标1：新建蔬菜大棚数量（≥**座）", 2), ">=24座"],
        [Wide("★★★指标2：带动贫困户户数（≥**户）", 2), ">=35户"],
        ["质量指标", Wide("★指标1：大棚验收合格率（≥**%）", 2), "=100%"],
        [Wide("时效指标", rows=2), Wide("指标1：项目完成及时率", 2), "100％"],
        [Wide("指标2：完工时间", 2), "2020年11月底"],
        ["成本指标", Wide("★★★指标1：大棚建设补助标准（≤**元/亩）", 2), "<=8000元/亩"],
        [
            Wide("效益指标", rows=5),
            "经济效益指标",
            Wide("★★★指标1：特色产业带动增加贫困人口收入（总收入）（≥**万元）", 2),
            ">=6万元",
        ],
        [Wide("社会效益指标", rows=2), Wide("★★★指标1：受益建档立卡贫困人口数（≥**人）", 2), ">=118人"],
        [Wide("指标2：参与产业的贫困户占比不低于60%", 2), " "],
        ["生态效益指标", Wide("指标1：生态环境破坏事件", 2), "0起"],
        ["可持续影响指标", Wide("指标1：大棚使用年限（≥**年）", 2), "**"],
        [
            "满意度指标",
            broken("服务对象\n满意度指标"),
            Wide("★★★指标1：受益贫困户满意度（≥**%）", 2),
            ">=95%",
        ],
        [Wide("填报人：周某        联系电话：0900-7654321        审核人：吴某", 6)],
    ])  # fmt: skip


def _forest() -> Xml:
    """The codes begin with a zero. One value is a unit without a number."""
    return laid([
        ["项目名称", Wide("天然林管护补助项目", 5)],
        ["主管部门", Wide("[042]某某县林业局", 2), "实施单位", Wide("[042003]某某县国有西山林场", 2)],
        ["项目实施期", Wide("2020年1月--2020年12月", 5)],
        *_money(("年度资金总额", "51.20"), ("其中：上级补助资金", "48.00"), ("本级财政资金", "3.20"), ("其他资金", "")),
        [broken("年度\n总体\n目标"), Wide("管护天然林3.2万亩，聘用贫困护林员22人。", 5)],
        _header(7),
        ["产出指标", "数量指标", Wide("★★★指标1：管护天然林面积（≥**万亩）", 2), ">=3.2万亩"],
        ["产出指标", "数量指标", Wide("★★★指标2：聘用贫困护林员（≥**人）", 2), "22人"],
        ["产出指标", "质量指标", Wide("指标1：管护责任落实率（≥XX%）", 2), "应管尽管"],
        ["产出指标", "时效指标", Wide("指标1：巡护频次", 2), "每季度不少于12次"],
        ["产出指标", "成本指标", Wide("★指标1：管护补助标准", 2), "元/亩"],
        ["效益指标", "生态效益指标", Wide("指标1：森林火灾受害率", 2), "＜0.9‰"],
        ["满意度指标", "服务对象满意度指标", Wide("指标1：护林员满意度", 2), "≧90％"],
    ])  # fmt: skip
