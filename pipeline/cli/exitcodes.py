"""The exit codes of every command, one line each in docs/commands.md."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a program that calls this one is told. The last two are what a shell reports of a program that SIGINT or
    SIGPIPE has ended.
    """

    DONE = 0
    FAILED = 1
    """No output was made; or a check finds bad rows, a change of the rules loses readings, a page is out of date."""
    WRONG_USAGE = 2
    SOME_REJECTED = 3
    UNPRINTABLE = 4
    INTERRUPTED = 130
    NOBODY_LISTENS = 141
