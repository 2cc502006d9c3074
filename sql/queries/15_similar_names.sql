-- 哪些指标名称相近而没有归并？（同一类别、从不在同一项目里并列的，按相邻两字的重合程度排列，1 为完全相同）
-- 不能据此认为：相近就是同一回事。“监控”和“评价”只差两个字。认定是一回事的，可在 rules/review.toml 里加同义词。
--
-- Which indicator names resemble each other without being grouped? (Of one class, never side by side in one project, by
-- how many pairs of neighbouring characters they share; 1 is all of them.)
-- Do not conclude that they mean the same: two characters may part two things. Words that do can be added to
-- rules/review.toml.

-- Names are compared only if they share a rare pair. Two that are 0.6 alike share 0.42 of the pairs of either, so one of
-- the pairs that they share is among the rarest 0.58 of each; 0.595 is what rounds to 0.6.
WITH members AS (
    SELECT DISTINCT canonical_name, level2_code, project_id
    FROM indicators
    JOIN indicator_groups USING (indicator_name)
    WHERE level2_code IS NOT NULL AND length(canonical_name) >= 4
),
names AS (
    SELECT
        canonical_name,
        level2_code,
        count(*) AS projects,
        row_number() OVER (ORDER BY canonical_name, level2_code) AS name_no
    FROM members
    GROUP BY canonical_name, level2_code
),
pieces AS (
    SELECT DISTINCT
        name_no,
        level2_code,
        unnest(list_transform(range(1, length(canonical_name)), lambda place: substring(canonical_name, place, 2))) AS pair
    FROM names
),
-- The pairs of a class, numbered from the rarest.
numbered AS (
    SELECT level2_code, pair, row_number() OVER (PARTITION BY level2_code ORDER BY count(*), pair) AS pair_no
    FROM pieces
    GROUP BY level2_code, pair
),
ranked AS (
    SELECT
        name_no,
        level2_code,
        pair_no,
        row_number() OVER (PARTITION BY name_no ORDER BY pair_no) AS place,
        count(*) OVER (PARTITION BY name_no) AS pairs
    FROM pieces
    JOIN numbered USING (level2_code, pair)
),
rare AS (
    FROM ranked
    WHERE place <= pairs - ceil(0.595 / (2 - 0.595) * pairs) + 1
),
-- Behind the last rare pair that two names share they can share no more than the shorter rest.
candidates AS (
    SELECT one.name_no AS one_no, other.name_no AS other_no, one.pairs + other.pairs AS pairs_of_both
    FROM rare AS one
    JOIN rare AS other
        ON other.level2_code = one.level2_code
        AND other.pair_no = one.pair_no
        AND other.name_no > one.name_no
    WHERE 2 * least(one.pairs, other.pairs) >= 0.595 * (one.pairs + other.pairs)
    GROUP BY one.name_no, other.name_no, one.pairs, other.pairs
    HAVING 2 * (count(*) + least(one.pairs - max(one.place), other.pairs - max(other.place))) >= 0.595 * pairs_of_both
),
spelt AS (
    SELECT name_no, list(pair_no) AS pairs
    FROM ranked
    GROUP BY name_no
),
alike AS (
    SELECT one_no, other_no, round(2 * len(list_intersect(one.pairs, other.pairs)) / pairs_of_both, 2) AS likeness
    FROM candidates
    JOIN spelt AS one ON one.name_no = one_no
    JOIN spelt AS other ON other.name_no = other_no
    WHERE likeness >= 0.6
),
found AS (
    SELECT
        likeness,
        one.canonical_name AS name,
        other.canonical_name AS other_name,
        one.level2_code,
        one.projects,
        other.projects AS other_projects,
        CASE WHEN one.projects < other.projects THEN name ELSE other_name END AS rarer_name,
        CASE WHEN one.projects < other.projects THEN other_name ELSE name END AS commoner_name
    FROM alike
    JOIN names AS one ON one.name_no = one_no
    JOIN names AS other ON other.name_no = other_no
),
side_by_side AS (
    SELECT DISTINCT found.level2_code, name, other_name
    FROM found
    JOIN members AS rarer ON rarer.level2_code = found.level2_code AND rarer.canonical_name = rarer_name
    JOIN members AS commoner
        ON commoner.level2_code = found.level2_code
        AND commoner.canonical_name = commoner_name
        AND commoner.project_id = rarer.project_id
)
SELECT likeness, name, other_name, class_label, projects, other_projects
FROM found
ANTI JOIN side_by_side USING (level2_code, name, other_name)
JOIN steps.indicator_classes USING (level2_code)
ORDER BY likeness DESC, name, other_name, class_label;
