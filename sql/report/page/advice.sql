-- 页面：出现过的每种发现怎么办，可能有什么正当解释
--
-- Page: what to do about each kind of finding that came up, and how it may be right
SELECT code, action_zh, action_en, innocent_zh, innocent_en
FROM ref_issues
WHERE code IN (SELECT code FROM issues)
ORDER BY code;
