-- 分地区填写的数量，各地区之和不等于“合计”；或者超过“全市”“全县”一类的数：那里可能另有本级的，只有超过才矛盾。
-- 绝对值直接累加，比率、均值、标准不能累加：只看有单位的个数、金额、面积、长度、体积和质量，名称说是平均、标准的不算。
-- 每个地区都填了才比较；不大于其中最大一个地区的不是累加数，不算。有小计或“其中”的表不比较。
-- “全市”一类只比较没有写符号、也不会重复计算的量；个数可能几个地区共有一个。印出的小数和约数各有半个末位的取舍。
--
-- Quantities by region that do not come to their printed total, or come to more than what is stated for the whole city,
-- county and so on: there may be more at that level itself, so that only less is a contradiction. Absolute figures are
-- added up; rates, averages and standards are not: only counts, money, areas, lengths, volumes and masses with a unit
-- are looked at, and no name that speaks of averages or standards. Every region has to state its value; a total that is
-- not above the largest of them is none. Tables with subtotals or parts of regions are left out. What is stated for the
-- whole is compared only where no sign is printed and nothing counts twice: regions may share a thing. Decimals and
-- rounded figures are each rounded by half of their last place.
-- needs: targets WHERE region IS NOT NULL
-- scope: project

WITH spelt AS (
    SELECT unit, dimension, unnest(string_split(spellings, ' ')) AS spelling
    FROM ref_units
),
stated AS (
    SELECT
        indicators.project_id,
        targets.*,
        CASE
            WHEN name_word('sum_of_regions', region) IS NOT NULL THEN 'sum'
            WHEN name_word('all_regions', region) IS NOT NULL THEN 'all'
            WHEN coalesce(name_word('subtotal', region), name_word('part', region)) IS NOT NULL THEN 'within'
            ELSE 'one'
        END AS place,
        coalesce(targets.dimension, spelt.dimension) AS measured,
        coalesce(targets.measure_unit_text, spelt.spelling) AS in_unit,
        coalesce(base_low, base_high) AS number,
        coalesce(low, high) AS printed_number,
        coalesce(factor, 1) AS times,
        CASE
            WHEN measured = 'count' AND times = 1 AND last_place(value_text) = 1 THEN 0
            ELSE last_place(value_text) * times / 2
        END AS rounded_by,
        kind = 'quantity'
            AND status = 'clean'
            AND change IS NULL
            AND coalesce(operator, '=') NOT IN ('range', '~')
            AND measured IN ('count', 'money', 'area', 'length', 'volume', 'mass')
            AND coalesce(targets.measure_unit, '') NOT LIKE '%/%'
            AND name_word('average', indicator_name) IS NULL
            AND name_word('per_one', indicator_name) IS NULL
            AS is_added_up
    FROM targets
    JOIN steps.judged_indicators AS indicators ON indicators.indicator_id = targets.indicator_id
    LEFT JOIN spelt
        ON targets.measure_unit IS NULL
        AND spelt.spelling = regexp_extract(without_space(indicator_name), '[（(]([^（）()]+)[）)]$', 1)
    WHERE region IS NOT NULL
),
tables_of_regions AS (
    SELECT project_id, count(DISTINCT region) AS n_regions
    FROM stated
    GROUP BY project_id
    HAVING count(DISTINCT region) FILTER (WHERE place IN ('sum', 'all')) = 1
        AND count(*) FILTER (WHERE place = 'within') = 0
        AND count(DISTINCT region) > 2
),
sums AS (
    SELECT
        project_id,
        indicator_id,
        any_value(stated) FILTER (WHERE place <> 'one') AS whole,
        sum(number) FILTER (WHERE place = 'one') AS parts,
        max(number) FILTER (WHERE place = 'one') AS largest,
        sum(rounded_by) AS allowance,
        string_agg(region || ' ' || value_text, '；' ORDER BY target_no) AS printed
    FROM stated
    JOIN tables_of_regions USING (project_id)
    GROUP BY project_id, indicator_id, period
    HAVING bool_and(is_added_up)
        AND count(*) = any_value(n_regions)
        AND count(DISTINCT region) = any_value(n_regions)
        AND count(DISTINCT coalesce(base_unit, '')) = 1
        AND count(DISTINCT coalesce(operator, '=')) = 1
)
SELECT
    indicator_id,
    printed AS evidence,
    format('{:.12g}', parts * whole.printed_number / whole.number) || whole.in_unit AS parts,
    whole.region AS region,
    whole.value_text AS total
FROM sums
WHERE whole.number > largest
    AND (
        (whole.place = 'sum' AND abs(parts - whole.number) > allowance * (1 + 1e-9) + 1e-9 * parts)
        OR (
            whole.place = 'all'
            AND coalesce(whole.operator, '=') = '='
            AND whole.measured <> 'count'
            AND parts - whole.number > allowance * (1 + 1e-9) + 1e-9 * parts
        )
    );
