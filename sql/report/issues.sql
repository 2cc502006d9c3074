-- 问题按严重程度和代码计数，附处理办法
--
-- Findings by severity and code, with what to do
SELECT i.severity, i.code, count(*) AS findings, any_value(r.action_zh) AS action_zh, any_value(r.action_en) AS action_en
FROM issues AS i
JOIN ref_issues AS r USING (code)
GROUP BY i.severity, i.code
ORDER BY CASE i.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, findings DESC, i.code;
