-- 完成时间不在项目自己的起止时间之内；已因不在预算年度之内提出的，不再重复。
--
-- Deadlines outside the project's own period; those that are told already as outside the fiscal year are left out.
-- scope: project

SELECT
    indicator_id,
    coalesce(target_text, indicator_name) AS evidence,
    coalesce(due_end, due_start) AS due,
    coalesce(CAST(starts_on AS VARCHAR), '…') AS starts_on,
    coalesce(CAST(ends_on AS VARCHAR), '…') AS ends_on
FROM deadlines
JOIN steps.judged_indicators AS indicators USING (indicator_id)
WHERE is_outside_project_period AND is_outside_fiscal_year IS NOT TRUE;
