-- 发现了哪些问题，各有几处，该怎么办？
-- 不能据此认为：没有列出的就没有问题。这里只有程序能判断的；相关性要靠人看。
--
-- Which findings are there, how many of each, and what is to be done?
-- Do not conclude that what is not listed is right: only what a program can judge is here, relevance takes a reader.

SELECT
    severity,
    criterion,
    code,
    count(*) AS findings,
    count(DISTINCT project_id) AS projects,
    min_by(message_zh, issue_id) AS example_zh,
    min_by(message_en, issue_id) AS example_en,
    action_zh AS what_to_do_zh,
    action_en AS what_to_do_en
FROM issues_wide
GROUP BY severity, criterion, code, action_zh, action_en
ORDER BY
    CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
    findings DESC,
    code;
