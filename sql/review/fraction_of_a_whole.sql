-- 只能整个计数的单位，数量却不是整数；平均数、可以有小数的单位和不认得的单位除外。
--
-- Quantities with a fraction of what is counted whole; averages, units that may be parted and units that the rules do
-- not know are left out.
-- scope: project

SELECT
    indicator_id,
    coalesce(target_text, indicator_name) AS evidence,
    coalesce(base_low, base_high) AS quantity,
    measure_unit AS unit
FROM steps.judged_indicators AS indicators
JOIN steps.judged_targets AS targets USING (indicator_id)
WHERE dimension = 'count'
    AND change IS NULL
    AND measure_unit IN (SELECT unit FROM ref_units)
    AND coalesce(base_low, base_high) % 1 <> 0
    AND name_word('divisible_unit', measure_unit) IS NULL
    AND name_word('average', indicator_name) IS NULL;
