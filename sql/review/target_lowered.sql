-- 下限目标低于上年度，而预算没有减少。
--
-- Floors below those of the year before, though the budget is no less.
-- needs: projects WHERE fiscal_year > (SELECT min(fiscal_year) FROM projects)
-- scope: dataset

SELECT
    indicator_id,
    concat_ws(' ', indicator_name, target_text) AS evidence,
    coalesce(target_text_before, indicator_name_before) AS before,
    coalesce(target_text, indicator_name) AS now
FROM targets_year_before
WHERE for_year
    AND operator IN ('>=', '>')
    AND operator_before IN ('>=', '>')
    AND base_low < low_before
    AND budget_total >= budget_before;
