-- 不编造：表头栏目和各笔资金，都印在它所说的那一格、那一行里。
--
-- Nothing invented: header fields and sums of money are printed in the cell and the row that they name.

SELECT 'form_fields' AS what, project_id, field AS name, text, form_fields.table_no, form_fields.row_no
FROM form_fields
JOIN projects USING (project_id)
ANTI JOIN cells
    ON cells.document_id = projects.document_id
    AND cells.table_no = form_fields.table_no
    AND cells.row_no = form_fields.row_no
    AND cells.col_no = form_fields.col_no
    AND contains(without_space(cells.text), without_space(form_fields.text))
WHERE form_fields.row_no IS NOT NULL
UNION ALL
SELECT 'funds', project_id, source, text, funds.table_no, funds.row_no
FROM funds
JOIN projects USING (project_id)
ANTI JOIN cells
    ON cells.document_id = projects.document_id
    AND cells.table_no = funds.table_no
    AND cells.row_no = funds.row_no
    AND contains(without_space(cells.text), without_space(funds.text))
WHERE funds.row_no IS NOT NULL
ORDER BY ALL;
