-- 名称相同的指标，不同单位定的目标不同：人均标准、满意度门槛差多少？
-- 不能据此认为：高的就是浪费，低的就是松懈。人员、任务不同，标准可以不同；名称相同也未必量的是同一件事。
-- 比较用基本单位（万元换成元，95% 换成 0.95），所以写法不同、数值相同的不会列出；只比年度值。
--
-- Indicators of the same name for which units set different targets: per-head standards, satisfaction thresholds.
-- Do not conclude that the higher is waste or the lower is slack: staff and tasks differ, and the same name may
-- measure different things. Bounds are compared in base units, so a mere difference of spelling is not listed;
-- only targets for the year are compared.

WITH stated AS (
    SELECT
        indicator_name,
        min(coalesce(unit_code, unit_name)) AS first_unit,
        max(coalesce(unit_code, unit_name)) AS last_unit
    FROM targets
    JOIN indicators ON indicators.indicator_id = targets.indicator_id
    JOIN projects ON projects.project_id = indicators.project_id
    WHERE kind IN ('quantity', 'date', 'qualitative') AND for_year
    GROUP BY
        indicator_name, operator, change, base_low, base_high, base_unit, due_start, due_end,
        CASE WHEN kind = 'qualitative' THEN value_text END
),
differing AS (
    SELECT indicator_name
    FROM stated
    GROUP BY indicator_name
    HAVING count(*) > 1 AND min(first_unit) <> max(last_unit)
)
SELECT
    indicator_name,
    unit_name,
    project_name,
    class_label,
    value_text AS target_text,
    operator,
    base_low,
    base_high,
    CASE WHEN dimension = 'money' THEN measure_unit ELSE base_unit END AS in_unit,
    budget_total,
    table_no,
    row_no
FROM targets_wide
WHERE indicator_name IN (SELECT indicator_name FROM differing) AND for_year
ORDER BY indicator_name, base_low, base_high, due_end, target_text, unit_name, project_name, path, table_no, row_no;
