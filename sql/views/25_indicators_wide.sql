-- 每个指标一行，带上项目、预算单位和文件，以及它的年度值是定量还是定性：数指标、算比例从这里开始。
-- 预算数不在这里，因为它属于项目，每个指标都会重复；合计预算用 projects_wide 或 units_wide。
--
-- One row per indicator with its project, budget unit and document, and whether its target for the year is a number or
-- words: count indicators and take shares here. The budget is left out, since it is the project's and would repeat with
-- every indicator: sum budgets over projects_wide or units_wide.

CREATE OR REPLACE VIEW indicators_wide AS
WITH stated AS (
    SELECT
        indicator_id,
        count(*) AS n_targets,
        bool_or(for_year AND kind NOT IN ('missing', 'unknown')) AS has_target,
        bool_or(for_year AND kind IN ('quantity', 'date')) AS is_quantified,
        bool_or(for_year AND kind = 'qualitative') AND NOT is_quantified AS is_qualitative
    FROM targets
    GROUP BY indicator_id
)
SELECT
    projects.fiscal_year,
    projects.department_code,
    projects.unit_code,
    projects.unit_name,
    projects.project_id,
    projects.project_no,
    projects.project_code,
    projects.project_name,
    indicators.* EXCLUDE (project_id, document_id, table_no, row_no, block_no),
    indicator_classes.class_label,
    coalesce(stated.n_targets, 0) AS n_targets,
    coalesce(stated.has_target, false) AS has_target,
    coalesce(stated.is_quantified, false) AS is_quantified,
    coalesce(stated.is_qualitative, false) AS is_qualitative,
    projects.document_id,
    projects.path,
    indicators.table_no,
    indicators.row_no,
    indicators.block_no
FROM indicators
JOIN steps.placed_projects AS projects ON projects.project_id = indicators.project_id
LEFT JOIN steps.indicator_classes ON indicator_classes.level2_code = indicators.level2_code
LEFT JOIN stated ON stated.indicator_id = indicators.indicator_id;

COMMENT ON VIEW indicators_wide IS '指标全表：每个指标一行，带项目、单位和文件 / Indicators, wide: one row per indicator with its project, unit and document';
COMMENT ON COLUMN indicators_wide.class_label IS '类别名称：二级指标的统一说法，不是原文 / Class label: standard wording of level 2, not the printed one';
COMMENT ON COLUMN indicators_wide.weight IS '分值或权重：照原样 / Weight: as printed';
COMMENT ON COLUMN indicators_wide.n_targets IS '指标值个数：各时段、地区、等次都算 / Targets: of every span, place and grade';
COMMENT ON COLUMN indicators_wide.has_target IS '有年度指标值 / Whether it states a target for the year';
COMMENT ON COLUMN indicators_wide.is_quantified IS '定量：年度指标值写明数量或日期 / Whether its target for the year is a number or a date';
COMMENT ON COLUMN indicators_wide.is_qualitative IS '定性：年度指标值只有文字 / Whether its target for the year is words alone';
