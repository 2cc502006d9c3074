-- 单价取整可以造成多大差额：每个项目一行，印到整元的单价至多差半元，乘以数量。
--
-- How far costs may be off because prices are printed in whole yuan, which are half a yuan off at most: one row per
-- project with such a price.

CREATE OR REPLACE VIEW cost_rounding AS
SELECT
    project_id,
    CAST(sum(quantity) / 2 AS DECIMAL(18, 2)) AS rounding
FROM reconciliation_items
JOIN first_values USING (indicator_id)
WHERE method = 'unit_cost' AND factor = 1 AND unit_cost = round(unit_cost) AND quantity < 1e12
GROUP BY project_id;

COMMENT ON VIEW cost_rounding IS '取整差额：每个有整元单价的项目一行 / Rounding: one row per project with a price in whole yuan';
COMMENT ON COLUMN cost_rounding.rounding IS '取整差额：元 / Rounding: yuan';
