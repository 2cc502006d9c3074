-- 一致：基本单位的界限等于印出的界限乘换算系数（浮点误差除外）。
--
-- Consistent: base bounds are the printed bounds times the factor, but for floating-point noise.

SELECT what, indicator_id, value_no, low, high, factor, base_low, base_high
FROM steps.parsed_values
WHERE (factor IS NULL AND coalesce(base_low, base_high) IS NOT NULL)
    OR (factor IS NOT NULL AND (low IS NULL) <> (base_low IS NULL))
    OR (factor IS NOT NULL AND (high IS NULL) <> (base_high IS NULL))
    OR abs(base_low - low * factor) > 1e-9 * abs(base_low)
    OR abs(base_high - high * factor) > 1e-9 * abs(base_high)
ORDER BY ALL;
