-- 预算数印在哪里：每个有预算的项目一行。表里印了几个同样的总额时，取第一个。
--
-- Where a project's budget is printed: one row per project with a budget; of several equal totals the first.

CREATE OR REPLACE VIEW steps.budget_cells AS
SELECT
    project_id,
    min_by(funds.table_no, fund_no) AS table_no,
    min_by(funds.row_no, fund_no) AS row_no,
    min_by(text, fund_no) AS text
FROM funds
JOIN projects USING (project_id)
WHERE source = 'total' AND amount = budget_total
GROUP BY project_id;

COMMENT ON VIEW steps.budget_cells IS '预算数的出处：每个有预算的项目一行 / Budget cells: where a project''s budget is printed, one row per project that has one';
