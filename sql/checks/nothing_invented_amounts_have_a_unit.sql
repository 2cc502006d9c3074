-- 不编造：金额换算成元，必须是表里写明了金额单位的，或者金额自己带着单位（250万元）。
--
-- Nothing invented: an amount in yuan needs a money unit that the form states, or one printed right after the amount.

SELECT project_id, project_name, amount_unit, budget_total, budget_fiscal, budget_other
FROM projects
WHERE coalesce(is_blank(amount_unit), true)
    AND coalesce(budget_total, budget_fiscal, budget_other) IS NOT NULL
    AND NOT EXISTS (
        FROM cells
        WHERE cells.document_id = projects.document_id
            AND cells.table_no = projects.table_no
            AND cells.role = 'field'
            AND regexp_matches(cells.text, '\p{Nd}\s*[万亿元]')
    )
ORDER BY ALL;
