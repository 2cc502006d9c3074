-- 表中每一行、每种角色印了什么字：合并的格子算在它跨过的每一行里，字按列相连，不计空白。
--
-- What each row of a table prints in cells of each role: a merged cell counts in every row that it covers; the words are
-- joined from the left, without white space.

-- Few distinct texts are printed, so each is stripped once; most cells stand alone, and only the others need sorting.
CREATE OR REPLACE VIEW steps.printed_words AS
WITH spelt AS (
    SELECT text, without_space(text) AS words
    FROM (SELECT DISTINCT text FROM cells WHERE role IS NOT NULL)
),
in_rows AS (
    SELECT
        document_id,
        table_no,
        unnest(range(cells.row_no, cells.row_no + cells.row_span)) AS row_no,
        col_no,
        role,
        words
    FROM cells
    JOIN spelt ON spelt.text = cells.text
    WHERE role IS NOT NULL
),
counted AS (
    SELECT document_id, table_no, row_no, role, any_value(words) AS words, count(*) AS n_cells
    FROM in_rows
    GROUP BY document_id, table_no, row_no, role
),
joined AS (
    SELECT document_id, table_no, row_no, role, string_agg(words, '' ORDER BY col_no) AS words, count(*) AS n_cells
    FROM in_rows
    SEMI JOIN (FROM counted WHERE n_cells > 1) AS several USING (document_id, table_no, row_no, role)
    GROUP BY document_id, table_no, row_no, role
)
SELECT document_id, table_no, CAST(row_no AS INTEGER) AS row_no, role, words, n_cells
FROM (FROM counted WHERE n_cells = 1 UNION ALL FROM joined);

COMMENT ON VIEW steps.printed_words IS '行内文字：每行每种角色一行 / Printed words: one row per table row and role of cells';
COMMENT ON COLUMN steps.printed_words.words IS '文字：按列相连，不含空白 / Words: joined from the left, without white space';
COMMENT ON COLUMN steps.printed_words.n_cells IS '格子数：含从上面合并下来的 / Cells: those merged from above included';
