-- 发放、拨付一类的准确率、合规率低于 100%：等于允许发错。
--
-- Accuracy of payments below 100 %: it allows for wrong ones.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM indicators
JOIN steps.first_values USING (indicator_id)
WHERE dimension = 'ratio'
    AND change IS NULL
    AND coalesce(base_low, base_high) < 1
    AND name_word('pays', indicator_name) IS NOT NULL
    AND name_word('faultless', indicator_name) IS NOT NULL;
