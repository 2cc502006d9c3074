-- 同一文件另一个项目有一模一样的指标，那个项目的名称、用途、数量、成本里说到这件事（连续四字以上），本项目连其中的字都没有印全：多半是复制来的。
--
-- An indicator that another project of the document has word for word, and whose matter that one names, with four
-- characters at least, in its own name, purpose, quantities or costs, while this one does not even print all of these
-- characters: most likely a copied row.
-- scope: dataset

WITH alike AS (
    SELECT document_id, indicator_id, project_id, indicator_no, indicator_name, target_text, level2_code
    FROM steps.judged_indicators
    WHERE level1_code IS DISTINCT FROM 'satisfaction' AND length(indicator_name) >= 6
    QUALIFY count(*) OVER (PARTITION BY document_id, indicator_name, target_text) > 1
),
matters AS (
    SELECT
        projects.project_id,
        any_value(project_name) AS project_name,
        any_value(without_years(project_name)) AS work,
        concat_ws(' ', any_value(project_name), any_value(funding_use), string_agg(other.indicator_name, ' ')) AS matter
    FROM projects
    SEMI JOIN alike USING (project_id)
    LEFT JOIN (
        FROM steps.judged_indicators
        ANTI JOIN alike USING (indicator_id)
        WHERE level2_code IN ('quantity', 'cost') OR level1_code = 'cost'
    ) AS other ON other.project_id = projects.project_id
    GROUP BY projects.project_id
)
SELECT
    one.indicator_id,
    concat_ws(' ', one.indicator_name, one.target_text) AS evidence,
    theirs.project_name AS project
FROM alike AS one
JOIN alike AS other
    ON other.document_id = one.document_id
    AND other.project_id <> one.project_id
    AND other.indicator_name = one.indicator_name
    AND other.target_text IS NOT DISTINCT FROM one.target_text
JOIN matters AS mine ON mine.project_id = one.project_id
JOIN matters AS theirs ON theirs.project_id = other.project_id
WHERE mine.work <> theirs.work
    AND length(longest_piece(one.indicator_name, theirs.matter)) >= 4
    AND len(list_filter(
        string_split(longest_piece(one.indicator_name, theirs.matter), ''), lambda one_of: NOT contains(mine.matter, one_of)
    )) > 0
QUALIFY row_number() OVER (PARTITION BY one.indicator_id ORDER BY other.indicator_id) = 1;
