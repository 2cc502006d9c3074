-- 页面：每个发现一行，严重的在前，涉及金额大的在前
--
-- Page: one row per finding, the gravest first, then the most money
SELECT
    severity,
    criterion,
    code,
    message_zh AS zh,
    message_en AS en,
    amount,
    evidence,
    project_id AS project,
    project_name,
    indicator_name AS indicator,
    path,
    table_no AS "table",
    row_no AS "row",
    found_by,
    count(*) OVER () AS n_all
FROM issues_wide
ORDER BY
    list_position(['error', 'warning', 'note'], severity),
    amount DESC NULLS LAST,
    path NULLS FIRST,
    table_no NULLS FIRST,
    row_no NULLS FIRST,
    code,
    issue_id
LIMIT 400;
