-- 自评表里哪些指标没有达到目标，扣了多少分，原因是什么？
-- 不能据此认为：没有列出的都达到了。定性的、没写运算符的、单位对不上的说不了，见 target_attainment 的 why_not_said。
-- 也不能据此认为：没达到就是没干好。见 deviation_reason。
--
-- Which targets of self-evaluations were missed, how many points did that cost, and for what reason?
-- Do not conclude that the others were met: words, numbers without an operator and other units cannot be compared, see
-- why_not_said in target_attainment; nor that who missed a target did badly: see deviation_reason.

SELECT
    fiscal_year,
    unit_name,
    project_name,
    class_label,
    indicator_name,
    target_text,
    operator,
    coalesce(measure_unit_column_text, base_unit) AS in_unit,
    actual_text,
    weight,
    score,
    deviation_reason,
    table_no,
    row_no
FROM target_attainment
WHERE NOT attained
ORDER BY fiscal_year, path, table_no, row_no, indicator_no, target_no, result_no;
