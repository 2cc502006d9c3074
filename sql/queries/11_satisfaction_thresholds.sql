-- 满意度定在多少：各个门槛有几个指标、几个项目？只看年度值，分等次的取最好一等。
-- 不能据此认为：门槛高就满意度高。这是目标，不是结果；没有写百分比的、写提高多少的单列一行（threshold_percent 为空）。
--
-- Where are satisfaction thresholds set: how many indicators and projects at each level? Only targets for the year, of
-- grades the best.
-- Do not conclude that a high threshold means satisfied people: it is a target, not a result. Targets that are no
-- percentage, or say by how much to rise, stand in a line of their own, with threshold_percent null.

SELECT
    CASE WHEN base_unit = '1' AND change IS NULL THEN round(100 * coalesce(base_low, base_high), 2) END AS threshold_percent,
    operator,
    count(DISTINCT indicator_id) AS indicators,
    count(DISTINCT project_id) AS projects,
    count(DISTINCT coalesce(unit_code, unit_name)) AS units,
    min(indicator_name) AS example_indicator
FROM targets_wide
WHERE level1_code = 'satisfaction' AND for_year
GROUP BY threshold_percent, operator
ORDER BY threshold_percent DESC NULLS LAST, operator NULLS LAST;
