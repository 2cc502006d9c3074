"""What a change of the rules gains, loses and changes, by folder and by git revision; rules without a use."""

import shutil
import subprocess

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.model.target import Context
from pipeline.reports import corpus, rule_diff, rule_evidence
from pipeline.reports.rule_diff import CHANGED, GAINED, LOST
from pipeline.rules import book
from pipeline.rules.book import RuleError

CORPUS = tuple((text, Context(fiscal_year=2025)) for text in ("≥8个", "同比95%", "12月底前", "2成", "有效保障", "2榀"))


@pytest.fixture
def rules(tmp_path):
    """A copy of the rules to change."""
    return shutil.copytree(book.FOLDER, tmp_path / "rules")


@pytest.fixture
def texts(tmp_path):
    """A corpus as a file of one text a line."""
    path = tmp_path / "texts.txt"
    path.write_text("\n".join(text for text, _ in CORPUS), encoding="utf-8")
    return path


def change(folder, file, old, new):
    path = folder / "values" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def differences(old, new):
    (_, before), (_, after) = rule_diff.grammar(str(old)), rule_diff.grammar(str(new))
    return [(one.what, one.text, one.before, one.after) for one in rule_diff.differences(before, after, CORPUS)]


def diff(*arguments):
    result = CliRunner().invoke(app, ["diff", *map(str, arguments)])
    return result.exit_code, result.output + result.stderr


# ── Gained, lost, changed ────────────────────────────────────────────────────────────────────────────────


def test_the_same_rules_differ_in_nothing(rules):
    assert differences(book.FOLDER, rules) == []


def test_what_is_read_better_is_gained_and_the_other_way_round_lost(rules):
    change(rules, "words.csv", "同比,unclear,,同比增长5%,language\n", "")
    ((what, text, before, after),) = differences(book.FOLDER, rules)
    assert (what, text, before, after) == (GAINED, "同比95%", "95% (left over: 同比)", "95%")
    assert [one[0] for one in differences(rules, book.FOLDER)] == [LOST]


def test_what_is_read_as_something_else_is_changed(rules):
    change(rules, "units.csv", "成,成,ratio,1,1/10", "成,成,ratio,1,1/5")
    assert [one[:2] for one in differences(book.FOLDER, rules)] == [(CHANGED, "2成")]


def test_the_command_prints_counts_and_fails_if_something_is_lost(rules, texts):
    change(rules, "words.csv", "同比,unclear,,同比增长5%,language\n", "")
    gained, lost = diff(book.FOLDER, rules, "--corpus", texts), diff(rules, book.FOLDER, "--corpus", texts)
    assert gained[0] == 0 and "6 texts: 1 gained, 0 lost, 0 changed" in gained[1]
    assert lost[0] == 1 and "6 texts: 0 gained, 1 lost, 0 changed" in lost[1]


# ── Rules, corpora ───────────────────────────────────────────────────────────────────────────────────────


def test_rules_are_taken_from_a_git_revision(rules):
    def git(*arguments):
        who = ["-c", "user.name=t", "-c", "user.email=t@t.invalid"]
        subprocess.run(["git", *who, *arguments], cwd=rules, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "before")
    change(rules, "units.csv", "成,成,ratio,1,1/10", "成,成,ratio,1,1/5")
    old = rule_diff.value_rules("HEAD", folder=rules)
    assert old == book.default().values
    assert old != rule_diff.value_rules(str(rules))


def test_the_working_copy_is_a_dot():
    assert rule_diff.value_rules(".") == rule_diff.value_rules("pipeline/rules")


@pytest.mark.parametrize("place", ["no-such-revision", "--output=x", "tests/rules"])
def test_what_is_neither_folder_nor_revision_is_said(place):
    exit_code, output = diff("--", place, ".")
    assert exit_code == 2 and place in output and "revision" in output


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("units.csv", "unit,spellings", "einheit,spellings"),
        ("units.csv", "成,成,ratio,1,1/10", "成,成,ratio,1,ten"),
        ("patterns.toml", "{number}", "{numbr}"),
        ("patterns.toml", "[pieces]", "[pieces"),
        ("patterns.toml", "[written]", "[writen]"),
    ],
)
def test_broken_rules_are_said_with_their_place(rules, file, old, new):
    change(rules, file, old, new)
    with pytest.raises(RuleError, match="rules: "):
        rule_diff.grammar(str(rules))
    assert diff(".", rules)[0] == 2


def test_a_missing_file_of_rules_is_said(rules):
    (rules / "values" / "units.csv").unlink()
    with pytest.raises(RuleError, match=r"units\.csv"):
        rule_diff.grammar(str(rules))


def test_a_corpus_is_a_csv_file_with_contexts_or_a_text_a_line(tmp_path, texts):
    table = tmp_path / "texts.csv"
    table.write_text("text,fiscal_year\n12月,2025\n12月,2025\n12月,\n", encoding="utf-8")
    assert tuple(corpus.values(table)) == (("12月", Context(2025)), ("12月", Context()))
    assert [text for text, _ in corpus.values(texts)] == [text for text, _ in CORPUS]


@pytest.mark.parametrize("content", [None, "value\n8个\n"])
def test_a_corpus_that_cannot_be_read_is_said(tmp_path, content):
    table = tmp_path / "texts.csv"
    if content:
        table.write_text(content, encoding="utf-8")
    assert diff(".", ".", "--corpus", table)[0] == 2


def test_the_known_corpus_holds_the_cases():
    assert ("≥8个", Context()) in corpus.values()


# ── Rules without a use ──────────────────────────────────────────────────────────────────────────────────


def test_rules_that_no_text_uses_are_listed():
    rules, grammar = rule_diff.grammar(".")
    unused = set(rule_evidence.unused(rules, grammar, CORPUS))
    assert {("patterns.toml", "tolerance"), ("units.csv", "吨 t"), ("words.csv", "同比")} - unused == {
        ("words.csv", "同比")
    }
    assert not unused & {("patterns.toml", "quantity"), ("units.csv", "成"), ("operators.csv", "≥")}


def test_the_command_lists_them(texts):
    exit_code, output = diff(".", ".", "--corpus", texts, "--unused")
    assert exit_code == 0 and "rules that no text uses" in output and "tolerance" in output
