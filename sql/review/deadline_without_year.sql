-- 完成时间没有写年份，按预算年度理解。
--
-- Deadlines that name no year and were read as of the fiscal year.

SELECT
    indicator_id,
    concat_ws(' ', coalesce(target_text, indicator_name), unit_column_text) AS evidence,
    fiscal_year AS year
FROM targets
JOIN indicators USING (indicator_id)
JOIN projects USING (project_id)
WHERE year_source = 'fiscal_year' AND for_year;
