-- 自评扣了分，却没有写偏差原因。
--
-- Points lost in a self-evaluation without a word on why.
-- needs: results
-- scope: project

SELECT indicator_id, concat_ws(' ', indicator_name, score) AS evidence, score, weight
FROM scores
WHERE points_lost > 0 AND deviation_reason IS NULL;
