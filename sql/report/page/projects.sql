-- 页面：每个项目的预算和成本指标合计；无法核对的带原因，预算大的在前
--
-- Page: per project its budget and the sum of its costs, with the reason where they cannot be tested; the largest first
SELECT
    project_id AS id,
    concat_ws(' ', fiscal_year, coalesce(unit_code, unit_name, path)) AS unit,
    project_name AS name,
    path,
    table_no AS "table",
    budget_total AS budget,
    cost_total AS cost,
    abs(difference) AS difference,
    cost_comparison AS comparison,
    reconciliation_reason AS reason,
    n_indicators AS indicators,
    n_issues AS issues,
    count(*) OVER () AS n_all
FROM projects_wide
ORDER BY budget_total DESC NULLS LAST, path, table_no, project_id;
