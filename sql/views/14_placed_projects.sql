-- 每个项目一行，带上所属预算单位的名称和部门代码，以及所在文件：各个宽视图由它得出。
--
-- One row per project with the name and department of its budget unit, and the file it stands in: the wide views are made
-- of it.

CREATE OR REPLACE VIEW steps.placed_projects AS
SELECT
    projects.* REPLACE (
        coalesce(budget_units.unit_name, projects.unit_name) AS unit_name,
        budget_units.department_code AS department_code
    ),
    documents.path
FROM projects
JOIN documents ON documents.document_id = projects.document_id
LEFT JOIN budget_units
    ON coalesce(budget_units.unit_code, budget_units.unit_name) = coalesce(projects.unit_code, projects.unit_name)
    AND budget_units.fiscal_year IS NOT DISTINCT FROM projects.fiscal_year;

COMMENT ON VIEW steps.placed_projects IS '项目及其单位和文件：每个项目一行 / Projects with their units and files: one row per project';
