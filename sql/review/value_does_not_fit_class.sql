-- 数量指标没有数，成本指标没有金额。
--
-- Quantities without a number, costs without money or a rate.
-- scope: project

SELECT
    indicator_id,
    concat_ws(' ', indicator_name, target_text) AS evidence,
    coalesce(level2, level1) AS class
FROM steps.unmeasured_targets
WHERE level2_code = 'quantity' OR 'cost' IN (level1_code, level2_code);
