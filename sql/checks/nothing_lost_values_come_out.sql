-- 不丢失：每个印着指标值或完成值的格子，都是所在行某个指标的值；一行是一个地区的，是该地区的值。
--
-- Nothing lost: what a cell prints as a target or an actual value is a value of an indicator in its row; where the row
-- is that of a region, of this region.

WITH row_values AS (
    SELECT
        indicators.document_id,
        indicators.table_no,
        indicators.row_no,
        parsed_values.what,
        NULL AS region,
        without_space(parsed_values.value_text) AS words
    FROM parsed_values
    JOIN indicators ON indicators.indicator_id = parsed_values.indicator_id
    UNION ALL
    SELECT regions.document_id, regions.table_no, regions.row_no, what, parsed_values.region, without_space(value_text)
    FROM parsed_values
    JOIN indicators ON indicators.indicator_id = parsed_values.indicator_id
    JOIN printed_words AS regions
        ON regions.document_id = indicators.document_id
        AND regions.role = 'region'
        AND regions.words = without_space(parsed_values.region)
)
SELECT cells.document_id, cells.table_no, cells.row_no, cells.col_no, cells.role, cells.text
FROM cells
WHERE cells.role IN ('target', 'actual')
    AND NOT EXISTS (
        FROM row_values
        WHERE row_values.document_id = cells.document_id
            AND row_values.table_no = cells.table_no
            AND row_values.row_no BETWEEN cells.row_no AND cells.row_no + cells.row_span - 1
            AND row_values.what = cells.role
            AND contains(row_values.words, without_space(cells.text))
    )
ORDER BY ALL;
