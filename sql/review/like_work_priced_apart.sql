-- 同一文件里，名称相近、单位相同的工作，单价比名称不同的项目高出两成以上。同名的由 unit_price_differs 说。
--
-- Work of like name and the same unit whose price is a fifth above that of another project of the document. The same
-- name is told by unit_price_differs.
-- scope: dataset

WITH priced AS (
    SELECT
        indicators.document_id,
        project_id,
        projects.project_name,
        without_years(projects.project_name) AS project_work,
        cost.indicator_id,
        indicators.indicator_name AS cost_name,
        concat_ws(' ', indicators.indicator_name, indicators.target_text) AS evidence,
        matter_of(counted.indicator_name) AS work,
        counted.measure_unit,
        counted.base_low AS quantity,
        TRY_CAST(cost.amount / counted.base_low AS DECIMAL(18, 2)) AS price
    FROM reconciliation_items AS cost
    JOIN indicators USING (project_id, indicator_id)
    JOIN projects USING (project_id)
    JOIN (
        SELECT indicators.indicator_id, project_id, indicator_name, measure_unit, base_low
        FROM indicators
        JOIN steps.first_values USING (indicator_id)
        WHERE level2_code = 'quantity' AND kind = 'quantity' AND dimension = 'count' AND base_low > 0 AND change IS NULL
    ) AS counted
        ON counted.project_id = cost.project_id
        AND (
            counted.indicator_id = cost.quantity_indicator_id
            OR cost.method = 'total'
            AND matter_of(counted.indicator_name) = matter_of(indicators.indicator_name)
        )
    WHERE cost.amount > 0 AND second_indicator_id IS NULL
),
pairs AS (
    SELECT
        one.*,
        other.price AS other_price,
        other.project_name AS other_project
    FROM priced AS one
    JOIN priced AS other
        ON other.document_id = one.document_id
        AND other.project_id <> one.project_id
        AND other.measure_unit = one.measure_unit
        AND one.price >= 1.2 * other.price
        AND other.cost_name <> one.cost_name
        AND other.project_work <> one.project_work
        AND is_like_work(one.work, other.work)
)
SELECT
    indicator_id,
    evidence,
    price,
    measure_unit AS unit,
    other_project,
    other_price,
    TRY_CAST((price - other_price) * quantity AS DECIMAL(18, 2)) AS money
FROM pairs
QUALIFY row_number() OVER (PARTITION BY indicator_id ORDER BY other_price, other_project) = 1;
