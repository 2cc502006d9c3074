"""Indicators, their targets and results."""

from pipeline.schema.column import DATE, DOUBLE, FLAG, INT, TEXT, Column, Table, nullable
from pipeline.schema.tables.columns import DOCUMENT_ID, INDICATOR_ID, PERIOD, PROJECT_ID, REGION, ROW_NO, TABLE_NO

INDICATORS = Table(
    "indicators", "绩效指标：每个印出的指标行一行", "Indicators: one row per printed indicator row", ("indicator_id",),
    (
        INDICATOR_ID, PROJECT_ID, DOCUMENT_ID, TABLE_NO, ROW_NO,
        nullable("rest_table_no", INT, "断行所续的表：指标行被分页断成两行时，后一半所在的表", "Rest, table number: where a page cuts the row in two, the table in which it goes on"),
        nullable("rest_row_no", INT, "断行所续的行：见 rest_table_no", "Rest, row number: see rest_table_no"),
        Column("block_no", INT, "同行序号：一行并列几个指标时从左起", "Block number: from the left where one row states several indicators"),
        Column("indicator_no", INT, "项目内序号：从 1 起", "Indicator number: in the project, from 1"),
        nullable("level1", TEXT, "一级指标：照原样，合并格已下填", "Level 1: as printed, filled down"),
        nullable("level2", TEXT, "二级指标：照原样，合并格已下填", "Level 2: as printed, filled down"),
        nullable("level1_code", TEXT, "一级指标代码：见 ref_taxonomy", "Level 1 code: see ref_taxonomy"),
        nullable("level2_code", TEXT, "二级指标代码：见 ref_taxonomy", "Level 2 code: see ref_taxonomy"),
        nullable("scheme", TEXT, "指标体系：按整个项目判断；两种体系都说得通时为空", "Scheme: judged per project; null if it fits more than one"),
        nullable("indicator_name", TEXT, "三级指标名称", "Indicator name: level 3"),
        nullable("description", TEXT, "指标描述：不含计算公式", "Description: without the formula"),
        nullable("formula", TEXT, "计算公式", "Formula: what follows 计算公式"),
        nullable("target_text", TEXT, "指标值：照原样；有几个值的以 | 分开", "Target text: as printed; several values are parted by |"),
        nullable("weight", TEXT, "分值或权重：照原样", "Weight: as printed"),
        nullable("nature", TEXT, "指标性质：定量或定性，照原样", "Nature: quantitative or qualitative, as printed"),
        nullable("standard", TEXT, "评价标准或取值依据：照原样", "Standard: what the target is judged by, as printed"),
        nullable("remark", TEXT, "备注：照原样", "Remark: as printed"),
        Column("applies", FLAG, "是否适用：名称或指标值写明不适用、无、不涉及的行为否，不作审核，不计入比例", "Applies: false for a row whose name or target says that it does not, which is neither judged nor counted"),
        nullable("applies_source", TEXT, "不适用写在哪里：名称、指标值、两处", "Applies source: where it is printed that the row does not apply", values=("name", "value", "both")),
        Column("value_source", TEXT, "指标值出处：指标值栏、指标名称、文字段落、没有", "Value source: where the target was printed", values=("target", "name", "block", "none")),
        Column("role_source", TEXT, "指标值栏怎样认出：表头原词、表头的词素、栏中内容、数字相加；没有这样的栏；有栏未认出，指标值可能在其中", "Role source: how the column of the target was found, by the word of its header, by the parts of it, by what the column holds, by its sums; none if there is no such column, unknown if the target may stand in one that was not recognised", values=("word", "parts", "content", "arithmetic", "none", "unknown")),
    ),
)  # fmt: skip

PARSE = (
    Column("kind", TEXT, "种类：数量、日期、定性、缺失、未能解析、不明（指标值栏未认出）", "Kind: what sort of target it is; unknown if the column that it may stand in was not recognised", values=("quantity", "date", "qualitative", "missing", "unparsed", "unknown")),
    Column("status", TEXT, "解析状态：partial 时见 leftover", "Status: partial if something was not understood, see leftover", values=("clean", "partial", "unparsed")),
    nullable("operator", TEXT, "运算符：原文未写则为空，不补等号", "Operator: null if none is printed, never supplied", values=(">=", "<=", ">", "<", "=", "range", "~")),
    nullable("operator_source", TEXT, "运算符出处：符号、文字、单独的列、指标名称", "Operator source: a sign, a word, a column or the indicator's name", values=("symbol", "word", "column", "name")),
    nullable("low", DOUBLE, "下限：按印出的单位", "Lower bound: in the printed unit"),
    nullable("high", DOUBLE, "上限：按印出的单位", "Upper bound: in the printed unit"),
    nullable("low_inclusive", FLAG, "含下限", "Lower bound included"),
    nullable("high_inclusive", FLAG, "含上限", "Upper bound included"),
    nullable("measure_unit_text", TEXT, "计量单位原文：照原样，含万、亿", "Unit of measure, text: as printed, magnitude included"),
    nullable("measure_unit", TEXT, "计量单位：统一说法，分子在前，时间分母在后，不含万、亿；不是预算单位", "Unit of measure: canonical, not the budget unit; numerator first, time denominators last, no magnitude"),
    nullable("dimension", TEXT, "量纲：分子的量纲，见 ref_units", "Dimension: of the numerator, see ref_units"),
    nullable("factor", DOUBLE, "换算系数：乘以下限得基本单位下限", "Factor: low times this is base_low"),
    nullable("base_unit", TEXT, "基本单位：base_low、base_high 所用的计量单位", "Base unit: of measure, that of base_low and base_high"),
    nullable("base_low", DOUBLE, "下限：按基本单位", "Lower bound: in base units"),
    nullable("base_high", DOUBLE, "上限：按基本单位", "Upper bound: in base units"),
    nullable("change", TEXT, "变动方向：上升、下降；此时上下限为变动的幅度，不是达到的水平；原文未写则为空", "Change: the way the value is to go; the bounds then say by how much, not which level is reached; null if none is printed", values=("rise", "fall")),
    nullable("change_from", TEXT, "变动的基数：上年（同比）、上期（环比）、写明的年份或时期、实施之前、计划或预算；原文未写则为空", "Change from: what the change is measured against, the year before, the period before, a named year or period, the state before the work, a plan or budget; null if not printed", values=("year_before", "period_before", "base_period", "before_work", "plan")),
    nullable("due_start", DATE, "起始日：含当日", "Due start: the day is included"),
    nullable("due_end", DATE, "截止日：含当日", "Due end: the day is included"),
    nullable("due_precision", TEXT, "日期精度：不比原文更精", "Due precision: never finer than printed", values=("day", "ten_days", "month", "quarter", "half", "year")),
    nullable("year_source", TEXT, "年份出处：原文写明，或取自预算年度", "Year source: printed in the text, or taken from the fiscal year", values=("text", "fiscal_year")),
    nullable("recurrence", TEXT, "周期：每日、每周、每旬、每月等重复的期限多久一次；此时没有起止日和运算符", "Recurrence: how often a deadline that recurs does; it then has no days and no operator", values=("day", "week", "two_weeks", "ten_days", "month", "two_months", "quarter", "half", "year", "term")),
    nullable("recurrence_text", TEXT, "周期内的时点：照原样，如“8日前”", "Recurrence text: when in each period, as printed"),
    nullable("quality_direction", TEXT, "定性方向：提升、保持、降低、建立、达标、防范、全覆盖；仅用于定性值，各词不一致时为空，见 ref_qualities", "Quality direction: of a qualitative value; null if its words say none or contradict, see ref_qualities", values=("raise", "keep", "lower", "establish", "meet", "prevent", "cover")),
    nullable("quality_strength", TEXT, "定性程度：略有、切实、显著、完全；仅用于定性值，取最强的词", "Quality strength: of a qualitative value, that of its strongest word", values=("slight", "firm", "marked", "complete")),
    nullable("label", TEXT, "所属的词：照原样，该值前面说明是什么的文字", "Label: the words before a value that say of what it is, as printed"),
    nullable("span_start", INT, "原文起点：在该值文字中的字符位置，从 0 起", "Span start: character offset in the text of the value, from 0"),
    nullable("span_end", INT, "原文终点：不含", "Span end: character offset, not included"),
    Column("leftover", TEXT, "未读懂的文字", "Leftover: text that was not understood"),
    nullable("rule_id", TEXT, "规则编号：见 ref_patterns", "Rule: see ref_patterns"),
)  # fmt: skip
"""What the grammar says of a text: the same columns for targets and for actual values."""

TARGETS = Table(
    "targets", "指标值：每个解析出的目标值一行", "Targets: one row per target in a cell", ("indicator_id", "target_no"),
    (
        INDICATOR_ID,
        Column("target_no", INT, "序号：指标内从 1 起", "Target number: in the indicator, from 1"),
        PERIOD, REGION,
        nullable("grade", TEXT, "等次：优、良、中、差分别填写时", "Grade: where a value is stated for each"),
        Column("for_year", FLAG, "是否年度值：核对预算、与别处比较所用的值；没有年度值的取其他时段，分等次的取最好一等", "For the year: whether it is what the year's budget pays for; of another span where none is stated for the year, of grades the best"),
        nullable("value_text", TEXT, "值的原文：照原样，即该值所在单元格的文字", "Value text: as printed in the cell of the value"),
        nullable("operator_text", TEXT, "运算符栏：照原样", "Operator text: as printed in a column of its own"),
        nullable("measure_unit_column_text", TEXT, "计量单位栏：照原样", "Column of units of measure: as printed in a column of its own"),
        *PARSE,
    ),
)  # fmt: skip

RESULTS = Table(
    "results", "完成情况：自评表中每个指标每个时段一行", "Results: one row per indicator and period of a self-evaluation", ("indicator_id", "result_no"),
    (
        INDICATOR_ID,
        Column("result_no", INT, "序号：指标内从 1 起", "Result number: in the indicator, from 1"),
        PERIOD, REGION,
        nullable("actual_text", TEXT, "实际完成值：照原样", "Actual text: as printed"),
        nullable("weight", TEXT, "分值：照原样", "Weight: as printed"),
        nullable("score", TEXT, "得分：照原样", "Score: as printed"),
        nullable("deviation_reason", TEXT, "偏差原因和改进措施：照原样", "Deviation reason: and what will be done, as printed"),
        *PARSE,
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
