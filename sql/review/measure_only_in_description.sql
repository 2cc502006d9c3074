-- 名称没有说衡量什么，描述却是一个比率。
--
-- Names that do not say what is measured, beside a description that names a rate.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence, description AS measure
FROM steps.judged_indicators AS indicators
JOIN steps.first_values USING (indicator_id)
WHERE (dimension = 'ratio' OR kind = 'qualitative')
    AND name_word('measure', indicator_name) IS NULL
    AND name_word('rate', description) IS NOT NULL;
