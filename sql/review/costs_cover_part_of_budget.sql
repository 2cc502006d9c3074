-- 成本指标合计不到预算的九成：其余支出没有成本指标。
--
-- Cost indicators that come to less than nine tenths of the budget: the rest has none.

SELECT
    project_id,
    steps AS evidence,
    cost_total,
    budget_total,
    round(100 * cost_total / budget_total) AS percent
FROM reconciliations
JOIN cost_steps USING (project_id)
WHERE status = 'differs' AND NOT is_nearly_whole(cost_total, budget_total);
