-- 执行数大于全年预算数；没有全年预算数的，与年度预算或年初预算比。
--
-- Executed amounts above the adjusted budget, or where none is printed above the year's or the initial one.
-- needs: funds WHERE measure = 'executed'
-- scope: project

SELECT
    project_id,
    table_no,
    row_no,
    printed AS evidence,
    executed,
    budget
FROM execution
WHERE executed > budget;
