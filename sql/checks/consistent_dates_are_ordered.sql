-- 一致：起始日不晚于截止日；有日期就有精度；“前”只有截止日。
--
-- Consistent: a start is not after its end, a date has a precision, and "by then" has an end only.

SELECT what, indicator_id, value_no, operator, due_start, due_end, due_precision
FROM parsed_values
WHERE due_start > due_end
    OR (coalesce(due_start, due_end) IS NULL) <> (due_precision IS NULL)
    OR (kind = 'date' AND operator IN ('<', '<=') AND (due_end IS NULL OR due_start IS NOT NULL))
ORDER BY ALL;
