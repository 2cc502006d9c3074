-- 坏文件不连累别人：拒收的文件不产生项目和指标。
--
-- One bad file hurts nobody: no project and no indicator comes from a rejected document.

SELECT documents.path, 'projects' AS table_name, projects.project_id AS id
FROM documents
JOIN projects ON projects.document_id = documents.document_id
WHERE documents.status = 'rejected'
UNION ALL
SELECT documents.path, 'indicators', indicators.indicator_id
FROM documents
JOIN indicators ON indicators.document_id = documents.document_id
WHERE documents.status = 'rejected'
ORDER BY ALL;
