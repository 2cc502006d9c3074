-- 符号方向与含义矛盾：满意度、合格率用“≤”，故障率、响应时间或成本金额用“≥”。
-- 名称里有“降低”“不”一类词的，方向可能反过来；指标值是升降幅度的，也要看升降：都不判断。“不合格率”这样本来就说
-- 低为好的词除外。
--
-- Signs that contradict the meaning: a ceiling on satisfaction or quality, a floor under failures, delays or costs.
-- Names that turn the meaning round (less, not) are left alone, unless that word is part of one that says what is bad;
-- so are targets that state a change.
-- scope: project

WITH meant AS (
    SELECT
        indicators.*,
        targets.operator,
        name_word('better_low', indicator_name) AS low_word,
        coalesce(
            name_word('better_high', indicator_name),
            -- Names of this class that do not speak of satisfaction may measure complaints.
            CASE
                WHEN level1_code = 'satisfaction' AND dimension = 'ratio' AND name_word('approval', indicator_name) IS NOT NULL
                    THEN level1
            END
        ) AS high_word,
        'cost' IN (level1_code, level2_code) AND dimension = 'money' AS is_cost
    FROM steps.judged_indicators AS indicators
    JOIN steps.judged_targets AS targets USING (indicator_id)
    WHERE kind = 'quantity'
        AND change IS NULL
        AND name_word('turned_round', replace(without_space(indicator_name), coalesce(low_word, ''), '')) IS NULL
)
SELECT
    indicator_id,
    concat_ws(' ', indicator_name, target_text) AS evidence,
    coalesce(low_word, CASE WHEN is_cost THEN coalesce(level2, level1) ELSE high_word END) AS word,
    CASE operator WHEN '<=' THEN '≤' WHEN '>=' THEN '≥' ELSE operator END AS operator
FROM meant
WHERE (operator IN ('<=', '<') AND high_word IS NOT NULL AND low_word IS NULL AND NOT is_cost)
    OR (operator IN ('>=', '>') AND (low_word IS NOT NULL OR is_cost));
