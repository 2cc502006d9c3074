-- 名称以“率”“满意度”等结尾，指标值却不是比率，计量单位栏也没有写百分号；频率、效率等不是份额的除外，满意度可以打分，
-- 零和写成 1:15 的比不需要单位。
--
-- Names that end as rates or satisfaction do, with a target that is no ratio and no percent sign in the unit column;
-- frequencies and the like are no shares, satisfaction may be given in points, and neither zero nor a proportion such as
-- 1:15 needs a unit.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text, measure_unit_column_text) AS evidence
FROM steps.judged_indicators AS indicators
JOIN steps.first_values USING (indicator_id)
WHERE kind = 'quantity'
    AND dimension IS DISTINCT FROM 'ratio'
    AND coalesce(base_high, base_low) <> 0
    AND NOT regexp_matches(target_text, '[0-9]\s*[:：∶]\s*[0-9]')
    AND NOT EXISTS (
        FROM ref_units
        WHERE ref_units.dimension = 'ratio'
            AND list_contains(string_split(spellings, ' '), without_space(measure_unit_column_text))
    )
    AND (
        name_word('rate', indicator_name) IS NOT NULL
        OR (name_word('names_satisfaction', indicator_name) IS NOT NULL AND name_word('divisible_unit', measure_unit) IS NULL)
    )
    AND name_word('no_share', indicator_name) IS NULL
    AND name_word('average', indicator_name) IS NULL;
