-- 不编造：指标值的原文就是印在该行指标值格里的文字（格子可以从上面合并下来）。
--
-- Nothing invented: the words of a target are those of a target cell of its row, which may be merged from above.

SELECT indicators.indicator_id, indicators.target_text, indicators.table_no, indicators.row_no
FROM indicators
WHERE indicators.target_text IS NOT NULL
    AND NOT EXISTS (
        FROM cells
        WHERE cells.document_id = indicators.document_id
            AND cells.table_no = indicators.table_no
            AND indicators.row_no BETWEEN cells.row_no AND cells.row_no + cells.row_span - 1
            AND cells.role = 'target'
            AND contains(cells.text, indicators.target_text)
    )
ORDER BY ALL;
