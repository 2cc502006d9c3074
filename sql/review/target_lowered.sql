-- 下限目标低于上年度，而预算没有减少。
--
-- Floors below those of the year before, though the budget is no less.

SELECT
    indicator_id,
    indicator_name || ' ' || target_text AS evidence,
    target_text_before AS before,
    target_text AS now
FROM targets_year_before
WHERE for_year
    AND operator IN ('>=', '>')
    AND operator_before IN ('>=', '>')
    AND base_low < low_before
    AND budget_total >= budget_before;
