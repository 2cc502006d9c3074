-- 页面：每个预算单位、每类指标有几个，几个是定量的
--
-- Page: per budget unit and class of indicators, how many there are and how many are quantified
WITH largest AS (
    SELECT fiscal_year, unit_code, unit_name, document
    FROM units_wide
    ORDER BY budget_total DESC NULLS LAST, fiscal_year, unit_code, unit_name, document
    LIMIT 60
)
SELECT
    concat_ws(' ', fiscal_year, coalesce(unit_code, unit_name, path)) AS unit,
    min(level1_code) AS main_class,
    coalesce(level2_code, level1_code) AS class,
    min(coalesce(class_label, level2, level1)) AS name,
    count(*) AS n,
    count(*) FILTER (WHERE is_quantified) AS quantified
FROM indicators_wide
SEMI JOIN largest
    ON largest.fiscal_year IS NOT DISTINCT FROM indicators_wide.fiscal_year
    AND coalesce(largest.unit_code, largest.unit_name, largest.document)
        = coalesce(indicators_wide.unit_code, indicators_wide.unit_name, indicators_wide.path)
WHERE applies AND coalesce(level2_code, level1_code) IS NOT NULL
GROUP BY unit, class
ORDER BY list_position(['cost', 'output', 'benefit', 'satisfaction'], main_class), class, unit;
