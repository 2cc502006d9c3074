-- 自评得分高于该指标的分值，或预算执行率的得分高于它的分值。
--
-- Scores of a self-evaluation above the points that the indicator, or the execution of the budget, has.
-- scope: project

SELECT
    indicator_id,
    NULL AS project_id,
    NULL AS table_no,
    NULL AS row_no,
    concat_ws(' ', indicator_name, score) AS evidence,
    score,
    weight
FROM scores
WHERE points_lost < 0
UNION ALL
SELECT NULL, project_id, table_no, row_no, printed, score, weight
FROM execution
WHERE points_given > points;
