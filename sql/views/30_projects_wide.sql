-- 每个项目一行：预算、指标个数、成本核对结果、问题个数。指标按年度值计数（for_year）：分等次、分时段、分地区填写的指标
-- 只算一个。
--
-- One row per project: its budget, how many indicators it has, how its costs reconcile, how many findings there are.
-- Indicators count by their targets for the year (for_year): one with a target per grade, span or region counts once.

CREATE OR REPLACE VIEW projects_wide AS
WITH indicator_counts AS (
    SELECT
        project_id,
        count(*) AS n_indicators,
        count(*) FILTER (WHERE has_target) AS n_with_target,
        count(*) FILTER (WHERE is_quantified) AS n_quantified,
        count(*) FILTER (WHERE is_qualitative) AS n_qualitative
    FROM indicators_wide
    WHERE applies
    GROUP BY project_id
),
issue_counts AS (
    SELECT project_id, count(*) AS n_issues
    FROM issues
    WHERE severity <> 'note'
    GROUP BY project_id
)
SELECT
    projects.fiscal_year,
    projects.department_code,
    projects.unit_code,
    projects.unit_name,
    projects.project_id,
    projects.project_no,
    projects.project_code,
    projects.project_name,
    projects.budget_total,
    projects.budget_fiscal,
    projects.budget_other,
    projects.funding_use,
    coalesce(indicator_counts.n_indicators, 0) AS n_indicators,
    coalesce(indicator_counts.n_with_target, 0) AS n_with_target,
    coalesce(indicator_counts.n_quantified, 0) AS n_quantified,
    coalesce(indicator_counts.n_qualitative, 0) AS n_qualitative,
    reconciliations.cost_total,
    reconciliations.difference,
    reconciliations.status AS reconciliation_status,
    reconciliations.reason AS reconciliation_reason,
    CASE
        WHEN reconciliations.status <> 'differs' THEN reconciliations.status
        WHEN is_nearly_whole(reconciliations.cost_total, projects.budget_total) THEN 'differs'
        WHEN 1e4 * reconciliations.cost_total BETWEEN 0.9 * projects.budget_total AND 1.1 * projects.budget_total
            THEN 'differs'
        WHEN is_likely_a_price(reconciliations.cost_total, projects.budget_total) THEN 'price'
        ELSE 'part'
    END AS cost_comparison,
    coalesce(issue_counts.n_issues, 0) AS n_issues,
    projects.document_id,
    projects.path,
    projects.table_no
FROM steps.placed_projects AS projects
LEFT JOIN indicator_counts ON indicator_counts.project_id = projects.project_id
LEFT JOIN reconciliations ON reconciliations.project_id = projects.project_id
LEFT JOIN issue_counts ON issue_counts.project_id = projects.project_id;

COMMENT ON VIEW projects_wide IS '项目全表：每个项目一行，带预算、指标个数、核对结果 / Projects, wide: one row per project with budget, indicator counts and reconciliation';
COMMENT ON COLUMN projects_wide.n_indicators IS '指标个数：不适用的不计 / Indicators: those that do not apply left out';
COMMENT ON COLUMN projects_wide.n_with_target IS '有年度指标值的指标个数 / Indicators that state a target for the year';
COMMENT ON COLUMN projects_wide.n_quantified IS '定量指标个数：含日期 / Quantified indicators: dates included';
COMMENT ON COLUMN projects_wide.n_qualitative IS '定性指标个数 / Qualitative indicators';
COMMENT ON COLUMN projects_wide.reconciliation_status IS '成本核对结果：相符、不符、无法核对 / Reconciliation: outcome';
COMMENT ON COLUMN projects_wide.reconciliation_reason IS '无法核对的原因 / Reconciliation: why it cannot be tested';
COMMENT ON COLUMN projects_wide.cost_comparison IS '成本合计与预算：reconciled 相符，differs 本来要对上而没有对上（含万元写成元的），part 只占预算的一部分，price 不到一成、多半是单价，not_testable 无法核对 / Cost total beside the budget: reconciled; differs though meant to add up, ten thousands written as ones included; part of the budget; more likely a price, less than one tenth; not testable';
COMMENT ON COLUMN projects_wide.n_issues IS '错误和警告的个数：不含提示 / Errors and warnings: notes left out';
