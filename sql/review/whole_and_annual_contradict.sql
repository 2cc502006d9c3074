-- 年度金额大于项目总额，或者项目起止时间在一年之内、两者却不相等。
--
-- Sums for the year above those for the whole project, or other than these though the project begins and ends in one year.
-- scope: project

WITH sums AS (
    SELECT
        project_id,
        min_by(amount, fund_no) FILTER (WHERE measure = 'whole') AS whole,
        min_by(amount, fund_no) FILTER (WHERE measure = 'annual') AS annual,
        min_by(table_no, fund_no) FILTER (WHERE measure = 'whole') AS table_no,
        min_by(row_no, fund_no) FILTER (WHERE measure = 'whole') AS row_no,
        string_agg(concat_ws(' ', label, text), '；' ORDER BY fund_no) FILTER (WHERE measure IN ('whole', 'annual')) AS printed
    FROM funds
    WHERE source = 'total'
    GROUP BY project_id
)
SELECT
    project_id,
    sums.table_no,
    sums.row_no,
    printed AS evidence,
    whole,
    annual,
    coalesce(CAST(starts_on AS VARCHAR), '—') AS starts_on,
    coalesce(CAST(ends_on AS VARCHAR), '—') AS ends_on
FROM sums
JOIN projects USING (project_id)
WHERE annual > whole OR (annual < whole AND year(starts_on) = year(ends_on));
