-- 没有填写指标值，或填的是占位符、“无”。
--
-- Indicators without a target: blank, a placeholder, or words for none.

SELECT indicator_id, coalesce(target_text, '') AS evidence
FROM targets
JOIN indicators USING (indicator_id)
WHERE kind = 'missing';
