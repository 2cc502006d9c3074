-- 同一项目里哪些指标重复：类别、名称、指标值都一样？
-- 不能据此认为：一定是多写了。也可能是名称写得太粗，把两件事写成了一样。
--
-- Which indicators stand twice in one project, with the same class, name and target?
-- Do not conclude that one is superfluous: two things may have been given one name.

SELECT
    projects_wide.unit_name,
    projects_wide.project_name,
    indicators.level2,
    indicators.indicator_name,
    indicators.target_text,
    count(*) AS times,
    string_agg(indicators.row_no, '、' ORDER BY indicators.table_no, indicators.row_no) AS rows_in_table,
    min(indicators.table_no) AS table_no
FROM indicators
JOIN projects_wide ON projects_wide.project_id = indicators.project_id
GROUP BY
    projects_wide.project_id,
    projects_wide.unit_name,
    projects_wide.project_name,
    indicators.level2,
    indicators.indicator_name,
    indicators.target_text
HAVING count(*) > 1
ORDER BY times DESC, projects_wide.project_id, indicators.level2, indicators.indicator_name, indicators.target_text;
