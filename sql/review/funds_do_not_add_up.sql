-- 财政资金加其他资金不等于预算数；其他资金空白而财政资金较少的不算，差额可能在没有读到的栏里。
--
-- Fiscal and other funds that are not the budget. Where other funds are blank and fiscal funds are less, nothing is
-- said: the rest may stand in a column that was not read.

SELECT
    project_id,
    project_name AS evidence,
    budget_fiscal,
    coalesce(budget_other, 0) AS budget_other,
    budget_total
FROM projects
WHERE budget_fiscal + coalesce(budget_other, 0) <> budget_total
    AND (budget_other IS NOT NULL OR budget_fiscal > budget_total);
