-- 同一文件里，同名同单位的单位成本高于别的项目的最低价。
--
-- Unit costs above the lowest of the same name and unit in the document; the money is what the difference comes to.
-- scope: dataset

WITH prices AS (
    SELECT
        indicators.indicator_id,
        targets.measure_unit,
        canonical_name,
        indicator_name,
        target_text,
        projects_wide.*,
        TRY_CAST(coalesce(base_high, base_low) AS DECIMAL(18, 2)) AS price
    FROM steps.judged_indicators AS indicators
    JOIN indicator_groups USING (indicator_name)
    JOIN targets USING (indicator_id)
    JOIN projects_wide USING (project_id)
    WHERE for_year AND dimension = 'money' AND measure_unit LIKE '%/%' AND change IS NULL AND 'cost' IN (level1_code, level2_code)
),
lowest AS (
    SELECT
        document_id, canonical_name, measure_unit,
        min(price) AS other_price,
        min_by({unit: unit_name, project: project_id}, (price, project_id)) AS other
    FROM prices
    GROUP BY ALL
)
SELECT
    indicator_id,
    coalesce(target_text, indicator_name) AS evidence,
    price,
    other.unit AS other_unit,
    other_price,
    TRY_CAST(items.amount * (price - other_price) / price AS DECIMAL(18, 2)) AS money
FROM prices
JOIN lowest USING (document_id, canonical_name, measure_unit)
LEFT JOIN reconciliation_items AS items USING (project_id, indicator_id)
WHERE price > other_price AND project_id <> other.project;
