-- 不丢失：每个非空白单元格都有角色。
--
-- Nothing lost: every cell that is not blank has a role.

SELECT document_id, table_no, row_no, col_no, text
FROM cells
WHERE role IS NULL AND NOT is_blank(text)
ORDER BY ALL;
