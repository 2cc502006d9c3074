-- 计量单位栏与指标值里写的单位不同。只比较两处都认得的单位。
--
-- A unit column that names another unit than the value itself. Only units that are known in both places are compared.

WITH spelt AS (
    SELECT unit, unnest(string_split(spellings, ' ')) AS spelling
    FROM ref_units
),
columns AS (
    SELECT targets.*, spelt.unit AS column_unit
    FROM targets
    JOIN spelt ON spelt.spelling = without_space(unit_column_text)
)
SELECT
    indicator_id,
    value_text || ' | ' || unit_column_text AS evidence,
    spelt.spelling AS value_unit,
    unit_column_text AS column_unit
FROM columns
JOIN indicators USING (indicator_id)
JOIN spelt ON ends_with(without_space(value_text), spelt.spelling)
WHERE regexp_matches(value_text, '[0-9]\s*' || regexp_escape(spelt.spelling) || '\s*$')
    AND spelt.unit <> columns.column_unit;
