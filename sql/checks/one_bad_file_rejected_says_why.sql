-- 坏文件不连累别人：每个拒收的文件都有一条错误说明原因。
--
-- One bad file hurts nobody: every rejected document has an error that says why.

SELECT documents.path, documents.format
FROM documents
WHERE documents.status = 'rejected'
    AND NOT EXISTS (FROM issues WHERE issues.document_id = documents.document_id AND issues.severity = 'error')
ORDER BY ALL;
