-- 不丢失：每一格指标值或完成值里的每个数字，不是在这一格解析出的片段里，就是在它的 leftover 里。
--
-- Nothing lost: every digit of a value's cell lies in a span parsed from that cell, or in its leftover.

-- Only cells that print a digit outside a span are taken apart.
WITH doubtful AS (
    SELECT DISTINCT what, indicator_id, cell_no
    FROM steps.parsed_values
    WHERE regexp_matches(
        concat(left(value_text, coalesce(span_start, 0)), substring(value_text, coalesce(span_end, 0) + 1)), '\p{Nd}'
    )
),
value_cells AS (
    SELECT
        what,
        indicator_id,
        cell_no,
        value_text,
        string_agg(leftover, '' ORDER BY value_no) AS leftovers,
        list({'first': span_start, 'behind': span_end}) AS spans
    FROM steps.parsed_values
    SEMI JOIN doubtful USING (what, indicator_id, cell_no)
    GROUP BY what, indicator_id, cell_no, value_text
),
digits AS (
    SELECT what, indicator_id, cell_no, value_text, leftovers, positions.position, value_text[position + 1] AS digit
    FROM value_cells, range(length(value_text)) AS positions(position)
    WHERE regexp_matches(digit, '\p{Nd}')
        AND NOT list_bool_or(list_transform(spans, lambda span: coalesce(position >= span.first AND position < span.behind, false)))
)
SELECT
    what,
    indicator_id,
    value_text,
    string_agg(digit, '' ORDER BY position) AS digits_outside,
    any_value(only_digits(leftovers)) AS digits_left
FROM digits
GROUP BY what, indicator_id, cell_no, value_text
HAVING NOT contains(digits_left, digits_outside)
ORDER BY ALL;
