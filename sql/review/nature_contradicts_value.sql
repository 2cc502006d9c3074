-- 指标类型写的是定量，指标值却只是文字，没有数。
--
-- Indicators that are printed as quantitative, with words for a target and no number.
-- scope: project

SELECT
    indicator_id,
    concat_ws(' ', indicator_name, nature, target_text) AS evidence,
    nature,
    target_text AS target
FROM steps.judged_indicators AS indicators
JOIN steps.judged_targets AS targets USING (indicator_id)
WHERE name_word('quantified', nature) IS NOT NULL
GROUP BY ALL
HAVING bool_and(kind = 'qualitative');
