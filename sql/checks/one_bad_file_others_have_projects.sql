-- 坏文件不连累别人：没有拒收的文件都有项目。
--
-- One bad file hurts nobody: every document that was not rejected has projects.

SELECT documents.path, documents.status
FROM documents
WHERE documents.status <> 'rejected'
    AND NOT EXISTS (FROM projects WHERE projects.document_id = documents.document_id)
ORDER BY ALL;
