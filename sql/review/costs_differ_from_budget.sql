-- 成本指标合计与预算不符，且合计不少于预算的九成：合计本来是要对上的。
--
-- Cost indicators that do not come to the budget, though to nine tenths of it at least: they were meant to add up.

SELECT
    project_id,
    budget_cells.table_no,
    budget_cells.row_no,
    steps AS evidence,
    cost_total,
    budget_total,
    abs(difference) AS difference
FROM reconciliations
JOIN cost_steps USING (project_id)
JOIN budget_cells USING (project_id)
WHERE status = 'differs' AND is_nearly_whole(cost_total, budget_total);
