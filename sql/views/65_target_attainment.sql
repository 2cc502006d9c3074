-- 自评表中每个指标值一行，与同一指标的实际完成值对照：达到、没有达到，或者为什么说不了。
-- 界限含不含按 low_inclusive、high_inclusive（以上、以下、以内含本数）。没有写运算符的，只有两个数相等才说达到。
-- 完成值没有写单位的取指标值的单位，见 actual_measure_unit_source；目标是百分比而完成值在 0 和 1 之间的，单位不明。
-- 日期比较截止日：不晚于目标的截止日就是达到。定性的不作判断。
--
-- One row per target of a self-evaluation beside the actual value of the same indicator: met, missed, or why that cannot
-- be said. Bounds are included as low_inclusive and high_inclusive say. A target without an operator is only said to be
-- met by an equal number. An actual value without a unit takes the target's, see actual_measure_unit_source; between 0
-- and 1 it may be a share or a percentage, and is left undecided. Dates compare by their ends. Words are not judged.

CREATE OR REPLACE VIEW target_attainment AS
WITH pairs AS (
    SELECT
        targets_wide.* EXCLUDE (weight),
        results.result_no,
        results.actual_text,
        scores.weight,
        scores.score,
        scores.points,
        scores.points_given,
        scores.points_lost,
        scores.deviation_reason,
        results.kind AS actual_kind,
        results.status AS actual_status,
        results.change AS actual_change,
        results.low_inclusive AS actual_low_inclusive,
        results.high_inclusive AS actual_high_inclusive,
        results.due_start AS actual_due_start,
        results.due_end AS actual_due_end,
        CASE
            WHEN results.kind <> 'quantity' THEN NULL
            WHEN results.measure_unit IS NOT NULL THEN 'actual'
            WHEN targets_wide.measure_unit IS NOT NULL THEN 'target'
        END AS actual_measure_unit_source,
        -- A magnitude that the actual value prints (171.2万) takes the place of the target's.
        CASE
            WHEN actual_measure_unit_source IS DISTINCT FROM 'target' OR results.measure_unit_text IS NOT NULL THEN 1
            ELSE targets_wide.factor
        END AS actual_factor,
        CASE
            WHEN actual_measure_unit_source IS DISTINCT FROM 'target' THEN results.base_unit
            WHEN results.measure_unit_text IS NULL OR targets_wide.measure_unit = targets_wide.base_unit THEN targets_wide.base_unit
        END AS actual_base_unit,
        without_noise(results.base_low * actual_factor) AS actual_low,
        without_noise(results.base_high * actual_factor) AS actual_high,
        targets_wide.dimension = 'ratio' AND actual_measure_unit_source = 'target' AND results.low > 0 AND results.low <= 1
            AS is_share_or_percent
    FROM targets_wide
    JOIN scores ON scores.indicator_id = targets_wide.indicator_id
    LEFT JOIN results
        ON results.indicator_id = targets_wide.indicator_id
        AND (results.period = targets_wide.period OR 'unstated' IN (results.period, targets_wide.period))
        AND coalesce(results.region = targets_wide.region, true)
),
compared AS (
    SELECT
        *,
        CASE
            WHEN kind = 'date' THEN coalesce(actual_due_end <= due_end, actual_due_start >= due_start)
            ELSE
                (base_low IS NULL OR reaches(actual_low, actual_low_inclusive, base_low, low_inclusive))
                AND (base_high IS NULL OR reaches(-actual_high, actual_high_inclusive, -base_high, high_inclusive))
        END AS is_inside,
        CASE
            WHEN kind = 'date' THEN coalesce(actual_due_start > due_end, actual_due_end < due_start)
            ELSE
                coalesce(falls_short(actual_high, actual_high_inclusive, base_low, low_inclusive), false)
                OR coalesce(falls_short(-actual_low, actual_low_inclusive, -base_high, high_inclusive), false)
        END AS is_outside,
        CASE
            WHEN actual_kind IS NULL THEN 'no_result'
            WHEN kind = 'missing' THEN 'target_missing'
            WHEN actual_kind = 'missing' THEN 'actual_missing'
            WHEN status <> 'clean' THEN 'target_not_read'
            WHEN actual_status <> 'clean' THEN 'actual_not_read'
            WHEN kind = 'qualitative' THEN 'qualitative'
            WHEN kind <> actual_kind THEN 'kinds_differ'
            WHEN change IS DISTINCT FROM actual_change THEN 'changes_differ'
            WHEN kind = 'date' THEN NULL
            WHEN is_share_or_percent THEN 'share_or_percent'
            WHEN actual_base_unit IS DISTINCT FROM base_unit THEN 'units_differ'
            WHEN operator IS NULL AND NOT is_inside THEN 'no_operator'
            WHEN operator = '~' AND NOT is_inside THEN 'approximate'
        END AS obstacle
    FROM pairs
)
SELECT
    fiscal_year,
    unit_code,
    unit_name,
    project_id,
    project_name,
    indicator_id,
    indicator_no,
    level1_code,
    level2_code,
    class_label,
    indicator_name,
    target_no,
    result_no,
    period,
    region,
    for_year,
    value_text AS target_text,
    operator_text,
    measure_unit_column_text,
    operator,
    operator_source,
    base_low,
    base_high,
    low_inclusive,
    high_inclusive,
    base_unit,
    dimension,
    due_start,
    due_end,
    actual_text,
    actual_low,
    actual_high,
    actual_measure_unit_source,
    actual_due_start,
    actual_due_end,
    CASE
        WHEN obstacle IS NOT NULL THEN NULL
        WHEN is_inside THEN true
        WHEN is_outside THEN false
    END AS attained,
    CASE WHEN attained IS NULL THEN coalesce(obstacle, 'actual_not_exact') END AS why_not_said,
    weight,
    score,
    points,
    points_given,
    points_lost,
    deviation_reason,
    document_id,
    path,
    table_no,
    row_no
FROM compared;

COMMENT ON VIEW target_attainment IS '目标达成：自评表中每个指标值和完成值一行 / Target attainment: one row per target and actual value of a self-evaluation';
COMMENT ON COLUMN target_attainment.class_label IS '类别名称：二级指标的统一说法，不是原文 / Class label: standard wording of level 2, not the printed one';
COMMENT ON COLUMN target_attainment.target_text IS '指标值：照原样，即该值所在单元格的文字 / Target text: as printed in the cell of the value';
COMMENT ON COLUMN target_attainment.actual_low IS '完成值下限：按基本单位 / Actual lower bound: in base units';
COMMENT ON COLUMN target_attainment.actual_high IS '完成值上限：按基本单位 / Actual upper bound: in base units';
COMMENT ON COLUMN target_attainment.actual_measure_unit_source IS '完成值单位的出处：actual 为自己写明，target 为取自指标值，都没有则为空 / Where the unit of the actual value is from: itself, or the target; null if neither prints one';
COMMENT ON COLUMN target_attainment.actual_due_start IS '完成起始日：含当日 / Actual start: the day is included';
COMMENT ON COLUMN target_attainment.actual_due_end IS '完成截止日：含当日 / Actual end: the day is included';
COMMENT ON COLUMN target_attainment.points IS '分值：印出的第一个数 / Points: the first number printed as the weight';
COMMENT ON COLUMN target_attainment.points_given IS '得分：印出的第一个数 / Points given: the first number printed as the score';
COMMENT ON COLUMN target_attainment.points_lost IS '扣分：没有印出分值或得分的为空 / Points lost: null where points or score are not printed';
COMMENT ON COLUMN target_attainment.attained IS '是否达到：说不了的为空，见 why_not_said / Attained: null if it cannot be said, see why_not_said';
COMMENT ON COLUMN target_attainment.why_not_said IS '为什么说不了：no_result 没有完成值一行，target_missing、actual_missing 空白，target_not_read、actual_not_read 没有全部读懂，qualitative 定性，kinds_differ 一个是日期一个是数，changes_differ 一个升一个降或一个不是变动，share_or_percent 分不清小数和百分数，units_differ 单位不同，no_operator 没有写运算符而两数不等，approximate 只说大约而两数不等，actual_not_exact 完成值的范围比目标宽 / Why it cannot be said: no result, one of them blank or not wholly read, words, a date beside a number, a change beside another one or none, a share or a percentage, other units, no operator though the numbers differ, only about, or an actual value not exact enough';
