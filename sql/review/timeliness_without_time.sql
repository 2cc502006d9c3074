-- 时效指标只写“及时”“完成”一类的词，没有时间，描述也没有。
--
-- Timeliness indicators with words alone and no time, in the description neither.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM steps.unmeasured_targets
WHERE level2_code = 'timeliness';
