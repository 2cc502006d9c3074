"""The SQL files: where they are, and what the comment at the head of each says."""

import re
from dataclasses import dataclass
from pathlib import Path

import pipeline

_PACKAGE = Path(pipeline.__file__).parent
_HEADER = re.compile(r"(?:--.*\n)+")
_SCOPE, _NEEDS = "scope: ", "needs: "


@dataclass(frozen=True, slots=True)
class SqlFile:
    """A file of SQL. `zh` and `en` are the two parts of its head comment, parted there by a line of only `--`.

    `scope` is what its last line says, if that is `-- scope: …`: `project` for a question that looks at one project at
    a time, so that each document can be asked alone, `dataset` for one that compares projects or documents.
    `needs` is what a line before it says, `-- needs: …`: the rows of a table, `results` or `targets WHERE …`, without
    which the question finds nothing. Planning it costs more than looking for one. `number` is what the file's name begins
    with.
    """

    name: str
    text: str
    zh: str
    en: str
    scope: str | None = None
    needs: str | None = None
    number: str = ""

    @property
    def title(self) -> str:
        """The first line of each language."""
        return " / ".join(part.partition("\n")[0] for part in (self.zh, self.en))


def folder() -> Path:
    """Where `sql/` is: inside an installed package, beside the package in a checkout."""
    return next(path for path in (_PACKAGE / "sql", _PACKAGE.parent / "sql") if path.is_dir())


def read(kind: str) -> list[SqlFile]:
    """The files of `sql/<kind>/` in the order of their names; a number before the name orders and is not part of it."""
    return [_read(path) for path in sorted((folder() / kind).glob("*.sql"))]


def _read(path: Path) -> SqlFile:
    text = path.read_text(encoding="utf-8")
    header = _HEADER.match(text)
    lines = [line.removeprefix("--").strip() for line in header[0].splitlines()] if header else []
    scope, needs = _said(lines, _SCOPE), _said(lines, _NEEDS)
    zh, _, en = "\n".join(lines).partition("\n\n")
    number, _, name = path.stem.partition("_")
    if not number.isdecimal():
        number, name = "", path.stem
    return SqlFile(name, text, zh, en, scope, needs, number)


def _said(lines: list[str], what: str) -> str | None:
    """Takes the last line off if it says this, and gives what it says."""
    return lines.pop().removeprefix(what) if lines and lines[-1].startswith(what) else None
