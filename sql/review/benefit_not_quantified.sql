-- 效益指标没有一个是定量的，也没有分等次。
--
-- Projects none of whose benefit indicators states a number, a date or grades.
-- scope: project

SELECT
    project_id,
    min_by(table_no, indicator_no) AS table_no,
    min_by(row_no, indicator_no) AS row_no,
    string_agg(DISTINCT concat_ws(' ', indicator_name, target_text), '；') AS evidence,
    count(DISTINCT indicator_id) AS benefits
FROM indicators
JOIN steps.judged_targets USING (indicator_id)
WHERE level1_code = 'benefit'
GROUP BY project_id
HAVING bool_and(kind = 'qualitative' AND status = 'clean' AND grade IS NULL);
