-- 不编造：空白单元格没有角色。
--
-- Nothing invented: a blank cell has no role.

SELECT document_id, table_no, row_no, col_no, role
FROM cells
WHERE role IS NOT NULL AND is_blank(text)
ORDER BY ALL;
