-- 实际完成值没有达到指标值，自评却得满分。是否达到见 target_attainment，说不了的不算。
--
-- Full points though the actual value misses the target, as target_attainment tells; what it cannot tell is left out.
-- needs: results
-- scope: project

SELECT
    indicator_id,
    coalesce(target_text, indicator_name) || ' | ' || actual_text AS evidence,
    coalesce(target_text, indicator_name) AS target,
    actual_text AS actual,
    score
FROM target_attainment
WHERE for_year
    AND period <> 'whole'
    AND NOT attained
    AND points_lost <= 0;
