-- 计量单位栏与指标值里写的单位不同。只比较两处都认得的单位，前面的“万”“亿”和后面的“以上”一类词不计；
-- 百分号与百分点、批与批次这样大小相同或数同一类东西的，以及什么都能数的“个”，不算不同。
--
-- A unit column that names another unit than the value itself. Only units that are known in both places are compared,
-- magnitudes before them and words for an operator after them aside. Units of one size (percent and percentage points)
-- or of one kind (ref_unit_kin), and the word that counts anything, are no other.
-- scope: project

WITH spelt AS (
    SELECT unit, unnest(string_split(spellings, ' ')) AS spelling
    FROM ref_units
),
magnitudes AS (
    SELECT '(' || string_agg(spelling, '|' ORDER BY spelling) || ')?' AS magnitude
    FROM ref_magnitudes
),
operator_words AS (
    SELECT string_agg(regexp_escape(spelling), '|' ORDER BY length(spelling) DESC, spelling) AS words
    FROM ref_operators
    WHERE position = 'after'
),
stated_twice AS (
    SELECT DISTINCT
        value_text,
        measure_unit_column_text,
        without_space(measure_unit_column_text) AS in_column,
        regexp_replace(without_space(value_text), '(' || words || ')$', '') AS in_value
    FROM steps.judged_targets
    CROSS JOIN operator_words
    WHERE value_text IS NOT NULL AND measure_unit_column_text IS NOT NULL
),
-- What stands before a unit is looked at only where the unit was found: a pattern per unit and value takes minutes.
column_units AS (
    SELECT value_text, measure_unit_column_text, max_by(unit, (length(spelling), unit)) AS unit
    FROM stated_twice
    JOIN spelt ON ends_with(in_column, spelling)
    CROSS JOIN magnitudes
    WHERE regexp_full_match(left(in_column, length(in_column) - length(spelling)), magnitude)
    GROUP BY value_text, measure_unit_column_text
),
value_units AS (
    SELECT
        value_text,
        measure_unit_column_text,
        max_by({unit: unit, spelling: spelling}, (length(spelling), unit)) AS longest
    FROM stated_twice
    JOIN spelt ON ends_with(in_value, spelling)
    CROSS JOIN magnitudes
    WHERE regexp_matches(left(in_value, length(in_value) - length(spelling)), '[0-9]' || magnitude || '$')
    GROUP BY value_text, measure_unit_column_text
)
SELECT DISTINCT
    indicator_id,
    value_text || ' | ' || measure_unit_column_text AS evidence,
    longest.spelling AS value_unit,
    measure_unit_column_text AS column_unit
FROM steps.judged_targets
JOIN column_units USING (value_text, measure_unit_column_text)
JOIN value_units USING (value_text, measure_unit_column_text)
JOIN ref_units AS one ON one.unit = longest.unit
JOIN ref_units AS other ON other.unit = column_units.unit
WHERE one.unit <> other.unit
    AND NOT (one.dimension = other.dimension AND one.base_unit = other.base_unit AND one.factor = other.factor)
    AND NOT (
        one.dimension = 'count'
        AND other.dimension = 'count'
        AND (name_word('any_count', one.unit) IS NOT NULL OR name_word('any_count', other.unit) IS NOT NULL)
    )
    AND NOT EXISTS (
        FROM ref_unit_kin
        WHERE list_has_all(string_split(units, ' '), [one.unit, other.unit])
    );
