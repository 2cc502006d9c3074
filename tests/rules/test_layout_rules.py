"""The rules of forms, classes and findings: each holds by its examples, none is dead, none contradicts another."""

import ast
import re
from collections import Counter
from operator import attrgetter
from string import Formatter

import pytest

from pipeline.extract.layout.words.labels import plain
from pipeline.load import sqlfiles
from pipeline.rules import book
from pipeline.schema.codes import ROLES
from pipeline.schema.tables.review import ISSUES
from tests.architecture.modules import MODULES, is_text
from tests.every import every

RULES = book.default()
LAYOUTS = RULES.layouts
PATTERNS = [(name, rule) for name, rules in LAYOUTS.text.items() for rule in rules]
CODES = RULES.issues
CHINESE = re.compile("[\u4e00-\u9fff]")

patterns = every("name, rule", PATTERNS, named=lambda name, rule: f"{name}: {rule.pattern.pattern}")
codes = every("rule", CODES.values(), named=attrgetter("code"))


def repeated(words):
    return [word for word, times in Counter(words).items() if times > 1]


# ── Patterns ─────────────────────────────────────────────────────────────────────────────────────────────


@patterns
def test_a_pattern_finds_its_examples_and_not_its_counter_examples(name, rule):
    assert rule.examples
    assert [text for text in rule.examples if not rule.pattern.search(text)] == []
    assert [text for text in rule.counter_examples if rule.pattern.search(text)] == []


@patterns
def test_an_example_is_found_by_its_own_pattern_first(name, rule):
    tried = [one for one in LAYOUTS.text[name] if one.field == rule.field]
    for text in rule.examples:
        assert next(one for one in tried if one.pattern.search(text)) is rule


@pytest.mark.parametrize("name", ["unit", "amount_unit", "fiscal_year", "formula", "goal_start"])
def test_what_a_pattern_finds_has_the_name_of_what_is_asked_for(name):
    asked = {"unit": {"unit_name"}, "goal_start": {"goal_no"}}.get(name, {name})
    for rule in LAYOUTS.text[name]:
        assert asked <= rule.pattern.groupindex.keys() <= asked | {"unit_code"}


# ── Labels and headers ───────────────────────────────────────────────────────────────────────────────────


def test_no_label_means_two_fields_and_no_header_two_columns():
    assert repeated(plain(label) for rule in LAYOUTS.fields for label in rule.labels) == []
    assert repeated(plain(header) for rule in LAYOUTS.columns for header in rule.headers) == []


def test_a_row_of_labels_alone_is_no_header():
    labels = {plain(label) for rule in LAYOUTS.fields for label in rule.labels}
    headed = [rule for rule in LAYOUTS.columns if rule.headers]
    named = {rule.name for rule in headed if labels.issuperset(map(plain, rule.headers))}
    assert not any(named.issuperset(table.needs) for table in LAYOUTS.tables)


def test_names_in_the_rules_are_declared_in_the_rules():
    fields, columns = {rule.name for rule in LAYOUTS.fields}, {rule.name for rule in LAYOUTS.columns}
    assert {name for table in LAYOUTS.tables for name in table.needs} <= columns
    assert {rule.field for rule in LAYOUTS.text["unlabelled"]} <= fields & set(ROLES)
    for layout in LAYOUTS.layouts:
        assert set(layout.fields) <= fields
        assert set(layout.columns) <= columns


def test_every_column_gives_a_role_that_the_schema_knows():
    assert {rule.role for rule in LAYOUTS.columns} <= set(ROLES)


def test_some_field_opens_a_form():
    assert [rule.name for rule in LAYOUTS.fields if rule.opens]


# ── Indicator classes ────────────────────────────────────────────────────────────────────────────────────


def test_every_class_below_another_has_its_parent_in_the_same_scheme():
    first = {(row.scheme, row.code) for row in RULES.taxonomy if row.level == "1"}
    for row in RULES.taxonomy:
        assert (row.level == "1" and not row.parent) or (row.level == "2" and (row.scheme, row.parent) in first), row


def test_no_label_means_two_classes_of_one_scheme_and_parent():
    assert repeated((row.scheme, row.parent, label) for row in RULES.taxonomy for label in row.labels) == []


def test_no_code_stands_twice_in_a_scheme():
    assert repeated((row.scheme, row.code) for row in RULES.taxonomy) == []


def test_a_code_has_one_label_in_all_schemes():
    assert repeated(code for code, _ in {(row.code, row.label) for row in RULES.taxonomy}) == []


def test_classes_are_required_or_not_and_say_where_that_is_written():
    assert {row.required for row in RULES.taxonomy} <= {"yes", ""}
    assert all(row.origin for row in RULES.taxonomy)


# ── Findings ─────────────────────────────────────────────────────────────────────────────────────────────

MAKERS = {"Finding", "Located", "Rejected"}


def made_findings():
    """(module, code, names that the enclosing function could fill in) of every finding that the source makes."""
    for module in (module for module in MODULES.values() if any(f"{maker}(" in module.source for maker in MAKERS)):
        for function in module.functions:
            nodes = list(ast.walk(function))
            dicts = (node for node in nodes if isinstance(node, ast.Dict))
            given = {key.value for node in dicts for key in node.keys if is_text(key)}
            for call in (node for node in nodes if isinstance(node, ast.Call)):
                if getattr(call.func, "id", "") in MAKERS and call.args and isinstance(call.args[0], ast.Constant):
                    yield module.name, call.args[0].value, given | {keyword.arg for keyword in call.keywords}


FOUND = sorted({(module, code, tuple(sorted(filter(None, given)))) for module, code, given in made_findings()})


@every("module, code, given", FOUND, named=lambda module, code, given: f"{module}: {code}")
def test_a_finding_has_a_rule_and_fills_its_message(module, code, given):
    assert code in CODES
    assert placeholders(CODES[code].message_en) <= set(given)


@codes
def test_no_rule_is_dead(rule):
    asked = (sqlfiles.folder() / "review" / f"{rule.code}.sql").exists()
    assert asked or [name for name, module in MODULES.items() if rule.code in module.texts]


def placeholders(message):
    """What a message is filled with. A word that differs by language has a name that ends in the language."""
    return {name.removesuffix("_zh").removesuffix("_en") for _, name, _, _ in Formatter().parse(message) if name}


@codes
def test_both_languages_of_a_message_say_the_same_things(rule):
    assert placeholders(rule.message_zh) == placeholders(rule.message_en)
    assert not placeholders(rule.action_zh) | placeholders(rule.action_en)


@codes
def test_a_rule_says_in_both_languages_what_is_wrong_and_what_to_do(rule):
    assert all(CHINESE.search(text) for text in (rule.message_zh, rule.action_zh))
    assert all(text and not CHINESE.search(text) for text in (rule.message_en, rule.action_en))
    assert not any(
        text.endswith(("。", ".")) for text in (rule.message_zh, rule.message_en, rule.action_zh, rule.action_en)
    )


@codes
def test_severity_and_criterion_are_those_of_the_schema(rule):
    allowed = {column.name: column.values for column in ISSUES.columns}
    assert rule.severity in allowed["severity"]
    assert rule.criterion in allowed["criterion"]
