-- 一致：指标类别代码、指标体系和问题代码都在参照表里，问题的严重程度与参照表相同。
--
-- Consistent: class, scheme and issue codes are those of the reference tables, and an issue is as grave as its code.

SELECT DISTINCT 'indicators.level1_code' AS found_in, level1_code AS code
FROM indicators
WHERE level1_code NOT IN (SELECT code FROM ref_taxonomy WHERE parent = '')
UNION ALL
SELECT DISTINCT 'indicators.level2_code', level2_code
FROM indicators
WHERE level2_code NOT IN (SELECT code FROM ref_taxonomy WHERE parent <> '')
UNION ALL
SELECT DISTINCT 'indicators.scheme', scheme
FROM indicators
WHERE scheme NOT IN (SELECT scheme FROM ref_taxonomy)
UNION ALL
SELECT DISTINCT 'issues.code', issues.code
FROM issues
LEFT JOIN ref_issues ON ref_issues.code = issues.code AND ref_issues.severity = issues.severity
WHERE ref_issues.code IS NULL
ORDER BY ALL;
