-- 各预算单位有几个项目、多少预算，财政资金和其他资金各占多少？
-- 不能据此认为：这就是该单位的全部预算。表里只有公布了绩效目标的项目，没有基本支出。
-- 其他资金空白的项目不按零计：全部空白时 budget_other_yuan 为空。预算没有拆分的项目另计个数。
--
-- How many projects and how much money has each budget unit, and how is it split into fiscal and other funds?
-- Do not conclude that this is the unit's whole budget: only projects with published targets are here, no basic
-- expenditure. A blank is not a zero: budget_other_yuan is null where no project states other funds.

SELECT
    fiscal_year,
    unit_code,
    unit_name,
    count(*) AS projects,
    sum(budget_total) AS budget_total_yuan,
    sum(budget_fiscal) AS budget_fiscal_yuan,
    sum(budget_other) AS budget_other_yuan,
    round(100.0 * sum(budget_fiscal) / nullif(sum(budget_total), 0), 1) AS fiscal_percent,
    count(*) FILTER (WHERE budget_total IS NULL) AS projects_without_budget,
    count(*) FILTER (WHERE budget_fiscal IS NULL AND budget_other IS NULL) AS projects_not_split
FROM projects_wide
GROUP BY fiscal_year, unit_code, unit_name
ORDER BY fiscal_year, budget_total_yuan DESC NULLS LAST, unit_code, unit_name;
