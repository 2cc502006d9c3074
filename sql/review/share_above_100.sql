-- 不可能超过 100% 的比率，目标值却超过了。
--
-- Targets above 100% for shares, which cannot be.

SELECT
    indicator_id,
    indicator_name || ' ' || target_text AS evidence,
    name_word('share', indicator_name) AS word,
    100 * greatest(base_low, base_high) AS percent
FROM indicators
JOIN targets USING (indicator_id)
WHERE dimension = 'ratio'
    AND change IS NULL
    AND greatest(base_low, base_high) > 1
    AND name_word('share', indicator_name) IS NOT NULL
    AND name_word('turned_round', indicator_name) IS NULL;
