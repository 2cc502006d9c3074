"""The small dataset and a second document, whose tables are of other layouts.

One project: a self-evaluation with sign, value and unit in columns of their own, and values of two periods; regions as
rows and classes as columns; indicators in a block of text; a target that stands in a name; a department's task. Every
promise holds here too.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from pipeline.schema.tables import TABLES
from tests.load import built, small_dataset
from tests.load.small_dataset import TARGET, Row, quantity, share

DOCUMENT, PROJECT = "00112233445566ff", "p4"
FORM, EVALUATED, REGIONS, BLOCK, TASKS = 1, 2, 3, 4, 5
BUDGET = Decimal("1200000.00")
Rows = dict[str, list[Row]]


def frames() -> dict[str, pd.DataFrame]:
    """Every table of the schema, as `small_dataset.frames` hands it over."""
    rows: Rows = {name: [] for name in TABLES}
    for add in (_project, _evaluated, _regions, _block, _names, _document):
        add(rows)
    small = small_dataset.frames()
    return {name: pd.DataFrame([*small[name].to_dict("records"), *_whole(rows[name], name)], dtype=object)
            .reindex(columns=small[name].columns) for name in TABLES}  # fmt: skip


def _whole(rows: list[Row], name: str) -> list[Row]:
    return [{column.name: row.get(column.name) for column in TABLES[name].columns} for row in rows]


def _cells(rows: Rows, table_no: int, row_no: int, printed: list[tuple[str, str]]) -> None:
    """A row of cells as (text, role), from the left."""
    for col_no, (text, role) in enumerate(printed, 1):
        rows["cells"].append({
            "document_id": DOCUMENT, "table_no": table_no, "row_no": row_no, "col_no": col_no, "row_span": 1,
            "col_span": 1, "text": text, "role": role if text.strip() else None,
        })  # fmt: skip


def _indicator(rows: Rows, table_no: int, row_no: int, **row: Any) -> str:
    """Adds an indicator; its id."""
    number = len(rows["indicators"]) + 1
    indicator_id = f"{PROJECT}-{number:02d}"
    place = {"table_no": table_no, "row_no": row_no, "block_no": 1, "indicator_no": number}
    levels = {"level1": "产出指标", "level2": "数量指标", "level1_code": "output", "level2_code": "quantity"}
    own = {
        "indicator_id": indicator_id,
        "project_id": PROJECT,
        "document_id": DOCUMENT,
        "value_source": "target",
        "applies": True,
    }
    own["role_source"] = "word"
    rows["indicators"].append(own | place | levels | row)
    return indicator_id


def _target(rows: Rows, indicator_id: str, number: int, text: str, parse: Row, **row: Any) -> None:
    own = {"indicator_id": indicator_id, "target_no": number, "value_text": text}
    rows["targets"].append(TARGET | parse | own | row)


def _project(rows: Rows) -> None:
    unit = {"unit_code": "401001", "unit_name": "某某县水务局", "fiscal_year": 2023}
    rows["budget_units"].append({"budget_unit_id": "401001-2023", "department_code": "401"} | unit)
    rows["projects"].append({
        "project_id": PROJECT, "document_id": DOCUMENT, "table_no": FORM, "layout": "J", "project_name": "小型水利设施管护",
        "fiscal_year_source": "title", "amount_unit": "万元", "budget_total": BUDGET,
    } | unit)  # fmt: skip
    rows["funds"].append({
        "project_id": PROJECT, "fund_no": 1, "source": "total", "measure": "annual", "amount": BUDGET, "text": "120.00",
        "label": "年度资金总额", "table_no": FORM, "row_no": 1,
    })  # fmt: skip
    rows["form_fields"].append({
        "project_id": PROJECT, "field_no": 1, "field": "project_name", "text": "小型水利设施管护", "label": "项目名称",
        "role_source": "word",
        "table_no": FORM, "row_no": 1, "col_no": 2,
    })  # fmt: skip
    for period in ("annual", "whole"):
        rows["goals"].append({"project_id": PROJECT, "period": period, "goal_no": 1, "goal_text": "管护设施"})
    task = {"task_no": 1, "task_name": "设施管护", "content": "清淤除险", "amount_total": BUDGET}
    rows["tasks"].append({"project_id": PROJECT} | task)
    reconciliation = {"budget_total": BUDGET, "status": "not_testable", "reason": "no_cost_indicator"}
    rows["reconciliations"].append({"project_id": PROJECT} | reconciliation)
    _cells(
        rows,
        FORM,
        1,
        [("项目名称", "label"), ("小型水利设施管护", "field"), ("年度资金总额", "label"), ("120.00", "field")],
    )
    _cells(rows, TASKS, 1, [("设施管护", "task"), ("清淤除险", "task"), ("120.00", "task")])


def _evaluated(rows: Rows) -> None:
    """A row per indicator: name, sign, value, unit, actual value, weight, score, reason; two values in the last row."""
    count = {"operator": ">=", "operator_source": "column", "dimension": "count"}
    printed = [
        ("管护信息系统数量", "56", quantity("56", 56, None, "处", "处", **count), "处", "58", quantity("58", 58, 58)),
        ("设施完好率", "95", share("95", 95) | count | {"dimension": "ratio"}, "%", "93%", share("93%", 93, 93)),
    ]
    for row_no, (name, text, parse, unit, actual, done) in enumerate(printed, 2):
        said = {"operator_text": "≥", "measure_unit_column_text": unit}
        found = _indicator(rows, EVALUATED, row_no, indicator_name=name, target_text=text, weight="10", nature="定量")
        _target(rows, found, 1, text, parse, **said)
        scored = {"weight": "10", "score": "9.5", "deviation_reason": "洪水损毁"}
        result = {"indicator_id": found, "result_no": 1, "period": "unstated", "actual_text": actual}
        rows["results"].append(result | {"status": "clean", "leftover": ""} | scored | done)
        _cells(rows, EVALUATED, row_no, [
            (name, "indicator"), ("定量", "nature"), ("≥", "operator"), (text, "target"), (unit, "value_unit"),
            (actual, "actual"), ("10", "weight"), ("9.5", "score"), ("洪水损毁", "reason"),
        ])  # fmt: skip
    found = _indicator(rows, EVALUATED, 4, indicator_name="渠道畅通率", target_text="≥90% | ≥90%")
    for number, period in enumerate(("annual", "half"), 1):
        _target(rows, found, number, "≥90%", share("≥90%", 90), period=period)
    _cells(rows, EVALUATED, 4, [("渠道畅通率", "indicator"), ("≥90%", "target"), ("≥90%", "target")])
    name = "损毁率≤5%"
    found = _indicator(rows, EVALUATED, 5, indicator_name=name, value_source="name")
    _target(rows, found, 1, name, share("≤5%", high=5) | {"span_start": 3, "span_end": 6})
    _cells(rows, EVALUATED, 5, [(name, "indicator"), (" ", "target")])


def _regions(rows: Rows) -> None:
    """Towns as rows, classes as columns: an indicator stands in the header, each of its values in the row of its town."""
    _cells(rows, REGIONS, 1, [("乡镇", "header"), ("数量指标", "header")])
    found = _indicator(rows, REGIONS, 1, target_text="8个 | 9个")
    for number, (town, text) in enumerate((("东河镇", "8个"), ("西山镇", "9个")), 1):
        count = Decimal(text[0])
        _target(rows, found, number, text, quantity(text, count, count, "个", "个"), region=town)
        _cells(rows, REGIONS, number + 1, [(town, "region"), (text, "target")])


def _block(rows: Rows) -> None:
    """Two indicators of one name in a cell."""
    for block_no in (1, 2):
        found = _indicator(
            rows,
            BLOCK,
            2,
            block_no=block_no,
            indicator_name="指标1:机柜数量",
            target_text="≥77台",
            value_source="block",
        )
        _target(rows, found, 1, "≥77台", quantity("≥77台", 77, None, "台", "台", dimension="count"))
    _cells(
        rows,
        BLOCK,
        2,
        [("【产出指标-数量指标】指标1:机柜数量(≥77台)\n【产出指标-质量指标】指标1:机柜数量(≥77台)", "indicator")],
    )


def _names(rows: Rows) -> None:
    for name in sorted({row["indicator_name"] for row in rows["indicators"] if row.get("indicator_name")}):
        rows["indicator_groups"].append({"indicator_name": name, "canonical_name": name, "reason": "same"})


def _document(rows: Rows) -> None:
    rows["documents"].append({
        "document_id": DOCUMENT, "path": "2023_自评表.docx", "sha256": DOCUMENT * 4, "bytes": 40000, "format": "docx",
        "status": "parsed", "n_tables": TASKS, "n_cells": len(rows["cells"]), "n_projects": 1,
        "n_indicators": len(rows["indicators"]), "pipeline_version": "0.1.0",
    })  # fmt: skip


def build(folder: Path) -> Path:
    """Writes the dataset to `folder` as a run does; the path of the database."""
    built.write(built.conformed(frames()), folder)
    return built.build(folder, small_dataset.references())
