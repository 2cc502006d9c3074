-- 不丢失：指标值里的每个数字，不是在解析出的片段里，就是在 leftover 里。
--
-- Nothing lost: every digit of a target text lies in a parsed span or in leftover.

WITH digits AS (
    SELECT indicators.indicator_id, positions.position, target_text[positions.position + 1] AS digit
    FROM indicators, range(length(indicators.target_text)) AS positions(position)
    WHERE regexp_matches(digit, '\p{Nd}')
),
outside AS (
    SELECT indicator_id, string_agg(digit, '' ORDER BY position) AS digits_outside
    FROM digits
    WHERE NOT EXISTS (
        FROM targets
        WHERE targets.indicator_id = digits.indicator_id
            AND digits.position >= targets.span_start
            AND digits.position < targets.span_end
    )
    GROUP BY indicator_id
),
leftovers AS (
    SELECT indicator_id, string_agg(regexp_replace(leftover, '\P{Nd}', '', 'g'), '' ORDER BY target_no) AS digits_left
    FROM targets
    GROUP BY indicator_id
)
SELECT outside.indicator_id, indicators.target_text, outside.digits_outside, leftovers.digits_left
FROM outside
JOIN indicators ON indicators.indicator_id = outside.indicator_id
LEFT JOIN leftovers ON leftovers.indicator_id = outside.indicator_id
WHERE NOT contains(coalesce(leftovers.digits_left, ''), outside.digits_outside)
ORDER BY ALL;
