-- 不编造：有标准单位就有印出的单位；印出的单位在值的片段里，或在计量单位栏里，或一半在片段里、一半在栏里（2.4万 | 卷）；
-- 栏空着时在指标名称的括号里（硬化里程（公里））；并列的几个数共用最后一个的单位（3、5个），这时它在最后一个的片段里。
-- 单位可以被数字和符号隔开（每人5000元），这时它的字按顺序都在那里。
--
-- Nothing invented: a canonical unit has a printed one, and that stands in the span of the value, in the column of units,
-- or begins in the span and ends in the column. Where that is blank the brackets of the indicator's name may print it.
-- Numbers of a list that nothing but its joints parts share the unit of the last, in whose span it then stands.
-- Numbers and signs may part it; then its characters stand in their order.

-- Most units stand in one piece; only for the others their characters are sought one by one, and the list of the value.
WITH placed AS (
    SELECT
        what, indicator_id, cell_no, value_no, span_start, value_text,
        measure_unit_column_text, measure_unit_text, measure_unit,
        concat(
            substring(value_text, span_start + 1, span_end - span_start),
            without_space(coalesce(nullif(trim(measure_unit_column_text), ''), indicator_name))
        ) AS printed
    FROM steps.parsed_values
    JOIN (SELECT indicator_id, indicator_name FROM indicators) AS names USING (indicator_id)
    WHERE measure_unit_text IS NOT NULL OR measure_unit IS NOT NULL
),
elsewhere AS (
    SELECT *
    FROM placed
    WHERE (measure_unit IS NOT NULL AND coalesce(is_blank(measure_unit_text), true))
        OR CASE
            WHEN measure_unit_text IS NULL OR contains(printed, measure_unit_text) THEN false
            ELSE NOT coalesce(in_order(without_space(measure_unit_text), printed), false)
        END
),
neighbours AS (
    SELECT DISTINCT
        what, indicator_id, cell_no, value_text, span_start, span_end,
        lag(span_end) OVER (PARTITION BY what, indicator_id, cell_no ORDER BY span_start, span_end) AS end_before
    FROM steps.parsed_values
    SEMI JOIN elsewhere USING (what, indicator_id, cell_no)
    WHERE span_start IS NOT NULL
),
lists AS (
    SELECT
        *,
        count(*) FILTER (WHERE NOT coalesce(is_joint(substring(value_text, end_before + 1, span_start - end_before + 2)), false))
            OVER (PARTITION BY what, indicator_id, cell_no ORDER BY span_start, span_end) AS list_no
    FROM neighbours
),
last_of_lists AS (
    SELECT
        what, indicator_id, cell_no, list_no,
        min(span_start) AS list_start,
        max(span_start) AS last_start,
        arg_max(substring(value_text, span_start + 1, span_end - span_start), span_start) AS last_text
    FROM lists
    GROUP BY ALL
)
SELECT what, indicator_id, value_no, value_text, measure_unit_column_text, measure_unit_text, measure_unit
FROM elsewhere
WHERE measure_unit_text IS NULL
    OR NOT EXISTS (
        FROM last_of_lists AS lists
        WHERE lists.what = elsewhere.what
            AND lists.indicator_id = elsewhere.indicator_id
            AND lists.cell_no = elsewhere.cell_no
            AND elsewhere.span_start >= list_start
            AND elsewhere.span_start < last_start
            AND contains(last_text, elsewhere.measure_unit_text)
    )
ORDER BY ALL;
