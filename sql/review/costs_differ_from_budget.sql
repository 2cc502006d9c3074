-- 成本指标合计与预算不符，本来是要对上的：合计不少于预算的九成，或者乘以一万才与预算相近，多半把万元写成了元。
-- 见 projects_wide.cost_comparison。
--
-- Cost indicators that do not come to the budget though they were meant to: they come to nine tenths of it at least, or
-- near to it times ten thousand, where yuan were written and ten thousand yuan are meant. See
-- projects_wide.cost_comparison.
-- scope: project

SELECT
    project_id,
    budget_cells.table_no,
    budget_cells.row_no,
    steps AS evidence,
    cost_total,
    budget_total,
    abs(difference) AS difference,
    abs(difference) AS money
FROM projects_wide
JOIN cost_steps USING (project_id)
JOIN budget_cells USING (project_id)
LEFT JOIN cost_rounding USING (project_id)
WHERE cost_comparison = 'differs' AND abs(difference) > coalesce(rounding, 0);
