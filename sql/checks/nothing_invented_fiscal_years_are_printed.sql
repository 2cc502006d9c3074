-- 不编造：预算年度注明出处；出处是项目名称或文件名的，那里确实写着。
--
-- Nothing invented: a fiscal year says where it is printed; if in the project's or the file's name, it stands there.

SELECT projects.project_id, projects.project_name, documents.path, fiscal_year, fiscal_year_source
FROM projects
JOIN documents ON documents.document_id = projects.document_id
WHERE (fiscal_year IS NULL) <> (fiscal_year_source IS NULL)
    OR NOT CASE fiscal_year_source
        WHEN 'name' THEN contains(plain_digits(projects.project_name), CAST(fiscal_year AS VARCHAR))
        WHEN 'file' THEN contains(plain_digits(documents.path), CAST(fiscal_year AS VARCHAR))
        ELSE true
    END
ORDER BY ALL;
