-- 没有填写指标值，或填的是占位符、“无”；指标在别的时段或地区填了值的不算，事故、投诉一类写“无”的也不算。
--
-- Indicators without a target: blank, a placeholder, or words for none. One that states a value for another span or
-- place is left out; so are accidents, complaints and the like of which there shall be none.
-- scope: project

SELECT indicator_id, coalesce(target_text, '') AS evidence
FROM targets
JOIN steps.judged_indicators AS indicators USING (indicator_id)
WHERE for_year
GROUP BY indicator_id, target_text
HAVING bool_and(kind = 'missing')
    AND NOT bool_and(name_word('harm', indicator_name) IS NOT NULL AND name_word('none', target_text) IS NOT NULL);
