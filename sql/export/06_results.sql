-- 自评结果：自评表中每个指标值一行，与实际完成值对照：达到、没有达到，或者为什么说不了。没有自评表时是空的。
--
-- Results: one row per target of a self-evaluation beside its actual value: met, missed, or why that cannot be said. Empty
-- without self-evaluations.
SELECT
    fiscal_year,
    unit_code,
    unit_name,
    project_name,
    indicator_no,
    class_label,
    indicator_name,
    period,
    region,
    target_text,
    actual_text,
    attained,
    why_not_said,
    weight,
    score,
    points,
    points_given,
    points_lost,
    deviation_reason,
    path,
    table_no,
    row_no,
    indicator_id,
    target_no
FROM target_attainment
ORDER BY path, table_no, row_no, indicator_id, target_no, result_no;
