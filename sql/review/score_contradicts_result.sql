-- 实际完成值没有达到指标值，自评却得满分。只比较单位相同、方向写明的数量。
--
-- Full points though the actual value misses the target. Only quantities of one unit with a printed sign are compared.

SELECT
    indicator_id,
    target_text || ' | ' || results.actual_text AS evidence,
    target_text AS target,
    results.actual_text AS actual,
    results.score
FROM results
JOIN indicators USING (indicator_id)
JOIN targets USING (indicator_id)
WHERE targets.kind = 'quantity'
    AND results.kind = 'quantity'
    AND results.status = 'clean'
    AND targets.period <> 'whole'
    AND targets.region IS NOT DISTINCT FROM results.region
    AND targets.base_unit = results.base_unit
    AND (
        (targets.operator IN ('>=', '>') AND coalesce(results.base_high, results.base_low) < targets.base_low)
        OR (targets.operator IN ('<=', '<') AND coalesce(results.base_low, results.base_high) > targets.base_high)
    )
    AND first_number(results.score) >= first_number(coalesce(results.weight, indicators.weight));
