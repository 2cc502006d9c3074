-- 各资金来源之和不等于总额。上级转移支付可能已含在财政资金里，含与不含都试；只写了一个来源而少于总额的不算，
-- 差额可能在空白的栏里。同一来源先印小计、后印各项的，只算小计也试。印出的小数各有半个末位的取舍，不超过各数取舍之和的差额不算。
--
-- Sources of funds that are not the total. Transfers may be part of fiscal funds: both ways are tried. One source alone
-- that is less than the total is left out, since the rest may stand in a blank cell. Where a source is printed first as
-- what the sums of it below come to, that alone is tried too. Printed decimals are each rounded by half of their last
-- place: a difference within the sum of these is none.
-- scope: project

WITH printed_funds AS (
    SELECT
        *,
        TRY_CAST(nullif(regexp_extract(replace(text, ',', ''), '[0-9]+([.][0-9]+)?'), '') AS DOUBLE) AS number,
        CASE
            WHEN number > 0 AND last_place(text) < 1 THEN CAST(amount AS DOUBLE) / number * last_place(text) / 2
            ELSE 0
        END AS rounded_by
    FROM funds
),
counted AS (
    SELECT
        *,
        first_value(fund_no) OVER source <> fund_no
        AND 2 * first_value(amount) OVER source = sum(amount) OVER source
            AS is_below_its_sum
    FROM printed_funds
    WINDOW source AS (
        PARTITION BY project_id, measure, source ORDER BY fund_no
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
),
sums AS (
    SELECT
        project_id,
        measure,
        max(amount) FILTER (WHERE source = 'total') AS total,
        sum(amount) FILTER (WHERE source <> 'total') AS parts,
        sum(amount) FILTER (WHERE source NOT IN ('total', 'transfer')) AS parts_without_transfers,
        sum(amount) FILTER (WHERE source <> 'total' AND NOT is_below_its_sum) AS parts_without_details,
        count(amount) FILTER (WHERE source <> 'total') AS n_parts,
        sum(rounded_by) AS allowance,
        min_by(table_no, fund_no) FILTER (WHERE source = 'total') AS table_no,
        min_by(row_no, fund_no) FILTER (WHERE source = 'total') AS row_no,
        string_agg(concat_ws(' ', label, text), '；' ORDER BY fund_no) AS printed
    FROM counted
    GROUP BY project_id, measure
)
SELECT project_id, table_no, row_no, printed AS evidence, parts, total,
    abs(parts - total) AS money
FROM sums
WHERE abs(CAST(parts - total AS DOUBLE)) > allowance * (1 + 1e-9)
    AND abs(CAST(coalesce(parts_without_transfers, 0) - total AS DOUBLE)) > allowance * (1 + 1e-9)
    AND abs(CAST(coalesce(parts_without_details, parts) - total AS DOUBLE)) > allowance * (1 + 1e-9)
    AND (n_parts > 1 OR parts > total);
