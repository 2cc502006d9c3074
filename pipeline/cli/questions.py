"""The questions of `sql/queries/`, by number and name."""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from pipeline.cli.answers import refuse
from pipeline.cli.language import is_chinese, said

if TYPE_CHECKING:
    from pipeline.load.sqlfiles import SqlFile

SENTENCE = re.compile(r".*?[.?。？]")


def show() -> None:
    """Prints the number, the name and the title of each question."""
    from pipeline.cli import screen
    from pipeline.load import sqlfiles

    files = sqlfiles.read("queries")
    rows = [(one.number, one.name, _first_sentence(one.zh if is_chinese() else one.en)) for one in files]
    screen.show_table(screen.console(), ("no", "question", "title"), rows)
    screen.console().print("\n" + said("`sql 01` asks the first of them, `sql -c` one of your own in SQL"))


def text(asked: str) -> str:
    """The SQL of a question, or of a file; ends the program if there is neither."""
    from pipeline.load import sqlfiles
    from pipeline.rules import files

    known = {name: one for one in sqlfiles.read("queries") for name in _names(one)}
    if not Path(asked).exists() and asked in known:
        return known[asked].text
    if not Path(asked).exists() and not asked.endswith(".sql"):
        _refuse(asked, [one.name for one in known.values()])
    try:
        return files.text(Path(asked))
    except files.NotRead as error:
        refuse(error)


def _first_sentence(text: str) -> str:
    """The first sentence of a text over lines.

    >>> _first_sentence("Which is the\\nlargest? Only of the year.")
    'Which is the largest?'
    """
    return (SENTENCE.match(" ".join(text.split("\n"))) or [text])[0]


def _names(question: "SqlFile") -> tuple[str, ...]:
    """What a question may be called by: 01, 1, its name, or all of the name of its file."""
    return question.number, question.number.lstrip("0"), question.name, f"{question.number}_{question.name}"


def _refuse(asked: str, known: list[str]) -> NoReturn:
    if near := get_close_matches(asked, known, 1):
        refuse("{asked}: there is no such question; did you mean {near}?", asked=asked, near=near[0])
    refuse("{asked}: there is no such question; `sql` lists them, and `sql -c` asks one in SQL", asked=asked)
