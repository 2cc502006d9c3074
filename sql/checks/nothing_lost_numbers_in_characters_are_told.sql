-- 不丢失：分句末尾的中文数字加计量单位（三天、十五点八万元）是数。一格的值都读懂了，这样的数就不能多于读出的值。
-- “一”和级别（三级）、季度（三季度）不算；词表里看似数的词（十分）也不算。
--
-- Nothing lost: a number in characters with its unit at the end of a clause is a number. Where all values of a cell were
-- understood, there are no more of these than values that are not mere words. One, grades and quarters are left out, and
-- words of the vocabulary that only look like numbers.

WITH numerals AS (
    SELECT
        string_agg(characters, '') FILTER (role IN ('digit', 'multiplier')) AS every_one,
        string_agg(characters, '') FILTER (value IN ('2', '3', '4', '5', '6', '7', '8', '9', '10')) AS two_or_more,
        any_value(characters) FILTER (role = 'point') AS point
    FROM ref_numerals
),
-- 三百余人: a word may part a number from its unit.
parting AS (
    SELECT string_agg(spelling, '|' ORDER BY spelling) AS any_word FROM ref_operators WHERE position = 'within'
),
units AS (
    SELECT string_agg(regexp_escape(spelling), '|' ORDER BY length(spelling) DESC, spelling) AS any_unit
    FROM (SELECT unnest(string_split(spellings, ' ')) AS spelling FROM ref_units)
    WHERE spelling NOT IN ('级', '年度', '季度')
),
patterns AS (
    SELECT
        concat(
            '(?:^|[^第前初几数近\p{Nd}', every_one, point, ']|[^', every_one, ']', point, ')([', two_or_more, '][', every_one, ']*(?:', point, '[', every_one,
            ']+)?(?:', any_word, ')?(?:', any_unit, '))(?:$|[,.;:、。()])'
        ) AS counts,
        concat('[', two_or_more, ']') AS may_count,
        no_numbers
    FROM numerals, parting, units, (SELECT list(word) AS no_numbers FROM ref_words WHERE piece = 'no_number')
),
-- Each stop is doubled: it may end one number and stand before the next.
value_cells AS (
    SELECT
        what,
        indicator_id,
        cell_no,
        value_text,
        regexp_replace(read_characters(value_text), '([,.;:、。()])', '\1\1', 'g') AS words,
        count(*) FILTER (kind <> 'qualitative') AS n_stated
    FROM steps.parsed_values, patterns
    WHERE regexp_matches(value_text, may_count)
    GROUP BY what, indicator_id, cell_no, value_text
    HAVING bool_and(status = 'clean')
)
SELECT
    what,
    indicator_id,
    value_text,
    list_filter(
        regexp_extract_all(words, counts, 1),
        lambda number: NOT list_contains(no_numbers, number)
    ) AS numbers,
    n_stated
FROM value_cells, patterns
WHERE length(numbers) > n_stated
ORDER BY ALL;
