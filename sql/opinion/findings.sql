-- 每个发现一行，按项目、严重程度、涉及金额和位置排列
--
-- One row per finding, by project, severity, money in question and place
SELECT
    issue_id,
    (SELECT document_id FROM issues WHERE issues.issue_id = issues_wide.issue_id) AS document_id,
    project_id,
    project_name,
    path,
    criterion,
    severity,
    amount,
    code,
    message_zh,
    message_en,
    evidence,
    table_no,
    row_no,
    indicator_name,
    action_zh,
    action_en,
    innocent_zh,
    innocent_en,
    found_by
FROM issues_wide
ORDER BY
    path,
    project_id,
    list_position(['error', 'warning', 'note'], severity),
    amount DESC NULLS LAST,
    list_position(['完整性', '相关性', '适当性', '可行性', '数据质量'], criterion),
    table_no,
    row_no,
    code,
    issue_id;
