-- 不编造：金额换算成元，必须是表里写明了金额单位的，或者金额自己、它的栏目名称带着单位（250万元）。
-- 资金表里的每笔金额，印在表里的，文字都在某个格子里。
--
-- Nothing invented: an amount in yuan needs a money unit that the form states, or one printed right after the amount or in
-- its label. The text of every sum of money is that of a printed cell, if it stands in a table.

WITH amounts AS (
    SELECT project_id, 'projects' AS table_name, budget_total AS amount, NULL AS text, NULL AS label, NULL AS row_no
    FROM projects
    WHERE coalesce(budget_total, budget_fiscal, budget_other) IS NOT NULL
    UNION ALL
    SELECT project_id, 'funds', amount, text, label, row_no
    FROM funds
    UNION ALL
    SELECT project_id, 'tasks', coalesce(amount_total, amount_fiscal, amount_other), NULL, NULL, NULL
    FROM tasks
    WHERE coalesce(amount_total, amount_fiscal, amount_other) IS NOT NULL
),
placed AS (
    SELECT amounts.*, amount_unit, document_id, table_no
    FROM amounts
    JOIN projects ON projects.project_id = amounts.project_id
)
SELECT project_id, table_name, amount_unit, amount, text, label
FROM placed
WHERE (
        amount IS NOT NULL
        AND coalesce(is_blank(amount_unit), true)
        AND NOT coalesce(regexp_matches(concat(text, label), '[万亿元]'), false)
        AND NOT EXISTS (
            FROM cells
            WHERE cells.document_id = placed.document_id
                AND cells.table_no = placed.table_no
                AND cells.role IN ('field', 'task')
                AND regexp_matches(cells.text, '\p{Nd}\s*[万亿元]')
        )
    )
    OR (
        row_no IS NOT NULL
        AND NOT EXISTS (
            FROM cells
            WHERE cells.document_id = placed.document_id AND contains(cells.text, placed.text)
        )
    )
ORDER BY ALL;
