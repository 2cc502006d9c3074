-- 各资金来源之和不等于总额。上级转移支付可能已含在财政资金里，含与不含都试；只写了一个来源而少于总额的不算，
-- 差额可能在空白的栏里。
--
-- Sources of funds that are not the total. Transfers may be part of fiscal funds: both ways are tried. One source alone
-- that is less than the total is left out, since the rest may stand in a blank cell.

WITH sums AS (
    SELECT
        project_id,
        measure,
        max(amount) FILTER (WHERE source = 'total') AS total,
        sum(amount) FILTER (WHERE source <> 'total') AS parts,
        sum(amount) FILTER (WHERE source NOT IN ('total', 'transfer')) AS parts_without_transfers,
        count(amount) FILTER (WHERE source <> 'total') AS n_parts,
        min_by(table_no, fund_no) FILTER (WHERE source = 'total') AS table_no,
        min_by(row_no, fund_no) FILTER (WHERE source = 'total') AS row_no,
        string_agg(concat_ws(' ', label, text), '；' ORDER BY fund_no) AS printed
    FROM funds
    GROUP BY project_id, measure
)
SELECT project_id, table_no, row_no, printed AS evidence, parts, total
FROM sums
WHERE parts <> total
    AND coalesce(parts_without_transfers, 0) <> total
    AND (n_parts > 1 OR parts > total);
