-- 不编造：每个指标都有印出的一行，指标不比该行的格子多。
--
-- Nothing invented: every indicator has a printed row, and no more indicators come from it than it has cells for.

WITH printed AS (
    SELECT
        document_id,
        table_no,
        row_no,
        greatest(count(*) FILTER (WHERE role = 'indicator'), count(*) FILTER (WHERE role = 'target')) AS n_printed
    FROM cells
    GROUP BY document_id, table_no, row_no
)
SELECT
    indicators.document_id,
    indicators.table_no,
    indicators.row_no,
    count(*) AS n_indicators,
    coalesce(any_value(printed.n_printed), 0) AS n_printed
FROM indicators
LEFT JOIN printed
    ON printed.document_id = indicators.document_id
    AND printed.table_no = indicators.table_no
    AND printed.row_no = indicators.row_no
GROUP BY indicators.document_id, indicators.table_no, indicators.row_no
HAVING count(*) > coalesce(any_value(printed.n_printed), 0)
ORDER BY ALL;
