-- 定性指标值都用哪些说法，各出现几次？分等次填写的只算最好一等。
-- 不能据此认为：说法相同，要求就相同。“有效保障”要看是什么指标；请连指标名称一起看。
--
-- Which words do qualitative targets use, and how often? Of grades the best counts.
-- Do not conclude that the same words ask for the same thing: read them with the name of the indicator.

SELECT
    trim(value_text) AS wording,
    count(DISTINCT indicator_id) AS indicators,
    count(DISTINCT project_id) AS projects,
    count(DISTINCT coalesce(unit_code, unit_name)) AS units,
    min(indicator_name) AS example_indicator
FROM targets_wide
WHERE applies AND kind = 'qualitative' AND (for_year OR grade IS NULL)
GROUP BY wording
ORDER BY indicators DESC, wording;
