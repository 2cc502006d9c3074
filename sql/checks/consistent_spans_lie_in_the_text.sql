-- 一致：解析出的片段在这一格的文字之内，同一格的片段互不重叠；同一处印了几遍的，几遍可以相同，同一地区占几行的也一样。
--
-- Consistent: a span lies inside the text of its cell, and spans of one cell do not overlap. What a row prints several
-- times for the same period and region, or several rows of one region print, may have as many spans that are the same.

WITH copies AS (
    SELECT what, indicator_id, cell_no, region, value_text, span_start, span_end, count(*) AS n_copies
    FROM steps.parsed_values
    WHERE span_start IS NOT NULL
    GROUP BY ALL
),
printed_once AS (
    SELECT copies.*
    FROM copies
    JOIN indicators ON indicators.indicator_id = copies.indicator_id
    WHERE n_copies > 1
        AND n_copies > times_in(
            without_space(value_text), coalesce(row_words(document_id, table_no, row_no, what), '')
        )
        AND n_copies > (
            SELECT count(*)
            FROM steps.region_rows AS regions
            WHERE regions.document_id = indicators.document_id
                AND regions.table_no = indicators.table_no
                AND regions.words = without_space(copies.region)
                AND contains(
                    row_words(regions.document_id, regions.table_no, regions.row_no, copies.what),
                    without_space(copies.value_text)
                )
        )
)
SELECT later.what, later.indicator_id, later.value_no, later.value_text, later.span_start, later.span_end
FROM steps.parsed_values AS later
LEFT JOIN steps.parsed_values AS earlier
    ON earlier.what = later.what
    AND earlier.indicator_id = later.indicator_id
    AND earlier.cell_no = later.cell_no
    AND earlier.value_no < later.value_no
    AND earlier.span_end > later.span_start
    AND earlier.span_start < later.span_end
    AND (earlier.span_start, earlier.span_end) <> (later.span_start, later.span_end)
WHERE earlier.indicator_id IS NOT NULL
    OR (later.span_start IS NULL) <> (later.span_end IS NULL)
    OR later.span_start < 0
    OR later.span_start > later.span_end
    OR later.span_end > coalesce(length(later.value_text), 0)
UNION ALL
SELECT what, indicator_id, NULL, value_text, span_start, span_end
FROM printed_once
ORDER BY ALL;
