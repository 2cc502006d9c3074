-- 年度目标既没有数，也没有说要达到什么效果。
--
-- Goals of the year without any number and without an effect.
-- scope: project

WITH effects AS (
    SELECT string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC, word) AS words
    FROM ref_qualities
    WHERE direction <> ''
)
SELECT
    project_id,
    'goal_annual goal' AS field,
    string_agg(goal_text, '；' ORDER BY goal_no) AS evidence
FROM goals
CROSS JOIN effects
GROUP BY project_id
HAVING NOT bool_or(regexp_matches(goal_text, '[0-9０-９一二两三四五六七八九十百千万]') OR regexp_matches(goal_text, words));
