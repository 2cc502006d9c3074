-- 两个以上的完成时间全在年底：过程中没有可以检查的节点。从年初到年底的期间不是完成时间，已有实际完成值的不问。
--
-- Two or more deadlines, all on the last day of the year: no point on the way can be checked. A span over the year
-- is no deadline, and what has a result is not asked.
-- scope: project

SELECT
    project_id,
    min_by(table_no, indicator_no) AS table_no,
    min_by(row_no, indicator_no) AS row_no,
    string_agg(concat_ws(' ', indicator_name, value_text), '；' ORDER BY indicator_no) AS evidence,
    count(*) AS deadlines
FROM deadlines
JOIN indicators USING (project_id, indicator_id)
ANTI JOIN results USING (indicator_id)
WHERE period <> 'whole' AND coalesce(due_start >= make_date(fiscal_year, 12, 1), true)
GROUP BY project_id
HAVING count(DISTINCT indicator_id) > 1 AND bool_and(due_end = make_date(fiscal_year, 12, 31));
