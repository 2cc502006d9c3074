-- 成本指标合计与预算相差不大，印到整元的单价取整就能解释。
--
-- Costs that miss the budget by no more than prices printed in whole yuan explain.
-- scope: project

SELECT * EXCLUDE (steps, is_rounding), steps AS evidence, difference AS money
FROM steps.cost_differences
WHERE is_rounding;
