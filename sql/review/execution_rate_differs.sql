-- 印出的执行率不等于执行数除以预算数。与全年预算或年初预算相符都算相符；没有百分号的，按百分数和小数各试一次；
-- 末位相差一个单位以内的，算取舍。
--
-- Printed rates of execution that are not the executed amount by the budget. The adjusted and the initial budget both
-- do; a number without a percent sign is tried as a percentage and as a share; one unit in the last place is rounding.
-- needs: funds WHERE measure = 'executed'
-- scope: project

WITH rates AS (
    SELECT
        *,
        first_number(rate_text) AS rate,
        last_place(rate_text) AS last_unit
    FROM execution
)
SELECT
    project_id,
    table_no,
    row_no,
    printed AS evidence,
    rate_text AS rate,
    round(100 * shares[1], 2) AS computed
FROM rates
WHERE len(shares) > 0
    AND rate IS NOT NULL
    AND NOT list_bool_or(list_transform(shares, lambda one: is_near(100 * one, rate, last_unit)))
    AND NOT (
        NOT regexp_matches(rate_text, '[%％]')
        AND list_bool_or(list_transform(shares, lambda one: is_near(one, rate, last_unit)))
    );
