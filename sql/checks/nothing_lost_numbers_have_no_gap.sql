-- 不丢失：各表的序号都从 1 起，没有缺号：项目内的指标、资金、任务、用途金额和各时段的目标，指标内的指标值和完成情况。
-- 第一个编号前面的文字是目标 0，不算在内；只印了编号、没有文字的目标，不算缺号。
--
-- Nothing lost: numbers begin at 1 and have no gap: indicators, funds, tasks and funding items of a project, goals of
-- each period, targets and results of an indicator. Goal 0, what stands before the first number, does not
-- count, and a number that stands alone in its line without a goal is no gap.

WITH alone AS (
    SELECT project_id, CAST(unnest(regexp_extract_all(text, '(?m)^\s*(\d{1,4})\s*[.．、)）]?\s*$', 1)) AS INTEGER) AS number
    FROM form_fields
    WHERE field = 'goals'
),
last_goals AS (
    SELECT project_id, period, max(goal_no) AS last_no, list(goal_no) AS found FROM goals GROUP BY project_id, period
),
numbers AS (
    SELECT 'indicators' AS table_name, project_id AS belongs_to, indicator_no AS number FROM indicators
    UNION ALL SELECT 'funds', project_id, fund_no FROM funds
    UNION ALL SELECT 'tasks', project_id, task_no FROM tasks
    UNION ALL SELECT 'funding_items', project_id, item_no FROM funding_items
    UNION ALL SELECT 'goals', project_id || ' ' || period, goal_no FROM goals WHERE goal_no > 0
    UNION ALL
    SELECT DISTINCT 'goals', project_id || ' ' || period, number
    FROM alone
    JOIN last_goals USING (project_id)
    WHERE number BETWEEN 1 AND last_no AND NOT list_contains(found, number)
    UNION ALL SELECT 'targets', indicator_id, target_no FROM targets
    UNION ALL SELECT 'results', indicator_id, result_no FROM results
)
SELECT table_name, belongs_to, count(*) AS n_rows, min(number) AS first_number, max(number) AS last_number
FROM numbers
GROUP BY table_name, belongs_to
HAVING min(number) <> 1
    OR max(number) <> count(*)
    OR 1 + count(DISTINCT number) FILTER (number > 1) <> count(*)  -- nearly all are 1 alone, which needs no list of them
ORDER BY ALL;
