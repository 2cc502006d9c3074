-- 每个项目一行：各成本指标的算式，可逐步核对。
--
-- One row per project: the sums of its cost indicators, to be followed step by step.

CREATE OR REPLACE VIEW steps.cost_steps AS
SELECT
    project_id,
    string_agg(step, '；' ORDER BY indicator_id) FILTER (WHERE method <> 'part') AS steps
FROM reconciliation_items
GROUP BY project_id;

COMMENT ON VIEW steps.cost_steps IS '成本算式：每个项目一行 / Cost steps: one row per project';
COMMENT ON COLUMN steps.cost_steps.steps IS '算式：已含在另一项内的不列 / Steps: parts of another item left out';
