-- 名称以“率”等结尾，指标值却不是比率；频率、效率等不是份额的除外，零不需要单位。
--
-- Names that end as rates do, with a target that is no ratio; frequencies and the like are no shares,
-- and zero needs no unit.

SELECT indicator_id, concat_ws(' ', indicator_name, target_text, unit_column_text) AS evidence
FROM indicators
JOIN targets USING (indicator_id)
WHERE kind = 'quantity'
    AND dimension IS DISTINCT FROM 'ratio'
    AND coalesce(base_high, base_low) <> 0
    AND name_word('rate', indicator_name) IS NOT NULL
    AND name_word('no_share', indicator_name) IS NULL
    AND name_word('average', indicator_name) IS NULL
    AND target_no = 1;
