-- 指标体系要求的类别一个指标也没有；一级整个缺的，不再逐个说它的二级。
-- 有类别没认出来的项目、指标所在的表有没读出的单元格的项目不判断：缺的可能就是没认出、没读出的那些。
-- 某个一级指标下有指标没写二级的，不判断它的二级：没写的可能就是缺的那类。
--
-- Classes that the scheme requires and that have no indicator; where all of a level 1 class is missing, its level 2
-- classes are not told one by one. Projects with a class that was not recognised, or with cells that were not read in the
-- tables of their indicators, are left out: it may be the missing one. So are the level 2 classes below a level 1 under
-- which an indicator states none: that one may be of the missing class.
-- scope: project

WITH unsure AS (
    SELECT DISTINCT project_id
    FROM indicators
    WHERE level1_code IS NULL OR (level2 IS NOT NULL AND level2_code IS NULL)
    UNION
    SELECT DISTINCT indicators.project_id
    FROM indicators
    JOIN cells USING (document_id, table_no)
    WHERE cells.role = 'unread'
),
bare AS (
    SELECT DISTINCT indicators.project_id, ref_taxonomy.code
    FROM indicators
    JOIN ref_taxonomy ON ref_taxonomy.parent = indicators.level1_code
    WHERE indicators.level2_code IS NULL
),
printed AS (
    SELECT
        project_id,
        min_by(table_no, indicator_no) AS table_no,
        min_by(row_no, indicator_no) AS row_no,
        string_agg(class, '、' ORDER BY indicator_no) AS classes
    FROM (
        SELECT
            project_id,
            without_space(coalesce(level2, level1)) AS class,
            min_by(table_no, indicators.indicator_no) AS table_no,
            min_by(row_no, indicators.indicator_no) AS row_no,
            min(indicators.indicator_no) AS indicator_no
        FROM indicators
        GROUP BY project_id, class
    )
    GROUP BY project_id
),
missing AS (
    SELECT project_id, scheme, class_level, class_code, class_label
    FROM required_classes
    WHERE n_indicators = 0
        AND project_id NOT IN (SELECT project_id FROM unsure)
        AND (project_id, class_code) NOT IN (SELECT (project_id, code) FROM bare)
)
SELECT project_id, table_no, row_no, classes AS evidence, class_label AS class
FROM missing
JOIN printed USING (project_id)
WHERE NOT EXISTS (
    FROM missing AS above
    JOIN ref_taxonomy ON ref_taxonomy.parent = above.class_code AND ref_taxonomy.code = missing.class_code
    WHERE above.project_id = missing.project_id AND above.class_level = '1'
);
