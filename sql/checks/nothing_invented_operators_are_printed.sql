-- 不编造：由符号或文字得出的运算符，原文片段除了数字、单位和日期用字，还要另有文字；由单独一栏得出的，那一栏写着它；
-- 由指标名称得出的，名称的括号里写着它。
-- 一格里几个值可以共用一个符号或文字（4%、3%、2%以下），这时其中一个片段里有就行。
--
-- Nothing invented: where a sign or a word gave the operator, the span holds more than a bare number, unit or date; where
-- a column of signs gave it, that column prints it; where the brackets of the indicator's name gave it, these do. Several
-- values of a cell may share a sign or a word, which then stands in the span of one of them.

WITH remains AS (
    SELECT
        *,
        CASE kind WHEN 'date' THEN '年月日号初上中下旬底末第季度半全' ELSE coalesce(measure_unit_text, '') END AS unit_words,
        substring(value_text, span_start + 1, span_end - span_start) AS span_text,
        without_numbers(translate(coalesce(span_text, ''), unit_words, '')) AS beside_the_number
    FROM steps.parsed_values
    WHERE operator_source IN ('symbol', 'word')
)
SELECT bare.what, bare.indicator_id, bare.value_no, bare.value_text, bare.span_text, bare.operator
FROM remains AS bare
LEFT JOIN remains AS shared
    ON shared.what = bare.what
    AND shared.indicator_id = bare.indicator_id
    AND shared.cell_no = bare.cell_no
    AND shared.operator = bare.operator
    AND shared.beside_the_number <> ''
WHERE bare.beside_the_number = '' AND shared.indicator_id IS NULL
UNION ALL
SELECT what, indicator_id, value_no, value_text, operator_text, operator
FROM steps.parsed_values
WHERE operator_source = 'column'
    AND NOT EXISTS (
        FROM ref_operators
        WHERE ref_operators.operator = parsed_values.operator
            AND ref_operators.spelling = read_characters(operator_text)
    )
UNION ALL
SELECT what, indicator_id, value_no, value_text, indicators.indicator_name, parsed_values.operator
FROM steps.parsed_values
JOIN indicators USING (indicator_id)
WHERE operator_source = 'name'
    AND NOT EXISTS (
        FROM ref_operators
        WHERE ref_operators.operator = parsed_values.operator
            AND contains(read_characters(indicators.indicator_name), '(' || ref_operators.spelling)
    )
ORDER BY ALL;
