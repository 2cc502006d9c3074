-- 不丢失：指标、目标、用途金额和格内指标值的序号从 1 起，没有缺号。
--
-- Nothing lost: indicators, goals, funding items and targets are numbered from 1 without a gap.

SELECT 'indicators' AS table_name, project_id AS belongs_to, count(*) AS n_rows, max(indicator_no) AS last_number
FROM indicators
GROUP BY project_id
HAVING min(indicator_no) <> 1 OR max(indicator_no) <> count(*)
UNION ALL
SELECT 'goals', project_id, count(*), max(goal_no)
FROM goals
GROUP BY project_id
HAVING min(goal_no) <> 1 OR max(goal_no) <> count(*)
UNION ALL
SELECT 'funding_items', project_id, count(*), max(item_no)
FROM funding_items
GROUP BY project_id
HAVING min(item_no) <> 1 OR max(item_no) <> count(*)
UNION ALL
SELECT 'targets', indicator_id, count(*), max(target_no)
FROM targets
GROUP BY indicator_id
HAVING min(target_no) <> 1 OR max(target_no) <> count(*)
ORDER BY ALL;
