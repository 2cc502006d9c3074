-- 没有读入的输入：原因和处理办法
--
-- Inputs that were not read, or left out on purpose: why, and what to do
SELECT coalesce(d.path, i.evidence) AS path, i.severity, i.code, i.message_zh, i.message_en, r.action_zh, r.action_en
FROM issues AS i
JOIN ref_issues AS r USING (code)
LEFT JOIN documents AS d USING (document_id)
WHERE i.document_id IS NULL OR (d.status = 'rejected' AND i.severity = 'error')
ORDER BY path, i.code;
