-- 预算与成本指标合计、用途文字合计或其中一笔正好相差一万倍：万元与元多半写错了一处。读数保持印出的样子。
--
-- A budget that is ten thousand times, or one ten-thousandth of, what the costs or the amounts of the purpose text
-- come to: most likely yuan and ten thousand yuan were mixed up somewhere. The dataset keeps what is printed.
-- scope: project

WITH said AS (
    SELECT project_id, cost_total AS amount, 1 AS place FROM reconciliations
    UNION ALL
    SELECT project_id, purpose_total, 2 FROM reconciliations
    UNION ALL
    SELECT project_id, amount, 3 FROM reconciliation_items WHERE method IN ('total', 'per_year')
    UNION ALL
    SELECT project_id, amount, 4 FROM funding_items
)
SELECT
    project_id,
    budget_cells.table_no,
    budget_cells.row_no,
    budget_cells.text AS evidence,
    budget_total,
    amount,
    budget_total AS money
FROM said
JOIN projects USING (project_id)
JOIN steps.budget_cells USING (project_id)
WHERE amount > 0
    AND (
        is_near(1e4 * amount, budget_total, 0.005 * budget_total)
        OR is_near(amount, 1e4 * budget_total, 50 * budget_total)
    )
QUALIFY row_number() OVER (PARTITION BY project_id ORDER BY place, amount) = 1;
