-- 一致：只能取规定值的列没有别的值。对每个这样的列问一次。
--
-- Consistent: a column with a list of allowed values has no other. Asked of each such column.

SELECT '$table' AS table_name, '$column' AS column_name, "$column" AS value, count(*) AS n_rows
FROM $table
WHERE "$column" NOT IN ($values)
GROUP BY "$column";
