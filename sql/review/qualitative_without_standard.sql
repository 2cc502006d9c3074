-- 定性指标，没有计算公式和评价标准，描述也只是重复名称和指标值：怎样算达到没有说。
--
-- Qualitative targets without a formula or a standard, and with a description that only repeats the name and the value.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM steps.unmeasured_targets;
