"""Budget units, projects and what their forms state."""

from pipeline.schema.codes import FIELD_SOURCES, MEASURES, SOURCES
from pipeline.schema.column import DATE, DOUBLE, INT, MONEY, TEXT, Column, Table, nullable
from pipeline.schema.tables.columns import (
    DOCUMENT_ID,
    FISCAL_YEAR,
    LABEL,
    PERIOD,
    PRINTED_IN,
    PROJECT_ID,
    TABLE_NO,
    UNIT_CODE,
    UNIT_NAME,
)

BUDGET_UNITS = Table(
    "budget_units", "预算单位：每单位每年度一行", "Budget units: one row per unit and fiscal year", ("budget_unit_id",),
    (
        Column("budget_unit_id", TEXT, "单位年度编号：单位代码（无代码时用名称）加年度", "Budget unit: code, or the name where no code is printed, and year"),
        UNIT_CODE, UNIT_NAME,
        nullable("department_code", TEXT, "部门代码：单位代码的前三位", "Department code: first three digits of the unit code"),
        FISCAL_YEAR,
    ),
)  # fmt: skip

PROJECTS = Table(
    "projects", "项目：每张项目绩效目标表一行", "Projects: one row per project form", ("project_id",),
    (
        PROJECT_ID, DOCUMENT_ID, TABLE_NO,
        Column("layout", TEXT, "版式：识别所用的表样", "Layout: the form it was read as"),
        nullable("project_no", INT, "项目序号：文件中印出的序号", "Project number: as printed in the document"),
        nullable("project_code", TEXT, "项目编码：照原样", "Project code: as printed"),
        nullable("project_name", TEXT, "项目名称：部门整体支出为部门名称", "Project name: that of the department in a whole-department form"),
        FISCAL_YEAR,
        nullable("fiscal_year_source", TEXT, "年度出处：表内栏目、表的标题、金额栏目的名称、文件或章节的标题、项目名称、文件名", "Fiscal year source: where the year is printed", values=("field", "title", "label", "heading", "name", "file")),
        nullable("department_code", TEXT, "主管部门代码：照原样", "Department code: of the supervising department, as printed"),
        nullable("department_name", TEXT, "主管部门名称", "Department name: the supervising department"),
        UNIT_CODE, UNIT_NAME,
        nullable("implementing_unit", TEXT, "实施单位", "Implementing unit"),
        nullable("period_start", TEXT, "项目起始时间：照原样", "Period start: as printed"),
        nullable("period_end", TEXT, "项目终止时间：照原样", "Period end: as printed"),
        nullable("starts_on", DATE, "起始日：由项目起始时间得出，含当日；读不出日期的为空", "Starts on: the first day of the project's period; null if no date can be read"),
        nullable("ends_on", DATE, "终止日：由项目终止时间得出，含当日；读不出日期的为空", "Ends on: the last day of the project's period; null if no date can be read"),
        nullable("amount_unit", TEXT, "金额单位：表内印出的单位", "Money unit: as printed in the form"),
        nullable("budget_total", MONEY, "预算数：元；写明总额和年度额的取年度额，自评表取全年预算数；没有印总额时，取各来源中唯一有金额的一项", "Budget: yuan; the annual amount where whole and annual are printed, the adjusted one of self-evaluations; where no total is printed, the only source that has money"),
        nullable("budget_fiscal", MONEY, "其中财政资金：元", "Of which fiscal funds: yuan"),
        nullable("budget_other", MONEY, "其他资金：元；空白时为空，不记为零", "Other funds: yuan; null if left blank, never set to zero"),
        nullable("funding_use", TEXT, "资金用途", "Funding use: the purpose text"),
    ),
)  # fmt: skip

FORM_FIELDS = Table(
    "form_fields", "表头栏目：项目表里读出的每项一行", "Form fields: one row per header field of a project form", ("project_id", "field_no"),
    (
        PROJECT_ID,
        Column("field_no", INT, "序号：表内从 1 起", "Number: in the form, from 1"),
        Column("field", TEXT, "栏目：见 ref_form_fields", "Field: see ref_form_fields"),
        Column("text", TEXT, "文字：照原样", "Text: as printed"),
        LABEL,
        Column("role_source", TEXT, "栏目依据：名称（word）、名称的语素（parts）、名称的位置（place）、单元格的写法（pattern）、表上的文字（above）、列的表头（column）、各部分相加（arithmetic）、文件里另一张项目清单（listed）", "Role source: how the field was known: by its label as a whole (word), the label's parts or place, the form of the cell (pattern), the lines above the form, the header of its column, its parts, which come to it (arithmetic), or its name in a list of projects elsewhere in the document (listed)", values=FIELD_SOURCES),
        *PRINTED_IN,
        nullable("col_no", INT, "列号：从 1 起", "Column number: from 1"),
    ),
)  # fmt: skip

FUNDS = Table(
    "funds", "资金：表内印出的每笔金额一行", "Funds: one row per sum of money printed in the form", ("project_id", "fund_no"),
    (
        PROJECT_ID,
        Column("fund_no", INT, "序号", "Number: in the form"),
        Column("source", TEXT, "资金来源", "Source of funds", values=SOURCES),
        Column("measure", TEXT, "口径：总额、年度额、年初预算、调整后预算、执行数、执行率，及执行率的分值和得分", "Measure: whole, annual, initial, adjusted, executed, the rate of execution, its points and its score", values=MEASURES),
        nullable("amount", MONEY, "金额：元；执行率、分值、得分为空", "Amount: yuan; null for a rate, its points and its score"),
        Column("text", TEXT, "印出的文字", "Text: as printed"),
        LABEL, *PRINTED_IN,
    ),
)  # fmt: skip

TASKS = Table(
    "tasks", "年度主要任务：部门整体支出绩效目标表中每项任务一行", "Tasks: one row per main task of a whole-department form", ("project_id", "task_no"),
    (
        PROJECT_ID,
        Column("task_no", INT, "任务序号", "Task number"),
        Column("task_name", TEXT, "任务名称", "Task name"),
        nullable("content", TEXT, "主要内容", "Content"),
        nullable("amount_total", MONEY, "金额：元", "Amount: yuan"),
        nullable("amount_fiscal", MONEY, "其中财政拨款：元", "Of which fiscal funds: yuan"),
        nullable("amount_other", MONEY, "其他资金：元", "Other funds: yuan"),
    ),
)  # fmt: skip

GOALS = Table(
    "goals", "绩效目标：每条编号目标一行", "Goals: one row per numbered goal", ("project_id", "period", "goal_no"),
    (
        PROJECT_ID,
        PERIOD,
        Column("goal_no", INT, "目标序号", "Goal number"),
        Column("goal_text", TEXT, "目标内容", "Goal text"),
    ),
)  # fmt: skip

FUNDING_ITEMS = Table(
    "funding_items", "用途金额：资金用途文字中每个金额一行", "Funding items: one row per amount named in the purpose text", ("project_id", "item_no"),
    (
        PROJECT_ID,
        Column("item_no", INT, "序号", "Item number"),
        Column("item_text", TEXT, "原文片段", "Item text: as printed"),
        nullable("quantity", DOUBLE, "数量：片段中写明的个数", "Quantity: the count named with the amount"),
        nullable("quantity_unit", TEXT, "数量单位", "Quantity unit"),
        Column("amount", MONEY, "金额：元", "Amount: yuan"),
    ),
)  # fmt: skip
