-- 审核所看的指标：每个适用的指标一行。名称或指标值写明不适用、无、不涉及的，不作审核，不计入比例。
--
-- The indicators that a reviewer judges: one row per indicator that applies. Those whose name or target says that they do
-- not are neither judged nor counted.

CREATE OR REPLACE VIEW steps.judged_indicators AS
FROM indicators
WHERE applies;

COMMENT ON VIEW steps.judged_indicators IS '审核所看的指标：每个适用的指标一行 / Judged indicators: one row per indicator that applies';
