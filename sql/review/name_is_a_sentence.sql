-- 指标名称是一句话：中间有句号、分号，或者超过三十个字。括号里的话和前面的序号、星号不算。
--
-- Names that are sentences: with a full stop or semicolon inside, or of more than thirty characters. What stands in
-- brackets does not count, nor marks and numbers before the name.
-- scope: project

WITH named AS (
    SELECT
        indicator_id,
        indicator_name,
        regexp_replace(regexp_replace(without_space(indicator_name), '[（(][^（）()]*[）)]', '', 'g'), '^[^\p{L}]+', '') AS name
    FROM steps.judged_indicators
)
SELECT indicator_id, indicator_name AS evidence, length(name) AS characters
FROM named
WHERE length(name) > 30 OR regexp_matches(name, '[。；;].');
