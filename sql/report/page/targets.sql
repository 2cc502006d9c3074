-- 页面：每个指标值一行，原文和解析并列，按文件中的先后
--
-- Page: one row per target, what is printed beside the parse, in the order of the documents
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
    count(*) OVER () AS n_all
FROM targets
JOIN indicators USING (indicator_id)
JOIN projects ON projects.project_id = indicators.project_id
JOIN documents ON documents.document_id = projects.document_id
ORDER BY documents.path, indicators.table_no, indicators.row_no, indicators.indicator_id, targets.target_no
LIMIT 600;
