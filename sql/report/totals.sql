-- 总数：文件、项目、单位、指标、目标值、预算数
--
-- Totals: documents, projects, units, indicators, targets and the sum of budgets
SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(*) FROM documents WHERE status = 'rejected') AS rejected,
    (SELECT count(*) FROM budget_units) AS budget_units,
    (SELECT count(*) FROM projects) AS projects,
    (SELECT count(*) FROM indicators) AS indicators,
    (SELECT count(*) FROM targets) AS targets,
    (SELECT coalesce(sum(budget_total), 0)::DECIMAL(18, 2) FROM projects) AS budget_total;
