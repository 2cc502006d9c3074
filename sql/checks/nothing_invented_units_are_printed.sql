-- 不编造：有标准单位就有印出的单位；印出的单位在指标值里，或在同一行的单位格里。
-- 单位可以被数字隔开（每人5000元），所以去掉数字再比一次。
--
-- Nothing invented: a canonical unit has a printed one, and that stands in the target text or in a unit cell of the
-- row. A number may part it, so the texts are compared once more without their numbers.

WITH printed_units AS (
    SELECT
        targets.indicator_id,
        targets.target_no,
        indicators.target_text,
        targets.unit_text,
        targets.unit,
        coalesce(contains(without_space(indicators.target_text), without_space(targets.unit_text)), false) AS in_text,
        coalesce(contains(without_numbers(indicators.target_text), nullif(without_numbers(targets.unit_text), '')), false)
            AS in_text_around_the_number,
        EXISTS (
            FROM cells
            WHERE cells.document_id = indicators.document_id
                AND cells.table_no = indicators.table_no
                AND indicators.row_no BETWEEN cells.row_no AND cells.row_no + cells.row_span - 1
                AND cells.role = 'unit'
                AND contains(without_space(cells.text), without_space(targets.unit_text))
        ) AS in_unit_cell
    FROM targets
    JOIN indicators ON indicators.indicator_id = targets.indicator_id
)
SELECT indicator_id, target_no, target_text, unit_text, unit
FROM printed_units
WHERE (unit IS NOT NULL AND coalesce(is_blank(unit_text), true))
    OR (unit_text IS NOT NULL AND NOT (in_text OR in_text_around_the_number OR in_unit_cell))
ORDER BY ALL;
