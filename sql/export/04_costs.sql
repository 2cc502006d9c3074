-- 成本核对：每个项目一行，成本指标合计与预算数对照，带算式；无法核对的写明原因。
--
-- Costs: one row per project, the sum of its cost indicators beside the budget, with the terms; or why it cannot be tested.
SELECT
    projects_wide.fiscal_year,
    projects_wide.unit_code,
    projects_wide.unit_name,
    projects_wide.project_name,
    projects_wide.budget_total,
    projects_wide.cost_total,
    projects_wide.difference,
    projects_wide.cost_comparison,
    projects_wide.reconciliation_reason,
    cost_steps.steps,
    reconciliations.closeness,
    reconciliations.made_of,
    reconciliations.purpose_total,
    reconciliations.purpose_status,
    projects_wide.path,
    projects_wide.table_no,
    projects_wide.project_id
FROM projects_wide
JOIN reconciliations ON reconciliations.project_id = projects_wide.project_id
LEFT JOIN steps.cost_steps ON cost_steps.project_id = projects_wide.project_id
ORDER BY projects_wide.path, projects_wide.table_no, projects_wide.project_id;
