-- 一致：解析出的片段在原文之内，同一格的片段互不重叠。
--
-- Consistent: a span lies inside its text, and spans of one cell do not overlap.

SELECT targets.indicator_id, targets.target_no, indicators.target_text, targets.span_start, targets.span_end
FROM targets
JOIN indicators ON indicators.indicator_id = targets.indicator_id
LEFT JOIN targets AS earlier
    ON earlier.indicator_id = targets.indicator_id
    AND earlier.target_no < targets.target_no
    AND earlier.span_end > targets.span_start
    AND earlier.span_start < targets.span_end
WHERE earlier.indicator_id IS NOT NULL
    OR (targets.span_start IS NULL) <> (targets.span_end IS NULL)
    OR targets.span_start < 0
    OR targets.span_start > targets.span_end
    OR targets.span_end > coalesce(length(indicators.target_text), 0)
ORDER BY ALL;
