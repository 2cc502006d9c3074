-- 指标名称里还留着填报模板的占位符。每个项目说一次。
--
-- Indicator names that still hold a placeholder of the template, told once per project.
-- scope: project

SELECT
    project_id,
    min_by(table_no, indicator_no) AS table_no,
    min_by(row_no, indicator_no) AS row_no,
    min_by(indicator_name, indicator_no) AS evidence,
    min_by(name_word('template_mark', indicator_name), indicator_no) AS mark,
    count(*) AS names
FROM steps.judged_indicators AS indicators
WHERE name_word('template_mark', indicator_name) IS NOT NULL
GROUP BY project_id;
