-- 页面：每个预算单位和年度一行，预算大的在前
--
-- Page: one row per budget unit and fiscal year, the largest budget first
SELECT
    concat_ws(' ', fiscal_year, coalesce(unit_code, unit_name, document)) AS unit,
    coalesce(unit_name, unit_code, document) AS name,
    fiscal_year AS year,
    n_projects AS projects,
    n_indicators AS indicators,
    n_quantified AS quantified,
    budget_total AS budget,
    budget_fiscal AS fiscal,
    budget_other AS other,
    n_issues AS issues,
    count(*) OVER () AS n_all
FROM units_wide
ORDER BY budget_total DESC NULLS LAST, unit;
