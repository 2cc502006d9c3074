-- 完成时间不在预算年度之内。预算年度即公历年度（《预算法》第十八条）。整个项目期的目标不限于一年，不算。
--
-- Deadlines outside the fiscal year, which in China is the calendar year (Budget Law, article 18). Targets for the
-- whole period of a project are not bound to one year and are left out.

SELECT
    indicator_id,
    target_text AS evidence,
    due_end AS due,
    fiscal_year AS year
FROM targets
JOIN indicators USING (indicator_id)
JOIN projects USING (project_id)
WHERE kind = 'date'
    AND period <> 'whole'
    AND year_source = 'text'
    AND (year(coalesce(due_start, due_end)) <> fiscal_year OR year(coalesce(due_end, due_start)) <> fiscal_year);
