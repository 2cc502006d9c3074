"""The columns of a parse: what the grammar says of a text. Targets and actual values share them."""

from pipeline.table import DATE, DOUBLE, FLAG, INT, TEXT, Column, nullable

PARSE = (
    Column("kind", TEXT, "种类：数量、日期、定性、缺失、未能解析", "Kind: what sort of target it is", values=("quantity", "date", "qualitative", "missing", "unparsed")),
    Column("status", TEXT, "解析状态：partial 时见 leftover", "Status: partial if something was not understood, see leftover", values=("clean", "partial", "unparsed")),
    nullable("operator", TEXT, "运算符：原文未写则为空，不补等号", "Operator: null if none is printed, never supplied", values=(">=", "<=", ">", "<", "=", "range", "~")),
    nullable("operator_source", TEXT, "运算符出处：符号、文字、单独的列", "Operator source: a sign, a word or a column", values=("symbol", "word", "column")),
    nullable("low", DOUBLE, "下限：按印出的单位", "Lower bound: in the printed unit"),
    nullable("high", DOUBLE, "上限：按印出的单位", "Upper bound: in the printed unit"),
    nullable("low_inclusive", FLAG, "含下限", "Lower bound included"),
    nullable("high_inclusive", FLAG, "含上限", "Upper bound included"),
    nullable("unit_text", TEXT, "单位原文", "Unit text: as printed, magnitude included"),
    nullable("unit", TEXT, "标准单位：分子在前，时间分母在后，不含万、亿", "Unit: canonical; numerator first, time denominators last, no magnitude"),
    nullable("dimension", TEXT, "量纲：分子的量纲，见 ref_units", "Dimension: of the numerator, see ref_units"),
    nullable("factor", DOUBLE, "换算系数：乘以下限得基本单位下限", "Factor: low times this is base_low"),
    nullable("base_unit", TEXT, "基本单位", "Base unit"),
    nullable("base_low", DOUBLE, "下限：按基本单位", "Lower bound: in base units"),
    nullable("base_high", DOUBLE, "上限：按基本单位", "Upper bound: in base units"),
    nullable("change", TEXT, "变动方向：上升、下降；此时上下限为变动的幅度，不是达到的水平；原文未写则为空", "Change: the way the value is to go; the bounds then say by how much, not which level is reached; null if none is printed", values=("rise", "fall")),
    nullable("change_from", TEXT, "变动的基数：上年（同比）、上期（环比）、写明的年份或时期、实施之前、计划或预算；原文未写则为空", "Change from: what the change is measured against, the year before, the period before, a named year or period, the state before the work, a plan or budget; null if not printed", values=("year_before", "period_before", "base_period", "before_work", "plan")),
    nullable("due_start", DATE, "起始日：含当日", "Due start: the day is included"),
    nullable("due_end", DATE, "截止日：含当日", "Due end: the day is included"),
    nullable("due_precision", TEXT, "日期精度：不比原文更精", "Due precision: never finer than printed", values=("day", "ten_days", "month", "quarter", "half", "year")),
    nullable("year_source", TEXT, "年份出处：原文写明，或取自预算年度", "Year source: printed in the text, or taken from the fiscal year", values=("text", "fiscal_year")),
    nullable("quality_direction", TEXT, "定性方向：提升、保持、降低、建立、达标、防范、全覆盖；仅用于定性值，各词不一致时为空，见 ref_qualities", "Quality direction: of a qualitative value; null if its words say none or contradict, see ref_qualities", values=("raise", "keep", "lower", "establish", "meet", "prevent", "cover")),
    nullable("quality_strength", TEXT, "定性程度：略有、切实、显著、完全；仅用于定性值，取最强的词", "Quality strength: of a qualitative value, that of its strongest word", values=("slight", "firm", "marked", "complete")),
    nullable("span_start", INT, "原文起点：在该值文字中的字符位置，从 0 起", "Span start: character offset in the text of the value, from 0"),
    nullable("span_end", INT, "原文终点：不含", "Span end: character offset, not included"),
    Column("leftover", TEXT, "未读懂的文字", "Leftover: text that was not understood"),
    nullable("rule_id", TEXT, "规则编号：见 ref_patterns", "Rule: see ref_patterns"),
)  # fmt: skip
