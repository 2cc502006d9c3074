-- 不编造：由符号或文字得出的运算符，原文片段除了数字、单位和日期用字，还要另有文字。
-- 一格里几个指标值可以共用一个符号或文字（4%、3%、2%以下），这时其中一个片段里有就行。
--
-- Nothing invented: where a sign or a word gave the operator, the span holds more than a bare number, unit or date.
-- Several targets of a cell may share a sign or a word, which then stands in the span of one of them.

WITH spans AS (
    SELECT
        targets.indicator_id,
        targets.target_no,
        targets.operator,
        indicators.target_text,
        CASE targets.kind WHEN 'date' THEN '年月日号初上中下旬底末第季度半全' ELSE coalesce(targets.unit_text, '') END AS unit_words,
        substring(indicators.target_text, targets.span_start + 1, targets.span_end - targets.span_start) AS span_text
    FROM targets
    JOIN indicators ON indicators.indicator_id = targets.indicator_id
    WHERE targets.operator_source IN ('symbol', 'word')
),
remains AS (
    SELECT *, without_numbers(translate(coalesce(span_text, ''), unit_words, '')) AS beside_the_number
    FROM spans
)
SELECT bare.indicator_id, bare.target_no, bare.target_text, bare.span_text, bare.operator
FROM remains AS bare
LEFT JOIN remains AS shared
    ON shared.indicator_id = bare.indicator_id
    AND shared.operator = bare.operator
    AND shared.beside_the_number <> ''
WHERE bare.beside_the_number = '' AND shared.indicator_id IS NULL
ORDER BY ALL;
