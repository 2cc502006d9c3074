-- 指标名称里还留着填报模板的占位符。
--
-- Indicator names that still hold a placeholder of the template.

SELECT indicator_id, indicator_name AS evidence, name_word('template_mark', indicator_name) AS mark
FROM indicators
WHERE name_word('template_mark', indicator_name) IS NOT NULL;
