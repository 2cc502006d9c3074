-- 指标值只有数字，名称也没有说数的是什么；名称末尾括号里的一两个字就是单位。
--
-- A bare number under a name that does not say what is counted; a short word in brackets at its end is the unit.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM indicators
JOIN steps.first_values USING (indicator_id)
WHERE kind = 'quantity'
    AND status = 'clean'
    AND measure_unit IS NULL
    AND dimension IS NULL
    AND measure_unit_column_text IS NULL
    AND NOT regexp_matches(indicator_name, '[（(][^（）()\d]{1,3}[）)]$')
    AND name_word('measure', indicator_name) IS NULL
    AND name_word('amount_name', indicator_name) IS NULL;
