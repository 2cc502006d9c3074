-- 不编造：指标值、完成值、运算符、单位、分值等的原文，就是所在行相应格子里的文字（格子可以从上面合并下来）。
-- 一个格子盖过几栏的，它的文字也是各栏的文字。
-- 分地区各占一行的，值印在该地区的那一行；写在名称或文字段落里的，印在指标格里。
--
-- Nothing invented: the words of a value, sign, unit, weight and so on are those of such a cell in its row, which may be
-- merged from above; those of a cell over several columns are of each of them. A value of a region that has a row of
-- its own is printed there; one in a name or in a block of text is printed in the indicator's cell.

-- Nearly all words are the whole of a cell that begins in their row, which equality finds; only the others are sought
-- within the words of rows.
WITH stated AS (
    SELECT indicator_id, NULL AS region, 'indicators' AS table_name, ['weight'] AS roles, weight AS words FROM indicators
    UNION ALL SELECT indicator_id, NULL, 'indicators', ['nature', 'operator'], nature FROM indicators
    UNION ALL SELECT indicator_id, NULL, 'indicators', ['standard'], standard FROM indicators
    UNION ALL SELECT indicator_id, NULL, 'indicators', ['remark'], remark FROM indicators
    UNION ALL SELECT indicator_id, NULL, 'indicators', ['description'], description FROM indicators
    UNION ALL SELECT indicator_id, NULL, 'indicators', ['description'], formula FROM indicators
    UNION ALL SELECT indicator_id, region, 'targets', ['operator'], operator_text FROM targets
    UNION ALL SELECT indicator_id, region, 'targets', ['value_unit'], measure_unit_column_text FROM targets
    UNION ALL SELECT indicator_id, region, 'results', ['actual'], actual_text FROM results
    UNION ALL SELECT indicator_id, region, 'results', ['weight'], weight FROM results
    UNION ALL SELECT indicator_id, region, 'results', ['score'], score FROM results
    UNION ALL SELECT indicator_id, region, 'results', ['reason'], deviation_reason FROM results
    UNION ALL
    SELECT
        targets.indicator_id,
        targets.region,
        'targets',
        CASE WHEN value_source IN ('name', 'block') THEN ['indicator'] ELSE ['target'] END,
        value_text
    FROM targets
    JOIN indicators ON indicators.indicator_id = targets.indicator_id
),
placed AS (
    SELECT stated.*, document_id, table_no, row_no
    FROM stated
    JOIN indicators ON indicators.indicator_id = stated.indicator_id
    WHERE words IS NOT NULL
),
sought AS (
    FROM placed
    ANTI JOIN cells
        ON cells.document_id = placed.document_id
        AND cells.table_no = placed.table_no
        AND cells.row_no = placed.row_no
        AND cells.role = placed.roles[1]
        AND cells.text = placed.words
),
in_their_rows AS (
    SELECT * EXCLUDE (role)
    FROM (SELECT *, unnest(roles) AS role FROM sought)
    WHERE contains(row_words(document_id, table_no, row_no, role), without_space(words))
),
in_wide_cells AS (
    SELECT sought.*
    FROM sought
    SEMI JOIN cells
        ON cells.document_id = sought.document_id
        AND cells.table_no = sought.table_no
        AND sought.row_no BETWEEN cells.row_no AND cells.row_no + cells.row_span - 1
        AND cells.col_span > 1
        AND cells.role IN (
            'indicator', 'description', 'standard', 'target', 'actual', 'operator', 'value_unit', 'weight', 'score'
        )
        AND without_space(cells.text) = without_space(sought.words)
),
in_rows_of_regions AS (
    SELECT sought.*
    FROM sought
    JOIN steps.region_rows AS regions
        ON regions.document_id = sought.document_id
        AND regions.words = without_space(sought.region)
    WHERE sought.table_name = 'targets'
        AND sought.roles = ['target']
        AND contains(
            row_words(regions.document_id, regions.table_no, regions.row_no, 'target'), without_space(sought.words)
        )
)
SELECT indicator_id, region, table_name, array_to_string(roles, ', ') AS roles, words
FROM (
    SELECT DISTINCT * FROM sought
    EXCEPT
    (FROM in_their_rows UNION ALL FROM in_wide_cells UNION ALL FROM in_rows_of_regions)
)
ORDER BY ALL;
