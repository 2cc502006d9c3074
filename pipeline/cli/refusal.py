"""What commands say on standard error, and how they end if they cannot do what they were asked."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import typer

from pipeline.cli import screen
from pipeline.cli.exitcodes import ExitCode
from pipeline.rules import files


def say(message: str) -> None:
    """Prints a message on standard error."""
    with suppress(OSError):  # nobody may be listening; the exit code tells
        screen.console(stderr=True).print(message, markup=False)


def refuse(message: str) -> NoReturn:
    """Says why a command cannot be done, and ends the program."""
    say(message)
    raise typer.Exit(ExitCode.WRONG_USAGE)


def write(path: Path | None, suffix: str, out: Path, made: Callable[[Path], None]) -> None:
    """Has a file written, if it was asked for; `out` is the dataset that it tells of. A word about it goes to standard
    error, since the file may be standard output.
    """
    if path is None:
        return
    try:
        files.written(path, suffix, out, made)
    except files.NotWritten as error:
        refuse(str(error))
    say(f"written to {path}")
