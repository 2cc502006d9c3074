-- 不编造：每个指标的名称印在所在行，印了几遍才有几个同名指标；没有名称的，那一行有指标值（一格可以盖过指标描述和指标值两栏）。
-- 类别的格子盖过名称一栏的，名称就是类别。
-- 指标类别作表头、地区作行的，名称（没有名称的是类别，几栏可以同属一类）印在表头里，一格盖过几栏的是各栏的名称，并且有分地区的值。
--
-- Nothing invented: an indicator's name is printed in its row, as often as indicators there have it; one without a name
-- has a value in its row, which a cell may be that runs over the columns of descriptions and values. A class whose cell
-- runs over the column of names is the name too. Where classes head the columns and regions the rows, the name, or the
-- class of one without a name, which several may share, is printed in the header, once for all columns that a cell of it
-- covers, and the values name their regions.

-- Most indicators are alone in their row, and a cell there is their name. Only the others are counted.
WITH alone AS (
    SELECT document_id, table_no, row_no, any_value(indicator_id) AS indicator_id, any_value(indicator_name) AS name
    FROM indicators
    GROUP BY document_id, table_no, row_no
    HAVING count(*) = 1
),
plain AS (
    SELECT indicator_id
    FROM alone
    JOIN cells
        ON cells.document_id = alone.document_id
        AND cells.table_no = alone.table_no
        AND cells.row_no = alone.row_no
        AND cells.text = alone.name
    WHERE cells.role = 'indicator'
),
named AS (
    SELECT
        indicators.document_id,
        indicators.table_no,
        indicators.row_no,
        any_value(indicator_id) AS example,
        count(*) AS n_indicators,
        without_space(indicator_name) AS name_words,
        without_space(coalesce(indicator_name, level2, level1)) AS column_words,
        bool_and(indicator_id IN (SELECT indicator_id FROM targets WHERE region IS NOT NULL)) AS has_regions
    FROM indicators
    ANTI JOIN plain USING (indicator_id)
    GROUP BY ALL
),
-- What a row prints in each role, had of all roles at once: a question for each takes longer to plan than to answer.
printed AS (
    SELECT
        named.*,
        string_agg(without_space(cell_text), '' ORDER BY cell_column, cell_is_rest) FILTER (cell_role = 'indicator') AS names,
        string_agg(without_space(cell_text), '' ORDER BY cell_column, cell_is_rest) FILTER (cell_role = 'header') AS headers,
        string_agg(without_space(cell_text), '' ORDER BY cell_column, cell_is_rest) FILTER (cell_role = 'level') AS levels,
        sum(cell_columns) FILTER (cell_role = 'header' AND without_space(cell_text) = column_words) AS n_headed,
        coalesce(bool_or(last_row >= row_no) FILTER (cell_role = 'header'), false) AS is_in_header,
        greatest(
            count(*) FILTER (cell_role = 'target'),
            count(*) FILTER (cell_role = 'actual'),
            count(*) FILTER (cell_role = 'description' AND cell_columns > 1)
        ) AS n_values
    FROM named
    LEFT JOIN steps.placed_cells
        ON cell_document = document_id
        AND cell_table = table_no
        AND row_no BETWEEN first_row AND CASE WHEN cell_role = 'header' AND has_regions THEN row_no ELSE last_row END
        AND cell_role IN ('indicator', 'header', 'level', 'target', 'actual', 'description')
    GROUP BY ALL
)
SELECT document_id, table_no, row_no, example, n_indicators, column_words
FROM printed
WHERE n_indicators > greatest(
    times_in(name_words, coalesce(names, '')),
    CASE
        WHEN NOT is_in_header THEN 0
        WHEN has_regions AND name_words IS NULL AND contains(headers, column_words) THEN n_indicators
        WHEN has_regions THEN greatest(times_in(column_words, coalesce(headers, '')), coalesce(n_headed, 0))
        ELSE 0
    END,
    times_in(name_words, coalesce(levels, '')),
    CASE WHEN name_words IS NULL THEN n_values ELSE 0 END
)
ORDER BY ALL;
