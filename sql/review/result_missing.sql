-- 自评表里没有填写实际完成值，或只有横线、占位符；写“无”“未发生”的是填了。一个完成值也没有填的项目不算：那是还没有自评。
--
-- Actual values left blank in a self-evaluation, or with nothing but a dash or a placeholder; words such as none are a
-- value. Projects without any are left out: they were not evaluated yet.
-- needs: results
-- scope: project

WITH evaluated AS (
    SELECT DISTINCT project_id
    FROM results
    JOIN steps.judged_indicators AS indicators USING (indicator_id)
    WHERE kind <> 'missing'
)
SELECT
    indicator_id,
    concat_ws(' ', indicator_name, target_text) AS evidence,
    results.score
FROM results
JOIN steps.judged_indicators AS indicators USING (indicator_id)
SEMI JOIN evaluated USING (project_id)
WHERE kind = 'missing'
    AND (target_text IS NOT NULL OR value_source = 'name')
    AND NOT regexp_matches(coalesce(actual_text, ''), '\p{Han}');
