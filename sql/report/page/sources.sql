-- 页面：读了哪些文件
--
-- Page: the documents that were read
SELECT path FROM documents ORDER BY path LIMIT 20;
