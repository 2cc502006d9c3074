-- 成本指标合计与预算相差不大，印到整元的单价取整就能解释。
--
-- Costs that miss the budget by no more than prices printed in whole yuan explain.
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
JOIN cost_rounding USING (project_id)
JOIN budget_cells USING (project_id)
WHERE cost_comparison = 'differs' AND abs(difference) <= rounding;
