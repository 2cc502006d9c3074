-- 坏文件不连累别人：部分读出的文件有问题说明原因；全部读出的文件没有未读的单元格。
--
-- One bad file hurts nobody: a partly read document has an issue that says why, a wholly read one has no unread cell.

SELECT documents.path, documents.status
FROM documents
WHERE (
        documents.status = 'partial'
        AND NOT EXISTS (FROM issues WHERE issues.document_id = documents.document_id AND issues.severity <> 'note')
    )
    OR (
        documents.status = 'parsed'
        AND EXISTS (FROM cells WHERE cells.document_id = documents.document_id AND cells.role = 'unread')
    )
ORDER BY ALL;
