-- 每个指标值一行，带上指标、项目、预算单位和文件：日常查询从这里开始。
-- 一个指标有几个值的（一格里几个，或分时段、地区、等次填写），指标和预算会重复出现：数指标用 indicators_wide，加预算用 projects_wide。
--
-- One row per target with its indicator, project, budget unit and document: start everyday queries here.
-- Indicators and budgets repeat where an indicator has several targets, in one cell or per period, region or grade:
-- count indicators over indicators_wide, and sum budgets over projects_wide.

CREATE OR REPLACE VIEW targets_wide AS
SELECT
    projects.fiscal_year,
    projects.department_code,
    projects.unit_code,
    projects.unit_name,
    projects.project_id,
    projects.project_no,
    projects.project_code,
    projects.project_name,
    projects.budget_total,
    indicators.indicator_id,
    indicators.indicator_no,
    indicators.level1,
    indicators.level2,
    indicators.level1_code,
    indicators.level2_code,
    indicator_classes.class_label,
    indicators.scheme,
    indicators.indicator_name,
    indicators.description,
    indicators.formula,
    indicators.nature,
    indicators.standard,
    indicators.remark,
    indicators.target_text,
    indicators.applies,
    indicators.applies_source,
    indicators.value_source,
    targets.target_no,
    targets.period,
    targets.region,
    targets.grade,
    targets.for_year,
    targets.value_text,
    targets.operator_text,
    targets.measure_unit_column_text,
    targets.kind,
    targets.status,
    targets.operator,
    targets.operator_source,
    targets.low,
    targets.high,
    targets.low_inclusive,
    targets.high_inclusive,
    targets.measure_unit_text,
    targets.measure_unit,
    targets.dimension,
    targets.factor,
    targets.base_low,
    targets.base_high,
    targets.base_unit,
    targets.change,
    targets.change_from,
    targets.due_start,
    targets.due_end,
    targets.due_precision,
    targets.year_source,
    targets.recurrence,
    targets.recurrence_text,
    targets.label,
    targets.span_start,
    targets.span_end,
    targets.leftover,
    targets.rule_id,
    indicators.weight,
    projects.document_id,
    projects.path,
    indicators.table_no,
    indicators.row_no,
    indicators.block_no
FROM targets
JOIN indicators ON indicators.indicator_id = targets.indicator_id
JOIN steps.placed_projects AS projects ON projects.project_id = indicators.project_id
LEFT JOIN steps.indicator_classes ON indicator_classes.level2_code = indicators.level2_code;

COMMENT ON VIEW targets_wide IS '指标值全表：每个指标值一行，带指标、项目、单位和文件；预算在每行重复，不可相加 / Targets, wide: one row per target with its indicator, project, unit and document; the budget repeats, never add it up here';
COMMENT ON COLUMN targets_wide.class_label IS '类别名称：二级指标的统一说法，不是原文 / Class label: standard wording of level 2, not the printed one';
COMMENT ON COLUMN targets_wide.status IS '解析状态：partial 时见 leftover / Status: partial if something was not understood, see leftover';
COMMENT ON COLUMN targets_wide.budget_total IS '项目预算数：元；同一项目的每一行都重复，不可相加，合计用 projects_wide 或 units_wide / Budget of the project: yuan; it repeats in every row of the project, so never add it up here: use projects_wide or units_wide';
