-- 数量指标的值是单价（元/人、万元/公里），应归入成本指标。
--
-- Quantity indicators that state a price per something, which is a cost.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text, measure_unit_column_text) AS evidence, measure_unit AS unit
FROM steps.judged_indicators AS indicators
JOIN steps.first_values USING (indicator_id)
WHERE level2_code = 'quantity'
    AND dimension = 'money'
    AND replace(measure_unit, '/年', '') LIKE '%/%';
