-- 名称结尾与类别矛盾：金额叫“数量”，数量指标叫“成本”，满意度不在满意度类。“资金数量”就是金额，不算。
--
-- Names whose end contradicts their class: money called a number, a cost among the quantities, satisfaction elsewhere.
-- A number of money is an amount, and left out.
-- scope: project

WITH named AS (
    SELECT
        indicators.*,
        CASE
            WHEN 'cost' IN (level1_code, level2_code) AND dimension = 'money' AND name_word('names_amount', indicator_name) IS NULL
                THEN name_word('names_quantity', indicator_name)
            WHEN level2_code = 'quantity' AND dimension = 'money' THEN name_word('names_cost', indicator_name)
            WHEN level1_code <> 'satisfaction' AND level2_code IS DISTINCT FROM 'beneficiary_satisfaction' AND dimension = 'ratio'
                THEN name_word('names_satisfaction', indicator_name)
        END AS word
    FROM steps.judged_indicators AS indicators
    JOIN steps.first_values USING (indicator_id)
)
SELECT indicator_id, concat_ws(' ', indicator_name, target_text) AS evidence, word, coalesce(level2, level1) AS class
FROM named
WHERE word IS NOT NULL;
