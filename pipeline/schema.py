"""Every table and column, declared once. Arrow schemas, DuckDB comments and the data dictionary are made from this.

`zh` and `en` say the same in two languages; what stands before the first colon is the label.
"""

from collections.abc import Mapping

from pipeline.closed import MEASURES, NO_AMOUNT, OUTCOMES, PERIODS, ROLES, SOURCES
from pipeline.table import BIGINT, DATE, DOUBLE, FLAG, INT, MONEY, TEXT, Column, Table
from pipeline.table import nullable as _null

_DOCUMENT_ID = Column("document_id", TEXT, "文件编号：文件 SHA-256 的前 16 位", "Document: first 16 hex digits of the file's sha256")
_PROJECT_ID = Column("project_id", TEXT, "项目编号：由单位代码、年度、项目名称和出现次序得出，与文件顺序无关", "Project: made of unit code, year, name and occurrence, not of file order")
_INDICATOR_ID = Column("indicator_id", TEXT, "指标编号：项目编号加项目内指标序号", "Indicator: project_id and the indicator's number in the project")
_TABLE_NO = Column("table_no", INT, "表序号：文件中第几张表，从 1 起", "Table number: in the document, from 1")
_ROW_NO = Column("row_no", INT, "行号：表中第几行，从 1 起", "Row number: in the table, from 1")
_PRINTED_IN = (
    _null("table_no", INT, "表序号：文件中第几张表，从 1 起；不在表内的为空", "Table number: in the document, from 1; null outside of tables"),
    _null("row_no", INT, "行号：表中第几行，从 1 起", "Row number: in the table, from 1"),
)  # fmt: skip
_LABEL = _null("label", TEXT, "印出的栏目名称", "Label: as printed")
_FISCAL_YEAR = _null("fiscal_year", INT, "预算年度", "Fiscal year")
_PERIOD = Column("period", TEXT, "时段：年度、整个项目期、半年；原文未写明为 unstated", "Period: what span it is for; unstated if the document does not say", values=PERIODS)
_REGION = _null("region", TEXT, "地区：分地区填写时的地区名称", "Region: where values are stated per region")
_UNIT_CODE = _null("unit_code", TEXT, "单位代码：文本，前导零有意义", "Unit code: text, since leading zeros count")
_UNIT_NAME = _null("unit_name", TEXT, "预算单位名称", "Budget unit name")

DOCUMENTS = Table(
    "documents", "文件：每个输入文件一行", "Documents: one row per input file", ("document_id",),
    (
        _DOCUMENT_ID,
        Column("path", TEXT, "路径：相对于原始文件夹", "Path: relative to the raw folder"),
        Column("sha256", TEXT, "SHA-256 校验值", "SHA-256 of the file"),
        Column("bytes", BIGINT, "文件大小：字节", "Size: bytes"),
        Column("format", TEXT, "格式：由内容判断，不看扩展名", "Format: what the file holds, whatever its name says"),
        Column("status", TEXT, "读取状态：全部读出、部分读出、拒收", "Status: wholly read, partly read, or rejected", values=("parsed", "partial", "rejected")),
        Column("n_tables", INT, "表格数", "Tables"),
        Column("n_cells", INT, "单元格数：含空白单元格", "Cells: blank ones included"),
        Column("n_projects", INT, "项目数", "Projects"),
        Column("n_indicators", INT, "指标行数", "Indicator rows"),
        Column("pipeline_version", TEXT, "程序版本", "Pipeline version"),
    ),
)  # fmt: skip

CELLS = Table(
    "cells", "单元格：每个印出的单元格一行", "Cells: one row per printed table cell", ("document_id", "table_no", "row_no", "col_no"),
    (
        _DOCUMENT_ID, _TABLE_NO, _ROW_NO,
        Column("col_no", INT, "列号：从 1 起", "Column number: from 1"),
        Column("row_span", INT, "跨行数", "Row span"),
        Column("col_span", INT, "跨列数", "Column span"),
        Column("text", TEXT, "文字：照原样，段落间以换行分隔", "Text: as printed, paragraphs parted by line feeds"),
        _null("role", TEXT, "角色：这一格读作什么；空白格为空", "Role: what became of the cell; null if it is blank", values=ROLES),
    ),
)  # fmt: skip

BUDGET_UNITS = Table(
    "budget_units", "预算单位：每单位每年度一行", "Budget units: one row per unit and fiscal year", ("budget_unit_id",),
    (
        Column("budget_unit_id", TEXT, "单位年度编号：单位代码（无代码时用名称）加年度", "Budget unit: code, or the name where no code is printed, and year"),
        _UNIT_CODE, _UNIT_NAME,
        _null("department_code", TEXT, "部门代码：单位代码的前三位", "Department code: first three digits of the unit code"),
        _FISCAL_YEAR,
    ),
)  # fmt: skip

PROJECTS = Table(
    "projects", "项目：每张项目绩效目标表一行", "Projects: one row per project form", ("project_id",),
    (
        _PROJECT_ID, _DOCUMENT_ID, _TABLE_NO,
        Column("layout", TEXT, "版式：识别所用的表样", "Layout: the form it was read as"),
        _null("project_no", INT, "项目序号：文件中印出的序号", "Project number: as printed in the document"),
        _null("project_code", TEXT, "项目编码：照原样", "Project code: as printed"),
        _null("project_name", TEXT, "项目名称：部门整体支出为部门名称", "Project name: that of the department in a whole-department form"),
        _FISCAL_YEAR,
        _null("fiscal_year_source", TEXT, "年度出处：表内栏目、标题、项目名称、文件名", "Fiscal year source: where the year is printed", values=("field", "title", "name", "file")),
        _null("department_code", TEXT, "主管部门代码：照原样", "Department code: of the supervising department, as printed"),
        _null("department_name", TEXT, "主管部门名称", "Department name: the supervising department"),
        _UNIT_CODE, _UNIT_NAME,
        _null("implementing_unit", TEXT, "实施单位", "Implementing unit"),
        _null("period_start", TEXT, "项目起始时间：照原样", "Period start: as printed"),
        _null("period_end", TEXT, "项目终止时间：照原样", "Period end: as printed"),
        _null("starts_on", DATE, "起始日：由项目起始时间得出，含当日；读不出日期的为空", "Starts on: the first day of the project's period; null if no date can be read"),
        _null("ends_on", DATE, "终止日：由项目终止时间得出，含当日；读不出日期的为空", "Ends on: the last day of the project's period; null if no date can be read"),
        _null("amount_unit", TEXT, "金额单位：表内印出的单位", "Money unit: as printed in the form"),
        _null("budget_total", MONEY, "预算数：元；写明总额和年度额的取年度额，自评表取全年预算数", "Budget: yuan; the annual amount where whole and annual are printed, the adjusted one of self-evaluations"),
        _null("budget_fiscal", MONEY, "其中财政资金：元", "Of which fiscal funds: yuan"),
        _null("budget_other", MONEY, "其他资金：元；空白时为空，不记为零", "Other funds: yuan; null if left blank, never set to zero"),
        _null("funding_use", TEXT, "资金用途", "Funding use: the purpose text"),
    ),
)  # fmt: skip

FORM_FIELDS = Table(
    "form_fields", "表头栏目：项目表里读出的每项一行", "Form fields: one row per header field of a project form", ("project_id", "field_no"),
    (
        _PROJECT_ID,
        Column("field_no", INT, "序号：表内从 1 起", "Number: in the form, from 1"),
        Column("field", TEXT, "栏目：见 ref_form_fields", "Field: see ref_form_fields"),
        Column("text", TEXT, "文字：照原样", "Text: as printed"),
        _LABEL, *_PRINTED_IN,
        _null("col_no", INT, "列号：从 1 起", "Column number: from 1"),
    ),
)  # fmt: skip

FUNDS = Table(
    "funds", "资金：表内印出的每笔金额一行", "Funds: one row per sum of money printed in the form", ("project_id", "fund_no"),
    (
        _PROJECT_ID,
        Column("fund_no", INT, "序号", "Number: in the form"),
        Column("source", TEXT, "资金来源", "Source of funds", values=SOURCES),
        Column("measure", TEXT, "口径：总额、年度额、年初预算、调整后预算、执行数、执行率，及执行率的分值和得分", "Measure: whole, annual, initial, adjusted, executed, the rate of execution, its points and its score", values=MEASURES),
        _null("amount", MONEY, "金额：元；执行率、分值、得分为空", "Amount: yuan; null for a rate, its points and its score"),
        Column("text", TEXT, "印出的文字", "Text: as printed"),
        _LABEL, *_PRINTED_IN,
    ),
)  # fmt: skip

TASKS = Table(
    "tasks", "年度主要任务：部门整体支出绩效目标表中每项任务一行", "Tasks: one row per main task of a whole-department form", ("project_id", "task_no"),
    (
        _PROJECT_ID,
        Column("task_no", INT, "任务序号", "Task number"),
        Column("task_name", TEXT, "任务名称", "Task name"),
        _null("content", TEXT, "主要内容", "Content"),
        _null("amount_total", MONEY, "金额：元", "Amount: yuan"),
        _null("amount_fiscal", MONEY, "其中财政拨款：元", "Of which fiscal funds: yuan"),
        _null("amount_other", MONEY, "其他资金：元", "Other funds: yuan"),
    ),
)  # fmt: skip

GOALS = Table(
    "goals", "绩效目标：每条编号目标一行", "Goals: one row per numbered goal", ("project_id", "period", "goal_no"),
    (
        _PROJECT_ID,
        _PERIOD,
        Column("goal_no", INT, "目标序号", "Goal number"),
        Column("goal_text", TEXT, "目标内容", "Goal text"),
    ),
)  # fmt: skip

FUNDING_ITEMS = Table(
    "funding_items", "用途金额：资金用途文字中每个金额一行", "Funding items: one row per amount named in the purpose text", ("project_id", "item_no"),
    (
        _PROJECT_ID,
        Column("item_no", INT, "序号", "Item number"),
        Column("item_text", TEXT, "原文片段", "Item text: as printed"),
        _null("quantity", DOUBLE, "数量：片段中写明的个数", "Quantity: the count named with the amount"),
        _null("quantity_unit", TEXT, "数量单位", "Quantity unit"),
        Column("amount", MONEY, "金额：元", "Amount: yuan"),
    ),
)  # fmt: skip

INDICATORS = Table(
    "indicators", "绩效指标：每个印出的指标行一行", "Indicators: one row per printed indicator row", ("indicator_id",),
    (
        _INDICATOR_ID, _PROJECT_ID, _DOCUMENT_ID, _TABLE_NO, _ROW_NO,
        Column("block_no", INT, "同行序号：一行并列几个指标时从左起", "Block number: from the left where one row states several indicators"),
        Column("indicator_no", INT, "项目内序号：从 1 起", "Indicator number: in the project, from 1"),
        _null("level1", TEXT, "一级指标：照原样，合并格已下填", "Level 1: as printed, filled down"),
        _null("level2", TEXT, "二级指标：照原样，合并格已下填", "Level 2: as printed, filled down"),
        _null("level1_code", TEXT, "一级指标代码：见 ref_taxonomy", "Level 1 code: see ref_taxonomy"),
        _null("level2_code", TEXT, "二级指标代码：见 ref_taxonomy", "Level 2 code: see ref_taxonomy"),
        _null("scheme", TEXT, "指标体系：按整个项目判断；两种体系都说得通时为空", "Scheme: judged per project; null if it fits more than one"),
        _null("indicator_name", TEXT, "三级指标名称", "Indicator name: level 3"),
        _null("description", TEXT, "指标描述：不含计算公式", "Description: without the formula"),
        _null("formula", TEXT, "计算公式", "Formula: what follows 计算公式"),
        _null("target_text", TEXT, "指标值：照原样；有几个值的以 | 分开", "Target text: as printed; several values are parted by |"),
        _null("weight", TEXT, "分值或权重：照原样", "Weight: as printed"),
        _null("nature", TEXT, "指标性质：定量或定性，照原样", "Nature: quantitative or qualitative, as printed"),
        _null("standard", TEXT, "评价标准或取值依据：照原样", "Standard: what the target is judged by, as printed"),
        _null("remark", TEXT, "备注：照原样", "Remark: as printed"),
        Column("value_source", TEXT, "指标值出处：指标值栏、指标名称、文字段落、没有", "Value source: where the target was printed", values=("target", "name", "block", "none")),
    ),
)  # fmt: skip

PARSE = (
    Column("kind", TEXT, "种类：数量、日期、定性、缺失、未能解析", "Kind: what sort of target it is", values=("quantity", "date", "qualitative", "missing", "unparsed")),
    Column("status", TEXT, "解析状态：partial 时见 leftover", "Status: partial if something was not understood, see leftover", values=("clean", "partial", "unparsed")),
    _null("operator", TEXT, "运算符：原文未写则为空，不补等号", "Operator: null if none is printed, never supplied", values=(">=", "<=", ">", "<", "=", "range", "~")),
    _null("operator_source", TEXT, "运算符出处：符号、文字、单独的列", "Operator source: a sign, a word or a column", values=("symbol", "word", "column")),
    _null("low", DOUBLE, "下限：按印出的单位", "Lower bound: in the printed unit"),
    _null("high", DOUBLE, "上限：按印出的单位", "Upper bound: in the printed unit"),
    _null("low_inclusive", FLAG, "含下限", "Lower bound included"),
    _null("high_inclusive", FLAG, "含上限", "Upper bound included"),
    _null("unit_text", TEXT, "单位原文", "Unit text: as printed, magnitude included"),
    _null("unit", TEXT, "标准单位：分子在前，时间分母在后，不含万、亿", "Unit: canonical; numerator first, time denominators last, no magnitude"),
    _null("dimension", TEXT, "量纲：分子的量纲，见 ref_units", "Dimension: of the numerator, see ref_units"),
    _null("factor", DOUBLE, "换算系数：乘以下限得基本单位下限", "Factor: low times this is base_low"),
    _null("base_unit", TEXT, "基本单位", "Base unit"),
    _null("base_low", DOUBLE, "下限：按基本单位", "Lower bound: in base units"),
    _null("base_high", DOUBLE, "上限：按基本单位", "Upper bound: in base units"),
    _null("change", TEXT, "变动方向：上升、下降；此时上下限为变动的幅度，不是达到的水平；原文未写则为空", "Change: the way the value is to go; the bounds then say by how much, not which level is reached; null if none is printed", values=("rise", "fall")),
    _null("change_from", TEXT, "变动的基数：上年（同比）、上期（环比）、写明的年份或时期、实施之前、计划或预算；原文未写则为空", "Change from: what the change is measured against, the year before, the period before, a named year or period, the state before the work, a plan or budget; null if not printed", values=("year_before", "period_before", "base_period", "before_work", "plan")),
    _null("due_start", DATE, "起始日：含当日", "Due start: the day is included"),
    _null("due_end", DATE, "截止日：含当日", "Due end: the day is included"),
    _null("due_precision", TEXT, "日期精度：不比原文更精", "Due precision: never finer than printed", values=("day", "ten_days", "month", "quarter", "half", "year")),
    _null("year_source", TEXT, "年份出处：原文写明，或取自预算年度", "Year source: printed in the text, or taken from the fiscal year", values=("text", "fiscal_year")),
    _null("quality_direction", TEXT, "定性方向：提升、保持、降低、建立、达标、防范、全覆盖；仅用于定性值，各词不一致时为空，见 ref_qualities", "Quality direction: of a qualitative value; null if its words say none or contradict, see ref_qualities", values=("raise", "keep", "lower", "establish", "meet", "prevent", "cover")),
    _null("quality_strength", TEXT, "定性程度：略有、切实、显著、完全；仅用于定性值，取最强的词", "Quality strength: of a qualitative value, that of its strongest word", values=("slight", "firm", "marked", "complete")),
    _null("span_start", INT, "原文起点：在该值文字中的字符位置，从 0 起", "Span start: character offset in the text of the value, from 0"),
    _null("span_end", INT, "原文终点：不含", "Span end: character offset, not included"),
    Column("leftover", TEXT, "未读懂的文字", "Leftover: text that was not understood"),
    _null("rule_id", TEXT, "规则编号：见 ref_patterns", "Rule: see ref_patterns"),
)  # fmt: skip
"""What the grammar says of a text: the same columns for targets and for actual values."""

TARGETS = Table(
    "targets", "指标值：每个解析出的目标值一行", "Targets: one row per target in a cell", ("indicator_id", "target_no"),
    (
        _INDICATOR_ID,
        Column("target_no", INT, "序号：指标内从 1 起", "Target number: in the indicator, from 1"),
        _PERIOD, _REGION,
        _null("grade", TEXT, "等次：优、良、中、差分别填写时", "Grade: where a value is stated for each"),
        Column("for_year", FLAG, "是否年度值：核对预算、与别处比较所用的值；没有年度值的取其他时段，分等次的取最好一等", "For the year: whether it is what the year's budget pays for; of another span where none is stated for the year, of grades the best"),
        _null("value_text", TEXT, "值的原文：照原样，即该值所在单元格的文字", "Value text: as printed in the cell of the value"),
        _null("operator_text", TEXT, "运算符栏：照原样", "Operator text: as printed in a column of its own"),
        _null("unit_column_text", TEXT, "计量单位栏：照原样", "Unit column text: as printed in a column of its own"),
        *PARSE,
    ),
)  # fmt: skip

RESULTS = Table(
    "results", "完成情况：自评表中每个指标每个时段一行", "Results: one row per indicator and period of a self-evaluation", ("indicator_id", "result_no"),
    (
        _INDICATOR_ID,
        Column("result_no", INT, "序号：指标内从 1 起", "Result number: in the indicator, from 1"),
        _PERIOD, _REGION,
        _null("actual_text", TEXT, "实际完成值：照原样", "Actual text: as printed"),
        _null("weight", TEXT, "分值：照原样", "Weight: as printed"),
        _null("score", TEXT, "得分：照原样", "Score: as printed"),
        _null("deviation_reason", TEXT, "偏差原因和改进措施：照原样", "Deviation reason: and what will be done, as printed"),
        *PARSE,
    ),
)  # fmt: skip

RECONCILIATIONS = Table(
    "reconciliations", "成本核对：每个项目一行", "Reconciliations: cost indicators held against the budget, one row per project", ("project_id",),
    (
        _PROJECT_ID,
        _null("cost_total", MONEY, "成本指标合计：元", "Cost total: yuan, the sum of the items"),
        _null("budget_total", MONEY, "预算数：元", "Budget: yuan"),
        _null("difference", MONEY, "差额：预算数减成本合计，元", "Difference: budget less cost total, yuan"),
        Column("status", TEXT, "结果：相符、不符、无法核对", "Status: outcome", values=OUTCOMES),
        _null("closeness", TEXT, "相符程度：分毫不差、单价取整所致、差额不足一元", "Closeness: to the fen, within the rounding of printed unit prices, or within one yuan", values=("exact", "rounding", "tolerance")),
        _null("allowance", MONEY, "容许差额：元，由单价的取整得出，至少一元", "Allowance: yuan by which the sum may differ; from the rounding of unit prices, at least one yuan"),
        _null("reason", TEXT, "原因代码：无法核对的原因", "Reason: why it cannot be tested", values=("no_budget", "no_cost_indicator", *NO_AMOUNT)),
        _null("purpose_total", MONEY, "用途金额合计：元，资金用途文字中各金额之和", "Purpose total: yuan, the sum of the amounts that the purpose text names"),
        _null("purpose_status", TEXT, "用途核对结果：用途文字没有金额时为空", "Purpose status: outcome for the purpose text; null if it names no amount", values=OUTCOMES),
    ),
)  # fmt: skip

RECONCILIATION_ITEMS = Table(
    "reconciliation_items", "核对明细：每个成本指标一行", "Reconciliation items: one row per cost indicator", ("project_id", "indicator_id"),
    (
        _PROJECT_ID, _INDICATOR_ID,
        _null("quantity_indicator_id", TEXT, "相乘的数量指标", "Quantity indicator: the one multiplied with"),
        _null("second_indicator_id", TEXT, "另一个数量指标：单价有两个分母时再乘，或几个数量相加时", "Second indicator: the other one multiplied with, where the price has two denominators, or added where several counts make one"),
        _null("partner_by", TEXT, "配对依据：名称相同的词，项目只有这一个单价和一个数量，或只有这样配对才合计等于预算", "Partner by: words that the names share, the project's only price and quantity, or the only pairing that comes to the budget", values=("names", "only", "sum")),
        _null("unit_cost", DOUBLE, "单位成本：元，按基本单位", "Unit cost: yuan per unit"),
        _null("quantity", DOUBLE, "数量：有两个分母时为两个数量之积；按月计的年度额为月数", "Quantity: of two denominators the product of both counts; of an amount per month the months of the year"),
        _null("amount", MONEY, "金额：元", "Amount: yuan"),
        Column("method", TEXT, "算法：总额、年度额、单价乘数量、已含在另一项内、不是金额、无法计算", "Method: a total, an amount per year, a unit cost times a quantity, a part of another item, no money, or not computable", values=("total", "per_year", "unit_cost", "part", "not_money", "none")),
        _null("reason", TEXT, "原因代码：无法计算的原因", "Reason: why it cannot be computed", values=NO_AMOUNT),
        _null("step", TEXT, "算式：印出的数值和得出的金额", "Step: the printed terms and what they come to"),
    ),
)  # fmt: skip

INDICATOR_GROUPS = Table(
    "indicator_groups", "指标名称归并：每个印出的名称一行", "Indicator groups: one row per printed name, grouped for comparison", ("indicator_name",),
    (
        Column("indicator_name", TEXT, "指标名称：照原样", "Indicator name: as printed"),
        Column("canonical_name", TEXT, "归并名称：同一归并名称的可以比较", "Canonical name: names that share it can be compared"),
        Column("reason", TEXT, "归并理由：本来如此、去掉标记、去掉模板、去掉年份、去掉标点空白、同义词、去掉虚词、字同序不同", "Reason: the name as it is; without a mark, a template, a year or punctuation; with another word for the same; without words that say nothing; or in another order", values=("same", "mark", "template", "year", "spacing", "same_word", "filler", "order")),
    ),
)  # fmt: skip

ISSUES = Table(
    "issues", "问题：每个发现一行", "Issues: one row per finding", ("issue_id",),
    (
        Column("issue_id", TEXT, "问题编号", "Issue"),
        Column("code", TEXT, "代码：见 ref_issues", "Code: see ref_issues"),
        Column("severity", TEXT, "严重程度：错误、警告、提示", "Severity", values=("error", "warning", "note")),
        Column("criterion", TEXT, "审核标准：完整性、相关性、适当性、可行性，或数据质量", "Criterion: one of the four review criteria, or data quality", values=("完整性", "相关性", "适当性", "可行性", "数据质量")),
        _null("document_id", TEXT, "文件编号", "Document"),
        _null("project_id", TEXT, "项目编号", "Project"),
        _null("indicator_id", TEXT, "指标编号", "Indicator"),
        *_PRINTED_IN,
        Column("message_zh", TEXT, "说明（中文）", "Message in Chinese"),
        Column("message_en", TEXT, "说明（英文）", "Message in English"),
        Column("evidence", TEXT, "印出的证据", "Evidence: as printed"),
    ),
)  # fmt: skip

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS, CELLS, BUDGET_UNITS, PROJECTS, FORM_FIELDS, FUNDS, GOALS, FUNDING_ITEMS, TASKS, INDICATORS, TARGETS, RESULTS,
        RECONCILIATIONS, RECONCILIATION_ITEMS, INDICATOR_GROUPS, ISSUES,
    )
}  # fmt: skip
