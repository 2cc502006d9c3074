-- 半数以上的指标描述只是重复名称。
--
-- Projects of which most descriptions only repeat the indicator's name.
-- scope: project

WITH counted AS (
    SELECT
        project_id,
        count(*) AS total,
        count(*) FILTER (WHERE without_space(description) = without_space(indicator_name)) AS repeated,
        arg_min(indicators, indicator_no) FILTER (WHERE without_space(description) = without_space(indicator_name)) AS first
    FROM steps.judged_indicators AS indicators
    WHERE description IS NOT NULL
    GROUP BY project_id
)
SELECT project_id, first.table_no, first.row_no, first.description AS evidence, total, repeated
FROM counted
WHERE 2 * repeated > total;
