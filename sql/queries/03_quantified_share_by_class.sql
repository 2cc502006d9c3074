-- 各类二级指标有多少是定量的？每类里数量、日期、定性各多少？
-- 不能据此认为：效益指标定性多就是偷懒。可持续影响往往没有公认的量法；成本、时效指标定性才值得追问。
--
-- How many indicators of each level 2 class are quantified, by quantity and by date?
-- Do not conclude that words under benefits mean carelessness: sustainability often has no agreed measure.
-- Words under cost or timeliness are what to ask about.

SELECT
    level1_code,
    level2_code,
    class_label,
    count(DISTINCT indicator_id) AS indicators,
    count(DISTINCT indicator_id) FILTER (WHERE kind = 'quantity') AS with_quantity,
    count(DISTINCT indicator_id) FILTER (WHERE kind = 'date') AS with_date,
    count(DISTINCT indicator_id) FILTER (WHERE kind = 'qualitative') AS with_words,
    round(
        100.0 * count(DISTINCT indicator_id) FILTER (WHERE kind IN ('quantity', 'date')) / count(DISTINCT indicator_id), 1
    ) AS quantified_percent
FROM targets_wide
WHERE applies
GROUP BY level1_code, level2_code, class_label
ORDER BY quantified_percent DESC, indicators DESC, level1_code, level2_code, class_label;
