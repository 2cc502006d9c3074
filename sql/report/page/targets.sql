-- 页面：每个指标值一行，原文和解析并列，按文件中的先后；预算最大的三百个项目在前
--
-- Page: one row per target, what is printed beside the parse, in the order of the documents; those of the three hundred
-- largest projects first
WITH ranked AS (
    SELECT
        project_id,
        path,
        concat_ws(' ', fiscal_year, coalesce(unit_code, unit_name, path)) AS unit,
        row_number() OVER (ORDER BY budget_total DESC NULLS LAST, path, table_no, project_id) > 300 AS is_small
    FROM projects_wide
)

SELECT
    indicators.project_id AS project,
    coalesce(indicators.level2, indicators.level1) AS class,
    indicators.indicator_name AS name,
    coalesce(targets.value_text, indicators.target_text) AS text,
    targets.kind,
    targets.status,
    targets.operator,
    targets.low,
    targets.high,
    targets.measure_unit_text AS measure,
    targets.due_start,
    targets.due_end,
    targets.due_precision AS due,
    concat_ws('，', targets.grade, targets.region, targets.label) AS part,
    indicators.table_no AS "table",
    indicators.row_no AS "row",
    ranked.unit,
    count(*) OVER () AS n_all
FROM targets
JOIN indicators USING (indicator_id)
JOIN ranked ON ranked.project_id = indicators.project_id
ORDER BY ranked.is_small, ranked.path, indicators.table_no, indicators.row_no, indicators.indicator_id, targets.target_no;
