-- 自评得分高于该指标的分值。
--
-- Scores of a self-evaluation above the points that the indicator has.

SELECT
    indicator_id,
    indicator_name || ' ' || results.score AS evidence,
    results.score,
    coalesce(results.weight, indicators.weight) AS weight
FROM results
JOIN indicators USING (indicator_id)
WHERE first_number(results.score) > first_number(coalesce(results.weight, indicators.weight));
