-- 每个预算单位的项目数、指标数、量化目标占比、预算数（元）
--
-- Per budget unit: projects, indicators, targets that are numbers or dates, and the budget in yuan
WITH per_project AS (
    SELECT
        project_id,
        count(DISTINCT indicator_id) AS indicators,
        count(*) AS targets,
        count(*) FILTER (WHERE kind IN ('quantity', 'date')) AS measurable
    FROM indicators
    JOIN targets USING (indicator_id)
    GROUP BY project_id
)
SELECT
    unit_code,
    unit_name,
    fiscal_year,
    count(*) AS projects,
    coalesce(sum(indicators), 0)::BIGINT AS indicators,
    coalesce(sum(targets), 0)::BIGINT AS targets,
    coalesce(sum(measurable), 0)::BIGINT AS measurable,
    sum(budget_total) AS budget_total
FROM projects
LEFT JOIN per_project USING (project_id)
GROUP BY unit_code, unit_name, fiscal_year
ORDER BY unit_code NULLS LAST, unit_name NULLS LAST, fiscal_year;
