-- 同名指标的目标值明显偏离中位数；至少八个项目才比较，只比比率、时限和单价，数量随规模而变。
-- 偏离按绝对中位差计（乘 1.4826 与标准差相当），超过 3.5 倍为明显；绝对中位差过小时以中位数的 2% 代替。
--
-- Targets far from the median of their group. Eight projects at least; only ratios, delays and unit prices, since
-- quantities grow with size. Far is 3.5 times the median absolute deviation (times 1.4826, as a standard deviation),
-- for which 2% of the median stands in where it is smaller.
-- scope: dataset

WITH stated AS (
    SELECT
        indicators.indicator_id,
        indicators.project_id,
        coalesce(target_text, indicator_name) AS printed,
        canonical_name,
        coalesce(base_low, base_high) AS number,
        base_unit,
        row(canonical_name, operator, change, base_unit, CASE WHEN dimension = 'money' THEN measure_unit END) AS kind_of_target
    FROM steps.judged_indicators AS indicators
    JOIN indicator_groups USING (indicator_name)
    JOIN targets USING (indicator_id)
    WHERE for_year
        AND kind = 'quantity'
        AND operator IS DISTINCT FROM 'range'
        AND (dimension IN ('ratio', 'duration', 'workdays') OR (dimension = 'money' AND measure_unit LIKE '%/%'))
),
middles AS (
    SELECT
        kind_of_target,
        median(number) AS middle,
        any_value(base_unit) AS in_unit,
        mad(number) AS deviation,
        count(DISTINCT project_id) AS peers
    FROM stated
    GROUP BY kind_of_target
)
SELECT
    indicator_id,
    canonical_name || ' ' || printed AS evidence,
    printed AS value,
    peers,
    CASE
        WHEN in_unit = '1' THEN format('{:g}%', without_noise(100 * middle))
        ELSE format('{:g}{}', without_noise(middle), in_unit)
    END AS median
FROM stated
JOIN middles USING (kind_of_target)
WHERE peers >= 8
    AND abs(number - middle) > 3.5 * greatest(1.4826 * deviation, 0.02 * abs(middle));
