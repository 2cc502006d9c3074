"""The fixtures as data, and their expected tables. What each is made to hold is told in README.md."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tests.layouts import (
    build_a,
    build_b,
    build_c,
    build_d,
    build_e,
    build_f,
    build_h,
    build_j,
    build_k,
    build_l,
    build_m,
    build_o,
    build_p,
    build_q,
    build_r,
    build_s,
    build_t,
    build_u,
)

EXPECTED = Path(__file__).parent / "expected"
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "projects": (
        "project_name", "project_code", "unit_code", "unit_name", "department_code", "department_name",
        "implementing_unit", "fiscal_year", "fiscal_year_source", "period_start", "period_end", "amount_unit",
        "budget_total", "budget_fiscal", "budget_other",
    ),
    "funds": ("project_name", "source", "measure", "amount"),
    "goals": ("project_name", "period", "goal_no", "goal_text"),
    "indicators": (
        "project_name", "indicator_no", "level1", "level2", "level1_code", "level2_code", "scheme",
        "indicator_name", "description", "weight", "nature", "standard", "remark", "table_no", "row_no",
    ),
    "targets": (
        "project_name", "indicator_no", "target_no", "period", "region", "grade", "target_text", "operator_text",
        "unit_text", "value_source",
    ),
    "results": ("project_name", "indicator_no", "period", "actual_text", "weight", "score", "deviation_reason"),
    "tasks": ("project_name", "task_no", "task_name", "content", "amount_total", "amount_fiscal", "amount_other"),
})  # fmt: skip
"""The columns of the expected tables. A table that a layout has no rows for has no file."""
NO_AMOUNT = ("rate", "weight", "score")
"""Measures of funds that are no money: their expected amount is the text as printed."""

Row = Mapping[str, str | None]
Titles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fixture:
    """A layout's document. All titles are without white space.

    `shapes`: rows and columns of its tables. `names`: titles of the column that names the indicators, or of the one
    that stands for it. `columns`: expected column → the headers it is printed under. `swap`: two columns that may
    change places; `renamed`: titles that have another name of the same meaning.
    """

    id: str
    build: Callable[[], bytes]
    file_name: str
    shapes: tuple[tuple[int, int], ...]
    columns: Mapping[str, Titles]
    names: Titles = ("三级指标",)
    swap: tuple[str, str] | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return EXPECTED / self.id


def expected(fixture: Fixture) -> dict[str, list[Row]]:
    """The expected tables by name, in the order of their files; an empty field is None."""
    return {
        name: _rows(fixture.folder / f"{name}.csv") for name in COLUMNS if (fixture.folder / f"{name}.csv").exists()
    }


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [{column: text or None for column, text in row.items()} for row in csv.DictReader(lines)]


_SCORED = {
    "weight": ("分值",),
    "score": ("得分",),
}
_H_SHAPES = tuple(
    shape for number in range(1, 33) for shape in ((7, 7), (8 if number % build_h.REPEATED_EVERY else 10, 9))
)

FIXTURES = (
    Fixture(
        "A", build_a.build, "2025_402_某某区教育局_项目支出绩效目标表.docx",
        shapes=((5, 7), (14, 5), (5, 7), (9, 5)),
        columns={"target_text": ("指标值",), "description": ("绩效指标描述",)},
        swap=("绩效指标描述", "指标值"),
        renamed={"指标值": "目标值", "三级指标": "指标内容"},
    ),
    Fixture(
        "B", build_b.build, "2026_某某区文化和旅游局_财政项目支出绩效目标申报表.docx",
        shapes=((21, 6), (20, 6)),
        columns={"target_text": ("年度(/项目)指标值", "年度指标值")},
        swap=("二级指标", "三级指标"),
        renamed={"年度(/项目)指标值": "年度指标值"},
    ),
    Fixture(
        "C", build_c.build, "某某县水利局2024年项目支出绩效目标申报表.docx",
        shapes=((25, 6), (7, 6), (19, 6)),
        columns={"target_text": ("指标值及单位",), "standard": ("绩效标准",), "remark": ("备注",)},
        swap=("指标值及单位", "绩效标准"),
        renamed={"指标值及单位": "指标值(包含数字及文字描述)", "绩效标准": "评价标准"},
    ),
    Fixture(
        "D", build_d.build, "某某县2020年财政专项扶贫资金项目绩效目标表.docx",
        shapes=((21, 6), (16, 6)),
        columns={"target_text": ("指标值",)},
        swap=("三级指标", "指标值"),
        renamed={"指标值": "绩效指标值"},
    ),
    Fixture(
        "E", build_e.build, "太河县2023年项目支出绩效目标表.docx",
        shapes=((19, 8), (15, 8)),
        columns={"target_text": ("指标值",)},
        swap=("三级指标", "指标值"),
        renamed={"指标值": "目标值"},
    ),
    Fixture(
        "F", build_f.build, "2022_某某区红山街道办事处_项目绩效目标表.docx",
        shapes=((19, 7), (14, 7)),
        columns={"target_text": ("指标值",)},
        swap=("三级指标", "指标值"),
        renamed={"三级指标": "指标内容"},
    ),
    Fixture(
        "H", build_h.build, "2026_402_某某市教育局_项目绩效文本.docx",
        shapes=_H_SHAPES,
        columns={
            "target_text": ("优", "良", "中", "差"), "description": ("绩效指标描述",), "standard": ("指标值确定依据",),
        },
        swap=("三级指标", "绩效指标描述"),
        renamed={"绩效指标描述": "指标解释", "指标值确定依据": "绩效标准"},
    ),
    Fixture(
        "J", build_j.build, "2023年度_某某县水务局_部门预算项目支出绩效自评表.docx",
        shapes=((27, 11), (25, 11)),
        columns={
            "target_text": ("指标值",), "operator_text": ("指标性质",), "unit_text": ("度量单位",),
            "actual_text": ("完成值",), "weight": ("权重",), "score": ("得分",), "deviation_reason": ("未完成原因分析",),
        },
        swap=("指标性质", "度量单位"),
        renamed={"指标性质": "计算符号", "度量单位": "计量单位", "完成值": "实际完成值"},
    ),
    Fixture(
        "K", build_k.build, "2022年度_某某市某某区交通运输局_项目支出绩效自评表.docx",
        shapes=((21, 10), (20, 10)),
        columns=_SCORED | {
            "target_text": ("指标值",), "operator_text": ("指标性质",), "unit_text": ("度量单位",),
            "actual_text": ("实际完成值",), "deviation_reason": ("偏差原因分析及改进措施",),
        },
        swap=("实际完成值", "得分"),
        renamed={"指标性质": "运算符号", "实际完成值": "全年实际完成值"},
    ),
    Fixture(
        "L", build_l.build, "2021年度_某某省人力资源和社会保障厅_项目支出绩效自评表.docx",
        shapes=((21, 9), (18, 9)),
        columns=_SCORED | {
            "target_text": ("年度指标值",), "actual_text": ("实际完成值",), "deviation_reason": ("偏差原因分析及改进措施",),
        },
        swap=("年度指标值", "实际完成值"),
        renamed={"实际完成值": "全年实际值", "偏差原因分析及改进措施": "未完成原因分析"},
    ),
    Fixture(
        "M", build_m.build, "2019年度_某某县扶贫开发局_财政专项扶贫资金绩效自评表.docx",
        shapes=((28, 9), (20, 9)),
        columns=_SCORED | {
            "target_text": ("年度指标值",), "actual_text": ("全年实际值",),
            "deviation_reason": ("未完成原因及拟采取的改进措施",),
        },
        swap=("分值", "年度指标值"),
        renamed={"年度指标值": "年度数值", "全年实际值": "全年实际完成值"},
    ),
    Fixture(
        "O", build_o.build, "某某区城市管理局_项目支出绩效目标表.docx",
        shapes=((15, 8), (15, 8)),
        columns={
            "target_text": ("指标值",), "operator_text": ("指标性质",), "unit_text": ("计量单位",),
            "weight": ("指标权重", "权重"),
        },
        names=("指标名称", "三级指标"),
        swap=("计量单位", "指标值"),
        renamed={"指标性质": "运算符", "指标名称": "指标内容"},
    ),
    Fixture(
        "P", build_p.build, "2025年_部门整体支出绩效目标表.docx",
        shapes=((17, 9), (15, 9)),
        columns={
            "target_text": ("指标值",), "unit_text": ("计量单位",), "nature": ("指标值类型",),
            "description": ("指标解释",), "standard": ("评（扣）分标准",), "remark": ("备注",),
        },
        swap=("指标值", "指标解释"),
        renamed={"指标解释": "指标说明", "指标值类型": "指标属性", "评（扣）分标准": "评价标准"},
    ),
    Fixture(
        "Q", build_q.build, "2023年_市级部门整体支出绩效目标表.docx",
        shapes=((19, 7), (17, 7)),
        columns={"target_text": ("目标值",), "description": ("指标解释",)},
        swap=("指标解释", "目标值"),
        renamed={"目标值": "指标值"},
    ),
    Fixture(
        "R", build_r.build, "2023年_专项转移支付区域绩效目标表.docx",
        shapes=((16, 8), (11, 8)),
        columns={
            "target_text": ("全市", "东山县", "西河县", "南岭区", "东河镇", "西山镇", "北坪乡"),
            "unit_text": ("计量单位",), "remark": ("备注",),
        },
        swap=("二级指标", "三级指标"),
        renamed={"计量单位": "度量单位"},
    ),
    Fixture(
        "S", build_s.build, "2024年_某某县专项资金绩效目标表.docx",
        shapes=((9, 10), (6, 8)),
        columns={
            "target_text": (
                "整治村庄数量（个）", "新建污水管网长度（米）", "项目验收合格率", "完成时间", "受益群众人数（人）",
                "生活污水处理率", "群众满意度", "数量指标", "质量指标", "时效指标", "经济效益指标", "可持续影响指标",
                "服务对象满意度指标",
            ),
        },
        names=("乡镇", "镇"),
    ),
    Fixture(
        "T", build_t.build, "2023年_某某市数据资源管理局_项目支出绩效目标公开表.docx",
        shapes=((4, 6),),
        columns={},
        names=("绩效指标",),
        swap=("绩效目标", "绩效指标"),
        renamed={"预算金额": "预算数"},
    ),
    Fixture(
        "U", build_u.build, "2024年_项目支出绩效目标表.docx",
        shapes=((31, 6),),
        columns={"target_text": ("半年（程）指标值", "全年（程）指标值")},
        swap=("二级指标", "三级指标"),
        renamed={"三级指标": "指标内容"},
    ),
)  # fmt: skip
