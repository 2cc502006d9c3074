-- 哪些指标名称相近而没有归并？（同一类别、从不在同一项目里并列的，按相邻两字的重合程度排列，1 为完全相同）
-- 不能据此认为：相近就是同一回事。“监控”和“评价”只差两个字。认定是一回事的，可在 rules/review.toml 里加同义词。
--
-- Which indicator names resemble each other without being grouped? (Of one class, never side by side in one project, by
-- how many pairs of neighbouring characters they share; 1 is all of them.)
-- Do not conclude that they mean the same: two characters may part two things. Words that do can be added to
-- rules/review.toml.

WITH names AS (
    SELECT canonical_name, level2_code, array_agg(DISTINCT project_id) AS projects
    FROM indicators
    JOIN indicator_groups USING (indicator_name)
    WHERE level2_code IS NOT NULL AND length(canonical_name) >= 4
    GROUP BY canonical_name, level2_code
),
pieces AS (
    SELECT DISTINCT
        canonical_name,
        level2_code,
        projects,
        unnest(list_transform(range(1, length(canonical_name)), lambda place: substring(canonical_name, place, 2))) AS pair
    FROM names
),
counted AS (
    SELECT *, count(*) OVER (PARTITION BY canonical_name, level2_code) AS pairs
    FROM pieces
)
SELECT
    round(2 * count(*) / (one.pairs + other.pairs), 2) AS likeness,
    one.canonical_name AS name,
    other.canonical_name AS other_name,
    indicator_classes.class_label,
    len(one.projects) AS projects,
    len(other.projects) AS other_projects
FROM counted AS one
JOIN counted AS other
    ON other.pair = one.pair
    AND other.level2_code = one.level2_code
    AND other.canonical_name > one.canonical_name
    AND NOT list_has_any(other.projects, one.projects)
JOIN indicator_classes ON indicator_classes.level2_code = one.level2_code
GROUP BY one.canonical_name, other.canonical_name, class_label, one.projects, other.projects, one.pairs, other.pairs
HAVING likeness >= 0.6
ORDER BY likeness DESC, name, other_name;
