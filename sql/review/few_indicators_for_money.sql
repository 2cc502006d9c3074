-- 预算大、指标少：预算在前两成，指标数不到这些项目中位数的一半。至少二十个项目才比较。
--
-- Much money and few indicators: a budget among the largest fifth, and less than half as many indicators as the
-- middle one of these. Twenty projects of the year at least.
-- scope: dataset

WITH peers AS (
    SELECT
        project_id, fiscal_year, budget_total, n_indicators,
        percent_rank() OVER (PARTITION BY fiscal_year ORDER BY budget_total) AS place,
        count(*) OVER (PARTITION BY fiscal_year) AS projects
    FROM projects_wide
    WHERE budget_total > 0 AND n_indicators > 0
),
largest AS (
    SELECT *, median(n_indicators) OVER (PARTITION BY fiscal_year) AS middle
    FROM peers
    WHERE projects >= 20 AND place >= 0.8
)
SELECT
    project_id,
    budget_cells.table_no,
    budget_cells.row_no,
    budget_cells.text AS evidence,
    n_indicators,
    middle,
    budget_total AS money
FROM largest
JOIN steps.budget_cells USING (project_id)
WHERE 2 * n_indicators < middle;
