-- 页面：满意度门槛各有几个指标；没有写成百分比的门槛为空
--
-- Page: indicators per threshold of satisfaction; null where it is no percentage
SELECT
    CASE WHEN base_unit = '1' AND change IS NULL THEN round(100 * coalesce(base_low, base_high), 1) END AS threshold,
    count(DISTINCT indicator_id) AS n
FROM targets
JOIN indicators USING (indicator_id)
WHERE level1_code = 'satisfaction' AND for_year
GROUP BY threshold
ORDER BY threshold NULLS LAST;
