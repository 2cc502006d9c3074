-- 同一项目里同一名称归入两个二级类别。
--
-- One name in two classes of a project.
-- scope: project

WITH first_of_name AS (
    SELECT
        indicator_id,
        indicator_name,
        level2_code,
        first_value(row_no) OVER of_name AS first_row,
        first_value(level2) OVER of_name AS first_level2,
        first_value(level2_code) OVER of_name AS first_code
    FROM steps.judged_indicators AS indicators
    WHERE indicator_name IS NOT NULL AND level2_code IS NOT NULL
    WINDOW of_name AS (PARTITION BY project_id, indicator_name ORDER BY indicator_no)
)
SELECT indicator_id, indicator_name AS evidence, first_row AS row, first_level2 AS class
FROM first_of_name
WHERE level2_code <> first_code;
