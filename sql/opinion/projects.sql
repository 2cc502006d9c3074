-- 每个项目一行：单位、预算、是否自评、成本核对结果
--
-- One row per project: its unit, its budget, whether it is a self-evaluation, and how its costs reconcile
SELECT
    projects_wide.project_id,
    projects_wide.path,
    projects.table_no,
    projects_wide.project_no,
    projects_wide.project_name,
    projects_wide.unit_code,
    projects_wide.unit_name,
    projects.implementing_unit,
    projects.department_name,
    projects_wide.fiscal_year,
    projects_wide.budget_total,
    projects_wide.n_indicators,
    projects_wide.project_id IN (SELECT project_id FROM scores) AS is_evaluated,
    projects_wide.cost_comparison,
    projects_wide.reconciliation_reason,
    projects_wide.cost_total,
    round(1e2 * projects_wide.cost_total / nullif(projects_wide.budget_total, 0))::INTEGER AS cost_percent,
    projects_wide.difference
FROM projects_wide
JOIN projects USING (project_id)
ORDER BY projects_wide.path, projects.table_no, projects_wide.project_id;
