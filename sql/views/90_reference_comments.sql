-- 参照表（规则词汇）的说明。rules/ 里多了一栏，这里就要多一行。
--
-- What the reference tables, the vocabularies of rules/, hold. A new column there needs a new line here.

COMMENT ON TABLE ref_issues IS '问题代码：每种发现一行 / Issue codes: one row per kind of finding';
COMMENT ON COLUMN ref_issues.code IS '代码 / Code';
COMMENT ON COLUMN ref_issues.severity IS '严重程度：错误、警告、提示 / Severity: error, warning or note';
COMMENT ON COLUMN ref_issues.criterion IS '审核标准 / Review criterion';
COMMENT ON COLUMN ref_issues.message_zh IS '说明（中文）：花括号处填入细节 / Message in Chinese: braces are filled in';
COMMENT ON COLUMN ref_issues.message_en IS '说明（英文）：花括号处填入细节 / Message in English: braces are filled in';
COMMENT ON COLUMN ref_issues.action_zh IS '处理办法（中文） / What to do, in Chinese';
COMMENT ON COLUMN ref_issues.action_en IS '处理办法（英文） / What to do, in English';

COMMENT ON TABLE ref_taxonomy IS '指标体系：每种体系的每个类别一行 / Taxonomy: one row per class of a scheme';
COMMENT ON COLUMN ref_taxonomy.scheme IS '指标体系 / Scheme';
COMMENT ON COLUMN ref_taxonomy.level IS '级别：1 或 2 / Level: 1 or 2';
COMMENT ON COLUMN ref_taxonomy.code IS '类别代码 / Class code';
COMMENT ON COLUMN ref_taxonomy.parent IS '所属一级类别：一级本身为空文本 / Level 1 class it belongs to: empty for level 1 itself';
COMMENT ON COLUMN ref_taxonomy.label IS '名称：统一说法 / Label: the standard wording';
COMMENT ON COLUMN ref_taxonomy.aliases IS '其他印法：以空格分开 / Other printed labels: parted by spaces';
COMMENT ON COLUMN ref_taxonomy.required IS '必备：yes 为每个项目都应有 / Required: yes if every project must have it';
COMMENT ON COLUMN ref_taxonomy.source IS '依据文件 / Source: the regulation';

COMMENT ON TABLE ref_units IS '计量单位：每个标准单位一行 / Units: one row per canonical unit';
COMMENT ON COLUMN ref_units.unit IS '标准单位 / Canonical unit';
COMMENT ON COLUMN ref_units.spellings IS '印法：以空格分开 / Spellings: parted by spaces';
COMMENT ON COLUMN ref_units.dimension IS '量纲 / Dimension';
COMMENT ON COLUMN ref_units.base_unit IS '基本单位 / Base unit';
COMMENT ON COLUMN ref_units.factor IS '换算成基本单位的系数：分数 / Factor into the base unit: a fraction';
COMMENT ON COLUMN ref_units.example IS '例子 / Example';

COMMENT ON TABLE ref_magnitudes IS '数量级：万、亿等 / Magnitudes: words that multiply a number';
COMMENT ON COLUMN ref_magnitudes.spelling IS '印法 / Spelling';
COMMENT ON COLUMN ref_magnitudes.factor IS '倍数 / Factor';
COMMENT ON COLUMN ref_magnitudes.example IS '例子 / Example';

COMMENT ON TABLE ref_operators IS '运算符的印法：符号和文字 / Operators as printed: signs and words';
COMMENT ON COLUMN ref_operators.spelling IS '印法 / Spelling';
COMMENT ON COLUMN ref_operators.position IS '位置：在数字之前或之后 / Position: before or after the number';
COMMENT ON COLUMN ref_operators.operator IS '运算符 / Operator';
COMMENT ON COLUMN ref_operators.source IS '出处：符号或文字 / Source: a sign or a word';
COMMENT ON COLUMN ref_operators.strength IS '强弱：弱的让位于其他 / Strength: a weak one gives way to any other';
COMMENT ON COLUMN ref_operators.note IS '备注 / Note';

COMMENT ON TABLE ref_patterns IS '指标值的写法：每条解析规则一行 / Patterns: one row per form of target values';
COMMENT ON COLUMN ref_patterns.id IS '规则编号：即 targets.rule_id / Rule: what targets.rule_id names';
COMMENT ON COLUMN ref_patterns.reading IS '读作：数量、日期等 / Reading: what it is read as';
COMMENT ON COLUMN ref_patterns.place IS '适用：整段文字或其中一段 / Place: whole texts only, or anywhere in a text';
COMMENT ON COLUMN ref_patterns.weight IS '权重：同样长时大者优先 / Weight: of equally long matches the heaviest wins';
COMMENT ON COLUMN ref_patterns.pattern IS '模式：见 rules/patterns.toml / Pattern: its language is told in rules/patterns.toml';
COMMENT ON COLUMN ref_patterns.examples IS '应当读出的例子 / Examples that it must read';
COMMENT ON COLUMN ref_patterns.counter_examples IS '不应读出的例子 / Examples that it must not read';
COMMENT ON COLUMN ref_patterns."when" IS '条件：指标名称含有此类词才适用 / Condition: the indicator must be named by such a word';
