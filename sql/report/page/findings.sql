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
    issues_wide.project_name,
    indicator_name AS indicator,
    path,
    issues_wide.table_no AS "table",
    row_no AS "row",
    found_by,
    CASE
        WHEN project_id IS NOT NULL THEN concat_ws(' ', projects.fiscal_year, coalesce(issues_wide.unit_code, issues_wide.unit_name, path))
    END AS unit,
    count(*) OVER () AS n_all
FROM issues_wide
LEFT JOIN projects USING (project_id)
ORDER BY
    list_position(['error', 'warning', 'note'], severity),
    amount DESC NULLS LAST,
    path NULLS FIRST,
    issues_wide.table_no NULLS FIRST,
    row_no NULLS FIRST,
    code,
    issue_id;
