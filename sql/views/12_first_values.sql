-- 每个指标值单元格一行：格里写了几个值的，取第一个。分时段、地区、等次填写的，每格都在。
--
-- One row per cell of a target: of several values in a cell the first. Cells for several spans, places or grades are all
-- there.

CREATE OR REPLACE VIEW steps.first_values AS
FROM steps.judged_targets
QUALIFY row_number() OVER (PARTITION BY indicator_id, period, region, grade ORDER BY target_no) = 1;

COMMENT ON VIEW steps.first_values IS '每格第一个值：每个指标值单元格一行 / First values: one row per cell of a target';
