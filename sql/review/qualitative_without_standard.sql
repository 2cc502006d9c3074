-- 定性指标，没有计算公式和评价标准，描述也只是重复名称：怎样算达到没有说。
--
-- Qualitative targets without a formula or a standard, and with a description that only repeats the name.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM judged_indicators AS indicators
JOIN first_values USING (indicator_id)
WHERE kind = 'qualitative'
    AND formula IS NULL
    AND standard IS NULL
    AND coalesce(without_space(description), '') IN ('', without_space(indicator_name))
    AND NOT EXISTS (
        FROM targets AS others WHERE others.indicator_id = indicators.indicator_id AND others.kind <> 'qualitative'
    );
