-- 一致：每张表的主键不重复。对每张表问一次。
--
-- Consistent: the key of every table is unique. Asked of each table.

SELECT '$table' AS table_name, concat_ws(' ', $key) AS key, count(*) AS n_rows
FROM $table
GROUP BY $key
HAVING count(*) > 1;
