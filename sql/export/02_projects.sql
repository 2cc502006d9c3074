-- 项目：每个项目一行。预算可以在这里相加。
--
-- Projects: one row each. Budgets may be added up here.
SELECT
    projects_wide.fiscal_year,
    projects_wide.unit_code,
    projects_wide.unit_name,
    projects.implementing_unit,
    projects.department_name,
    projects_wide.project_no,
    projects_wide.project_code,
    projects_wide.project_name,
    projects_wide.budget_total,
    projects_wide.budget_fiscal,
    projects_wide.budget_other,
    projects.starts_on,
    projects.ends_on,
    projects_wide.funding_use,
    projects_wide.n_indicators,
    projects_wide.n_with_target,
    projects_wide.n_quantified,
    projects_wide.n_qualitative,
    projects_wide.n_issues,
    projects_wide.path,
    projects_wide.table_no,
    projects_wide.project_id
FROM projects_wide
JOIN projects ON projects.project_id = projects_wide.project_id
ORDER BY projects_wide.path, projects_wide.table_no, projects_wide.project_id;
