-- 指标值栏空白，目标只写在指标名称里。
--
-- Indicators whose target column is blank and whose name states the target.
-- scope: project

SELECT indicator_id, indicator_name AS evidence
FROM steps.judged_indicators AS indicators
WHERE value_source = 'name';
