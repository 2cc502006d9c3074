-- 不编造：有标准单位就有印出的单位；印出的单位在值的片段里，或在同一行的计量单位栏里。
-- 单位可以被数字和符号隔开（每人5000元），这时它的字按顺序都在片段里。
--
-- Nothing invented: a canonical unit has a printed one, and that stands in the span of the value or in the column of
-- units. Numbers and signs may part it; then its characters stand in the span in their order.

SELECT what, indicator_id, value_no, value_text, unit_column_text, unit_text, unit
FROM parsed_values
WHERE (unit IS NOT NULL AND coalesce(is_blank(unit_text), true))
    OR (
        unit_text IS NOT NULL
        AND NOT coalesce(contains(without_space(unit_column_text), without_space(unit_text)), false)
        AND NOT coalesce(
            in_order(without_space(unit_text), substring(value_text, span_start + 1, span_end - span_start)), false
        )
    )
ORDER BY ALL;
