-- 资金用途与某一时段的绩效目标文字相同（不计标点、空白和目标的序号）。
--
-- Purpose texts that are the same as the goals of the year or of another span, punctuation, white space and the numbers
-- of the goals aside.
-- scope: project

WITH goal_texts AS (
    SELECT
        project_id,
        period,
        string_agg(goal_text, '' ORDER BY goal_no) AS goals,
        string_agg(goal_no || goal_text, '' ORDER BY goal_no) AS numbered_goals
    FROM goals
    GROUP BY project_id, period
)
SELECT project_id, 'funding_use' AS field, funding_use AS evidence, budget_total AS money
FROM projects
JOIN goal_texts USING (project_id)
WHERE without_punctuation(funding_use) IN (without_punctuation(goals), without_punctuation(numbered_goals));
