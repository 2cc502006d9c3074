-- 每个解析出的值一行：目标值和实际完成值放在一起，供检查和对照。同一格里的几个值 cell_no 相同。
--
-- One row per parsed value, targets and actual values alike, for checks and comparisons. Values of one cell share its
-- cell_no.

CREATE OR REPLACE VIEW steps.parsed_values AS
SELECT
    'target' AS what,
    indicator_id,
    target_no AS value_no,
    dense_rank() OVER (PARTITION BY indicator_id ORDER BY period, region, grade, value_text) AS cell_no,
    targets.* EXCLUDE (indicator_id, target_no)
FROM targets
UNION ALL BY NAME
SELECT
    'actual' AS what,
    indicator_id,
    result_no AS value_no,
    result_no AS cell_no,
    actual_text AS value_text,
    results.* EXCLUDE (indicator_id, result_no, actual_text, weight, score, deviation_reason)
FROM results;

COMMENT ON VIEW steps.parsed_values IS '解析出的值：目标值和实际完成值，每个一行 / Parsed values: one row per target or actual value';
COMMENT ON COLUMN steps.parsed_values.what IS '哪一种：目标值或实际完成值 / What it is: a target or an actual value';
COMMENT ON COLUMN steps.parsed_values.value_no IS '序号：即 target_no 或 result_no / Number: target_no or result_no';
COMMENT ON COLUMN steps.parsed_values.cell_no IS '格子序号：同一格的几个值相同 / Cell number: shared by the values of one cell';
COMMENT ON COLUMN steps.parsed_values.status IS '解析状态：partial 时见 leftover / Status: partial if something was not understood, see leftover';
