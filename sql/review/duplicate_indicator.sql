-- 同一项目里类别、名称、指标值都相同的指标，每个都指出它重复的那一行；描述不同的是两件事，时段不同的也不算。
--
-- Indicators of one project with the same class, name and target, each told of the row that it repeats; those with
-- other descriptions are two things, and so are those for another span.
-- scope: project

WITH spans AS (
    SELECT indicator_id, min(period) AS period
    FROM targets
    GROUP BY indicator_id
)
SELECT
    indicator_id,
    indicator_name AS evidence,
    first_value(row_no) OVER same AS row
FROM steps.judged_indicators AS indicators
JOIN spans USING (indicator_id)
WHERE indicator_name IS NOT NULL
WINDOW same AS (
    PARTITION BY project_id, level1, level2, indicator_name, target_text, without_space(coalesce(description, '')), period
    ORDER BY indicator_no
)
QUALIFY row_number() OVER same > 1;
