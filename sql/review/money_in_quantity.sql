-- 数量指标的值是金额，而名称没有说是金额、规模一类。
--
-- Quantity indicators that state money, though their name says nothing of amounts or volumes.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM steps.judged_indicators AS indicators
JOIN steps.first_values USING (indicator_id)
WHERE level2_code = 'quantity'
    AND dimension = 'money'
    AND replace(measure_unit, '/年', '') NOT LIKE '%/%'
    AND name_word('amount_name', indicator_name) IS NULL
    AND name_word('names_cost', indicator_name) IS NULL;
