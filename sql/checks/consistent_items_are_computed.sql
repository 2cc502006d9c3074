-- 一致：单价乘数量的明细等于两者之积，并写明与哪个数量指标相乘；无法计算的没有金额。
--
-- Consistent: an item of a unit cost is cost times quantity and names its quantity indicator; one that cannot be
-- computed has no amount.

SELECT project_id, indicator_id, quantity_indicator_id, unit_cost, quantity, amount, method
FROM reconciliation_items
WHERE (method IN ('none', 'not_money')) <> (amount IS NULL)
    OR (
        method = 'unit_cost'
        AND (quantity_indicator_id IS NULL OR abs(amount - unit_cost * quantity) > 0.005 OR quantity IS NULL)
    )
ORDER BY ALL;
