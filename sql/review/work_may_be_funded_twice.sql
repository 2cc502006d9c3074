-- 同一文件里两个名称不同的项目，有两个以上相同的数量指标。去掉“人数”一类通用词后不足四字的名称太笼统，不算。
-- 名称相同的项目（如各单位的人员经费）是各办各的，不算。每个项目只说相同最多的那一个。
--
-- Two projects of a document, of different names, with two or more quantity indicators in common. Names of fewer than
-- four characters beside generic words (ref_name_words) are too general to count. Projects of one name, such as the
-- staff of each unit, are each unit's own. Each project is told of the other with most in common.
-- scope: dataset

WITH telling AS (
    SELECT DISTINCT canonical_name
    FROM indicator_groups
    WHERE length(without_space(matter_of(canonical_name))) >= 4
),
counted AS (
    SELECT document_id, project_id, canonical_name, min((table_no, row_no)) AS first_row
    FROM steps.judged_indicators AS indicators
    JOIN indicator_groups USING (indicator_name)
    SEMI JOIN telling USING (canonical_name)
    WHERE level2_code = 'quantity'
    GROUP BY document_id, project_id, canonical_name
),
beginnings AS (
    SELECT project_id, min(first_row) AS begins_at
    FROM counted
    GROUP BY project_id
),
-- Names that one project alone has in its document are not compared.
several AS (
    FROM counted
    QUALIFY count(*) OVER (PARTITION BY document_id, canonical_name) > 1
),
named AS (
    SELECT several.*, begins_at, project_name, unit_name, budget_total, without_years(project_name) AS work
    FROM several
    JOIN beginnings USING (project_id)
    JOIN projects_wide USING (project_id)
)
SELECT
    one.project_id,
    'project_name' AS field,
    string_agg(one.canonical_name, '；' ORDER BY one.canonical_name) AS evidence,
    other.project_name AS project,
    other.unit_name AS unit,
    count(*) AS shared,
    min(least(one.budget_total, other.budget_total)) AS money
FROM named AS one
JOIN named AS other
    ON other.canonical_name = one.canonical_name
    AND other.document_id = one.document_id
    AND other.begins_at < one.begins_at
    AND other.work <> one.work
GROUP BY one.project_id, other.project_id, other.project_name, other.unit_name
HAVING count(*) >= 2
QUALIFY row_number() OVER (PARTITION BY one.project_id ORDER BY count(*) DESC, min(other.begins_at)) = 1;
