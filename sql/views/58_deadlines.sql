-- 完成时间：每个日期型指标值一行，与预算年度和项目自己的起止时间对照。
-- 预算年度即公历年度（《预算法》第十八条）。整个项目期的目标不限于一年；没有写明是年度目标、又在项目起止时间之内的，
-- 不算年度之外。日期按印出的精度比较：12月底与12月15日终止的项目不矛盾。
--
-- Deadlines: one row per dated target, held against the fiscal year and against the project's own period. The fiscal year
-- is the calendar year (Budget Law, article 18). Targets for the whole period are not bound to one year; neither are those
-- inside the project's period that do not say that they are for the year. Dates compare as precisely as they are printed:
-- the end of December does not contradict a project that ends on the 15th.

CREATE OR REPLACE VIEW deadlines AS
WITH dated AS (
    SELECT
        indicators.project_id,
        indicators.indicator_id,
        target_no,
        period,
        value_text,
        due_start,
        due_end,
        due_precision,
        year_source,
        fiscal_year,
        starts_on,
        ends_on,
        coalesce(due_start, due_end) AS first_day,
        coalesce(due_end, due_start) AS last_day
    FROM steps.judged_targets AS targets
    JOIN indicators ON indicators.indicator_id = targets.indicator_id
    JOIN projects ON projects.project_id = indicators.project_id
    WHERE kind = 'date'
)
SELECT
    * EXCLUDE (first_day, last_day),
    year_source = 'text'
        AND (year(first_day) <> fiscal_year OR year(last_day) <> fiscal_year)
        AND period <> 'whole'
        AND NOT (period = 'unstated' AND coalesce(first_day >= starts_on AND last_day <= ends_on, false))
        AS is_outside_fiscal_year,
    coalesce(first_of(last_day, due_precision) > ends_on, false)
        OR coalesce(last_of(first_day, due_precision) < starts_on, false)
        AS is_outside_project_period
FROM dated;

COMMENT ON VIEW deadlines IS '完成时间：每个日期型指标值一行 / Deadlines: one row per dated target';
COMMENT ON COLUMN deadlines.is_outside_fiscal_year IS '是否在预算年度之外 / Whether it lies outside the fiscal year';
COMMENT ON COLUMN deadlines.is_outside_project_period IS '是否在项目起止时间之外：没有印出起止时间的为否 / Whether it lies outside the project''s own period; false where none is printed';
