-- 时效指标只写“及时”“完成”一类的词，没有时间，描述也没有。
--
-- Timeliness indicators with words alone and no time, in the description neither.
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence
FROM indicators
JOIN first_values USING (indicator_id)
WHERE level2_code = 'timeliness'
    AND kind = 'qualitative'
    AND formula IS NULL
    AND standard IS NULL
    AND NOT EXISTS (
        FROM targets AS others WHERE others.indicator_id = indicators.indicator_id AND others.kind <> 'qualitative'
    )
    AND adds_nothing(description, indicator_name, target_text);
