-- 只有文字的指标值：没有计算公式和评价标准，描述也只是重复名称和指标值，怎样算达到没有说。每个值一行，带指标。
--
-- Targets of words alone, without a formula or a standard, and with a description that only repeats the name and the
-- target: nothing says what reaches them. One row per cell, with its indicator.

CREATE OR REPLACE VIEW steps.unmeasured_targets AS
SELECT indicators.*, value_text, status, quality_direction
FROM steps.judged_indicators AS indicators
JOIN steps.first_values USING (indicator_id)
WHERE kind = 'qualitative'
    AND formula IS NULL
    AND standard IS NULL
    AND adds_nothing(description, indicator_name, target_text)
    AND NOT EXISTS (
        FROM targets AS others WHERE others.indicator_id = indicators.indicator_id AND others.kind <> 'qualitative'
    );

COMMENT ON VIEW steps.unmeasured_targets IS '只有文字的指标值：没有说怎样算达到，每格一行 / Unmeasured targets: words that nothing says how to reach, one row per cell';
COMMENT ON COLUMN steps.unmeasured_targets.status IS '解析状态：partial 时见 targets.leftover / Status: partial if something was not understood, see targets.leftover';
