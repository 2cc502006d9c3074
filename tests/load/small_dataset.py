"""A small dataset in the shape of the published document, built by hand: what the stages before load hand over.

Two documents, one of them rejected; three projects at three units; targets of every kind; duplicates, a deadline
in the wrong year, unit prices beside totals, classes left out. Every promise holds, so every check passes on it.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.rules import book
from pipeline.run import skeleton
from pipeline.schema.tables import TABLES
from tests.load import built

YEAR = 2025
READ, REJECTED = "0123456789abcdef", "fedcba9876543210"
CODES = {
    "数量指标": ("output", "quantity"),
    "质量指标": ("output", "quality"),
    "时效指标": ("output", "timeliness"),
    "成本指标": ("output", "cost"),
    "社会效益指标": ("benefit", "social_benefit"),
    "可持续影响指标": ("benefit", "sustainability"),
    "服务对象满意度指标": ("satisfaction", "beneficiary_satisfaction"),
}
LEVEL1 = {"output": "产出指标", "benefit": "效益指标", "satisfaction": "满意度指标"}
Row = dict[str, Any]


@dataclass
class Project:
    code: str
    unit: str
    name: str
    budget: str
    rows: list[tuple[str, str, str, Row]]
    reconciliation: Row = field(default_factory=dict)


def quantity(text: str, low=None, high=None, unit_text=None, unit=None, factor=None, base=None, **others) -> Row:
    """A quantity; its operator is read off the text: a sign before it, or none."""
    operator = {"≥": ">=", "≤": "<="}.get(text[0])
    factor = Decimal(factor or 1)
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return {
        "kind": "quantity",
        "operator": operator,
        "operator_source": "symbol" if operator else None,
        "low": bounds[0],
        "high": bounds[1],
        "low_inclusive": None if low is None else True,
        "high_inclusive": None if high is None else True,
        "measure_unit_text": unit_text,
        "measure_unit": unit,
        "factor": factor,
        "base_unit": base or unit,
        "base_low": None if low is None else bounds[0] * factor,
        "base_high": None if high is None else bounds[1] * factor,
        "span_start": 0,
        "span_end": len(text),
        "rule_id": "number",
        **others,
    }


def share(text: str, low=None, high=None) -> Row:
    return quantity(text, low, high, "%", "%", "0.01", "1", dimension="ratio")


def day(text: str, start: date | None, end: date, precision: str, **others) -> Row:
    return {
        "kind": "date",
        "due_start": start,
        "due_end": end,
        "due_precision": precision,
        "year_source": "text",
        "span_start": 0,
        "span_end": len(text),
        "rule_id": "date",
        **others,
    }


def words(text: str) -> Row:
    return {"kind": "qualitative", "span_start": 0, "span_end": len(text), "rule_id": "words"}


TARGET = {"target_no": 1, "period": "unstated", "for_year": True, "status": "clean", "leftover": ""}
BEFORE = {"operator": "<=", "operator_source": "word"}
PROJECTS = [
    Project(
        "351101", "天津市滨海新区财政局", "2025年财政信息系统网络及运维经费", "1957925.00",
        [
            ("数量指标", "维护信息系统数量", "≥8个", quantity("≥8个", 8, None, "个", "个", dimension="count")),
            ("数量指标", "电子化支付CA证书数量", "315个", quantity("315个", 315, 315, "个", "个", dimension="count")),
            ("质量指标", "CA证书故障率", "≤5%", share("≤5%", high=5)),
            ("质量指标", "等保测评机构资质达标率", "100%", share("100%", 100, 100)),
            ("时效指标", "等保测评完成时间", "2025年12月31日前", day("2025年12月31日前", None, date(2025, 12, 31), "day", **BEFORE)),
            ("时效指标", "CA证书制作完成时间", "12月", day("12月", date(2025, 12, 1), date(2025, 12, 31), "month", year_source="fiscal_year")),
            ("成本指标", "电子化支付CA证书单位制作成本", "≤95元/个", quantity("≤95元/个", None, 95, "元/个", "元/个", dimension="money")),
            ("成本指标", "信息系统运维成本", "≤162.8万元/年", quantity("≤162.8万元/年", None, "162.8", "万元/年", "元/年", 10000, dimension="money")),
            ("成本指标", "机柜托管成本", "≤30万元", quantity("≤30万元", None, 30, "万元", "元", 10000, dimension="money")),
            ("可持续影响指标", "保障信息系统和数据安全", "有效保障", words("有效保障")),
            ("可持续影响指标", "保障信息系统和数据安全", "有效保障", words("有效保障")),
            ("服务对象满意度指标", "财政信息系统用户满意率", "≥95%", share("≥95%", 95)),
        ],
        {"cost_total": "1957925.00", "difference": "0.00", "status": "reconciled"},
    ),
    Project(
        "351201", "天津市滨海新区财政综合服务中心", "2025年长聘人员经费", "1646000.00",
        [
            ("数量指标", "多种用工人员经费发放人数", "≥20人", quantity("≥20人", 20, None, "人", "人", dimension="count")),
            ("质量指标", "多种用工人员经费发放准确率", "≥95%以", share("≥95%", 95) | {"status": "partial", "span_end": 4, "leftover": "以"}),
            ("时效指标", "多种用工人员经费发放完成时间", "2024年12月底", day("2024年12月底", None, date(2024, 12, 31), "day")),
            ("成本指标", "多种用工人员经费标准", "≤8.23万元/年/人", quantity("≤8.23万元/年/人", None, "8.23", "万元/年/人", "元/人/年", 10000, dimension="money")),
            ("社会效益指标", "多种用工人员到岗率", "二100〇", {"kind": "unparsed", "status": "unparsed", "leftover": "二100〇"}),
            ("服务对象满意度指标", "多种用工人员满意度", "≥95%", share("≥95%", 95)),
        ],
        {"cost_total": "1646000.00", "difference": "0.00", "status": "reconciled"},
    ),
    Project(
        "351202", "天津市滨海新区股权投资稳定促进中心", "2025年长聘人员经费", "457800.00",
        [
            ("数量指标", "多种用工人员经费发放人数", " ", {"kind": "missing", "rule_id": "blank"}),
            ("成本指标", "多种用工人员经费标准", "≤7.63万元/年/人", quantity("≤7.63万元/年/人", None, "7.63", "万元/年/人", "元/人/年", 10000, dimension="money")),
            ("可持续影响指标", "完善多种用工人员经费管理制度", "持续有效", words("持续有效")),
            ("服务对象满意度指标", "多种用工人员满意度", "≥90%", share("≥90%", 90)),
        ],
        {"status": "not_testable", "reason": "quantity_not_stated"},
    ),
]  # fmt: skip


def frames() -> dict[str, pd.DataFrame]:
    """Every table of the schema as the transform would hand it over: Decimals, dates and None in object columns."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for number, project in enumerate(PROJECTS, 1):
        _project(rows, project, f"p{number}", 2 * number - 1)
        _indicators(rows, project, f"p{number}", 2 * number)
    _reconciliation_items(rows)
    for name in sorted({row["indicator_name"] for row in rows["indicators"]}):
        _add(rows, "indicator_groups", indicator_name=name, canonical_name=name, reason="same")
    _cell(rows, 6, 99, 1, "见附件", "unread")
    _issues(rows)
    _documents(rows)
    return {name: _frame(rows[name], name) for name in TABLES}


def references() -> dict[str, tuple]:
    """The rule vocabularies that a run hands over."""
    return skeleton.references(book.default())


def _frame(rows: list[Row], name: str) -> pd.DataFrame:
    columns = [column.name for column in TABLES[name].columns]
    return pd.DataFrame([[row.get(column) for column in columns] for row in rows], columns=columns, dtype=object)


def _add(rows: dict[str, list[Row]], table: str, **row: Any) -> None:
    rows[table].append(row)


def _cell(rows: dict[str, list[Row]], table_no: int, row_no: int, col_no: int, text: str, role: str) -> None:
    _add(
        rows, "cells", document_id=READ, table_no=table_no, row_no=row_no, col_no=col_no, row_span=1, col_span=1,
        text=text, role=role if text.strip() else None,
    )  # fmt: skip


def _project(rows: dict[str, list[Row]], project: Project, project_id: str, table_no: int) -> None:
    code, unit, budget = project.code, project.unit, Decimal(project.budget)
    _add(
        rows, "budget_units", budget_unit_id=f"{code}-{YEAR}", unit_code=code, unit_name=unit,
        department_code=code[:3], fiscal_year=YEAR,
    )  # fmt: skip
    _add(
        rows, "projects", project_id=project_id, document_id=READ, table_no=table_no, layout="A",
        project_no=int(project_id[1:]), project_name=project.name, fiscal_year=YEAR, fiscal_year_source="name",
        unit_code=code, unit_name=unit, amount_unit="元", budget_total=budget, budget_fiscal=budget,
        funding_use="支付宣传费2项8万元。",
    )  # fmt: skip
    _add(
        rows, "funds", project_id=project_id, fund_no=1, source="total", measure="annual", amount=budget,
        text=project.budget, label="预算数",
    )  # fmt: skip
    _add(rows, "goals", project_id=project_id, period="unstated", goal_no=1, goal_text="保障系统正常运行")
    _add(
        rows, "funding_items", project_id=project_id, item_no=1, item_text="宣传费2项8万元",
        quantity=Decimal(2), quantity_unit="项", amount=Decimal(80000),
    )  # fmt: skip
    money = {name: Decimal(text) for name, text in project.reconciliation.items() if text[-1].isdigit()}
    _add(rows, "reconciliations", project_id=project_id, budget_total=budget, **(project.reconciliation | money))
    _form_cells(rows, project, table_no)


def _form_cells(rows: dict[str, list[Row]], project: Project, table_no: int) -> None:
    printed = [
        (project.code + project.unit, "field"), ("单位：元", "amount_unit"),
        ("项目名称", "label"), (project.name, "field"),
        ("预算数", "label"), (project.budget, "field"),
        ("其他资金", "label"), ("\u3000", "field"),
    ]  # fmt: skip
    for col_no, (text, role) in enumerate(printed, 1):
        _cell(rows, table_no, 1, col_no, text, role)


def _indicators(rows: dict[str, list[Row]], project: Project, project_id: str, table_no: int) -> None:
    for col_no, header in enumerate(("一级指标", "二级指标", "三级指标", "指标值", "绩效指标描述"), 1):
        _cell(rows, table_no, 1, col_no, header, "header")
    for number, (level2, name, text, target) in enumerate(project.rows, 1):
        level1_code, level2_code = CODES[level2]
        levels = [(LEVEL1[level1_code], "level"), (level2, "level")]
        printed = [*levels, (name, "indicator"), (text, "target"), (name, "description")]
        for col_no, (cell, role) in enumerate(printed, 1):
            _cell(rows, table_no, number + 1, col_no, cell, role)
        indicator_id = f"{project_id}-{number:02d}"
        _add(
            rows, "indicators", indicator_id=indicator_id, project_id=project_id, document_id=READ,
            table_no=table_no, row_no=number + 1, block_no=1, indicator_no=number, level1=LEVEL1[level1_code], level2=level2,
            level1_code=level1_code, level2_code=level2_code, scheme="2015", indicator_name=name, description=name,
            target_text=text if text.strip() else None, applies=True, value_source="target" if text.strip() else "none",
            role_source="word",
        )  # fmt: skip
        printed = text if text.strip() else None
        rows["targets"].append(TARGET | {"indicator_id": indicator_id, "value_text": printed} | target)


def _reconciliation_items(rows: dict[str, list[Row]]) -> None:
    items = [
        ("p1-07", "p1-02", "95", "315", "29925.00", "unit_cost"),
        ("p1-08", None, None, None, "1628000.00", "per_year"),
        ("p1-09", None, None, None, "300000.00", "total"),
        ("p2-04", "p2-01", "82300", "20", "1646000.00", "unit_cost"),
        ("p3-02", None, "76300", None, None, "none"),
    ]
    for indicator_id, partner, *numbers, method in items:
        unit_cost, quantity, amount = (number and Decimal(number) for number in numbers)
        _add(
            rows, "reconciliation_items", project_id=indicator_id[:2], indicator_id=indicator_id,
            quantity_indicator_id=partner, unit_cost=unit_cost, quantity=quantity, amount=amount, method=method,
        )  # fmt: skip


def _issues(rows: dict[str, list[Row]]) -> None:
    found = [
        ("damaged_pdf", REJECTED, None, None, None),
        ("unread_cell", READ, None, 6, 99),
        ("deadline_without_year", READ, "p1-06", 2, 7),
        ("duplicate_indicator", READ, "p1-11", 2, 12),
        ("target_partly_parsed", READ, "p2-02", 4, 3),
        ("deadline_outside_fiscal_year", READ, "p2-03", 4, 4),
        ("target_unparsed", READ, "p2-05", 4, 6),
        ("target_missing", READ, "p3-01", 6, 2),
    ]
    for number, (code, document_id, indicator_id, table_no, row_no) in enumerate(found, 1):
        rule = book.default().issues[code]
        _add(
            rows, "issues", issue_id=f"i{number}", code=code, severity=rule.severity, criterion=rule.criterion,
            document_id=document_id, project_id=indicator_id and indicator_id[:2], indicator_id=indicator_id,
            table_no=table_no, row_no=row_no, message_zh=rule.message_zh, message_en=rule.message_en, evidence="",
        )  # fmt: skip


def _documents(rows: dict[str, list[Row]]) -> None:
    n_cells, n_indicators = len(rows["cells"]), len(rows["indicators"])
    for document_id, path, format, status, counts in (
        (READ, "2025_351_项目支出绩效目标表.docx", "docx", "partial", (6, n_cells, 3, n_indicators)),
        (REJECTED, "绩效目标表.docx", "pdf", "rejected", (0, 0, 0, 0)),
    ):
        _add(
            rows, "documents", document_id=document_id, path=path, sha256=document_id * 4, bytes=46267, format=format,
            status=status, n_tables=counts[0], n_cells=counts[1], n_projects=counts[2], n_indicators=counts[3],
            pipeline_version="0.1.0",
        )  # fmt: skip


def build(folder: Path) -> Path:
    """Writes the dataset to `folder` as a run does; the path of the database."""
    built.write(built.conformed(frames()), folder)
    return built.build(folder, references())
