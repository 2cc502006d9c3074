-- 把一个项目从头到尾看一遍：预算、用途、目标、指标、发现。
-- 用法：在下一行的引号里写项目名称（或单位名称）里的几个字；留空则取预算最大的项目。符合的不止一个时也取预算最大的。
-- 不能据此认为：这里没有的，原文件里也没有。逐格的原文见 cells 表。
--
-- One project from head to foot: budget, purpose, goals, indicators, findings.
-- Write some words of the project's or the unit's name between the quotes below; left empty, or with several hits,
-- the project with the largest budget is shown.
-- Do not conclude that what is not here is not in the document: every printed cell is in the table cells.

SET VARIABLE words = '';

WITH chosen AS (
    SELECT *
    FROM projects_wide
    WHERE contains(coalesce(project_name, '') || coalesce(unit_name, ''), getvariable('words'))
    ORDER BY budget_total DESC NULLS LAST, project_id
    LIMIT 1
),
lines AS (
    SELECT 1 AS part_no, 1 AS line_no, '项目 project' AS part, '名称 name' AS item, project_name AS content FROM chosen
    UNION ALL
    SELECT 1, 2, '项目 project', '单位 unit', concat_ws(' ', unit_code, unit_name) FROM chosen
    UNION ALL
    SELECT 1, 3, '项目 project', '预算（元） budget (yuan)', CAST(budget_total AS VARCHAR) FROM chosen
    UNION ALL
    SELECT 1, 4, '项目 project', '资金用途 funding use', funding_use FROM chosen
    UNION ALL
    SELECT 1, 5, '项目 project', '成本核对 reconciliation', concat_ws(' ', reconciliation_status, reconciliation_reason, difference)
    FROM chosen
    UNION ALL
    SELECT 1, 6, '项目 project', '出处 document', concat_ws(' ', path, '第', table_no, '张表') FROM chosen
    UNION ALL
    SELECT
        2,
        row_number() OVER (ORDER BY period, goal_no),
        '目标 goal',
        concat_ws(' ', nullif(period, 'unstated'), goal_no),
        goal_text
    FROM goals
    WHERE project_id IN (SELECT project_id FROM chosen)
    UNION ALL
    SELECT 3, indicator_no, '指标 indicator', concat_ws(' ', level2, indicator_name), target_text
    FROM indicators
    WHERE project_id IN (SELECT project_id FROM chosen)
    UNION ALL
    SELECT
        4,
        row_number() OVER (ORDER BY row_no NULLS FIRST, issue_id),
        '发现 finding',
        concat_ws(' ', severity, code),
        concat_ws(' ', message_zh, evidence)
    FROM issues
    WHERE project_id IN (SELECT project_id FROM chosen)
)
SELECT part, item, content
FROM lines
ORDER BY part_no, line_no;
