-- 成本指标合计与预算不符，本来是要对上的：合计不少于预算的九成，或者乘以一万才与预算相近，多半把万元写成了元。
-- 见 projects_wide.cost_comparison。
--
-- Cost indicators that do not come to the budget though they were meant to: they come to nine tenths of it at least, or
-- near to it times ten thousand, where yuan were written and ten thousand yuan are meant. See
-- projects_wide.cost_comparison.
-- scope: project

SELECT * EXCLUDE (steps, is_rounding), steps AS evidence, difference AS money
FROM steps.cost_differences
WHERE NOT is_rounding;
