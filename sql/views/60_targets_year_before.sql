-- 每个定量指标值一行，带上同一单位、同名项目上年度的同名指标值。只有连续两年的文件都读入才有内容。
-- 没有印预算单位的，按实施单位或主管部门认。
--
-- One row per quantified target with that of the year before, of the same unit, project and indicator name. Empty
-- unless documents of two years running were read. Where no budget unit is printed, the implementing unit or the
-- department stands for it.

CREATE OR REPLACE VIEW targets_year_before AS
WITH stated AS (
    SELECT
        targets_wide.*,
        canonical_name,
        without_years(targets_wide.project_name) AS project,
        coalesce(targets_wide.unit_code, targets_wide.unit_name, projects.implementing_unit, projects.department_name) AS payer
    FROM targets_wide
    JOIN indicator_groups ON indicator_groups.indicator_name = targets_wide.indicator_name
    JOIN projects ON projects.project_id = targets_wide.project_id
    WHERE kind = 'quantity'
    -- A name that stands twice in a year would be followed twice.
    QUALIFY row_number() OVER (
        PARTITION BY targets_wide.fiscal_year, payer, project, canonical_name, level2_code, period, region, grade, base_unit, change
        ORDER BY indicator_id, target_no
    ) = 1
        AND row_number() OVER (PARTITION BY indicator_id, period, region, grade ORDER BY target_no) = 1
)
SELECT
    now.project_id,
    now.indicator_id,
    now.fiscal_year,
    now.unit_code,
    now.project_name,
    now.indicator_name,
    now.operator,
    now.value_text AS target_text,
    now.base_low,
    now.base_high,
    now.base_unit,
    now.for_year,
    now.budget_total,
    before.indicator_name AS indicator_name_before,
    before.operator AS operator_before,
    before.value_text AS target_text_before,
    before.base_low AS low_before,
    before.base_high AS high_before,
    before.budget_total AS budget_before
FROM stated AS now
JOIN stated AS before
    ON before.fiscal_year = now.fiscal_year - 1
    AND before.payer = now.payer
    AND before.project = now.project
    AND before.canonical_name = now.canonical_name
    AND before.level2_code IS NOT DISTINCT FROM now.level2_code
    AND before.period = now.period
    AND before.region IS NOT DISTINCT FROM now.region
    AND before.grade IS NOT DISTINCT FROM now.grade
    AND before.base_unit IS NOT DISTINCT FROM now.base_unit
    AND before.change IS NOT DISTINCT FROM now.change;

COMMENT ON VIEW targets_year_before IS '与上年度对照：每个定量指标值一行 / Beside the year before: one row per quantified target';
COMMENT ON COLUMN targets_year_before.target_text IS '指标值：照原样 / Target text: as printed';
COMMENT ON COLUMN targets_year_before.indicator_name_before IS '上年度指标名称：照原样 / Indicator name: of the year before, as printed';
COMMENT ON COLUMN targets_year_before.operator_before IS '上年度运算符 / Operator: of the year before';
COMMENT ON COLUMN targets_year_before.target_text_before IS '上年度指标值：照原样 / Target text: of the year before, as printed';
COMMENT ON COLUMN targets_year_before.low_before IS '上年度下限：按基本单位 / Lower bound: of the year before, in base units';
COMMENT ON COLUMN targets_year_before.high_before IS '上年度上限：按基本单位 / Upper bound: of the year before, in base units';
COMMENT ON COLUMN targets_year_before.budget_before IS '上年度预算数：元 / Budget: of the year before, yuan';
COMMENT ON COLUMN targets_year_before.budget_total IS '项目预算数：元；同一项目的每一行都重复，不可相加，合计用 projects_wide 或 units_wide / Budget of the project: yuan; it repeats in every row of the project, so never add it up here: use projects_wide or units_wide';
