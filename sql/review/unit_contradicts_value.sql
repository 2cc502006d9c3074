-- 计量单位栏与指标值里写的单位不同。只比较两处都认得的单位，前面的“万”“亿”和后面的“以上”一类词不计。
--
-- A unit column that names another unit than the value itself. Only units that are known in both places are compared,
-- magnitudes before them and words for an operator after them aside.

WITH spelt AS (
    SELECT
        unit,
        unnest(string_split(spellings, ' ')) AS spelling,
        '(' || (SELECT string_agg(magnitudes.spelling, '|') FROM ref_magnitudes AS magnitudes) || ')?' || regexp_escape(spelling) AS pattern
    FROM ref_units
),
operator_words AS (
    SELECT string_agg(regexp_escape(spelling), '|' ORDER BY length(spelling) DESC, spelling) AS words
    FROM ref_operators
    WHERE position = 'after'
),
columns AS (
    SELECT
        targets.*,
        spelt.unit AS column_unit,
        regexp_replace(without_space(value_text), '(' || words || ')$', '') AS stated
    FROM judged_targets AS targets
    CROSS JOIN operator_words
    JOIN spelt ON regexp_full_match(without_space(unit_column_text), pattern)
    QUALIFY row_number() OVER (PARTITION BY indicator_id, target_no ORDER BY length(spelling) DESC) = 1
)
SELECT
    indicator_id,
    value_text || ' | ' || unit_column_text AS evidence,
    max_by(spelt.spelling, length(spelt.spelling)) AS value_unit,
    unit_column_text AS column_unit
FROM columns
JOIN indicators USING (indicator_id)
JOIN spelt ON regexp_matches(stated, '[0-9]' || pattern || '$')
GROUP BY indicator_id, target_no, value_text, unit_column_text, columns.column_unit
HAVING max_by(spelt.unit, length(spelt.spelling)) <> columns.column_unit;
