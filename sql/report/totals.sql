-- 总数：文件、项目、单位、指标、有年度指标值的指标、没有预算数的项目、预算合计（都没有预算数时为空）
--
-- Totals: documents, projects, units, indicators, those with a target for the year, projects without a budget, and the
-- sum of budgets, which is null if there is none
SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(*) FROM documents WHERE status = 'rejected') AS rejected,
    (SELECT count(*) FROM budget_units) AS budget_units,
    count(*) AS projects,
    coalesce(sum(n_indicators), 0)::BIGINT AS indicators,
    coalesce(sum(n_with_target), 0)::BIGINT AS targets,
    coalesce(sum(n_quantified), 0)::BIGINT AS quantified,
    count(*) - count(budget_total) AS without_budget,
    sum(budget_total)::DECIMAL(38, 2) AS budget_total
FROM projects_wide;
