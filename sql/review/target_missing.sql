-- 没有填写指标值，或填的是占位符、“无”；指标在别的时段或地区填了值的不算。
--
-- Indicators without a target: blank, a placeholder, or words for none. One that states a value for another span or
-- place is left out.

SELECT indicator_id, coalesce(any_value(target_text), '') AS evidence
FROM targets
JOIN indicators USING (indicator_id)
GROUP BY indicator_id
HAVING bool_and(kind = 'missing');
