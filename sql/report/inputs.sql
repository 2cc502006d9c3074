-- 没有读入的输入：原因和处理办法
--
-- Inputs that were not read, or left out on purpose: why, and what to do
SELECT
    wide.path,
    wide.severity,
    wide.code,
    wide.message_zh,
    wide.message_en,
    nullif(wide.evidence, wide.path) AS evidence,
    wide.action_zh,
    wide.action_en
FROM issues
JOIN issues_wide AS wide USING (issue_id)
LEFT JOIN documents USING (document_id)
WHERE
    issues.document_id IS NULL
    OR (documents.status = 'rejected' AND (issues.severity = 'error' OR issues.code = 'named_otherwise'))
ORDER BY wide.path, wide.code;
