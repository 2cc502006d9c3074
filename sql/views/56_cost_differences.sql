-- 成本指标合计与预算不符的项目，本来是要对上的：每个项目一行。印到整元的单价至多差半元，乘以数量能解释差额的，算取整。
--
-- Projects whose costs do not come to the budget though they were meant to: one row each. A price in whole yuan is half a
-- yuan off at most; where that, times the quantities, explains the difference, it is one of rounding.

CREATE OR REPLACE VIEW steps.cost_differences AS
WITH rounded AS (
    SELECT project_id, sum(quantity) / 2 AS rounding
    FROM reconciliation_items
    JOIN steps.first_values USING (indicator_id)
    WHERE method = 'unit_cost' AND factor = 1 AND unit_cost = round(unit_cost)
    GROUP BY project_id
)
SELECT
    project_id,
    budget_cells.table_no,
    budget_cells.row_no,
    steps,
    cost_total,
    budget_total,
    abs(difference) AS difference,
    CAST(abs(difference) AS DOUBLE) <= coalesce(rounding, 0) AS is_rounding
FROM projects_wide
JOIN steps.cost_steps USING (project_id)
JOIN steps.budget_cells USING (project_id)
LEFT JOIN rounded USING (project_id)
WHERE cost_comparison = 'differs';

COMMENT ON VIEW steps.cost_differences IS '成本与预算的差额：本来要对上而没有对上的，每个项目一行 / Cost differences: one row per project whose costs were meant to come to the budget and do not';
COMMENT ON COLUMN steps.cost_differences.steps IS '算式：见 cost_steps / Steps: see cost_steps';
COMMENT ON COLUMN steps.cost_differences.difference IS '差额：元，不计正负 / Difference: yuan, without its sign';
COMMENT ON COLUMN steps.cost_differences.is_rounding IS '是否由整元单价取整造成 / Whether prices in whole yuan explain it';
