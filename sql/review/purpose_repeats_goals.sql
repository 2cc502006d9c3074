-- 资金用途与绩效目标的文字相同（不计标点和空白）。
--
-- Purpose texts that are the same as the goals, punctuation and white space aside.

WITH goal_texts AS (
    SELECT project_id, string_agg(goal_text, '' ORDER BY goal_no) AS goals
    FROM goals
    GROUP BY project_id
)
SELECT project_id, 'funding_use' AS field, funding_use AS evidence
FROM projects
JOIN goal_texts USING (project_id)
WHERE without_punctuation(funding_use) = without_punctuation(goals);
