-- 各项目缺哪些应有的指标类别（完整性）？
-- 不能据此认为：一条不缺就是写得好；这里只看有没有，不看指标与目标是否相关。
-- 没有按任何类别认出来的指标不算在内，先看 level_not_recognised 的问题。
--
-- Which required classes does each project lack (completeness)?
-- Do not conclude that a full set is a good one: only presence is counted here, not relevance. Indicators whose
-- class was not recognised do not count; look at the findings level_not_recognised first.

SELECT
    projects_wide.unit_name,
    projects_wide.project_name,
    required_classes.scheme,
    count(*) AS required,
    count(*) FILTER (WHERE required_classes.n_indicators > 0) AS present,
    coalesce(
        string_agg(
            required_classes.class_label, '、' ORDER BY required_classes.class_level, required_classes.class_code
        ) FILTER (WHERE required_classes.n_indicators = 0),
        ''
    ) AS missing_classes,
    projects_wide.budget_total
FROM required_classes
JOIN projects_wide ON projects_wide.project_id = required_classes.project_id
GROUP BY
    projects_wide.project_id,
    projects_wide.unit_name,
    projects_wide.project_name,
    required_classes.scheme,
    projects_wide.budget_total
ORDER BY required - present DESC, projects_wide.budget_total DESC NULLS LAST, projects_wide.project_id;
