-- 二级指标代码和名称：每个代码一行。
--
-- Level 2 classes and their labels: one row per code.

CREATE OR REPLACE VIEW steps.indicator_classes AS
SELECT
    code AS level2_code,
    min_by(label, scheme) AS class_label,
    string_agg(scheme, ' ' ORDER BY scheme) AS schemes
FROM ref_taxonomy
WHERE parent <> ''
GROUP BY code;

COMMENT ON VIEW steps.indicator_classes IS '二级指标类别：每个代码一行 / Level 2 classes: one row per code';
COMMENT ON COLUMN steps.indicator_classes.class_label IS '类别名称：统一说法，不是原文 / Class label: the standard wording, not the printed one';
COMMENT ON COLUMN steps.indicator_classes.schemes IS '所属指标体系 / Schemes that have the class';
