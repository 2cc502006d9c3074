-- 资金用途列了几个金额，合计与预算不符。
--
-- Purpose texts that name several amounts which do not come to the budget.
-- scope: project

SELECT
    project_id,
    'funding_use' AS field,
    projects.funding_use AS evidence,
    purpose_total,
    projects.budget_total,
    abs(projects.budget_total - purpose_total) AS difference,
    abs(projects.budget_total - purpose_total) AS money
FROM reconciliations
JOIN projects USING (project_id)
WHERE purpose_status = 'differs';
