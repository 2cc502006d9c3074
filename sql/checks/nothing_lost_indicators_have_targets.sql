-- 不丢失：每个指标至少有一个指标值，空白的记作 missing。
--
-- Nothing lost: every indicator has at least one target; a blank one is a target of kind missing.

SELECT indicators.indicator_id, indicators.target_text
FROM indicators
LEFT JOIN targets ON targets.indicator_id = indicators.indicator_id
WHERE targets.indicator_id IS NULL
ORDER BY ALL;
