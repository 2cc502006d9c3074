-- 各项得分之和不等于印出的总分。分值要先加得起来：各指标和预算执行率的分值合计等于印出的总分值，没有印的等于 100，
-- 才知道总分由哪几项组成。有分值的都要有得分，并且不高于分值。印出的小数各有半个末位的取舍，总分不满末位一个单位的
-- 差额也不算。
--
-- Printed totals that are not the sum of the scores. The points have to add up first, those of the indicators and of the
-- execution of the budget, to their printed total or to 100 where none is printed: that tells what the total is made of.
-- All that has points needs a score, not above them. Printed decimals are each rounded by half of their last place; less
-- than one unit in the last place of the total is rounding too.
-- needs: form_fields WHERE field = 'total_score'
-- scope: project

WITH totals AS (
    SELECT
        project_id,
        max(text) FILTER (WHERE field = 'total_score') AS printed_total,
        coalesce(first_number(max(text) FILTER (WHERE field = 'total_weight')), 100) AS total_points,
        max(table_no) AS table_no,
        max(row_no) AS row_no
    FROM form_fields
    WHERE field IN ('total_weight', 'total_score')
    GROUP BY project_id
    HAVING count(*) FILTER (WHERE field = 'total_score') = 1 AND count(*) FILTER (WHERE field = 'total_weight') <= 1
),
items AS (
    SELECT project_id, indicator_no, points, points_given, score
    FROM scores
    UNION ALL
    SELECT project_id, 0, points, points_given, score
    FROM execution
),
sums AS (
    SELECT
        project_id,
        sum(points) AS points,
        sum(points_given) AS total,
        string_agg(score, ' + ' ORDER BY indicator_no) AS printed,
        sum(CASE WHEN last_place(score) < 1 THEN last_place(score) / 2 ELSE 0 END) AS rounded_by
    FROM items
    WHERE points IS NOT NULL OR points_given IS NOT NULL
    GROUP BY project_id
    HAVING bool_and(coalesce(points_given <= points, false))
)
SELECT
    project_id,
    table_no,
    row_no,
    printed || ' | ' || printed_total AS evidence,
    total,
    printed_total
FROM sums
JOIN totals USING (project_id)
WHERE points = total_points
    AND abs(CAST(total - first_number(printed_total) AS DOUBLE)) >= (last_place(printed_total) + rounded_by) * (1 - 1e-9);
