-- 哪些数量和日期没有写 ≥、≤ 等符号，也没有“前”“不低于”一类的字？分等次填写的只列最好一等。
-- 不能据此认为：原意就是“等于”。`100%` 多半是至少，`1年` 多半是期限；原文没写，数据就不补。
--
-- Which quantities and dates are printed without a sign (≥, ≤ …) or a word that stands for one?
-- Of grades the best is listed.
-- Do not conclude that "equal to" is meant: the document does not say, so the data does not either.

SELECT
    unit_name,
    project_name,
    class_label,
    indicator_name,
    value_text AS target_text,
    kind,
    low,
    high,
    measure_unit,
    due_start,
    due_end,
    table_no,
    row_no
FROM targets_wide
WHERE applies AND kind IN ('quantity', 'date') AND operator IS NULL AND (for_year OR grade IS NULL)
ORDER BY kind DESC, class_label, target_text, path, table_no, row_no, target_no;
