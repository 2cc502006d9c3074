"""The language in which the program speaks: English, as its texts stand in the code, or Chinese.

The Chinese texts are data, in `rules/data/texts/screen.toml`, each under the English one.
"""

import inspect
import locale
import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from importlib.resources import files
from io import StringIO
from typing import Any

from typer import Context, Typer
from typer.core import TyperGroup
from typer.main import get_command

from pipeline.cli.given import plainly
from pipeline.cli.wide import Wide
from pipeline.model.told import Told

ENGLISH, CHINESE = "en", "zh"
VARIABLE = "PIPELINE_LANG"
KINDS = {"<str>": "TEXT", "<path>": "PATH", "<int range>": "NUMBER", "<float range>": "NUMBER"}
"""What the values of options are called; the library calls them by their types in the code."""
_spoken: dict[str, str] = {}
"""The Chinese texts by the English ones while Chinese is spoken, empty while English is."""


def of(arguments: list[str]) -> str:
    """The language of a call: that of its option --lang, else of the variable PIPELINE_LANG, else of the locale."""
    asked = _option(arguments) or os.environ.get(VARIABLE) or _locale()
    return CHINESE if asked.lower().startswith(CHINESE) else ENGLISH


def _option(arguments: list[str]) -> str:
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for place, one in enumerate(before):
        if one == "--lang":
            return "".join(before[place + 1 : place + 2])
        if one.startswith("--lang="):
            return one.partition("=")[2]
    return ""


def _locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    return locale.getlocale()[0] or ""  # of systems that have no such variables


def speak(language: str) -> None:
    """Has all that follows said in this language."""
    _spoken.clear()
    _spoken.update(chinese() if language == CHINESE else {})


def chinese() -> dict[str, str]:
    """The Chinese texts by the English ones."""
    return {english: told for part in texts().values() for english, told in part.items()}


def _filled(told: str, found: re.Match[str]) -> str:
    return told.format(**found.groupdict())


@cache
def texts() -> dict[str, dict[str, str]]:
    """The parts of the Chinese texts, by what they are said of."""
    data = files("pipeline.rules") / "data" / "texts" / "screen.toml"
    return tomllib.loads(data.read_text(encoding="utf-8"))


def is_chinese() -> bool:
    """Whether Chinese was asked for."""
    return bool(_spoken)


def _text(english: str) -> str:
    return _spoken.get(english, english)


def helped(app: Typer) -> Callable[..., Any]:
    """The commands with their help in the language of the call."""
    command = get_command(app)
    _translate(command)
    return command


def _translate(command: Any) -> None:
    """Has a command and all below it explain themselves in the language of the call."""
    command.help = _text(inspect.cleandoc(command.help)) if command.help else None
    if is_chinese():
        command.short_help = (command.help or "").partition("。")[0]
        command.get_help = partial(_help, command.get_help)
    for parameter in command.get_params(Context(command)):
        _name(parameter)
        plainly(parameter)
    for one in getattr(command, "commands", {}).values():
        _translate(one)


def _help(in_english: Callable[[Any], str], context: Any) -> str:
    context.formatter_class = type("ForChinese", (Wide, type(context.make_formatter())), {})
    return of_library(in_english(context))


def _name(parameter: Any) -> None:
    """What a parameter takes is called in words: an argument by its name, an option by the kind of its value."""
    if getattr(parameter, "help", None):
        parameter.help = _text(parameter.help)
    if parameter.param_type_name == "argument":
        parameter.metavar = _text(parameter.name.upper())
        parameter.display_type_rich = lambda ctx: ""
    elif not parameter.is_flag:
        in_code = parameter.display_type_rich
        parameter.display_type_rich = lambda ctx: _text(KINDS.get(kind := in_code(ctx), kind))


class Commands(TyperGroup):
    """Commands whose wrong use is told in the language of the call."""

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        with _told():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: Any) -> Any:
        with _told():
            return super().invoke(ctx)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        if is_chinese() and hasattr(error, "format_message"):  # as the library's faults have, which show themselves
            error.show = partial(_show, error.show)  # type: ignore[attr-defined]
        raise


def _show(show: Callable[..., None], file: Any = None) -> None:
    said_in_english = StringIO()
    show(file=said_in_english)
    print(of_library(said_in_english.getvalue()), end="", file=file or sys.stderr)


def of_library(text: str) -> str:
    """What the library of the command line says, in Chinese: it has no translations of its own."""
    for english, told in texts()["library"].items():
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(english))
        text = re.sub(pattern, partial(_filled, told), text)
    return text


def said(what: str | Told, **facts: Any) -> str:
    """A text, or a fault, in the language of the call, with its facts filled in."""
    if isinstance(what, Told):
        return said(what.text, **what.facts)
    told = {name: said(fact) if isinstance(fact, Told) or name == "reason" else fact for name, fact in facts.items()}
    return _text(what).format(**told) if told else _text(what)


def counted(number: int, what: str) -> str:
    """A number of things in words.

    >>> counted(1, "row"), counted(0, "row")
    ('1 row', '0 rows')
    """
    if is_chinese():
        return f"{number} {_text(what)}"
    return f"{number} {what}{'' if number == 1 else 's'}"


def in_language(row: Mapping[str, Any], name: str) -> str:
    """What a row says in a column that it has for each language, such as message_zh and message_en."""
    return str(row[f"{name}_{CHINESE if is_chinese() else ENGLISH}"] or "")


def criterion(chinese: str) -> str:
    """A criterion of the review, which the dataset names in Chinese."""
    if is_chinese():
        return chinese
    return next((english for english, told in texts()["criteria"].items() if told == chinese), chinese)


def columns() -> dict[str, tuple[str, str]]:
    """What columns of questions are called that no table has, (zh, en)."""
    return {name: (told, name) for name, told in texts()["columns"].items()}


def name_of(column: str) -> str:
    """How a column is headed: by its name, or in Chinese by its label, if the schema or the texts have one."""
    if not is_chinese():
        return column
    if (told := _text(column)) != column:
        return told
    from pipeline.schema.tables import TABLES

    labels = (one.labels[0] for table in TABLES.values() for one in table.columns if one.name == column)
    return next(labels, column)
