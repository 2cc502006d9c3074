-- 不编造：数量有界限而没有日期，日期有日期而没有界限，定性、缺失和未解析的两样都没有，也没有运算符；只有数量有变动。
-- 日期没有首尾两天，是因为没有年份可依（没有预算年度的“12月”、每月5日），或者日期不存在。
--
-- Nothing invented: a quantity has bounds and no dates, a date has dates and no bounds, any other kind has neither,
-- nor an operator; only quantities change. A date without days is one of no year (a month where no fiscal year is
-- known, a day of every month) or of no calendar.

SELECT what, indicator_id, value_no, kind, status, operator, low, high, due_start, due_end
FROM steps.parsed_values
WHERE (kind = 'quantity') <> (coalesce(low, high) IS NOT NULL)
    OR (kind = 'date' AND (year_source IS NULL) <> (coalesce(due_start, due_end) IS NULL))
    OR (kind <> 'date' AND coalesce(due_start, due_end) IS NOT NULL)
    OR (kind NOT IN ('quantity', 'date') AND operator IS NOT NULL)
    OR (kind <> 'quantity' AND coalesce(change, change_from) IS NOT NULL)
ORDER BY ALL;
