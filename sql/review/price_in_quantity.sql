-- 数量指标的值是单价（元/人、万元/公里），应归入成本指标。
--
-- Quantity indicators that state a price per something, which is a cost.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text, unit_column_text) AS evidence, unit
FROM judged_indicators AS indicators
JOIN first_values USING (indicator_id)
WHERE level2_code = 'quantity'
    AND dimension = 'money'
    AND replace(unit, '/年', '') LIKE '%/%';
