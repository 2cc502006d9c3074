-- 不丢失：印有三级指标或指标值的每一行都成为指标。
--
-- Nothing lost: every printed row with an indicator's name or target becomes an indicator.

SELECT DISTINCT cells.document_id, cells.table_no, cells.row_no
FROM cells
WHERE cells.role IN ('indicator', 'target')
    AND NOT EXISTS (
        FROM indicators
        WHERE indicators.document_id = cells.document_id
            AND indicators.table_no = cells.table_no
            AND indicators.row_no = cells.row_no
    )
ORDER BY ALL;
