-- 表中一行印了什么字：合并的格子算在它跨过的每一行里，字按列相连，不计空白。
--
-- What a row of a table prints in cells of a role: a merged cell counts in every row that it covers; the words are joined
-- from the left, without white space.

-- The rest of an indicator's row that a page cuts in two belongs to the row: its cells are placed there, after the
-- row's own.

-- Asked for single rows, since few are in doubt: the words of all rows take longer than all checks together. The columns
-- of cells have names of their own here, so that those of the question, which may be alike, are not taken for them.
CREATE OR REPLACE VIEW steps.placed_cells AS
SELECT
    document_id AS cell_document,
    table_no AS cell_table,
    row_no AS first_row,
    row_no + row_span - 1 AS last_row,
    col_no AS cell_column,
    FALSE AS cell_is_rest,
    col_span AS cell_columns,
    role AS cell_role,
    text AS cell_text
FROM cells
WHERE role IS NOT NULL
UNION ALL
SELECT DISTINCT
    cells.document_id,
    indicators.table_no,
    indicators.row_no,
    indicators.row_no,
    cells.col_no,
    TRUE,
    cells.col_span,
    cells.role,
    cells.text
FROM indicators
JOIN cells
    ON cells.document_id = indicators.document_id
    AND cells.table_no = indicators.rest_table_no
    AND cells.row_no = indicators.rest_row_no
WHERE cells.role IS NOT NULL;

CREATE OR REPLACE MACRO row_words(in_document, in_table, in_row, of_role) AS (
    SELECT string_agg(without_space(cell_text), '' ORDER BY cell_column, cell_is_rest)
    FROM steps.placed_cells
    WHERE cell_document = in_document
        AND cell_table = in_table
        AND cell_role = of_role
        AND in_row BETWEEN first_row AND last_row
);

CREATE OR REPLACE VIEW steps.region_rows AS
SELECT document_id, table_no, CAST(row_no AS INTEGER) AS row_no, string_agg(words, '' ORDER BY col_no) AS words
FROM (
    SELECT
        document_id,
        table_no,
        unnest(range(row_no, row_no + row_span)) AS row_no,
        col_no,
        without_space(text) AS words
    FROM cells
    WHERE role = 'region'
)
GROUP BY document_id, table_no, row_no;

COMMENT ON MACRO row_words IS '某一行某种角色的格子里印的字，按列相连，不含空白；没有则为空 / The words that a row prints in cells of a role, joined from the left, without white space; null if there is none';
COMMENT ON VIEW steps.placed_cells IS '有角色的格子和所占的行：每格一行 / Placed cells: one row per cell that has a role, with the rows that it covers';
COMMENT ON COLUMN steps.placed_cells.cell_document IS '文件编号 / Document';
COMMENT ON COLUMN steps.placed_cells.cell_table IS '表序号 / Table number';
COMMENT ON COLUMN steps.placed_cells.first_row IS '首行 / First row';
COMMENT ON COLUMN steps.placed_cells.last_row IS '末行：含合并到的 / Last row: of those merged';
COMMENT ON COLUMN steps.placed_cells.cell_column IS '列号 / Column number';
COMMENT ON COLUMN steps.placed_cells.cell_is_rest IS '是否为分页断开的后一半 / Is rest: whether it is of the rest of a row that a page cuts in two';
COMMENT ON COLUMN steps.placed_cells.cell_columns IS '列数：所占的列 / Columns: how many it covers';
COMMENT ON COLUMN steps.placed_cells.cell_role IS '角色 / Role';
COMMENT ON COLUMN steps.placed_cells.cell_text IS '文字：照原样 / Text: as printed';
COMMENT ON VIEW steps.region_rows IS '各地区所在的行：每行一行 / Rows of regions: one row per table row that names one';
COMMENT ON COLUMN steps.region_rows.words IS '地区：按列相连，不含空白 / Region: joined from the left, without white space';
