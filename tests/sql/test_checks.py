"""Every check passes on a good dataset and fails on each fault that it is there to find."""

import duckdb
import pytest

from pipeline.load import checks, warehouse
from pipeline.schema.tables import TABLES

CHECKS = {check.name: check for check in checks.files()}


def _two_of_a_list(text, first_end, second_start, second_end):
    """SQL by which the cell of an indicator states two values, and the first takes the unit of the second."""
    return (
        f"UPDATE targets SET value_text = '{text}', span_start = 0, span_end = {first_end} WHERE indicator_id = 'p1-01';"
        f"INSERT INTO targets SELECT * REPLACE (2 AS target_no, {second_start} AS span_start, {second_end} AS span_end) "
        "FROM targets WHERE indicator_id = 'p1-01'"
    )


FAULTS = {
    "nothing_lost_cells_have_roles": [
        "UPDATE cells SET role = NULL WHERE text = '≥8个'",
    ],
    "nothing_lost_unread_cells_have_an_issue": [
        "DELETE FROM issues WHERE code = 'unread_cell'",
        "UPDATE issues SET row_no = 98 WHERE code = 'unread_cell'",
        "UPDATE cells SET role = 'unread' WHERE text = '≥8个'",
    ],
    "nothing_lost_indicator_rows_come_out": [
        "DELETE FROM indicators WHERE indicator_id = 'p1-01'",
        "UPDATE indicators SET row_no = 50 WHERE indicator_id = 'p3-01'",
        "DELETE FROM indicators WHERE indicator_id IN ('p4-06', 'p4-07')",
        "UPDATE cells SET row_no = 3 WHERE text LIKE '【%'",
        "UPDATE indicators SET indicator_name = '机柜' WHERE indicator_id = 'p4-01'",
    ],
    "nothing_lost_values_come_out": [
        "DELETE FROM targets WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET value_text = '≥' WHERE indicator_id = 'p1-01'",
        "UPDATE cells SET text = '≥8个' || chr(10) || '≥9个' WHERE text = '≥8个'",
        "UPDATE cells SET text = '≥' || chr(10) || '8个' || chr(10) || '≥8个' WHERE text = '≥8个'",
        "DELETE FROM targets WHERE region = '西山镇'",
        "UPDATE targets SET region = '东河镇' WHERE region = '西山镇'",
        "UPDATE cells SET text = '西河镇' WHERE text = '西山镇'",
        "DELETE FROM results WHERE indicator_id = 'p4-01'",
        "UPDATE results SET actual_text = '59' WHERE indicator_id = 'p4-01'",
    ],
    "nothing_lost_indicators_have_targets": [
        "DELETE FROM targets WHERE indicator_id = 'p1-01'",
    ],
    "nothing_lost_doubtful_targets_have_an_issue": [
        "DELETE FROM issues WHERE code = 'target_unparsed'",
        "UPDATE issues SET code = 'duplicate_indicator' WHERE code = 'target_partly_parsed'",
    ],
    "nothing_lost_digits_are_accounted_for": [
        "UPDATE targets SET span_end = 2 WHERE indicator_id = 'p1-02'",
        "UPDATE targets SET span_start = NULL, span_end = NULL WHERE indicator_id = 'p1-05'",
        "UPDATE targets SET leftover = '二〇' WHERE indicator_id = 'p2-05'",
        "UPDATE targets SET value_text = '≥８个以及９人' WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET span_start = NULL, span_end = NULL WHERE indicator_id = 'p4-03' AND period = 'half'",
        "UPDATE targets SET span_end = 1 WHERE indicator_id = 'p4-05' AND region = '西山镇'; UPDATE targets SET span_start = 1 WHERE region = '西山镇'",
        "UPDATE results SET span_end = 1 WHERE indicator_id = 'p4-02'",
    ],
    "nothing_lost_numbers_in_characters_are_told": [
        "UPDATE targets SET kind = 'qualitative', status = 'clean', value_text = '每期三天' WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET status = 'clean', value_text = '专家两名、讲座十五场' WHERE indicator_id = 'p1-01'",
        "UPDATE results SET kind = 'qualitative', status = 'clean', actual_text = '支出十五点八万元' WHERE indicator_id = 'p4-01'",
    ],
    "nothing_lost_documents_count_what_they_hold": [
        "DELETE FROM cells WHERE text = '见附件'",
        "UPDATE documents SET n_tables = 5 WHERE status = 'partial'",
        "UPDATE documents SET n_projects = 4 WHERE status = 'partial'",
        "UPDATE documents SET n_indicators = 0 WHERE status = 'partial'",
    ],
    "nothing_lost_numbers_have_no_gap": [
        "UPDATE indicators SET indicator_no = 99 WHERE indicator_id = 'p1-03'",
        "UPDATE goals SET goal_no = 2 WHERE project_id = 'p1'",
        "UPDATE funding_items SET item_no = 0 WHERE project_id = 'p1'",
        "UPDATE targets SET target_no = 2 WHERE indicator_id = 'p1-03'",
        "UPDATE goals SET goal_no = 2 WHERE period = 'whole'",
        "UPDATE funds SET fund_no = 2 WHERE project_id = 'p4'",
        "UPDATE tasks SET task_no = 2",
        "UPDATE results SET result_no = 0 WHERE indicator_id = 'p4-01'",
    ],
    "nothing_invented_indicator_rows_are_printed": [
        "UPDATE indicators SET row_no = 50 WHERE indicator_id = 'p1-12'",
        "UPDATE indicators SET row_no = 2 WHERE indicator_id = 'p1-12'",
        "UPDATE indicators SET indicator_name = '名称' WHERE indicator_id = 'p4-01'",
        "UPDATE indicators SET row_no = 1 WHERE indicator_id = 'p4-01'",
        "UPDATE indicators SET row_no = 9 WHERE indicator_id = 'p4-05'",
        "UPDATE targets SET region = NULL WHERE region = '东河镇'; UPDATE targets SET region = NULL WHERE region = '西山镇'",
        "UPDATE indicators SET level2 = '质量指标' WHERE indicator_id = 'p4-05'",
        "UPDATE indicators SET indicator_name = '指标1:机柜数量(≥77台)' WHERE indicator_id = 'p4-06'; INSERT INTO indicators SELECT * REPLACE ('p4-08' AS indicator_id, '指标1:机柜数量' AS indicator_name) FROM indicators WHERE indicator_id = 'p4-07'; INSERT INTO indicators SELECT * REPLACE ('p4-09' AS indicator_id) FROM indicators WHERE indicator_id = 'p4-08'",
    ],
    "nothing_invented_words_are_in_their_cells": [
        "UPDATE targets SET value_text = '≥9个' WHERE indicator_id = 'p1-01'",
        "UPDATE indicators SET row_no = 3 WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET value_text = '≥78台' WHERE indicator_id = 'p4-06'",
        "UPDATE indicators SET value_source = 'target' WHERE indicator_id = 'p4-06'",
        "UPDATE targets SET value_text = '9个' WHERE region = '东河镇'",
        "UPDATE targets SET operator_text = '≤' WHERE indicator_id = 'p4-01'",
        "UPDATE targets SET measure_unit_column_text = '座' WHERE indicator_id = 'p4-01'",
        "UPDATE results SET actual_text = '59' WHERE indicator_id = 'p4-01'",
        "UPDATE results SET weight = '11' WHERE indicator_id = 'p4-01'",
        "UPDATE results SET score = '10.5' WHERE indicator_id = 'p4-01'",
        "UPDATE results SET deviation_reason = '无' WHERE indicator_id = 'p4-01'",
        "UPDATE indicators SET nature = '定性' WHERE indicator_id = 'p4-01'",
        "UPDATE indicators SET weight = '11' WHERE indicator_id = 'p4-01'",
        "UPDATE indicators SET standard = '名录' WHERE indicator_id = 'p4-01'",
        "UPDATE indicators SET remark = '备注' WHERE indicator_id = 'p4-01'",
        "UPDATE indicators SET description = '描述' WHERE indicator_id = 'p4-01'",
    ],
    "nothing_invented_blank_cells_have_no_role": [
        "UPDATE cells SET role = 'field' WHERE text = chr(12288)",
        "UPDATE cells SET text = chr(160) WHERE text = '≥8个'",
    ],
    "nothing_invented_operators_have_a_source": [
        "UPDATE targets SET operator = '=' WHERE indicator_id = 'p1-02'",
        "UPDATE targets SET operator = NULL WHERE indicator_id = 'p1-01'",
        "UPDATE results SET operator = '=' WHERE indicator_id = 'p4-01'",
    ],
    "nothing_invented_operators_are_printed": [
        "UPDATE targets SET operator = '=', operator_source = 'symbol' WHERE indicator_id = 'p1-02'",
        "UPDATE targets SET operator = '<=', operator_source = 'word' WHERE indicator_id = 'p1-06'",
        "UPDATE targets SET operator = '<=', operator_source = 'word' WHERE indicator_id = 'p2-03'",
        "UPDATE targets SET span_start = NULL, span_end = NULL WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET operator_text = '≤' WHERE indicator_id = 'p4-01'",
        "UPDATE targets SET operator_text = '定性' WHERE indicator_id = 'p4-01'",
        "UPDATE targets SET operator_source = 'column' WHERE indicator_id = 'p1-01'",
        "UPDATE results SET operator = '>=', operator_source = 'symbol' WHERE indicator_id = 'p4-02'",
    ],
    "nothing_invented_units_are_printed": [
        "UPDATE targets SET measure_unit_text = NULL WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET measure_unit_text = '套' WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET measure_unit_column_text = '座' WHERE indicator_id = 'p4-01'",
        "UPDATE results SET measure_unit = '处' WHERE indicator_id = 'p4-01'",
        "UPDATE targets SET measure_unit_text = '个每处' WHERE indicator_id = 'p1-01'",
        _two_of_a_list("3/≥8个", 1, 2, 5),
        _two_of_a_list("3，8个", 1, 2, 4),
    ],
    "nothing_invented_years_are_printed": [
        "UPDATE targets SET year_source = 'text' WHERE indicator_id = 'p1-06'",
        "UPDATE targets SET due_end = DATE '2026-12-31' WHERE indicator_id = 'p1-05'",
        "UPDATE targets SET year_source = 'fiscal_year' WHERE indicator_id = 'p2-03'",
        "UPDATE targets SET year_source = NULL WHERE indicator_id = 'p1-05'",
        "UPDATE projects SET fiscal_year = NULL WHERE project_id = 'p1'",
    ],
    "nothing_invented_amounts_have_a_unit": [
        "UPDATE projects SET amount_unit = NULL WHERE project_id = 'p1'",
        "UPDATE projects SET amount_unit = ' ' WHERE project_id = 'p1'",
        "UPDATE projects SET amount_unit = NULL WHERE project_id = 'p4'",
        "UPDATE funds SET text = '121.00' WHERE project_id = 'p4'",
    ],
    "nothing_invented_fiscal_years_are_printed": [
        "UPDATE projects SET fiscal_year = 2024 WHERE project_id = 'p1'",
        "UPDATE projects SET fiscal_year_source = NULL WHERE project_id = 'p1'",
        "UPDATE projects SET fiscal_year = 2024, fiscal_year_source = 'file' WHERE project_id = 'p1'",
    ],
    "nothing_invented_form_fields_are_printed": [
        "UPDATE form_fields SET text = '别的项目' WHERE field = 'project_name'",
        "UPDATE form_fields SET row_no = row_no + 1",
        "UPDATE funds SET row_no = row_no + 1 WHERE row_no IS NOT NULL",
    ],
    "nothing_invented_fields_belong_to_the_kind": [
        "UPDATE targets SET change = 'rise' WHERE kind = 'qualitative'",
        "UPDATE targets SET kind = 'qualitative' WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET kind = 'quantity' WHERE indicator_id = 'p1-10'",
        "UPDATE targets SET kind = 'missing' WHERE indicator_id = 'p1-05'",
        "UPDATE targets SET due_end = NULL WHERE indicator_id = 'p1-05'",
        "UPDATE targets SET operator = '=', operator_source = 'column' WHERE indicator_id = 'p1-10'",
        "UPDATE results SET kind = 'qualitative' WHERE indicator_id = 'p4-01'",
    ],
    "one_bad_file_rejected_says_why": [
        "DELETE FROM issues WHERE code = 'damaged_pdf'",
        "UPDATE issues SET severity = 'note' WHERE code = 'damaged_pdf'",
    ],
    "one_bad_file_rejected_gives_nothing": [
        "UPDATE documents SET status = 'rejected'",
        "UPDATE projects SET document_id = 'fedcba9876543210' WHERE project_id = 'p3'",
        "UPDATE indicators SET document_id = 'fedcba9876543210' WHERE project_id = 'p3'",
    ],
    "one_bad_file_others_have_projects": [
        "UPDATE documents SET status = 'parsed' WHERE status = 'rejected'",
    ],
    "one_bad_file_partial_says_why": [
        "UPDATE documents SET status = 'parsed' WHERE status = 'partial'",
        "UPDATE issues SET severity = 'note'",
    ],
    "consistent_ids_refer": [
        "UPDATE cells SET document_id = 'x' WHERE text = '见附件'",
        "UPDATE projects SET document_id = 'x' WHERE project_id = 'p1'",
        "UPDATE issues SET document_id = 'x' WHERE code = 'damaged_pdf'",
        "UPDATE goals SET project_id = 'x' WHERE project_id = 'p1'",
        "UPDATE funding_items SET project_id = 'x' WHERE project_id = 'p1'",
        "UPDATE indicators SET project_id = 'x' WHERE indicator_id = 'p1-01'",
        "UPDATE indicators SET document_id = 'fedcba9876543210' WHERE indicator_id = 'p1-01'",
        "UPDATE reconciliations SET project_id = 'x' WHERE project_id = 'p1'",
        "UPDATE issues SET project_id = 'x' WHERE code = 'target_missing'",
        "UPDATE issues SET project_id = 'p2' WHERE code = 'target_missing'",
        "UPDATE issues SET indicator_id = 'x' WHERE code = 'target_missing'",
        "UPDATE targets SET indicator_id = 'x' WHERE indicator_id = 'p1-01'",
        "UPDATE reconciliation_items SET indicator_id = 'x' WHERE indicator_id = 'p1-07'",
        "UPDATE reconciliation_items SET quantity_indicator_id = 'p2-01' WHERE indicator_id = 'p1-07'",
        "UPDATE funds SET project_id = 'x' WHERE project_id = 'p4'",
        "UPDATE tasks SET project_id = 'x'",
        "UPDATE results SET indicator_id = 'x' WHERE indicator_id = 'p4-01'",
        "UPDATE reconciliation_items SET second_indicator_id = 'p2-01' WHERE indicator_id = 'p1-07'",
    ],
    "consistent_units_and_projects_match": [
        "UPDATE projects SET unit_code = '999999' WHERE project_id = 'p1'",
        "UPDATE budget_units SET fiscal_year = 2024 WHERE unit_code = '351101'",
        "DELETE FROM budget_units WHERE unit_code = '351101'",
    ],
    "consistent_codes_are_known": [
        "UPDATE indicators SET level1_code = 'quantity' WHERE indicator_id = 'p1-01'",
        "UPDATE indicators SET level2_code = 'output' WHERE indicator_id = 'p1-01'",
        "UPDATE indicators SET scheme = '2009' WHERE indicator_id = 'p1-01'",
        "UPDATE issues SET code = 'x' WHERE code = 'damaged_pdf'",
        "UPDATE issues SET severity = 'note' WHERE code = 'damaged_pdf'",
    ],
    "consistent_bounds_and_operators": [
        "UPDATE targets SET low = 316 WHERE indicator_id = 'p1-02'",
        "UPDATE targets SET low = 3 WHERE indicator_id = 'p1-02'",
        "UPDATE targets SET high = 9 WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET low_inclusive = false WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET operator = '>' WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET operator = '<' WHERE indicator_id = 'p1-03'",
        "UPDATE targets SET low = 0 WHERE indicator_id = 'p1-03'",
        "UPDATE targets SET operator = 'range' WHERE indicator_id = 'p1-03'",
        "UPDATE targets SET operator = '=' WHERE indicator_id = 'p1-03'",
        "UPDATE results SET low = 57 WHERE indicator_id = 'p4-01'",
    ],
    "consistent_base_bounds": [
        "UPDATE targets SET base_high = 162.8 WHERE indicator_id = 'p1-08'",
        "UPDATE targets SET base_low = NULL WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET base_high = 1 WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET factor = NULL WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET factor = 0.1 WHERE indicator_id = 'p1-12'",
        "UPDATE results SET base_low = 57 WHERE indicator_id = 'p4-01'",
    ],
    "consistent_dates_are_ordered": [
        "UPDATE targets SET due_start = DATE '2026-01-01' WHERE indicator_id = 'p1-06'",
        "UPDATE targets SET due_precision = NULL WHERE indicator_id = 'p1-06'",
        "UPDATE targets SET due_start = DATE '2025-01-01' WHERE indicator_id = 'p1-05'",
        "UPDATE targets SET due_precision = 'day' WHERE indicator_id = 'p1-01'",
    ],
    "consistent_spans_lie_in_the_text": [
        "UPDATE targets SET span_end = 99 WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET span_start = -1 WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET span_start = 3, span_end = 2 WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET span_start = NULL WHERE indicator_id = 'p1-01'",
        "INSERT INTO targets SELECT * REPLACE (2 AS target_no) FROM targets WHERE indicator_id = 'p1-01'",
        "INSERT INTO targets SELECT * REPLACE (2 AS target_no, 1 AS span_start) FROM targets WHERE indicator_id = 'p1-01'",
        "INSERT INTO targets SELECT * REPLACE (3 AS target_no) FROM targets WHERE indicator_id = 'p4-04'; UPDATE targets SET target_no = 2 WHERE target_no = 3",
        "UPDATE results SET span_end = 4 WHERE indicator_id = 'p4-02'",
    ],
    "consistent_target_texts_are_their_values": [
        "UPDATE indicators SET target_text = '≥8个 | ≥9个' WHERE indicator_id = 'p1-01'",
        "UPDATE indicators SET target_text = NULL WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET value_text = '≥9个' WHERE indicator_id = 'p1-01'",
        "DELETE FROM targets WHERE region = '西山镇'",
        "UPDATE indicators SET target_text = indicator_name WHERE indicator_id = 'p4-04'",
    ],
    "consistent_status_and_leftover": [
        "UPDATE targets SET leftover = '个' WHERE indicator_id = 'p1-01'",
        "UPDATE targets SET leftover = '' WHERE indicator_id = 'p2-02'",
        "UPDATE targets SET kind = 'missing' WHERE indicator_id = 'p2-05'",
        "UPDATE targets SET kind = 'unparsed' WHERE indicator_id = 'p1-10'",
        "UPDATE results SET leftover = '处' WHERE indicator_id = 'p4-01'",
    ],
    "consistent_reconciliations_add_up": [
        "DELETE FROM reconciliations WHERE project_id = 'p3'",
        "UPDATE reconciliations SET budget_total = 1 WHERE project_id = 'p3'",
        "UPDATE reconciliations SET cost_total = 1 WHERE project_id = 'p1'",
        "UPDATE reconciliations SET difference = 75 WHERE project_id = 'p1'",
        "UPDATE reconciliations SET reason = NULL WHERE project_id = 'p3'",
        "UPDATE reconciliations SET reason = 'no_budget' WHERE project_id = 'p1'",
        "UPDATE reconciliations SET status = 'differs' WHERE project_id = 'p1'",
        "UPDATE reconciliation_items SET amount = 1 WHERE indicator_id = 'p1-08'",
    ],
    "consistent_keys_are_unique": [
        *(f"INSERT INTO {name} FROM {name} LIMIT 1" for name in TABLES),
        "UPDATE goals SET goal_no = 1 WHERE project_id = 'p4'; UPDATE goals SET period = 'annual' WHERE project_id = 'p4'",
    ],
    "consistent_values_are_listed": [
        *(
            f"UPDATE {table.name} SET {column.name} = 'no such value'"
            for table in TABLES.values()
            for column in table.columns
            if column.values
        ),
    ],
    "consistent_items_are_computed": [
        "UPDATE reconciliation_items SET amount = 30000 WHERE indicator_id = 'p1-07'",
        "UPDATE reconciliation_items SET quantity = NULL WHERE indicator_id = 'p1-07'",
        "UPDATE reconciliation_items SET quantity_indicator_id = NULL WHERE indicator_id = 'p1-07'",
        "UPDATE reconciliation_items SET amount = NULL WHERE indicator_id = 'p1-08'",
        "UPDATE reconciliation_items SET amount = 1 WHERE indicator_id = 'p3-02'",
    ],
}


@pytest.fixture(scope="module")
def connection(wide_database, tmp_path_factory):
    """A copy of the good database, to plant faults in and take them back."""
    path = tmp_path_factory.mktemp("faulty") / wide_database.name
    path.write_bytes(wide_database.read_bytes())
    with duckdb.connect(str(path)) as connection:
        yield connection


def test_every_check_has_a_fault_that_it_must_find():
    assert set(FAULTS) == set(CHECKS)


def test_every_check_passes_on_a_good_dataset(wide_database):
    found = warehouse.check(wide_database)
    assert [check.name for check in found] == sorted(CHECKS)
    assert not [(check.name, check.rows) for check in found if check.rows]


def test_a_check_is_titled_in_both_languages(database):
    assert warehouse.check(database)[0].title.startswith("一致：基本单位的界限等于印出的界限乘换算系数")
    assert " / Consistent: base bounds are" in warehouse.check(database)[0].title


@pytest.mark.parametrize(("name", "fault"), [(name, fault) for name, faults in FAULTS.items() for fault in faults])
def test_a_check_fails_on_a_fault_of_its_kind(name, fault, connection):
    connection.execute("BEGIN")
    try:
        connection.execute(fault)
        assert connection.execute(CHECKS[name].text).fetchall()
    finally:
        connection.execute("ROLLBACK")
