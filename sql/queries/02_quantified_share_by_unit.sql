-- 各预算单位的指标有多少是定量的？写明数量或日期的算定量。
-- 不能据此认为：定量比例高，目标就定得好。`100%` 也是定量；有的指标本来就只能定性。
--
-- How many of each unit's indicators are quantified, that is, state a quantity or a date?
-- Do not conclude that a high share means good targets: `100%` is quantified too, and some effects can only be
-- put into words.

SELECT
    fiscal_year,
    unit_code,
    unit_name,
    sum(n_indicators) AS indicators,
    sum(n_quantified) AS quantified,
    sum(n_qualitative) AS qualitative,
    sum(n_indicators) - sum(n_quantified) - sum(n_qualitative) AS missing_or_not_read,
    round(100.0 * sum(n_quantified) / nullif(sum(n_indicators), 0), 1) AS quantified_percent
FROM projects_wide
GROUP BY fiscal_year, unit_code, unit_name
ORDER BY fiscal_year, quantified_percent DESC NULLS LAST, unit_code, unit_name;
