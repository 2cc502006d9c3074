-- 页面：预算年度或项目期之外的完成时间
--
-- Page: deadlines outside the fiscal year or the project's period
SELECT
    deadlines.project_id AS project,
    indicators.indicator_name AS name,
    deadlines.value_text AS text,
    indicators.table_no AS "table",
    indicators.row_no AS "row",
    count(*) OVER () AS n_all
FROM deadlines
JOIN indicators USING (indicator_id)
WHERE is_outside_fiscal_year OR is_outside_project_period
ORDER BY deadlines.project_id, indicators.table_no, indicators.row_no, deadlines.target_no
LIMIT 100;
