-- 指标值只是把名称里的话换个程度词再说一遍，如“提高……”写“有效提高”。
--
-- A value that only says its name again with a word of degree: to improve something, effectively improved.
-- scope: project

WITH degrees AS (
    SELECT string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC, word) AS words
    FROM ref_qualities
)
SELECT DISTINCT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM steps.unmeasured_targets
CROSS JOIN degrees
WHERE status = 'clean'
    AND without_punctuation(regexp_replace(value_text, words, '', 'g')) = ''
    AND EXISTS (
        FROM ref_qualities
        WHERE direction = quality_direction
            AND direction <> 'meet'
            AND gives_way = ''
            AND (starts_with(indicator_name, word) OR regexp_matches(indicator_name, word || '[^，、]?$'))
    )
    AND NOT EXISTS (FROM ref_qualities WHERE gives_way <> '' AND contains(value_text, word));
