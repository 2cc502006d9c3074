-- 每个预算单位的项目数、指标数、有年度指标值的指标数、其中写明数量或日期的，预算数（元）；没有印出单位的按文件列
--
-- Per budget unit: projects, indicators, how many of them state a target for the year and how many a number or a date, and
-- the budget in yuan. Projects without a printed unit stand by file.
SELECT
    unit_code,
    unit_name,
    document,
    fiscal_year,
    n_projects AS projects,
    n_indicators AS indicators,
    n_with_target AS targets,
    n_quantified AS measurable,
    budget_total
FROM units_wide
ORDER BY unit_code NULLS LAST, unit_name NULLS LAST, document, fiscal_year;
