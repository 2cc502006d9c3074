-- 不编造：数量有界限而没有日期，日期有日期而没有界限，定性、缺失和未解析的两样都没有，也没有运算符。
-- 不存在的日期（2月30日）没有日期，但不能算全部读懂。
--
-- Nothing invented: a quantity has bounds and no dates, a date has dates and no bounds, any other kind has neither,
-- nor an operator. A date that does not exist has none, but is never called clean.

SELECT what, indicator_id, value_no, kind, status, operator, low, high, due_start, due_end
FROM parsed_values
WHERE (kind = 'quantity') <> (coalesce(low, high) IS NOT NULL)
    OR (kind = 'date' AND status = 'clean' AND coalesce(due_start, due_end) IS NULL)
    OR (kind <> 'date' AND coalesce(due_start, due_end) IS NOT NULL)
    OR (kind NOT IN ('quantity', 'date') AND operator IS NOT NULL)
ORDER BY ALL;
