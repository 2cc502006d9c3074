-- 每个预算单位、每个年度一行：项目数、预算合计、指标个数、核对和问题的个数。没有印出单位的项目按文件各列一行。
-- 不能据此认为：这就是该单位的全部预算。表里只有公布了绩效目标的项目，没有基本支出。
--
-- One row per budget unit and fiscal year: its projects, their budgets added up, indicators, reconciliations and findings.
-- Projects without a printed unit make a row per document.
-- Do not conclude that this is the unit's whole budget: only projects with published targets are here.

CREATE OR REPLACE VIEW units_wide AS
SELECT
    fiscal_year,
    department_code,
    unit_code,
    unit_name,
    CASE WHEN unit_code IS NULL AND unit_name IS NULL THEN path END AS document,
    count(*) AS n_projects,
    sum(budget_total) AS budget_total,
    sum(budget_fiscal) AS budget_fiscal,
    sum(budget_other) AS budget_other,
    count(*) FILTER (WHERE budget_total IS NULL) AS n_without_budget,
    count(*) FILTER (WHERE budget_fiscal IS NULL AND budget_other IS NULL) AS n_not_split,
    CAST(sum(n_indicators) AS BIGINT) AS n_indicators,
    CAST(sum(n_with_target) AS BIGINT) AS n_with_target,
    CAST(sum(n_quantified) AS BIGINT) AS n_quantified,
    CAST(sum(n_qualitative) AS BIGINT) AS n_qualitative,
    count(*) FILTER (WHERE reconciliation_status = 'reconciled') AS n_reconciled,
    CAST(sum(n_issues) AS BIGINT) AS n_issues
FROM projects_wide
GROUP BY fiscal_year, department_code, unit_code, unit_name, document;

COMMENT ON VIEW units_wide IS '单位全表：每个预算单位和年度一行，预算和个数已合计 / Units, wide: one row per budget unit and fiscal year, budgets and counts added up';
COMMENT ON COLUMN units_wide.document IS '文件：没有印出单位的项目所在的文件，其余为空 / Document: that of projects without a printed unit, else null';
COMMENT ON COLUMN units_wide.n_projects IS '项目数 / Projects';
COMMENT ON COLUMN units_wide.budget_total IS '预算合计：元，没有预算数的项目不计 / Budgets added up: yuan, without projects that state none';
COMMENT ON COLUMN units_wide.budget_fiscal IS '其中财政资金合计：元 / Of which fiscal funds, added up: yuan';
COMMENT ON COLUMN units_wide.budget_other IS '其他资金合计：元；全部空白时为空 / Other funds added up: yuan; null if all are blank';
COMMENT ON COLUMN units_wide.n_without_budget IS '没有预算数的项目数 / Projects without a budget';
COMMENT ON COLUMN units_wide.n_not_split IS '预算没有拆分的项目数 / Projects whose budget is not split by source';
COMMENT ON COLUMN units_wide.n_indicators IS '指标个数：不适用的不计 / Indicators: those that do not apply left out';
COMMENT ON COLUMN units_wide.n_with_target IS '有年度指标值的指标个数 / Indicators that state a target for the year';
COMMENT ON COLUMN units_wide.n_quantified IS '定量指标个数：含日期 / Quantified indicators: dates included';
COMMENT ON COLUMN units_wide.n_qualitative IS '定性指标个数 / Qualitative indicators';
COMMENT ON COLUMN units_wide.n_reconciled IS '成本与预算相符的项目数 / Projects whose costs come to the budget';
COMMENT ON COLUMN units_wide.n_issues IS '错误和警告的个数：不含提示 / Errors and warnings: notes left out';
