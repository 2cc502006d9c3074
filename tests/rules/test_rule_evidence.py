"""Why each rule is there: its origin holds, what it reads is counted, what is read otherwise without it is found."""

import shutil
from collections import Counter

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.model.target import Context
from pipeline.reports import corpus, rule_evidence, rule_need
from pipeline.reports.rule_entries import TAXONOMY
from pipeline.rules import book
from pipeline.rules.book import RuleError
from pipeline.transform.values import grammars

RULES = book.default()
MANY, FEW = "甲县 2024 自评表", "乙市 2025 申报表"
VALUES = {
    ("≥8个", Context()): frozenset([MANY, FEW]),
    ("5辆", Context()): frozenset([FEW]),
    ("100美元", Context()): frozenset(),
}
NAMES = {"资金到位率": frozenset([MANY]), "产出指标": frozenset(), "到位率分析": frozenset([FEW])}


@pytest.fixture(scope="module")
def grammar():
    return grammars.compile(RULES.values)


@pytest.fixture(scope="module")
def counted(grammar):
    """The evidence of a few texts by file and rule, as (published, forms, made_up)."""
    found = rule_evidence.evidence(RULES, grammar, VALUES, NAMES)
    return {(one.file, one.vocabulary, one.rule): (one.published, one.forms, one.made_up) for one in found.values()}


# ── Origins ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_rule_that_names_a_place_reads_a_text_of_it(grammar, built):
    """A place is written as part of what the tests call the document, or as part of the document's name."""
    read = rule_evidence.read_by(RULES, grammar, corpus.values(dataset=built), corpus.names(dataset=built))
    named = {entry: texts for entry, texts in read.items() if not entry.origin.isascii() and entry.file != TAXONOMY}
    assert len(named) > 300
    for entry, texts in named.items():
        places = frozenset().union(*texts)
        assert any(all(part in place for part in entry.origin.split()) for place in places), entry


def test_a_rule_without_a_place_says_language_or_synthetic():
    origins = Counter(entry.origin for entry in rule_evidence.of_values(RULES.values))
    assert {origin for origin in origins if origin.isascii()} == {"language", "synthetic"}


def test_a_class_names_the_regulation_that_defines_it():
    assert {row.origin[:2] for row in RULES.taxonomy} == {"财预"}


@pytest.fixture
def folder(tmp_path):
    """A copy of the rules to change."""
    return shutil.copytree(book.FOLDER, tmp_path / "rules")


def rewritten(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("values/units.csv", "≥8成,language", "≥8成, "),
        ("names/name_words.csv", "数据总量,天津市滨海新区财政局 2025", "数据总量,"),
        ("values/patterns.toml", 'origin = "synthetic"', 'origin = ""'),
        ("values/patterns.toml", 'origin = "synthetic"\n', ""),
    ],
)
def test_a_rule_without_an_origin_is_refused(folder, file, old, new):
    rewritten(folder, file, old, new)
    with pytest.raises(RuleError, match="origin"):
        book.load(folder)


def test_rules_of_before_any_origin_can_be_compared(folder):
    path = folder / "values" / "magnitudes.csv"
    lines = [line.rpartition(",")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines), encoding="utf-8")
    older = book.value_rules(folder / "values", older=True)
    assert {rule.origin for rule in older.magnitudes} == {book.UNTOLD}
    assert older.units == RULES.values.units
    with pytest.raises(RuleError, match=r"magnitudes\.csv: the first line"):
        book.value_rules(folder / "values")


# ── What is read ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (("patterns.toml", "", "quantity"), (2, 2, 1)),
        (("operators.csv", "", "≥"), (1, 2, 0)),
        (("units.csv", "", "个"), (1, 2, 0)),
        (("units.csv", "", "辆"), (1, 1, 0)),
        (("units.csv", "", "美元 $ USD"), (0, 0, 1)),
        (("units.csv", "", "元 ¥ 圆 元钱 元人民币 人民币元 元整 RMB CNY"), (0, 0, 0)),
        (("name_words.csv", "share", "到位率"), (1, 1, 0)),
        (("taxonomy.csv", "2015", "产出指标 项目完成指标 产出值 产出目标 产出"), (0, 0, 1)),
    ],
)
def test_published_texts_their_forms_and_made_up_texts_are_counted(counted, rule, expected):
    assert counted[rule] == expected


def test_rules_without_any_evidence_come_first(counted):
    published = [one[0] for one in counted.values()]
    assert published == sorted(published) and next(iter(counted.values())) == (0, 0, 0)


def test_every_rule_of_values_and_names_is_listed(counted):
    rules = RULES.values
    parts = (rules.patterns, rules.characters, rules.units, rules.magnitudes, rules.numerals, rules.operators)
    parts += (rules.calendar, rules.words, rules.qualities, RULES.names, RULES.taxonomy, RULES.kin)
    assert len(counted) == sum(map(len, parts))


def test_the_command_lists_them(tmp_path, monkeypatch):
    cases = tmp_path / "cases.csv"
    cases.write_text("text,origin\n≥8个,甲县 2024\n", encoding="utf-8")
    monkeypatch.setattr(corpus, "CASES", cases)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["rules", "evidence", "--csv", "evidence.csv"])
    lines = (tmp_path / "evidence.csv").read_text(encoding="utf-8-sig").splitlines()
    assert result.exit_code == 0
    assert lines[0].startswith("file,vocabulary,rule,origin,published,forms,made_up")
    assert next(line for line in lines if line.startswith("operators.csv,,≥,")).split(",")[4:7] == ["1", "1", "0"]


def test_the_command_says_where_there_are_no_texts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["rules", "evidence"])
    assert result.exit_code == 2 and "name a corpus" in result.output + result.stderr


# ── What is needed ───────────────────────────────────────────────────────────────────────────────────────


def test_what_is_read_otherwise_without_a_rule_is_found(grammar):
    needed = rule_need.needed(RULES.values, grammar, VALUES)
    texts = {(entry.file, entry.name): {text for text, _ in values} for entry, values in needed.items()}
    assert texts["operators.csv", "≥"] == {"≥8个"}
    assert texts["units.csv", "辆"] == {"5辆"}
    assert texts["units.csv", "美元 $ USD"] == {"100美元"}
    assert texts["patterns.toml", "quantity"] == {text for text, _ in VALUES}
    assert texts["units.csv", "元 ¥ 圆 元钱 元人民币 人民币元 元整 RMB CNY"] == set()
    assert texts["words.csv", "同比"] == set()
