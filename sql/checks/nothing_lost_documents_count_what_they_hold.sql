-- 不丢失：文件表里的个数与各表的行数一致；一格也没有的表格只计在表格数里。
--
-- Nothing lost: the counts of a document are those of its rows in the other tables. A table without any cell has
-- no row there, so tables are compared by their numbers.

WITH counts AS (
    SELECT
        document_id,
        (SELECT coalesce(max(table_no), 0) FROM cells WHERE cells.document_id = documents.document_id) AS last_table,
        (SELECT count(*) FROM cells WHERE cells.document_id = documents.document_id) AS cells_found,
        (SELECT count(*) FROM projects WHERE projects.document_id = documents.document_id) AS projects_found,
        (SELECT count(*) FROM indicators WHERE indicators.document_id = documents.document_id) AS indicators_found
    FROM documents
)
SELECT
    documents.path,
    n_tables, last_table,
    n_cells, cells_found,
    n_projects, projects_found,
    n_indicators, indicators_found
FROM documents
JOIN counts ON counts.document_id = documents.document_id
WHERE n_tables < last_table
    OR (n_cells, n_projects, n_indicators) <> (cells_found, projects_found, indicators_found)
ORDER BY ALL;
