-- 审核发现：每个发现一行，严重的在前，涉及金额大的在前。所列问题不等于错误，请对照原文。
--
-- Findings: one row each, the gravest first, then the most money. A finding is a question, no verdict.
SELECT
    severity,
    criterion,
    unit_code,
    unit_name,
    project_name,
    indicator_name,
    target_text,
    message_zh,
    evidence,
    amount,
    action_zh,
    innocent_zh,
    path,
    table_no,
    row_no,
    found_by,
    code,
    issue_id
FROM issues_wide
ORDER BY
    list_position(['error', 'warning', 'note'], severity),
    amount DESC NULLS LAST,
    path NULLS FIRST,
    table_no NULLS FIRST,
    row_no NULLS FIRST,
    code,
    issue_id;
