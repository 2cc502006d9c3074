-- 检查共用的判断：什么算空白，文字怎样不计空白、不计数字写法地比较。
--
-- Notions that the checks share: what is blank, and how texts compare whatever their white space and their digits.

CREATE OR REPLACE MACRO is_blank(words) AS
    regexp_full_match(words, '[\s\p{Z}\x{0b}\x{1c}-\x{1f}\x{85}]*');

CREATE OR REPLACE MACRO plain_digits(words) AS
    translate(words, '０１２３４５６７８９〇零○一二三四五六七八九', '0123456789000123456789');

CREATE OR REPLACE MACRO without_space(words) AS
    regexp_replace(words, '[\s\p{Z}\x{0b}\x{1c}-\x{1f}\x{85}]', '', 'g');

CREATE OR REPLACE MACRO without_numbers(words) AS
    regexp_replace(without_space(words), '[\p{Nd},，.．、〇零一二两三四五六七八九十百千万亿]', '', 'g');

CREATE OR REPLACE MACRO without_punctuation(words) AS
    regexp_replace(words, '[\s\p{Z}\p{P}]', '', 'g');

CREATE OR REPLACE MACRO without_years(words) AS
    regexp_replace(without_space(words), '20[0-9]{2}年?度?', '', 'g');

CREATE OR REPLACE MACRO only_digits(words) AS
    regexp_replace(words, '\P{Nd}', '', 'g');

CREATE OR REPLACE MACRO times_in(part, whole) AS
    CASE WHEN part = '' THEN 0 ELSE (length(whole) - length(replace(whole, part, ''))) // length(part) END;

CREATE OR REPLACE MACRO in_order(part, whole) AS
    regexp_matches(whole, array_to_string(list_transform(string_split(part, ''), lambda one: regexp_escape(one)), '.*'), 's');

CREATE OR REPLACE MACRO read_characters(words) AS
    translate(
        without_space(words),
        (SELECT string_agg(printed, '' ORDER BY printed) FROM ref_characters),
        (SELECT string_agg(read_as, '' ORDER BY printed) FROM ref_characters)
    );

-- Whether a text begins with no more than a joint of a list and the number that follows it.
CREATE OR REPLACE MACRO is_joint(words) AS
    regexp_matches(
        read_characters(words),
        concat(
            '^[、/和及]-?[\p{N}',
            (SELECT string_agg(characters, '' ORDER BY characters) FROM ref_numerals WHERE role IN ('digit', 'multiplier')),
            ']'
        )
    );

-- Whether a number is above a bound, or equal to it where the bound is included or the number itself lies beyond.
CREATE OR REPLACE MACRO reaches(number, number_inclusive, bound, bound_inclusive) AS
    CASE
        WHEN abs(number - bound) <= 1e-9 * abs(bound)
            THEN coalesce(bound_inclusive, true) OR NOT coalesce(number_inclusive, true)
        ELSE number > bound
    END;

-- Whether all of what ends at a number lies below a bound.
CREATE OR REPLACE MACRO falls_short(number, number_inclusive, bound, bound_inclusive) AS
    CASE
        WHEN abs(number - bound) <= 1e-9 * abs(bound)
            THEN NOT (coalesce(number_inclusive, true) AND coalesce(bound_inclusive, true))
        ELSE number < bound
    END;

CREATE OR REPLACE MACRO without_noise(number) AS
    CASE WHEN number = 0 THEN 0 ELSE round(number, 12 - CAST(ceil(log10(abs(number))) AS INTEGER)) END;

CREATE OR REPLACE MACRO is_nearly_whole(part, whole) AS
    part >= 0.9 * whole;

CREATE OR REPLACE MACRO is_likely_a_price(part, whole) AS
    part < 0.1 * whole;

CREATE OR REPLACE MACRO first_number(words) AS
    TRY_CAST(nullif(regexp_extract(words, '[0-9]+([.][0-9]+)?'), '') AS DECIMAL(12, 4));

-- One unit in the last printed place of the first number of a text.
CREATE OR REPLACE MACRO last_place(words) AS
    pow(10, -length(regexp_extract(words, '[0-9]+[.]([0-9]+)', 1)));

CREATE OR REPLACE MACRO is_near(number, printed, last_unit) AS
    abs(number - printed) <= last_unit * (1 + 1e-9);

-- The first and the last day that a date of this precision may mean.
CREATE OR REPLACE MACRO first_of(day, date_precision) AS
    CAST(
        CASE date_precision
            WHEN 'ten_days' THEN day - INTERVAL 10 DAY
            WHEN 'half' THEN date_trunc('quarter', day) - INTERVAL 3 MONTH
            ELSE date_trunc(date_precision, day)
        END AS DATE
    );

CREATE OR REPLACE MACRO last_of(day, date_precision) AS
    CAST(
        CASE date_precision
            WHEN 'ten_days' THEN day + INTERVAL 10 DAY
            WHEN 'month' THEN last_day(day)
            WHEN 'quarter' THEN date_trunc('quarter', day) + INTERVAL 3 MONTH - INTERVAL 1 DAY
            WHEN 'half' THEN date_trunc('quarter', day) + INTERVAL 6 MONTH - INTERVAL 1 DAY
            WHEN 'year' THEN date_trunc('year', day) + INTERVAL 1 YEAR - INTERVAL 1 DAY
            ELSE day
        END AS DATE
    );

-- The longest word of a kind (ref_name_words) in a name, of equally long ones the last by code point; null if there is none.
-- Lists are asked, no join: a correlated one in each question that asks takes longer to plan than to answer. The places are
-- looked at only of words that are there.
CREATE OR REPLACE MACRO name_word(wanted_kind, printed_name) AS
    list_transform(
        [{
            name: without_space(printed_name),
            words: (
                SELECT list({word: word, place: place} ORDER BY length(word) DESC, word DESC)
                FROM ref_name_words
                WHERE kind = wanted_kind
            )
        }],
        lambda asked: list_filter(
            list_filter(asked.words, lambda one: contains(asked.name, one.word)),
            lambda one: CASE one.place
                WHEN 'whole' THEN asked.name = one.word
                WHEN 'start' THEN starts_with(asked.name, one.word)
                WHEN 'end' THEN ends_with(asked.name, one.word)
                    OR ends_with(regexp_replace(asked.name, '[（(][^（）()]*[）)]$', ''), one.word)
                ELSE true
            END
        )[1].word
    )[1];

-- Words too general to compare by, as one pattern.
CREATE OR REPLACE MACRO generic_words() AS (
    SELECT string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC, word)
    FROM ref_name_words
    WHERE kind = 'generic'
);

-- A text with a blank for each generic word: what it is about.
CREATE OR REPLACE MACRO matter_of(words) AS
    trim(regexp_replace(words, generic_words(), ' ', 'g'));

-- The pairs of neighbouring characters of a text, but for those with white space, digits and punctuation.
CREATE OR REPLACE MACRO pairs_of(words) AS
    list_filter(
        list_distinct(list_transform(range(1, length(words)), lambda place: substring(words, place, 2))),
        lambda pair: NOT regexp_matches(pair, '[\s\d\p{P}]')
    );

-- The longest piece of a name that stands in a text, of eight characters at most; empty if there is none.
CREATE OR REPLACE MACRO longest_piece(name, words) AS
    coalesce(list_max(list_transform(
        range(8 * length(name)),
        lambda no: CASE
            WHEN contains(words, substring(name, no // 8 + 1, no % 8 + 1))
                THEN {size: least(no % 8 + 1, length(name) - no // 8), piece: substring(name, no // 8 + 1, no % 8 + 1)}
        END
    )).piece, '');

-- Whether two matters of names tell of the same kind of work: four characters in one piece, or two fifths of
-- their pairs.
CREATE OR REPLACE MACRO is_like_work(one, other) AS
    length(longest_piece(one, other)) >= 4
    OR (
        least(length(one), length(other)) >= 4
        AND 2 * len(list_intersect(pairs_of(one), pairs_of(other))) >= 0.4 * (len(pairs_of(one)) + len(pairs_of(other)))
    );

-- Whether a description has no character that its indicator's name and target have not, words that say nothing aside.
CREATE OR REPLACE MACRO adds_nothing(description, name, target) AS
    translate(
        without_punctuation(regexp_replace(
            coalesce(description, ''),
            (SELECT string_agg(regexp_escape(word), '|' ORDER BY length(word) DESC, word) FROM ref_name_words WHERE kind = 'says_nothing'),
            '',
            'g'
        )),
        concat(name, target),
        ''
    ) = '';

COMMENT ON MACRO name_word IS '名称中某类词里最长的一个，没有则为空 / The longest word of a kind in a name, null if there is none';
COMMENT ON MACRO only_digits IS '只留数字，只供比较 / Digits alone, for comparing only';
COMMENT ON MACRO times_in IS '一段文字在另一段里出现几次 / How often one text stands in another';
COMMENT ON MACRO in_order IS '一段文字的各个字是否依次出现在另一段里 / Whether the characters of one text stand in another in their order';
COMMENT ON MACRO reaches IS '是否达到下限：浮点误差不计 / Whether a number reaches a lower bound: floating-point noise aside';
COMMENT ON MACRO falls_short IS '是否全在下限之下：浮点误差不计 / Whether what ends at a number is all below a bound: floating-point noise aside';
COMMENT ON MACRO without_noise IS '取十二位有效数字：去掉浮点误差 / To twelve digits: without floating-point noise';
COMMENT ON MACRO read_characters IS '全角字符等换成读作的字符（ref_characters），不计空白 / Characters as they are read (ref_characters), without white space';
COMMENT ON MACRO is_joint IS '是否只隔着顿号等就是下一个数 / Whether no more than a joint of a list stands before the next number';
COMMENT ON MACRO without_punctuation IS '去掉空白和标点，只供比较 / Without white space and punctuation, for comparing only';
COMMENT ON MACRO without_years IS '去掉空白和年份，只供比较 / Without white space and years, for comparing only';
COMMENT ON MACRO last_place IS '第一个数末位的一个单位 / One unit in the last printed place of the first number';
COMMENT ON MACRO is_near IS '是否在末位一个单位以内 / Whether two numbers differ by one unit in the last place at most';
COMMENT ON MACRO first_of IS '按精度，日期所指的第一天 / The first day that a date of a precision may mean';
COMMENT ON MACRO last_of IS '按精度，日期所指的最后一天 / The last day that a date of a precision may mean';
COMMENT ON MACRO first_number IS '文字中的第一个数 / The first number in a text';
COMMENT ON MACRO is_nearly_whole IS '是否不少于九成 / Whether it is nine tenths or more';
COMMENT ON MACRO is_likely_a_price IS '是否不到一成：多半是没有写明的单价 / Whether it is less than one tenth: more likely a price that does not say so';
COMMENT ON MACRO is_blank IS '只有空白：含全角空格和不换行空格 / Nothing but white space, ideographic and no-break space included';
COMMENT ON MACRO plain_digits IS '全角和中文数字换成 0-9，只供比较 / Full-width and Chinese digits as 0-9, for comparing only';
COMMENT ON MACRO without_numbers IS '去掉空白、数字和分隔符，只供比较 / Without white space, numbers and separators, for comparing only';
COMMENT ON MACRO without_space IS '去掉所有空白，只供比较 / Without any white space, for comparing only';
COMMENT ON MACRO generic_words IS '通用词，合为一个模式 / Generic words as one pattern';
COMMENT ON MACRO matter_of IS '通用词换成空格：说的是什么 / With a blank for each generic word: what it is about';
COMMENT ON MACRO pairs_of IS '相邻两字的集合，空白、数字、标点除外 / Pairs of neighbouring characters, without white space, digits and punctuation';
COMMENT ON MACRO longest_piece IS '名称里出现在文字中的最长一段，至多八个字 / The longest piece of a name that stands in a text, eight characters at most';
COMMENT ON MACRO is_like_work IS '两个名称说的是不是同一种工作 / Whether two names tell of the same kind of work';
COMMENT ON MACRO adds_nothing IS '描述除名称和指标值外什么也没说 / Whether a description says nothing but the name and the target';
