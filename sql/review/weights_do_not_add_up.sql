-- 每个指标都有分值，合计却不是 100；预算执行率占 10 分或 20 分的，合计为 90 或 80。写成小数的同理。
--
-- Weights on every indicator that do not come to 100, or 90 or 80 where budget execution has the other points; the
-- same for weights written as fractions.

WITH weights AS (
    SELECT
        project_id,
        min(table_no) AS table_no,
        string_agg(weight, ' + ' ORDER BY indicator_no) AS printed,
        sum(first_number(weight)) AS total,
        bool_and(first_number(weight) IS NOT NULL OR name_word('part', indicator_name) IS NOT NULL) AS are_all_given
    FROM indicators
    GROUP BY project_id
)
SELECT project_id, table_no, printed AS evidence, total
FROM weights
WHERE are_all_given AND total NOT IN (100, 90, 80, 1, 0.9, 0.8);
