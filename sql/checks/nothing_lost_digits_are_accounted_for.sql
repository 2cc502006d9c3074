-- 不丢失：每一格指标值或完成值里的每个数字，不是在这一格解析出的片段里，就是在它的 leftover 里。
--
-- Nothing lost: every digit of a value's cell lies in a span parsed from that cell, or in its leftover.

WITH value_cells AS (
    SELECT what, indicator_id, cell_no, value_text, string_agg(leftover, '' ORDER BY value_no) AS leftovers
    FROM parsed_values
    GROUP BY what, indicator_id, cell_no, value_text
),
digits AS (
    SELECT value_cells.*, positions.position, value_text[positions.position + 1] AS digit
    FROM value_cells, range(length(value_text)) AS positions(position)
    WHERE regexp_matches(digit, '\p{Nd}')
)
SELECT
    digits.what,
    digits.indicator_id,
    digits.value_text,
    string_agg(digit, '' ORDER BY position) AS digits_outside,
    any_value(only_digits(leftovers)) AS digits_left
FROM digits
WHERE NOT EXISTS (
    FROM parsed_values
    WHERE parsed_values.what = digits.what
        AND parsed_values.indicator_id = digits.indicator_id
        AND parsed_values.cell_no = digits.cell_no
        AND digits.position >= parsed_values.span_start
        AND digits.position < parsed_values.span_end
)
GROUP BY digits.what, digits.indicator_id, digits.cell_no, digits.value_text
HAVING NOT contains(digits_left, digits_outside)
ORDER BY ALL;
