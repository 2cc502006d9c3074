-- 同一项目里哪些指标重复：类别、名称、指标值都一样？
-- 不能据此认为：一定是多写了。也可能是名称写得太粗，把两件事写成了一样。
--
-- Which indicators stand twice in one project, with the same class, name and target?
-- Do not conclude that one is superfluous: two things may have been given one name.

WITH repeated AS (
    SELECT
        project_id,
        level2,
        indicator_name,
        target_text,
        count(*) AS times,
        list_sort(list({'table_no': table_no, 'row_no': row_no})) AS places
    FROM steps.judged_indicators AS indicators
    GROUP BY project_id, level2, indicator_name, target_text
    HAVING count(*) > 1
)
SELECT
    unit_name,
    project_name,
    level2,
    indicator_name,
    target_text,
    times,
    array_to_string(list_transform(places, lambda place: place.row_no), '、') AS rows_in_table,
    places[1].table_no AS table_no
FROM repeated
JOIN projects_wide USING (project_id)
ORDER BY times DESC, project_id, level2, indicator_name, target_text;
