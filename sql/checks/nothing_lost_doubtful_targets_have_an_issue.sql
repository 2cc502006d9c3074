-- 不丢失：没读懂或只读懂一部分的指标值都有问题记录；没有找到的指标值，类型写作 unknown，已经说明。
--
-- Nothing lost: every target that was not understood, or in part only, has an issue that says so. One that was not found
-- is of the kind `unknown`, which says so itself.

SELECT targets.indicator_id, targets.target_no, targets.status, targets.value_text, targets.leftover
FROM targets
JOIN indicators ON indicators.indicator_id = targets.indicator_id
WHERE targets.status <> 'clean'
    AND targets.kind <> 'unknown'
    AND NOT EXISTS (
        FROM issues
        WHERE issues.indicator_id = targets.indicator_id
            AND issues.code IN ('target_unparsed', 'target_partly_parsed', 'operator_contradicts', 'impossible_date')
    )
ORDER BY ALL;
