-- 完成时间不在预算年度之内；怎样算在内，见视图 deadlines。
--
-- Deadlines outside the fiscal year, as the view deadlines tells.
-- scope: project

SELECT
    indicator_id,
    coalesce(target_text, indicator_name) AS evidence,
    due_end AS due,
    fiscal_year AS year
FROM deadlines
JOIN steps.judged_indicators AS indicators USING (indicator_id)
WHERE is_outside_fiscal_year;
