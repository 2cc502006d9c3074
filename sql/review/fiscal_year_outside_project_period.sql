-- 预算年度整个在项目起止时间之外。
--
-- Fiscal years that lie wholly outside the project's own period.
-- scope: project

SELECT
    project_id,
    'project_period period_start period_end' AS field,
    concat_ws(' | ', period_start, period_end) AS evidence,
    fiscal_year AS year,
    starts_on,
    ends_on
FROM projects
WHERE starts_on <= ends_on
    AND fiscal_year NOT BETWEEN year(starts_on) AND year(ends_on);
