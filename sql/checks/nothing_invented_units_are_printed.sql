-- 不编造：有标准单位就有印出的单位；印出的单位在值的片段里，或在计量单位栏里，或一半在片段里、一半在栏里（2.4万 | 卷）。
-- 单位可以被数字和符号隔开（每人5000元），这时它的字按顺序都在那里。
--
-- Nothing invented: a canonical unit has a printed one, and that stands in the span of the value, in the column of units,
-- or begins in the span and ends in the column. Numbers and signs may part it; then its characters stand in their order.

-- Most units stand in one piece; only for the others their characters are sought one by one.
WITH placed AS (
    SELECT
        what, indicator_id, value_no, value_text, unit_column_text, unit_text, unit,
        concat(substring(value_text, span_start + 1, span_end - span_start), without_space(unit_column_text)) AS printed
    FROM parsed_values
    WHERE unit_text IS NOT NULL OR unit IS NOT NULL
)
SELECT * EXCLUDE (printed)
FROM placed
WHERE (unit IS NOT NULL AND coalesce(is_blank(unit_text), true))
    OR CASE
        WHEN unit_text IS NULL OR contains(printed, unit_text) THEN false
        ELSE NOT coalesce(in_order(without_space(unit_text), printed), false)
    END
ORDER BY ALL;
