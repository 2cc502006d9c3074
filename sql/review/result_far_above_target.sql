-- 实际完成值超过下限目标三成以上，没有写原因。《项目支出绩效评价管理办法》（财预〔2020〕10号）要求完成值高于指标值较多的
-- 分析原因；三成是本程序取的界限。比率有上限，不算；只多一个的也不算。
--
-- Results of more than 1.3 times their floor, without a word on why. The rules on evaluating projects (Ministry of
-- Finance, 2020, No. 10) want the reason where a result is much above its target; how much is this project's
-- choice. Ratios have a ceiling of their own and are left out; so is one thing more than planned.
-- needs: results
-- scope: project

SELECT
    indicator_id,
    coalesce(target_text, indicator_name) || ' | ' || actual_text AS evidence,
    coalesce(target_text, indicator_name) AS target,
    actual_text AS actual,
    round(100 * actual_low / base_low) AS percent
FROM target_attainment
WHERE for_year
    AND period <> 'whole'
    AND attained
    AND operator IN ('>=', '>')
    AND dimension IS DISTINCT FROM 'ratio'
    AND base_low > 0
    AND actual_low > 1.3 * base_low
    AND (dimension IS DISTINCT FROM 'count' OR actual_low - base_low > 1)
    AND deviation_reason IS NULL;
