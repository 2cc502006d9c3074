-- 唯一的成本指标就是预算数：只是把预算重写一遍，没有说明钱怎样花。
--
-- The only cost indicator states the budget itself: it repeats the sum and does not break it down.
-- scope: project

SELECT
    indicator_id,
    concat_ws(' ', indicator_name, target_text) AS evidence,
    reconciliations.budget_total,
    reconciliations.budget_total AS money
FROM reconciliations
JOIN reconciliation_items USING (project_id)
JOIN indicators USING (indicator_id)
WHERE made_of = 'repeated' AND reconciliation_items.amount IS NOT NULL AND method <> 'part';
