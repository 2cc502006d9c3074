-- 一个指标里写了两件要分别衡量的事：两段都以衡量词结尾，或都以“提高”“保障”一类的动词开头。
--
-- One indicator for two things that are measured apart: two parts of its name both end in a measure, or both begin
-- with a verb of change.
-- scope: project

WITH joints AS (
    SELECT
        string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC) FILTER (WHERE kind = 'joint') AS joints,
        string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC) FILTER (WHERE kind = 'no_joint') AS others
    FROM ref_name_words
),
verbs AS (
    SELECT string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC, word) AS verbs
    FROM ref_qualities
    WHERE direction IN ('raise', 'keep', 'lower', 'establish')
),
-- Each name once: a pattern that is no constant is compiled for every row.
parted AS (
    SELECT
        indicator_name,
        unnest(string_split_regex(
            regexp_replace(regexp_replace(without_space(indicator_name), '[（(][^（）()]*[）)]', '', 'g'), others, '・', 'g'), joints
        )) AS part
    FROM (SELECT DISTINCT indicator_name FROM steps.judged_indicators)
    CROSS JOIN joints
),
double AS (
    SELECT indicator_name
    FROM parted
    CROSS JOIN verbs
    WHERE length(part) >= 3
    GROUP BY indicator_name
    HAVING count(*) FILTER (WHERE name_word('measure', part) IS NOT NULL) > 1
        OR count(*) FILTER (WHERE regexp_matches(part, '^(?:' || verbs || ')')) > 1
)
SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM steps.judged_indicators
SEMI JOIN double USING (indicator_name);
