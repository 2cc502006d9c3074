-- 页面：完成时间落在预算年度的哪一月（0 为之前，13 为之后），写没写年份，是否在年度或项目期之外
--
-- Page: the month of the fiscal year in which deadlines fall (0 before it, 13 after it), and whether they name a year or
-- lie outside the year or the project's period
SELECT
    CASE
        WHEN year(coalesce(due_end, due_start)) < fiscal_year THEN 0
        WHEN year(coalesce(due_end, due_start)) > fiscal_year THEN 13
        ELSE month(coalesce(due_end, due_start))
    END AS "month",
    CASE
        WHEN is_outside_fiscal_year OR is_outside_project_period THEN 'outside'
        WHEN year_source = 'text' THEN 'inside'
        ELSE 'no_year'
    END AS kind,
    count(*) AS n
FROM deadlines
WHERE coalesce(due_end, due_start) IS NOT NULL AND fiscal_year IS NOT NULL
GROUP BY ALL
ORDER BY ALL;
