-- 目标里的话没有一个指标用到：相邻两字都不重合，通用词不算。只问同一项目里别的目标有指标承接的。
--
-- Goals that share no pair of neighbouring characters with any indicator, generic words aside, where another goal of
-- the project does.
-- scope: project

WITH told AS (
    SELECT project_id, goal_no, period, goal_text, matter_of(goal_text) AS matter
    FROM goals
    WHERE length(goal_text) >= 8
),
names AS (
    SELECT DISTINCT project_id, matter_of(concat_ws(' ', indicator_name, description)) AS matter
    FROM steps.judged_indicators
    SEMI JOIN told USING (project_id)
),
pieces AS (
    SELECT * EXCLUDE (matter), unnest(pairs_of(matter)) AS pair
    FROM told
),
named AS (
    SELECT DISTINCT project_id, unnest(pairs_of(matter)) AS pair
    FROM names
),
met AS (
    SELECT project_id, period, goal_no, goal_text, bool_or(named.pair IS NOT NULL) AS is_met
    FROM pieces
    LEFT JOIN named USING (project_id, pair)
    GROUP BY ALL
)
SELECT project_id, 'goal_annual goal' AS field, goal_text AS evidence
FROM met
WHERE NOT is_met AND EXISTS (FROM met AS other WHERE other.project_id = met.project_id AND other.is_met);
