-- 每个项目应有的每个指标类别一行，有几个指标；0 就是缺。
-- 应有哪些类别由该项目所用的指标体系决定；两种体系都说得通的，只要求两种体系都要求的类别。
--
-- One row per project and required class, with the number of its indicators; 0 means that the class is missing.
-- The project's own scheme says what is required; of a project that fits both, only what both require.

CREATE OR REPLACE VIEW required_classes AS
WITH project_schemes AS (
    SELECT projects.project_id, min(indicators.scheme) AS scheme
    FROM projects
    LEFT JOIN indicators ON indicators.project_id = projects.project_id
    GROUP BY projects.project_id
),
requirements AS (
    SELECT scheme, level, code, label
    FROM ref_taxonomy
    WHERE required = 'yes'
    UNION ALL
    SELECT NULL, max(level), code, min(label)
    FROM ref_taxonomy
    WHERE required = 'yes'
    GROUP BY code
    HAVING count(DISTINCT scheme) = (SELECT count(DISTINCT scheme) FROM ref_taxonomy)
)
SELECT
    project_schemes.project_id,
    project_schemes.scheme,
    requirements.level AS class_level,
    requirements.code AS class_code,
    requirements.label AS class_label,
    count(indicators.indicator_id) AS n_indicators
FROM project_schemes
JOIN requirements ON requirements.scheme IS NOT DISTINCT FROM project_schemes.scheme
LEFT JOIN (
    indicators
    LEFT JOIN (SELECT DISTINCT code, parent FROM ref_taxonomy WHERE parent = 'satisfaction') AS own_level1
        ON own_level1.code = indicators.level2_code
)
    ON indicators.project_id = project_schemes.project_id
    AND requirements.code IN (indicators.level1_code, indicators.level2_code, own_level1.parent)
GROUP BY ALL;

COMMENT ON VIEW required_classes IS '应有类别：每个项目应有的每个指标类别一行 / Required classes: one row per project and class that its scheme requires';
COMMENT ON COLUMN required_classes.class_level IS '级别：1 为一级指标，2 为二级指标 / Level: 1 or 2';
COMMENT ON COLUMN required_classes.class_code IS '类别代码：见 ref_taxonomy / Class code: see ref_taxonomy';
COMMENT ON COLUMN required_classes.class_label IS '类别名称：统一说法 / Class label: the standard wording';
COMMENT ON COLUMN required_classes.n_indicators IS '该类指标个数：0 为缺 / Indicators of the class: 0 means missing';
