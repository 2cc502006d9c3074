-- 各条目标有没有指标承接？（每条目标，以及同一项目里用字与它重合最多的指标：重合的是相邻两字；重合最少的在前）
-- 不能据此认为：没有重合就没有指标。“加强队伍建设”可以由“培训人数”承接。这里只提示先看哪几条。
--
-- Which goals does an indicator take up? (Each goal with the indicator of its project whose name shares most pairs of
-- neighbouring characters with it; those that share least come first.)
-- Do not conclude that a goal without shared words has no indicator: other words may mean the same. The order only says
-- which goals to read first.

-- Each text is cut into pairs once, however often it is printed.
WITH texts AS (
    SELECT goal_text AS words FROM goals
    UNION
    SELECT indicator_name FROM indicators WHERE project_id IN (SELECT project_id FROM goals)
),
pieces AS (
    SELECT DISTINCT
        words,
        unnest(list_transform(range(1, length(words)), lambda place: substring(words, place, 2))) AS pair
    FROM texts
),
telling AS (
    SELECT pair
    FROM (SELECT DISTINCT pair FROM pieces)
    WHERE NOT regexp_matches(pair, '[\s\d\p{P}]') AND name_word('generic', pair) IS NULL
),
spelt AS (
    SELECT words, array_agg(pair) AS pairs
    FROM pieces
    SEMI JOIN telling USING (pair)
    GROUP BY words
),
named AS (
    SELECT DISTINCT project_id, indicator_name
    FROM indicators
),
side_by_side AS (
    SELECT project_id, period, goal_no, goal_text, indicator_name
    FROM goals
    JOIN named USING (project_id)
),
-- Each goal is compared with each name once, in however many projects they stand; the place tells who is nearer.
compared AS (
    SELECT
        goal_text,
        indicator_name,
        len(list_intersect(goal.pairs, indicator.pairs)) AS shared_pairs,
        row_number() OVER (ORDER BY shared_pairs DESC, length(indicator_name), indicator_name, goal_text) AS place
    FROM (SELECT DISTINCT goal_text, indicator_name FROM side_by_side)
    JOIN spelt AS goal ON goal.words = goal_text
    JOIN spelt AS indicator ON indicator.words = indicator_name
    WHERE shared_pairs > 0
),
first_places AS (
    SELECT project_id, period, goal_no, min(place) AS place
    FROM side_by_side
    JOIN compared USING (goal_text, indicator_name)
    GROUP BY project_id, period, goal_no
),
nearest AS (
    SELECT project_id, period, goal_no, shared_pairs, indicator_name
    FROM first_places
    JOIN compared USING (place)
)
SELECT
    coalesce(shared_pairs, 0) AS shared_pairs,
    goal_text,
    indicator_name AS nearest_indicator,
    unit_name,
    project_name,
    period,
    goal_no,
    project_id
FROM goals
LEFT JOIN nearest USING (project_id, period, goal_no)
JOIN steps.placed_projects USING (project_id)
ORDER BY shared_pairs, unit_name, project_name, project_id, period, goal_no;
