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
CREATE OR REPLACE MACRO name_word(wanted_kind, printed_name) AS (
    SELECT max_by(word, (length(word), word))
    FROM (SELECT without_space(printed_name) AS name)
    JOIN ref_name_words
        ON kind = wanted_kind
        AND contains(name, word)
        AND CASE place
            WHEN 'whole' THEN name = word
            WHEN 'start' THEN starts_with(name, word)
            WHEN 'end' THEN ends_with(name, word) OR ends_with(regexp_replace(name, '[（(][^（）()]*[）)]$', ''), word)
            ELSE true
        END
);

COMMENT ON MACRO name_word IS '名称中某类词里最长的一个，没有则为空 / The longest word of a kind in a name, null if there is none';
COMMENT ON MACRO only_digits IS '只留数字，只供比较 / Digits alone, for comparing only';
COMMENT ON MACRO times_in IS '一段文字在另一段里出现几次 / How often one text stands in another';
COMMENT ON MACRO in_order IS '一段文字的各个字是否依次出现在另一段里 / Whether the characters of one text stand in another in their order';
COMMENT ON MACRO reaches IS '是否达到下限：浮点误差不计 / Whether a number reaches a lower bound: floating-point noise aside';
COMMENT ON MACRO falls_short IS '是否全在下限之下：浮点误差不计 / Whether what ends at a number is all below a bound: floating-point noise aside';
COMMENT ON MACRO without_noise IS '取十二位有效数字：去掉浮点误差 / To twelve digits: without floating-point noise';
COMMENT ON MACRO read_characters IS '全角字符等换成读作的字符（ref_characters），不计空白 / Characters as they are read (ref_characters), without white space';
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
