-- 一致：每个编号都指向存在的行，同一行的几个编号互不矛盾。
--
-- Consistent: every id refers to a row that exists, and the ids of one row do not contradict each other.

WITH ids AS (
    SELECT 'cells' AS table_name, 'documents' AS refers_to, document_id AS id FROM cells
    UNION ALL SELECT 'projects', 'documents', document_id FROM projects
    UNION ALL SELECT 'issues', 'documents', document_id FROM issues
    UNION ALL SELECT 'funds', 'projects', project_id FROM funds
    UNION ALL SELECT 'goals', 'projects', project_id FROM goals
    UNION ALL SELECT 'tasks', 'projects', project_id FROM tasks
    UNION ALL SELECT 'funding_items', 'projects', project_id FROM funding_items
    UNION ALL SELECT 'indicators', 'projects', project_id FROM indicators
    UNION ALL SELECT 'reconciliations', 'projects', project_id FROM reconciliations
    UNION ALL SELECT 'issues', 'projects', project_id FROM issues
    UNION ALL SELECT 'targets', 'indicators', indicator_id FROM targets
    UNION ALL SELECT 'results', 'indicators', indicator_id FROM results
    UNION ALL SELECT 'reconciliation_items', 'indicators of the project', project_id || ' ' || indicator_id
    FROM reconciliation_items
    UNION ALL SELECT 'reconciliation_items', 'indicators of the project', project_id || ' ' || quantity_indicator_id
    FROM reconciliation_items
    UNION ALL SELECT 'reconciliation_items', 'indicators of the project', project_id || ' ' || second_indicator_id
    FROM reconciliation_items
    UNION ALL SELECT 'issues', 'indicators of the project', project_id || ' ' || indicator_id FROM issues
    UNION ALL SELECT 'indicators', 'projects of the document', document_id || ' ' || project_id FROM indicators
    UNION ALL SELECT 'issues', 'projects of the document', document_id || ' ' || project_id FROM issues
),
known AS (
    SELECT 'documents' AS refers_to, document_id AS id FROM documents
    UNION ALL SELECT 'projects', project_id FROM projects
    UNION ALL SELECT 'indicators', indicator_id FROM indicators
    UNION ALL SELECT 'indicators of the project', project_id || ' ' || indicator_id FROM indicators
    UNION ALL SELECT 'projects of the document', document_id || ' ' || project_id FROM projects
)
SELECT DISTINCT ids.table_name, ids.refers_to, ids.id
FROM ids
LEFT JOIN known ON known.refers_to = ids.refers_to AND known.id = ids.id
WHERE ids.id IS NOT NULL AND known.id IS NULL
ORDER BY ALL;
