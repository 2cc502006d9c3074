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
COMMENT ON COLUMN ref_issues.innocent_zh IS '可能的正当解释（中文） / How it may be right, in Chinese';
COMMENT ON COLUMN ref_issues.innocent_en IS '可能的正当解释（英文） / How it may be right, in English';
COMMENT ON COLUMN ref_issues.found_by IS '来源：reading 为读取时发现，review 为审核时发现 / Found by: reading or review';
COMMENT ON COLUMN ref_issues.follows IS '先行代码：同一处已有其中之一的不再重复说 / Codes that tell the same fact: where one is found, this is not told again';

COMMENT ON TABLE ref_basis IS '审核参照：一行 / Basis: one row';
COMMENT ON COLUMN ref_basis.basis IS '审核参照的制度：分级文件写明的，或财政部的办法 / The official rules that the memo names: those of the grading file, else those of the Ministry of Finance';

COMMENT ON TABLE ref_name_words IS '名称用词：表明名称含义的词 / Name words: words that tell what a name is about';
COMMENT ON COLUMN ref_name_words.kind IS '种类：见 rules/name_words.csv / Kind of word: see rules/name_words.csv';
COMMENT ON COLUMN ref_name_words.word IS '词 / Word';
COMMENT ON COLUMN ref_name_words.place IS '位置：任意、开头、结尾、全部 / Place: anywhere, at the start, at the end, or the whole name';
COMMENT ON COLUMN ref_name_words.example IS '符合的例子 / Example that it fits';
COMMENT ON COLUMN ref_name_words.counter_example IS '不符合的例子 / Example that it does not fit';
COMMENT ON COLUMN ref_name_words.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_unit_kin IS '同类单位：数的是同一类东西的单位 / Kin of units: units that count the same kind of thing';
COMMENT ON COLUMN ref_unit_kin.units IS '单位：以空格分开 / Units: parted by spaces';
COMMENT ON COLUMN ref_unit_kin.note IS '说明 / Note';
COMMENT ON COLUMN ref_unit_kin.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_taxonomy IS '指标体系：每种体系的每个类别一行 / Taxonomy: one row per class of a scheme';
COMMENT ON COLUMN ref_taxonomy.scheme IS '指标体系 / Scheme';
COMMENT ON COLUMN ref_taxonomy.level IS '级别：1 或 2 / Level: 1 or 2';
COMMENT ON COLUMN ref_taxonomy.code IS '类别代码 / Class code';
COMMENT ON COLUMN ref_taxonomy.parent IS '所属一级类别：一级本身为空文本 / Level 1 class it belongs to: empty for level 1 itself';
COMMENT ON COLUMN ref_taxonomy.label IS '名称：统一说法 / Label: the standard wording';
COMMENT ON COLUMN ref_taxonomy.aliases IS '其他印法：以空格分开 / Other printed labels: parted by spaces';
COMMENT ON COLUMN ref_taxonomy.required IS '必备：yes 为每个项目都应有 / Required: yes if every project must have it';
COMMENT ON COLUMN ref_taxonomy.origin IS '依据文件 / Origin: the regulation';

COMMENT ON TABLE ref_units IS '计量单位：每个标准单位一行 / Units: one row per canonical unit';
COMMENT ON COLUMN ref_units.unit IS '标准单位 / Canonical unit';
COMMENT ON COLUMN ref_units.spellings IS '印法：以空格分开 / Spellings: parted by spaces';
COMMENT ON COLUMN ref_units.dimension IS '量纲 / Dimension';
COMMENT ON COLUMN ref_units.base_unit IS '基本单位 / Base unit';
COMMENT ON COLUMN ref_units.factor IS '换算成基本单位的系数：分数 / Factor into the base unit: a fraction';
COMMENT ON COLUMN ref_units.example IS '例子 / Example';
COMMENT ON COLUMN ref_units.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_magnitudes IS '数量级：万、亿等 / Magnitudes: words that multiply a number';
COMMENT ON COLUMN ref_magnitudes.spelling IS '印法 / Spelling';
COMMENT ON COLUMN ref_magnitudes.factor IS '倍数 / Factor';
COMMENT ON COLUMN ref_magnitudes.example IS '例子 / Example';
COMMENT ON COLUMN ref_magnitudes.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_operators IS '运算符的印法：符号和文字 / Operators as printed: signs and words';
COMMENT ON COLUMN ref_operators.spelling IS '印法 / Spelling';
COMMENT ON COLUMN ref_operators.position IS '位置：在数字之前或之后 / Position: before or after the number';
COMMENT ON COLUMN ref_operators.operator IS '运算符 / Operator';
COMMENT ON COLUMN ref_operators.source IS '出处：符号或文字 / Source: a sign or a word';
COMMENT ON COLUMN ref_operators.strength IS '强弱：弱的让位于其他 / Strength: a weak one gives way to any other';
COMMENT ON COLUMN ref_operators.not_after IS '紧跟在这些字之后的不算 / Not after: characters after which it is part of a word';
COMMENT ON COLUMN ref_operators.note IS '备注 / Note';
COMMENT ON COLUMN ref_operators.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_patterns IS '指标值的写法：每条解析规则一行 / Patterns: one row per form of target values';
COMMENT ON COLUMN ref_patterns.id IS '规则编号：即 targets.rule_id / Rule: what targets.rule_id names';
COMMENT ON COLUMN ref_patterns.reading IS '读作：数量、日期等 / Reading: what it is read as';
COMMENT ON COLUMN ref_patterns.place IS '适用：整段文字或其中一段 / Place: whole texts only, or anywhere in a text';
COMMENT ON COLUMN ref_patterns.weight IS '权重：同样长时大者优先 / Weight: of equally long matches the heaviest wins';
COMMENT ON COLUMN ref_patterns.pattern IS '模式：见 rules/patterns.toml / Pattern: its language is told in rules/patterns.toml';
COMMENT ON COLUMN ref_patterns.examples IS '应当读出的例子 / Examples that it must read';
COMMENT ON COLUMN ref_patterns.counter_examples IS '不应读出的例子 / Examples that it must not read';
COMMENT ON COLUMN ref_patterns.unit IS '所指单位：不论印出什么字样 / Unit: the one that is meant, whatever is printed';
COMMENT ON COLUMN ref_patterns.needs IS '必有字符：文字中没有就不必试 / Needs: characters without which it cannot match and is not tried';
COMMENT ON COLUMN ref_patterns."when" IS '条件：指标名称含有此类词才适用 / Condition: the indicator must be named by such a word';
COMMENT ON COLUMN ref_patterns.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_calendar IS '日期用词：季度、旬、底、前等 / Calendar: words of dates, such as quarters, ends and deadlines';
COMMENT ON COLUMN ref_calendar.spellings IS '印法：以空格分开 / Spellings: parted by spaces';
COMMENT ON COLUMN ref_calendar.piece IS '在写法中的名称 / Piece: its name in patterns';
COMMENT ON COLUMN ref_calendar.precision IS '日期精度 / Precision';
COMMENT ON COLUMN ref_calendar."first" IS '起：旬为日，其余为月 / First: a day for ten_days, else a month';
COMMENT ON COLUMN ref_calendar."last" IS '止：旬为日，其余为月 / Last: a day for ten_days, else a month';
COMMENT ON COLUMN ref_calendar.operator IS '运算符 / Operator';
COMMENT ON COLUMN ref_calendar.example IS '例子 / Example';
COMMENT ON COLUMN ref_calendar.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_numerals IS '汉字数字 / Numerals in Chinese characters';
COMMENT ON COLUMN ref_numerals.characters IS '字：同一个数的各种写法 / Characters that write the same number';
COMMENT ON COLUMN ref_numerals.value IS '数值 / Value';
COMMENT ON COLUMN ref_numerals.role IS '作用：数字或位 / Role: a digit or a multiplier';
COMMENT ON COLUMN ref_numerals.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_words IS '指标值写法中的其他用词 / Words that patterns know by a name';
COMMENT ON COLUMN ref_words.word IS '词 / Word';
COMMENT ON COLUMN ref_words.piece IS '在写法中的名称 / Piece: its name in patterns';
COMMENT ON COLUMN ref_words.value IS '数值：需要时 / Value: where one is needed';
COMMENT ON COLUMN ref_words.example IS '例子 / Example';
COMMENT ON COLUMN ref_words.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_qualities IS '定性用词：方向和程度 / Qualities: words of qualitative values, their direction and strength';
COMMENT ON COLUMN ref_qualities.word IS '词 / Word';
COMMENT ON COLUMN ref_qualities.direction IS '方向：即 targets.quality_direction；negate 表示否定其后的词 / Direction: see targets.quality_direction; negate takes back the word after it';
COMMENT ON COLUMN ref_qualities.strength IS '程度：即 targets.quality_strength / Strength: see targets.quality_strength';
COMMENT ON COLUMN ref_qualities.gives_way IS '让位：没有其他词表示方向时才算 / Gives way: tells the direction only where no other word does';
COMMENT ON COLUMN ref_qualities.example IS '例子 / Example';
COMMENT ON COLUMN ref_qualities.counter_example IS '反例 / Counter-example';
COMMENT ON COLUMN ref_qualities.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_characters IS '字符对照：印出的字符读作什么 / Characters: what printed ones are read as';
COMMENT ON COLUMN ref_characters.printed IS '印出的字符 / Printed';
COMMENT ON COLUMN ref_characters.read_as IS '读作：逐个对应 / Read as: one for one';
COMMENT ON COLUMN ref_characters.note IS '备注 / Note';
COMMENT ON COLUMN ref_characters.origin IS '由来：见到的公开文件（地方和年份），language 为通用语言，synthetic 为设想 / Origin: a published place and year, language or synthetic';

COMMENT ON TABLE ref_form_fields IS '项目表栏目：认得的名称 / Form fields: the labels by which they are known';
COMMENT ON COLUMN ref_form_fields.name IS '栏目 / Field';
COMMENT ON COLUMN ref_form_fields.labels IS '印出的名称 / Labels as printed';
COMMENT ON COLUMN ref_form_fields.means IS '由语素表达的含义：中心词及所需、所忌的限定 / What labels say in their parts: the head, and what they must or must not say besides';
COMMENT ON COLUMN ref_form_fields.single IS '只占一格 / Single: it takes one cell';
COMMENT ON COLUMN ref_form_fields.opens IS '有它才算项目表 / Opens: there is no form without it';
COMMENT ON COLUMN ref_form_fields.source IS '资金来源：金额栏目才有 / Source of funds: of labels of money';
COMMENT ON COLUMN ref_form_fields.measure IS '口径：年初、调整后、执行数等 / Measure: what the sums below the label are';
COMMENT ON COLUMN ref_form_fields.expected IS '缺少时提示 / Expected: missed if it is not there';
COMMENT ON COLUMN ref_form_fields.filled IS '空白时提示 / Filled: missed if its cell is blank';

COMMENT ON TABLE ref_indicator_columns IS '指标表各列：认得的表头 / Indicator columns: the headers by which they are known';
COMMENT ON COLUMN ref_indicator_columns.name IS '列 / Column';
COMMENT ON COLUMN ref_indicator_columns.headers IS '印出的表头 / Headers as printed';
COMMENT ON COLUMN ref_indicator_columns.means IS '由语素表达的含义：中心词及所需、所忌的限定 / What headers say in their parts: the head, and what they must or must not say besides';
COMMENT ON COLUMN ref_indicator_columns.role IS '单元格角色 / Role of the cells below it';
COMMENT ON COLUMN ref_indicator_columns.total IS '合计栏目：合计行里这一列的数归入的栏目 / Total: the form field that its figure in a row of totals is';
COMMENT ON COLUMN ref_indicator_columns.source IS '资金来源：金额列才有 / Source of funds: of columns of money';
