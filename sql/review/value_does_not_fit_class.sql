-- 数量指标没有数，成本指标没有金额。
--
-- Quantities without a number, costs without money or a rate.
-- scope: project

SELECT
    indicator_id,
    concat_ws(' ', indicator_name, target_text) AS evidence,
    coalesce(level2, level1) AS class
FROM indicators
JOIN first_values USING (indicator_id)
WHERE (level2_code = 'quantity' OR 'cost' IN (level1_code, level2_code))
    AND kind = 'qualitative'
    AND formula IS NULL
    AND standard IS NULL
    AND adds_nothing(description, indicator_name, target_text)
    AND NOT EXISTS (
        FROM targets AS others WHERE others.indicator_id = indicators.indicator_id AND others.kind <> 'qualitative'
    );
