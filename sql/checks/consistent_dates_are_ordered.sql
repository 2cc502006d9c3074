-- 一致：起始日不晚于截止日；有日期就有精度；“前”只有截止日；重复的期限没有日期也没有运算符。表内没有年度、自己也不写年份的日期没有起止日。
--
-- Consistent: a start is not after its end, a date has a precision, and "by then" has an end only; a deadline that recurs
-- has neither days nor an operator. A date that prints no year, in a form that has none, has no days.

SELECT what, parsed_values.indicator_id, value_no, operator, due_start, due_end, due_precision, recurrence
FROM steps.parsed_values
JOIN indicators USING (indicator_id)
JOIN projects USING (project_id)
WHERE due_start > due_end
    OR (coalesce(due_start, due_end) IS NULL) <> (due_precision IS NULL)
    OR (kind = 'date' AND operator IN ('<', '<=') AND ((due_end IS NULL AND fiscal_year IS NOT NULL) OR due_start IS NOT NULL))
    OR (recurrence IS NOT NULL AND (kind <> 'date' OR coalesce(due_start, due_end) IS NOT NULL OR operator IS NOT NULL))
ORDER BY ALL;
