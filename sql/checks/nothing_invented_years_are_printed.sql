-- 不编造：日期的年份写在原文里，或者取自预算年度（写“次年”的取下一年），并注明是哪一种。
--
-- Nothing invented: the year of a date is printed in the text or is the fiscal year, as year_source says; where the
-- text says "the following year", it may be the next.

SELECT what, parsed_values.indicator_id, value_no, value_text, due_start, due_end, year_source, fiscal_year
FROM steps.parsed_values
JOIN indicators ON indicators.indicator_id = parsed_values.indicator_id
JOIN projects ON projects.project_id = indicators.project_id
WHERE coalesce(due_start, due_end) IS NOT NULL
    AND CASE year_source
        WHEN 'text' THEN NOT (
            contains(plain_digits(value_text), CAST(year(coalesce(due_end, due_start)) AS VARCHAR))
            OR contains(plain_digits(value_text), CAST(year(coalesce(due_end, due_start)) % 100 AS VARCHAR) || '年')
        )
        WHEN 'fiscal_year' THEN coalesce(
            fiscal_year NOT IN (year(due_start), year(due_end))
            AND NOT (regexp_matches(value_text, '次年|翌年|下年|明年') AND year(coalesce(due_end, due_start)) = fiscal_year + 1),
            true
        )
        ELSE true
    END
ORDER BY ALL;
