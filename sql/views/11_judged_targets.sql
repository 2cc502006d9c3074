-- 审核所看的指标值：只看适用的指标。分等次填写的只取最好一等，其余等次不是目标。各时段、各地区的都在。
--
-- The targets that a reviewer judges: where a value is stated for each grade, that of the best, since the others are no
-- targets. Those for every span and place are there, those of indicators that do not apply are not.

CREATE OR REPLACE VIEW steps.judged_targets AS
FROM targets
SEMI JOIN steps.judged_indicators USING (indicator_id)
WHERE for_year OR grade IS NULL;

COMMENT ON VIEW steps.judged_targets IS '审核所看的指标值：每个一行，不含较低的等次 / Judged targets: one row per target, lesser grades left out';
