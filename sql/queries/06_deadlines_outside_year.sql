-- 哪些完成时间不在预算年度之内，哪些没有写年份？
-- 印出了项目起止时间的，也与它对照。
-- 不能据此认为：年度之外就是错。用今年的钱付去年完成的工作也会这样写；请对照资金用途。
--
-- Which deadlines lie outside the fiscal year or the project's own period, and which name no year?
-- Do not conclude that outside is wrong: money of this year may pay for work done last year. See the purpose text.

SELECT
    CASE
        WHEN is_outside_fiscal_year THEN '在预算年度之外 outside the fiscal year'
        WHEN is_outside_project_period THEN '在项目起止时间之外 outside the project period'
        ELSE '没有写年份 no year printed'
    END AS finding,
    targets_wide.fiscal_year,
    targets_wide.unit_name,
    targets_wide.project_name,
    targets_wide.indicator_name,
    targets_wide.value_text AS target_text,
    targets_wide.due_start,
    targets_wide.due_end,
    deadlines.starts_on,
    deadlines.ends_on,
    projects.funding_use,
    targets_wide.table_no,
    targets_wide.row_no
FROM deadlines
JOIN targets_wide
    ON targets_wide.indicator_id = deadlines.indicator_id AND targets_wide.target_no = deadlines.target_no
JOIN projects ON projects.project_id = deadlines.project_id
WHERE is_outside_fiscal_year OR is_outside_project_period OR deadlines.year_source = 'fiscal_year'
ORDER BY finding, targets_wide.path, targets_wide.table_no, targets_wide.row_no, targets_wide.target_no;
