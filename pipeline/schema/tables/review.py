"""What the review found: costs against budgets, findings."""

from pipeline.schema.codes import NO_AMOUNT, OUTCOMES
from pipeline.schema.column import DOUBLE, MONEY, TEXT, Column, Table, nullable
from pipeline.schema.tables.columns import INDICATOR_ID, PRINTED_IN, PROJECT_ID

RECONCILIATIONS = Table(
    "reconciliations", "成本核对：每个项目一行", "Reconciliations: cost indicators held against the budget, one row per project", ("project_id",),
    (
        PROJECT_ID,
        nullable("cost_total", MONEY, "成本指标合计：元", "Cost total: yuan, the sum of the items"),
        nullable("budget_total", MONEY, "预算数：元", "Budget: yuan"),
        nullable("difference", MONEY, "差额：预算数减成本合计，元", "Difference: budget less cost total, yuan"),
        Column("status", TEXT, "结果：相符、不符、无法核对", "Status: outcome", values=OUTCOMES),
        nullable("made_of", TEXT, "构成：合计由一个只重写预算数的成本指标而来，还是分项列出或单价乘数量", "Made of: one cost that only repeats the budget, or a breakdown, which several costs or a price times a quantity are; null unless they reconcile", values=("repeated", "breakdown")),
        nullable("closeness", TEXT, "相符程度：分毫不差、单价取整所致、差额不足一元", "Closeness: to the fen, within the rounding of printed unit prices, or within one yuan", values=("exact", "rounding", "tolerance")),
        nullable("allowance", MONEY, "容许差额：元，由单价的取整得出，至少一元", "Allowance: yuan by which the sum may differ; from the rounding of unit prices, at least one yuan"),
        nullable("reason", TEXT, "原因代码：无法核对的原因", "Reason: why it cannot be tested", values=("no_budget", "no_cost_indicator", *NO_AMOUNT)),
        nullable("purpose_total", MONEY, "用途金额合计：元，资金用途文字中各金额之和", "Purpose total: yuan, the sum of the amounts that the purpose text names"),
        nullable("purpose_status", TEXT, "用途核对结果：用途文字没有金额时为空", "Purpose status: outcome for the purpose text; null if it names no amount", values=OUTCOMES),
    ),
)  # fmt: skip

RECONCILIATION_ITEMS = Table(
    "reconciliation_items", "核对明细：每个成本指标一行", "Reconciliation items: one row per cost indicator", ("project_id", "indicator_id"),
    (
        PROJECT_ID, INDICATOR_ID,
        nullable("quantity_indicator_id", TEXT, "相乘的数量指标", "Quantity indicator: the one multiplied with"),
        nullable("second_indicator_id", TEXT, "另一个数量指标：单价有两个分母时再乘，或几个数量相加时", "Second indicator: the other one multiplied with, where the price has two denominators, or added where several counts make one"),
        nullable("partner_by", TEXT, "配对依据：名称相同的词，项目只有这一个单价和一个数量，或只有这样配对才合计等于预算", "Partner by: words that the names share, the project's only price and quantity, or the only pairing that comes to the budget", values=("names", "only", "sum")),
        nullable("unit_cost", DOUBLE, "单位成本：元，按基本单位", "Unit cost: yuan per unit"),
        nullable("quantity", DOUBLE, "数量：有两个分母时为两个数量之积；按月计的年度额为月数", "Quantity: of two denominators the product of both counts; of an amount per month the months of the year"),
        nullable("amount", MONEY, "金额：元", "Amount: yuan"),
        Column("method", TEXT, "算法：总额、年度额、单价乘数量、已含在另一项内、不是金额、无法计算", "Method: a total, an amount per year, a unit cost times a quantity, a part of another item, no money, or not computable", values=("total", "per_year", "unit_cost", "part", "not_money", "none")),
        nullable("reason", TEXT, "原因代码：无法计算的原因", "Reason: why it cannot be computed", values=NO_AMOUNT),
        nullable("step", TEXT, "算式：印出的数值和得出的金额", "Step: the printed terms and what they come to"),
    ),
)  # fmt: skip

ISSUES = Table(
    "issues", "问题：每个发现一行", "Issues: one row per finding", ("issue_id",),
    (
        Column("issue_id", TEXT, "问题编号", "Issue"),
        Column("code", TEXT, "代码：见 ref_issues", "Code: see ref_issues"),
        Column("severity", TEXT, "严重程度：错误、警告、提示", "Severity", values=("error", "warning", "note")),
        Column("criterion", TEXT, "审核标准：完整性、相关性、适当性、可行性，或数据质量", "Criterion: one of the four review criteria, or data quality", values=("完整性", "相关性", "适当性", "可行性", "数据质量")),
        nullable("document_id", TEXT, "文件编号", "Document"),
        nullable("project_id", TEXT, "项目编号", "Project"),
        nullable("indicator_id", TEXT, "指标编号", "Indicator"),
        *PRINTED_IN,
        nullable("amount", MONEY, "涉及金额：元；成本指标的发现没有自己的金额时，为该指标的金额；与金额无关的为空", "Amount: yuan that the finding is about, of a cost indicator what it comes to if nothing else is said; null if it is not about money"),
        Column("message_zh", TEXT, "说明（中文）", "Message in Chinese"),
        Column("message_en", TEXT, "说明（英文）", "Message in English"),
        Column("evidence", TEXT, "印出的证据", "Evidence: as printed"),
    ),
)  # fmt: skip
