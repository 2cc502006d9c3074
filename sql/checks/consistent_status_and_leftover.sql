-- 一致：全部读懂的没有余下的文字，读懂一部分的有；种类与解析状态同为“未能解析”。
--
-- Consistent: a clean target leaves nothing over, a partial one does; kind and status are unparsed together.

SELECT what, indicator_id, value_no, kind, status, leftover
FROM steps.parsed_values
WHERE (status = 'clean' AND leftover <> '')
    OR (status = 'partial' AND leftover = '')
    OR (kind IN ('unparsed', 'unknown')) <> (status = 'unparsed')
ORDER BY ALL;
