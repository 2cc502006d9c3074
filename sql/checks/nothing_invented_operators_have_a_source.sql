-- 不编造：有运算符就有出处，没有就没有。
--
-- Nothing invented: an operator says where it came from, and only an operator does.

SELECT what, indicator_id, value_no, operator, operator_source
FROM steps.parsed_values
WHERE (operator IS NULL) <> (operator_source IS NULL)
ORDER BY ALL;
