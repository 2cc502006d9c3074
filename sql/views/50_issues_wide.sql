-- 每个发现一行，带上文件、项目、指标原文和处理办法。
--
-- One row per finding with its document, project, the printed indicator and what to do about it.

CREATE OR REPLACE VIEW issues_wide AS
SELECT
    issues.issue_id,
    issues.severity,
    issues.criterion,
    issues.code,
    issues.message_zh,
    issues.message_en,
    ref_issues.action_zh,
    ref_issues.action_en,
    ref_issues.innocent_zh,
    ref_issues.innocent_en,
    ref_issues.found_by,
    issues.amount,
    round(CAST(issues.amount AS DOUBLE) / nullif(CAST(projects.budget_total AS DOUBLE), 0), 4) AS budget_share,
    projects.budget_total,
    issues.evidence,
    coalesce(documents.path, CASE WHEN issues.document_id IS NULL THEN issues.evidence END) AS path,
    projects.unit_code,
    projects.unit_name,
    projects.project_id,
    projects.project_name,
    indicators.indicator_id,
    indicators.indicator_name,
    indicators.target_text,
    issues.table_no,
    issues.row_no
FROM issues
LEFT JOIN ref_issues ON ref_issues.code = issues.code
LEFT JOIN documents ON documents.document_id = issues.document_id
LEFT JOIN projects ON projects.project_id = issues.project_id
LEFT JOIN indicators ON indicators.indicator_id = issues.indicator_id;

COMMENT ON VIEW issues_wide IS '问题全表：每个发现一行，带出处和处理办法 / Issues, wide: one row per finding with its place and what to do';
COMMENT ON COLUMN issues_wide.budget_share IS '占预算的比重：涉及金额除以项目预算 / Share of the budget: the amount in question divided by the project''s budget';
COMMENT ON COLUMN issues_wide.path IS '文件：没有读入的也有 / Path: also of files that were not read';
COMMENT ON COLUMN issues_wide.action_zh IS '处理办法（中文） / What to do, in Chinese';
COMMENT ON COLUMN issues_wide.action_en IS '处理办法（英文） / What to do, in English';
COMMENT ON COLUMN issues_wide.innocent_zh IS '可能的正当解释（中文） / How it may be right, in Chinese';
COMMENT ON COLUMN issues_wide.found_by IS '来源：reading 为读取时的疑点，review 为审核发现 / Found by: reading or review';
COMMENT ON COLUMN issues_wide.innocent_en IS '可能的正当解释（英文） / How it may be right, in English';
COMMENT ON COLUMN issues_wide.budget_total IS '项目预算数：元；同一项目的每一行都重复，不可相加，合计用 projects_wide 或 units_wide / Budget of the project: yuan; it repeats in every row of the project, so never add it up here: use projects_wide or units_wide';
