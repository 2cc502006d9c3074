-- 一致：每个项目的预算单位都在单位表里，单位表里的每个单位都有项目。
--
-- Consistent: the unit of every project is in budget_units, and every unit there has a project.

WITH units_of_projects AS (
    SELECT DISTINCT coalesce(unit_code, unit_name) AS unit, fiscal_year
    FROM projects
    WHERE coalesce(unit_code, unit_name) IS NOT NULL
),
units AS (
    SELECT coalesce(unit_code, unit_name) AS unit, fiscal_year
    FROM budget_units
)
SELECT 'budget_units' AS missing_in, unit, fiscal_year
FROM (FROM units_of_projects EXCEPT FROM units)
UNION ALL
SELECT 'projects', unit, fiscal_year
FROM (FROM units EXCEPT FROM units_of_projects)
ORDER BY ALL;
