-- 不可能超过 100% 的比率，目标值却超过了。以“覆盖率”结尾而不是份额的（如拨备覆盖率）除外。
--
-- Targets above 100% for shares, which cannot be. Names that end like shares and are none, such as cover ratios of
-- finance, are left out.
-- scope: project

SELECT
    indicator_id,
    concat_ws(' ', indicator_name, target_text) AS evidence,
    name_word('share', indicator_name) AS word,
    100 * greatest(base_low, base_high) AS percent
FROM steps.judged_indicators AS indicators
JOIN steps.judged_targets AS targets USING (indicator_id)
WHERE dimension = 'ratio'
    AND change IS NULL
    AND greatest(base_low, base_high) > 1
    AND name_word('share', indicator_name) IS NOT NULL
    AND name_word('no_share', indicator_name) IS NULL
    AND name_word('turned_round', indicator_name) IS NULL;
