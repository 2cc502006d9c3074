"""python -m pipeline: how the program begins and ends, whatever becomes of its screen."""

import os
import sys
from contextlib import suppress

INTERRUPTED, NOBODY_LISTENS, UNPRINTABLE = 130, 141, 4
"""Exit codes. The first two are what a shell reports of a program that SIGINT or SIGPIPE has ended."""


def main() -> int:
    """Runs the command line; its exit code. Standard output that fails ends it in a word, or in silence if it is a pipe
    that nobody reads any more (`| head`), as with other programs.
    """
    try:
        from pipeline.cli import app  # takes a second, in which Ctrl-C may come

        app(prog_name="python -m pipeline")
    except SystemExit as end:  # the command line ends so, whatever it met; what that was stands in the context
        if isinstance(end.__context__, BrokenPipeError):
            return _ended(NOBODY_LISTENS)
        if isinstance(getattr(end.__context__, "__cause__", None), KeyboardInterrupt):
            return _ended(INTERRUPTED, "interrupted")
        return end.code
    except KeyboardInterrupt:
        return _ended(INTERRUPTED, "interrupted")
    except OSError as error:
        if error.filename is None:
            return _ended(UNPRINTABLE, f"standard output cannot be written ({error.strerror})")
        return _ended(2, f"{error.filename}: {error.strerror}")
    return 0


def _ended(code: int, said: str = "") -> int:
    """The exit code, after a word on standard error. What is left in the buffers goes nowhere, or Python would complain
    of it at its own end.
    """
    with suppress(OSError, ValueError):
        if said:
            print(said, file=sys.stderr)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    return code


if __name__ == "__main__":
    sys.exit(main())
