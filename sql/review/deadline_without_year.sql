-- 完成时间没有写年份，按预算年度理解；同一格里前一个日期写了年份的不算。
--
-- Deadlines that name no year and were read as of the fiscal year; not those beside another with a year in one cell.
-- scope: project

SELECT
    indicator_id,
    concat_ws(' ', coalesce(target_text, indicator_name), measure_unit_column_text) AS evidence,
    fiscal_year AS year
FROM targets
JOIN steps.judged_indicators AS indicators USING (indicator_id)
JOIN projects USING (project_id)
WHERE for_year
QUALIFY year_source = 'fiscal_year' AND NOT bool_or(year_source = 'text') OVER (PARTITION BY indicator_id, value_text);
