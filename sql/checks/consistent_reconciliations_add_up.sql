-- 一致：每个项目核对一次，预算同项目表；合计等于明细之和（已含在另一项内的不计），差额等于预算减合计；
-- 相符的差额不超过容许差额；无法核对的写明原因。
--
-- Consistent: each project is reconciled once, against its own budget; the total is the sum of its items, parts of
-- another item left out; the difference is the budget less the total, and no more than allowed where the two
-- reconcile; what cannot be tested says why.

WITH item_sums AS (
    SELECT project_id, sum(amount) FILTER (WHERE method <> 'part') AS items_total
    FROM reconciliation_items
    GROUP BY project_id
)
SELECT
    projects.project_id,
    projects.budget_total AS project_budget,
    reconciliations.budget_total,
    cost_total,
    items_total,
    difference,
    status,
    reason
FROM projects
LEFT JOIN reconciliations ON reconciliations.project_id = projects.project_id
LEFT JOIN item_sums ON item_sums.project_id = projects.project_id
WHERE reconciliations.project_id IS NULL
    OR reconciliations.budget_total IS DISTINCT FROM projects.budget_total
    OR cost_total IS DISTINCT FROM CASE WHEN status <> 'not_testable' THEN items_total ELSE cost_total END
    OR difference <> reconciliations.budget_total - cost_total
    OR (status = 'not_testable') <> (reason IS NOT NULL)
    OR (status = 'reconciled') <> coalesce(status <> 'not_testable' AND abs(difference) <= coalesce(allowance, 0), false)
ORDER BY ALL;
