-- 一致：下限不大于上限；≥ 只有下限，≤ 只有上限，等于和没有符号的上下限相同，区间两头都有；含不含界限与符号相符。
--
-- Consistent: low is not above high; >= has a low only, <= a high only, a number without sign or with = has both alike,
-- a range has both; whether a bound is included agrees with the sign.

SELECT what, indicator_id, value_no, operator, low, high, low_inclusive, high_inclusive
FROM steps.parsed_values
WHERE kind = 'quantity'
    AND (
        low > high
        OR NOT CASE operator
            WHEN '>=' THEN low IS NOT NULL AND high IS NULL AND coalesce(low_inclusive, false)
            WHEN '>' THEN low IS NOT NULL AND high IS NULL AND NOT coalesce(low_inclusive, true)
            WHEN '<=' THEN high IS NOT NULL AND low IS NULL AND coalesce(high_inclusive, false)
            WHEN '<' THEN high IS NOT NULL AND low IS NULL AND NOT coalesce(high_inclusive, true)
            WHEN 'range' THEN low IS NOT NULL AND high IS NOT NULL
            WHEN '~' THEN true
            ELSE coalesce(low = high, false)
        END
    )
ORDER BY ALL;
