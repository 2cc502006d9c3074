-- 一致：指标的 target_text 就是它各个格子的值，以 | 分开；值写在名称里的没有 target_text。
--
-- Consistent: an indicator's target_text is what its value cells print, parted by |. It has none if the value stands in
-- its name.

-- Most indicators have one text, which is that of its cell. Only the texts of the others are taken apart.
WITH plain AS (
    SELECT indicators.indicator_id
    FROM indicators
    JOIN targets ON targets.indicator_id = indicators.indicator_id
    WHERE value_source <> 'name'
    GROUP BY indicators.indicator_id, indicators.target_text
    HAVING min(value_text) = target_text AND max(value_text) = target_text
),
by_indicator AS (
    SELECT
        indicators.indicator_id,
        indicators.target_text,
        list_distinct(string_split(indicators.target_text, ' | ')) AS said,
        list_distinct(flatten(list(string_split(value_text, ' | ')) FILTER (value_text IS NOT NULL))) AS held
    FROM indicators
    ANTI JOIN plain ON plain.indicator_id = indicators.indicator_id
    LEFT JOIN targets ON targets.indicator_id = indicators.indicator_id AND indicators.value_source <> 'name'
    GROUP BY indicators.indicator_id, indicators.target_text
)
SELECT indicator_id, target_text, held
FROM by_indicator
WHERE list_sort(coalesce(said, [])) <> list_sort(coalesce(held, []))
ORDER BY ALL;
