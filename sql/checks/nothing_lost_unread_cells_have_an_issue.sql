-- 不丢失：没有读懂的单元格都有问题记录，记在这一行、整张表或整个文件上。
--
-- Nothing lost: every unread cell has an issue, of its row, of its whole table or of its document.

SELECT cells.document_id, cells.table_no, cells.row_no, cells.col_no, cells.text
FROM cells
WHERE cells.role = 'unread'
    AND NOT EXISTS (
        FROM issues
        WHERE issues.document_id = cells.document_id
            AND (
                issues.code = 'unread_cell' AND issues.table_no = cells.table_no AND issues.row_no = cells.row_no
                OR issues.code IN ('table_not_recognised', 'sums_from_list') AND issues.table_no = cells.table_no
                OR issues.code IN ('no_target_table', 'transform_failed', 'promise_broken')
            )
    )
ORDER BY ALL;
