-- 同一文件里，同名指标在别的项目中归入另一类别。名称不足四字的太笼统，不比较。
--
-- The same indicator in another class elsewhere in the document. Names of fewer than four characters are
-- too general to compare.
-- scope: dataset

WITH named AS (
    SELECT projects_wide.*, indicators.indicator_id, canonical_name, level2, level2_code
    FROM steps.judged_indicators AS indicators
    JOIN indicator_groups USING (indicator_name)
    JOIN projects_wide USING (project_id)
    WHERE level2_code IS NOT NULL AND length(canonical_name) >= 4
),
others AS (
    SELECT
        one.indicator_id,
        one.canonical_name,
        min_by({class: other.level2, project: other.project_name}, other.indicator_id) AS first
    FROM named AS one
    JOIN named AS other
        ON other.canonical_name = one.canonical_name
        AND other.document_id = one.document_id
        AND other.project_id <> one.project_id
        AND other.level2_code <> one.level2_code
    GROUP BY ALL
)
SELECT indicator_id, canonical_name AS evidence, first.class AS class, first.project AS project
FROM others;
