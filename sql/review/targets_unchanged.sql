-- 项目的定量目标与上年度全部相同（至少三个）。
--
-- Projects whose quantified targets, three at least, are all the same as the year before.
-- needs: projects WHERE fiscal_year > (SELECT min(fiscal_year) FROM projects)
-- scope: dataset

SELECT
    project_id,
    'project_name' AS field,
    min(project_name) AS evidence,
    count(*) AS same
FROM targets_year_before
WHERE for_year
GROUP BY project_id
HAVING count(*) >= 3 AND bool_and(base_low IS NOT DISTINCT FROM low_before AND base_high IS NOT DISTINCT FROM high_before);
