"""The screen in Chinese and in English: every text has both, and one is said at a time."""

import ast
import inspect
import re
from contextlib import redirect_stdout
from io import StringIO
from string import Formatter

import pytest
from typer.main import get_command

from pipeline.cli import language
from pipeline.cli.app import app
from pipeline.cli.screen import Screen, show_table
from pipeline.cli.wide import places
from pipeline.load import sqlfiles, warehouse
from pipeline.schema.tables import TABLES
from tests.whole_run.command import ROOT, shell

SAYING = {"say", "refuse", "said", "counted", "note", "stage", "over", "_say", "Told"}
"""What is called with a text to be said."""
SAID_OTHERWISE = {"columns", "criteria", "library", "parameters", "system"}
"""Parts of the Chinese texts that are no texts of the code: names of columns and parameters, and what others say."""
ENGLISH = re.compile(r"(?<![\w/.`'<-])[A-Za-z][a-z]+(?: [a-z]+)+")
"""Two English words after each other, as no code and no name of a file has them."""
TYPES = re.compile(r"<[a-z]+[^|>]*>|\[required\]")
"""Types of the code, which say nothing to people."""
CHINESE = re.compile(r"[一-鿿]")


SOURCES = {path: path.read_text(encoding="utf-8") for path in (ROOT / "pipeline").rglob("*.py")}
FAULTS = set(re.findall(r"^class (\w+)\(Told\b", "\n".join(SOURCES.values()), re.M))


def _texts() -> set[str]:
    """Every English text that the code says, and the help of every command."""
    found = set()
    for path, source in SOURCES.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and _name(node.func) in SAYING | FAULTS and "layout/" not in path.as_posix():
                found |= {
                    one.value
                    for argument in node.args[:2]
                    for one in _parts(argument)
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found | set(_helps(get_command(app)))


def _parts(node: ast.AST):
    """A node and all below it, without what a value is picked by."""
    yield node
    for one in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.Subscript) and one is node.slice):
            yield from _parts(one)


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _helps(command):
    if command.help:
        yield inspect.cleandoc(command.help)
    yield from (help_ for one in command.params if (help_ := getattr(one, "help", None)))
    for one in getattr(command, "commands", {}).values():
        yield from _helps(one)


def test_every_text_has_its_chinese_one():
    assert sorted(text for text in _texts() if text and text not in language.chinese()) == []


def test_no_chinese_text_is_left_over():
    source, told = "".join(SOURCES.values()), _texts()
    parts = {name: part for name, part in language.texts().items() if name not in SAID_OTHERWISE}
    assert [
        one
        for part in parts.values()
        for one in part
        if one not in told
        and f'"{one}"' not in source
        and one not in ("error", "warning", "note", "parsed", "partial", "rejected")
    ] == []


@pytest.mark.parametrize("english", language.chinese())
def test_both_languages_name_the_same_facts(english):
    names = [
        sorted(name for _, name, _, _ in Formatter().parse(text) if name)
        for text in (english, language.chinese()[english])
    ]
    assert names[0] == names[1]


def test_every_column_of_a_question_is_headed_in_chinese(built):
    headed = {column.name for table in TABLES.values() for column in table.columns} | language.chinese().keys()
    for file in sqlfiles.read("queries"):
        assert set(warehouse.query(built / warehouse.NAME, file.text).columns) <= headed, file.name


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        *([one, "--help"] for one in ("run", "report", "review", "check", "sql", "explain", "layout", "diff", "serve")),
        ["runn"],
        ["run", "--jobs", "many"],
        ["run", "--jubs", "2"],
        ["sql"],
        ["explain", "95%", "--year", "12"],
        ["run", "no-such-folder", "out"],
        ["sql", "no-such-file.sql"],
    ],
    ids=" ".join,
)
def test_no_english_is_said_in_chinese(arguments):
    done = shell(*arguments, PIPELINE_LANG="zh")
    printed = re.sub(r"python -m pipeline( \w+)?", "", (done.stdout + done.stderr).decode())
    assert not ENGLISH.findall(printed)
    assert not TYPES.findall(printed)


def test_a_row_that_is_shown_as_a_list_is_headed_in_chinese_too():
    out, columns = Screen(file=StringIO(), width=30), ("fiscal_year", "unit_code", "unit_name", "budget_total_yuan")
    language.speak("zh")
    show_table(out, columns, [(2025, "351101", "某局", 1000)])
    language.speak("en")
    assert not re.findall("[a-z]+", out.file.getvalue())


COMMANDS = ["", *get_command(app).commands, "rules evidence", "cache clear"]


@pytest.mark.parametrize("spoken", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_a_screen_and_is_whole(command, spoken, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    language.speak(spoken)
    with redirect_stdout(StringIO()) as said:
        language.helped(app)([*command.split(), "--help"], standalone_mode=False)
    language.speak("en")
    shown = said.getvalue()
    assert max(map(places, shown.splitlines())) <= 80
    assert "..." not in shown.replace("[ARGS]...", "").replace("]...", "")
    assert not re.search(r"^ +[，。；：、）]", shown, re.M)


@pytest.mark.parametrize("command", ["report", "review", "check"])
def test_one_language_at_a_time(built, command):
    chinese = shell("--lang", "zh", command, built).stdout.decode()
    assert CHINESE.search(chinese.splitlines()[-1])
    english = shell(command, built, PIPELINE_LANG="en").stdout.decode()
    assert english.splitlines()[-1].isascii()
    assert chinese != english


@pytest.mark.parametrize(
    ("arguments", "variables", "spoken"),
    [
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "PIPELINE_LANG": "zh"}, "zh"),
        (["--lang", "en", "report"], {"PIPELINE_LANG": "zh"}, "en"),
        (["--lang=zh"], {"LANG": "en_US.UTF-8"}, "zh"),
        (["explain", "--", "--lang=zh"], {"LANG": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_option_goes_before_the_variable_and_that_before_the_system(monkeypatch, arguments, variables, spoken):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "PIPELINE_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language.of(arguments) == spoken
