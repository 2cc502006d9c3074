-- 哪些完成时间不在预算年度之内，哪些没有写年份？
-- 不能据此认为：年度之外就是错。用今年的钱付去年完成的工作也会这样写；请对照资金用途。
--
-- Which deadlines lie outside the fiscal year, and which name no year?
-- Do not conclude that outside is wrong: money of this year may pay for work done last year. See the purpose text.

SELECT
    CASE
        WHEN targets_wide.year_source = 'fiscal_year' THEN '没有写年份 no year printed'
        ELSE '在预算年度之外 outside the fiscal year'
    END AS finding,
    targets_wide.fiscal_year,
    targets_wide.unit_name,
    targets_wide.project_name,
    targets_wide.indicator_name,
    targets_wide.value_text AS target_text,
    targets_wide.due_start,
    targets_wide.due_end,
    projects.funding_use,
    targets_wide.table_no,
    targets_wide.row_no
FROM targets_wide
JOIN projects ON projects.project_id = targets_wide.project_id
WHERE targets_wide.kind = 'date'
    AND (
        targets_wide.year_source = 'fiscal_year'
        OR targets_wide.due_start < make_date(targets_wide.fiscal_year, 1, 1)
        OR targets_wide.due_end < make_date(targets_wide.fiscal_year, 1, 1)
        OR targets_wide.due_end > make_date(targets_wide.fiscal_year, 12, 31)
    )
ORDER BY finding, targets_wide.path, targets_wide.table_no, targets_wide.row_no, targets_wide.target_no;
