-- 预算执行：自评表里每个项目、每个资金来源一行，预算数、执行数和印出的执行率，以及执行率的分值和得分。
-- budget 取全年（调整后）预算数，没有的取年度预算，再没有的取年初预算。
--
-- Budget execution: one row per project and source of funds of a self-evaluation, with the printed rate, its points
-- and its score. `budget` is the adjusted one, else the year's, else the initial one.

CREATE OR REPLACE VIEW execution AS
WITH sums AS (
    SELECT
        project_id,
        source,
        min_by(amount, fund_no) FILTER (WHERE measure = 'adjusted') AS adjusted,
        min_by(amount, fund_no) FILTER (WHERE measure = 'annual') AS annual,
        min_by(amount, fund_no) FILTER (WHERE measure = 'initial') AS initial,
        min_by(amount, fund_no) FILTER (WHERE measure = 'executed') AS executed,
        min_by(text, fund_no) FILTER (WHERE measure = 'rate') AS rate_text,
        min_by(text, fund_no) FILTER (WHERE measure = 'weight') AS weight,
        min_by(text, fund_no) FILTER (WHERE measure = 'score') AS score,
        min_by(table_no, fund_no) FILTER (WHERE measure = 'executed' AND amount IS NOT NULL) AS table_no,
        min_by(row_no, fund_no) FILTER (WHERE measure = 'executed' AND amount IS NOT NULL) AS row_no,
        string_agg(text, ' | ' ORDER BY fund_no) AS printed
    FROM funds
    GROUP BY project_id, source
)
SELECT
    project_id,
    source,
    coalesce(adjusted, annual, initial) AS budget,
    initial,
    executed,
    rate_text,
    weight,
    score,
    first_number(weight) AS points,
    first_number(score) AS points_given,
    executed / nullif(coalesce(adjusted, annual, initial), 0) AS share_executed,
    list_transform(
        list_filter([coalesce(adjusted, annual, initial), initial], lambda one: one > 0),
        lambda one: CAST(executed / one AS DOUBLE)
    ) AS shares,
    printed,
    table_no,
    row_no
FROM sums
WHERE executed IS NOT NULL;

COMMENT ON VIEW execution IS '预算执行：自评表中每个项目、每个资金来源一行 / Execution: one row per project and source of funds of a self-evaluation';
COMMENT ON COLUMN execution.budget IS '预算数：元，全年（调整后）、年度、年初依次取 / Budget: yuan; the adjusted one, else the annual, else the initial one';
COMMENT ON COLUMN execution.initial IS '年初预算数：元 / Initial budget: yuan';
COMMENT ON COLUMN execution.executed IS '执行数：元 / Executed: yuan';
COMMENT ON COLUMN execution.rate_text IS '执行率：照原样 / Rate: as printed';
COMMENT ON COLUMN execution.weight IS '执行率的分值：照原样，只有总额一行有 / Weight: the points that the rate has, as printed beside the total';
COMMENT ON COLUMN execution.score IS '执行率的得分：照原样 / Score: that of the rate, as printed';
COMMENT ON COLUMN execution.points IS '执行率的分值：印出的第一个数 / Points: the first number printed as the weight';
COMMENT ON COLUMN execution.points_given IS '执行率的得分：印出的第一个数 / Points given: the first number printed as the score';
COMMENT ON COLUMN execution.share_executed IS '执行数除以预算数：1 为全部 / Executed by budget: 1 is all of it';
COMMENT ON COLUMN execution.shares IS '执行数除以预算数和年初预算数：大于零的才算 / Executed by the budget and by the initial one, where these are above zero';
COMMENT ON COLUMN execution.printed IS '印出的各数 / The printed figures';
