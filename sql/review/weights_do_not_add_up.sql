-- 每个指标都有分值，合计却不是 100，也不是扣除预算执行率后的分值：印有执行率分值的按印出的扣除，没有印的为 90 或 80。
-- 写成小数的同理。
--
-- Weights on every indicator that come neither to 100 nor to what the execution of the budget leaves of it: its printed
-- points, or 10 or 20 where none are printed. The same for weights written as fractions.
-- scope: project

WITH weights AS (
    SELECT
        project_id,
        min(table_no) AS table_no,
        string_agg(weight, ' + ' ORDER BY indicator_no) AS printed,
        sum(first_number(weight)) AS total,
        bool_and(first_number(weight) IS NOT NULL OR name_word('part', indicator_name) IS NOT NULL) AS are_all_given
    FROM indicators
    GROUP BY project_id
),
executions AS (
    SELECT project_id, max(points) AS points
    FROM execution
    WHERE points > 0
    GROUP BY project_id
),
held AS (
    SELECT *, CASE WHEN points IS NULL THEN [90, 80] ELSE [100 - points] END AS without_execution
    FROM weights
    LEFT JOIN executions USING (project_id)
)
SELECT
    project_id,
    table_no,
    printed AS evidence,
    total,
    array_to_string(list_transform(without_execution, lambda one: format('{:g}', CAST(one AS DOUBLE))), ' / ') AS rest
FROM held
WHERE are_all_given
    AND NOT list_contains(list_append(without_execution, 100), total)
    AND NOT list_contains(list_append(without_execution, 100), 100 * total);
