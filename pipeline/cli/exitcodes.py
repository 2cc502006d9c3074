"""The exit codes of every command, one line each in docs/commands.md."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a program that calls this one is told. Those over 128 are what a shell reports of a program that a signal
    has ended: SIGHUP, SIGINT, SIGPIPE, SIGTERM.
    """

    DONE = 0
    FAILED = 1
    """No output was made; or a check finds bad rows, a change of the rules loses readings, a page is out of date."""
    WRONG_USAGE = 2
    SOME_REJECTED = 3
    UNPRINTABLE = 4
    HUNG_UP = 129
    INTERRUPTED = 130
    NOBODY_LISTENS = 141
    TERMINATED = 143
