-- 项目终止时间早于起始时间。
--
-- Projects that end before they begin.
-- scope: project

SELECT
    project_id,
    'project_period period_start period_end' AS field,
    concat_ws(' | ', period_start, period_end) AS evidence,
    starts_on,
    ends_on
FROM projects
WHERE ends_on < starts_on;
