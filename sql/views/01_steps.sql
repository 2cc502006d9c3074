-- 中间视图放在 steps 里：其他视图、检查和审核由它们得出，平常查询用不到，也就不在 SHOW TABLES 的清单里。
--
-- The views of `steps` are steps on the way to other views, to checks and to the review. Everyday queries need none of
-- them, so they are not in the list that SHOW TABLES gives.

CREATE SCHEMA IF NOT EXISTS steps;
