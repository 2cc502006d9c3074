-- 自评扣了分，却没有写偏差原因。
--
-- Points lost in a self-evaluation without a word on why.

SELECT
    indicator_id,
    indicator_name || ' ' || results.score AS evidence,
    results.score,
    coalesce(results.weight, indicators.weight) AS weight
FROM results
JOIN indicators USING (indicator_id)
WHERE first_number(results.score) < first_number(coalesce(results.weight, indicators.weight))
    AND deviation_reason IS NULL;
