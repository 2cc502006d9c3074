-- 成本指标合计与预算不符，且合计不少于预算的九成：合计本来是要对上的。合计乘以一万才与预算相近的，多半把万元写成了元。
--
-- Cost indicators that do not come to the budget, though to nine tenths of it at least: they were meant to add up. So
-- were those that come near to it times ten thousand: yuan were written where ten thousand yuan are meant.

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
WHERE status = 'differs'
    AND (is_nearly_whole(cost_total, budget_total) OR 10000 * cost_total BETWEEN 0.9 * budget_total AND 1.1 * budget_total);
