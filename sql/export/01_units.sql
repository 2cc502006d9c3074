-- 单位汇总：每个预算单位和年度一行，预算和个数已合计。只含公布了绩效目标的项目，不是单位的全部预算。
--
-- Units: one row per budget unit and fiscal year, budgets and counts added up. Only projects with published targets are
-- here, not the unit's whole budget.
SELECT
    fiscal_year,
    unit_code,
    unit_name,
    document,
    n_projects,
    budget_total,
    budget_fiscal,
    budget_other,
    n_without_budget,
    n_not_split,
    n_indicators,
    n_with_target,
    n_quantified,
    n_qualitative,
    n_reconciled,
    n_issues
FROM units_wide
ORDER BY fiscal_year, unit_code, unit_name, document;
