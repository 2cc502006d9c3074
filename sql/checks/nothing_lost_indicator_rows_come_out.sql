-- 不丢失：印有三级指标的每一格，都是所在行某个指标的名称，或者写着其中的指标（几个指标写在一格里的）。
-- 指标值的格子见 nothing_lost_values_come_out。
--
-- Nothing lost: what a cell prints as an indicator's name is the name of an indicator in its row, or holds one where a
-- cell states several; a row that a page cuts in two has its rest in another table. Cells of values are the matter of
-- nothing_lost_values_come_out.

-- Most cells are a name as a whole, which equality finds; only the others are compared piece by piece.
WITH sought AS (
    FROM cells
    ANTI JOIN indicators
        ON indicators.document_id = cells.document_id
        AND indicators.table_no = cells.table_no
        AND indicators.row_no = cells.row_no
        AND indicators.indicator_name = cells.text
    WHERE cells.role = 'indicator'
)
SELECT DISTINCT cells.document_id, cells.table_no, cells.row_no, cells.text
FROM sought AS cells
WHERE NOT EXISTS (
    FROM indicators
    WHERE indicators.document_id = cells.document_id
        AND (
            (
                indicators.table_no = cells.table_no
                AND indicators.row_no BETWEEN cells.row_no AND cells.row_no + cells.row_span - 1
            )
            OR (indicators.rest_table_no = cells.table_no AND indicators.rest_row_no = cells.row_no)
        )
        AND (
            contains(without_space(indicators.indicator_name), without_space(cells.text))
            OR contains(without_space(cells.text), without_space(indicators.indicator_name))
        )
)
ORDER BY ALL;
