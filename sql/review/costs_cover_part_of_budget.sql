-- 成本指标合计不到预算的九成：其余支出没有成本指标。不到一成的不算，多半是没有写明的单价。
-- 见 projects_wide.cost_comparison。
--
-- Cost indicators that come to less than nine tenths of the budget: the rest has none. Less than one tenth is left out,
-- since that is more likely a price that does not say so. See projects_wide.cost_comparison.
-- scope: project

SELECT
    project_id,
    budget_cells.table_no,
    budget_cells.row_no,
    steps AS evidence,
    cost_total,
    budget_total,
    round(1e2 * cost_total / budget_total) AS percent,
    budget_total - cost_total AS money
FROM projects_wide
JOIN steps.cost_steps USING (project_id)
JOIN steps.budget_cells USING (project_id)
WHERE cost_comparison = 'part';
