-- 预算没有全部执行，执行率的得分却高于“分值×执行率”。自评表把预算执行率作为定量的一项计分；未完成的定量指标按比例
-- 记分（《项目支出绩效评价管理办法》，财预〔2020〕10号）。印出的执行率与按预算数、执行数计算的不同时，取最高的一个；
-- 末位相差一个单位以内的，算取舍。得分高于分值的另有一条。
--
-- Scores of an incomplete execution above its points times the rate. Self-evaluations score the rate of execution as a
-- quantity, and quantities that miss their target get points in proportion (rules on evaluating projects, Ministry of
-- Finance, 2020, No. 10). Of the printed rate and those that the sums give the highest one counts; one
-- unit in the last place is rounding. Scores above the points are told by another rule.
-- needs: funds WHERE measure = 'executed'
-- scope: project

WITH rates AS (
    SELECT
        *,
        first_number(rate_text) AS rate,
        CASE WHEN regexp_matches(rate_text, '[%％]') OR rate > 1 THEN rate / 100 ELSE rate END AS printed_share,
        list_max(list_append(shares, CAST(printed_share AS DOUBLE))) AS share
    FROM execution
)
SELECT
    project_id,
    table_no,
    row_no,
    printed AS evidence,
    round(100 * share, 2) AS rate,
    weight,
    round(points * share, 2) AS due,
    score
FROM rates
WHERE share < 1
    AND points_given <= points
    AND points_given - points * share > last_place(score) * (1 + 1e-9);
