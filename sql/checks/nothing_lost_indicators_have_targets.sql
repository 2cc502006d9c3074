-- 不丢失：每个指标至少有一个指标值，空白的记作 missing，指标值栏未认出的记作 unknown。
--
-- Nothing lost: every indicator has at least one target; a blank one is a target of kind missing, one whose column was not
-- recognised of kind unknown.

SELECT indicators.indicator_id, indicators.target_text
FROM indicators
LEFT JOIN targets ON targets.indicator_id = indicators.indicator_id
WHERE targets.indicator_id IS NULL
ORDER BY ALL;
