-- 不丢失：每个印着指标值或完成值的格子，都是所在行某个指标的值；一行是一个地区的，是该地区的值。
-- 一格分行列出几个指标的值的，每一行字都是其中一个指标的值。
--
-- Nothing lost: what a cell prints as a target or an actual value is a value of an indicator in its row; where the row
-- is that of a region, of this region. Where a cell has the values of several indicators, each line of it is one.

-- Most cells are a value as a whole, which equality finds; only the others are compared piece by piece.
WITH stated AS (
    SELECT document_id, table_no, row_no, what, region, value_text
    FROM steps.parsed_values
    JOIN indicators USING (indicator_id)
),
sought AS (
    FROM cells
    ANTI JOIN stated
        ON stated.document_id = cells.document_id
        AND stated.table_no = cells.table_no
        AND stated.row_no = cells.row_no
        AND stated.what = cells.role
        AND stated.value_text = cells.text
    WHERE cells.role IN ('target', 'actual')
),
row_values AS (
    SELECT document_id, table_no, row_no, what, without_space(value_text) AS words
    FROM stated
    SEMI JOIN sought USING (document_id)
    UNION ALL
    SELECT regions.document_id, regions.table_no, regions.row_no, what, without_space(value_text)
    FROM stated
    JOIN steps.region_rows AS regions
        ON regions.document_id = stated.document_id
        AND regions.words = without_space(stated.region)
),
lost AS (
    FROM sought AS cells
    WHERE NOT EXISTS (
        FROM row_values
        WHERE row_values.document_id = cells.document_id
            AND row_values.table_no = cells.table_no
            AND row_values.row_no BETWEEN cells.row_no AND cells.row_no + cells.row_span - 1
            AND row_values.what = cells.role
            AND contains(row_values.words, without_space(cells.text))
    )
),
lines AS (
    SELECT document_id, table_no, row_no, col_no, role, text, without_space(unnest(string_split(text, chr(10)))) AS words
    FROM lost
)
SELECT DISTINCT document_id, table_no, row_no, col_no, role, text
FROM lines
ANTI JOIN row_values
    ON row_values.document_id = lines.document_id
    AND row_values.table_no = lines.table_no
    AND row_values.row_no = lines.row_no
    AND row_values.what = lines.role
    AND row_values.words = lines.words
-- A line without a letter or digit, such as the dots of a template, holds no value.
WHERE regexp_matches(lines.words, '[\p{L}\p{N}]')
ORDER BY ALL;
