-- 成本指标里既有单价又有总额的项目：单价乘数量再加总额，与预算相比如何？
-- 不能据此认为：对不上就是错。单价要乘的数量可能没有写出来；年度额（元/年）按一年计。核对结果见 reconciliation_status。
-- 只有单价、没有总额的项目也列出，因为单价本身不能和预算相比。
--
-- Cost indicators of projects that state a unit price, beside their totals and the budget.
-- Do not conclude that a difference is an error: the quantity that a price is to be multiplied with may not be
-- printed. An amount per year counts as one year's. Prices alone are listed too: alone they compare with nothing.

WITH costs AS (
    SELECT
        targets_wide.*,
        CASE
            WHEN measure_unit = '元/年' THEN '年度额 per year'
            WHEN measure_unit LIKE '元/_%' THEN '单价 unit price'
            ELSE '总额 total'
        END AS stated_as
    FROM targets_wide
    WHERE dimension = 'money' AND 'cost' IN (level1_code, level2_code)
)
SELECT
    costs.unit_name,
    costs.project_name,
    costs.budget_total AS budget_yuan,
    costs.stated_as,
    costs.indicator_name,
    costs.value_text AS target_text,
    coalesce(costs.base_high, costs.base_low) AS price_or_total_yuan,
    costs.measure_unit,
    reconciliation_items.quantity,
    partner.indicator_name AS quantity_indicator,
    reconciliation_items.amount AS amount_yuan,
    projects_wide.reconciliation_status,
    projects_wide.difference AS difference_yuan
FROM costs
JOIN projects_wide ON projects_wide.project_id = costs.project_id
LEFT JOIN reconciliation_items ON reconciliation_items.indicator_id = costs.indicator_id
LEFT JOIN indicators AS partner ON partner.indicator_id = reconciliation_items.quantity_indicator_id
WHERE costs.project_id IN (SELECT project_id FROM costs WHERE stated_as LIKE '单价%')
ORDER BY costs.path, costs.table_no, costs.row_no, costs.target_no;
