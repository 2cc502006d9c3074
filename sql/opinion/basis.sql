-- 审核参照的制度
--
-- The official rules that the review was held against
SELECT basis FROM ref_basis;
