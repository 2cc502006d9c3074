-- 自评表里每个指标一行：分值、得分、扣分和偏差原因。没有填实际完成值的指标也在；分时段填写的，分值和得分只有一个。
--
-- One row per indicator of a self-evaluation: its points, its score, the points lost, and why. Indicators without an
-- actual value are there too; one that is evaluated for several spans has its points once.

CREATE OR REPLACE VIEW scores AS
WITH evaluated AS (
    SELECT
        indicator_id,
        min_by(weight, result_no) AS weight,
        min_by(score, result_no) AS score,
        min_by(deviation_reason, result_no) AS deviation_reason
    FROM results
    GROUP BY indicator_id
),
printed AS (
    SELECT
        indicators.project_id,
        indicators.indicator_id,
        indicators.indicator_no,
        indicators.indicator_name,
        coalesce(evaluated.weight, indicators.weight) AS weight,
        evaluated.score,
        evaluated.deviation_reason,
        count(evaluated.indicator_id) OVER (PARTITION BY indicators.project_id) AS n_evaluated
    FROM indicators
    LEFT JOIN evaluated ON evaluated.indicator_id = indicators.indicator_id
)
SELECT
    * EXCLUDE (n_evaluated),
    first_number(weight) AS points,
    first_number(score) AS points_given,
    points - points_given AS points_lost
FROM printed
WHERE n_evaluated > 0;

COMMENT ON VIEW scores IS '得分：自评表中每个指标一行 / Scores: one row per indicator of a self-evaluation';
COMMENT ON COLUMN scores.points IS '分值：印出的第一个数 / Points: the first number printed as the weight';
COMMENT ON COLUMN scores.points_given IS '得分：印出的第一个数 / Points given: the first number printed as the score';
COMMENT ON COLUMN scores.points_lost IS '扣分：没有印出分值或得分的为空 / Points lost: null where points or score are not printed';
