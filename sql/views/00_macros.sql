-- 检查和视图共用的两个判断：什么算空白，文字里的数字怎样比较。
--
-- Two notions shared by views and checks: what counts as blank, and how digits in a text are compared.

CREATE OR REPLACE MACRO is_blank(words) AS
    regexp_full_match(words, '[\s\p{Z}\x{0b}\x{1c}-\x{1f}\x{85}]*');

CREATE OR REPLACE MACRO plain_digits(words) AS
    translate(words, '０１２３４５６７８９〇零○一二三四五六七八九', '0123456789000123456789');

COMMENT ON MACRO is_blank IS '只有空白：含全角空格和不换行空格 / Nothing but white space, ideographic and no-break space included';
COMMENT ON MACRO plain_digits IS '全角和中文数字换成 0-9，只供比较 / Full-width and Chinese digits as 0-9, for comparing only';
