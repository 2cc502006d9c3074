-- 总数：文件、项目、单位、指标、有年度指标值的指标、预算数
--
-- Totals: documents, projects, units, indicators, those with a target for the year, and the sum of budgets
SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(*) FROM documents WHERE status = 'rejected') AS rejected,
    (SELECT count(*) FROM budget_units) AS budget_units,
    count(*) AS projects,
    coalesce(sum(n_indicators), 0)::BIGINT AS indicators,
    coalesce(sum(n_with_target), 0)::BIGINT AS targets,
    coalesce(sum(n_quantified), 0)::BIGINT AS quantified,
    coalesce(sum(budget_total), 0)::DECIMAL(18, 2) AS budget_total
FROM projects_wide;
