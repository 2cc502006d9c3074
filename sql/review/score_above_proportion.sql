-- 没有达到指标值，得分却高于按完成比例应得的分。《项目支出绩效评价管理办法》（财预〔2020〕10号）规定，未完成指标值的
-- 定量指标按完成值与指标值的比例记分。只比较下限目标；末位相差一个单位以内的，算取舍。
--
-- Missed floors with more points than the share of the target that was reached. By the rules on evaluating projects
-- (Ministry of Finance, 2020, No. 10) quantities that miss their target get points in proportion. One unit in
-- the last place is rounding.
-- needs: results
-- scope: project

SELECT
    indicator_id,
    coalesce(target_text, indicator_name) || ' | ' || actual_text AS evidence,
    score,
    round(points * actual_high / base_low, 2) AS due
FROM target_attainment
WHERE for_year
    AND period <> 'whole'
    AND NOT attained
    AND points_lost > 0
    AND operator IN ('>=', '>')
    AND actual_high >= 0
    AND base_low > 0
    AND points_given - points * actual_high / base_low > last_place(score);
