"""python -m pipeline, or budget-targets where installed: how it begins and ends, whatever becomes of its screen."""

import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

from pipeline.cli.exitcodes import ExitCode
from pipeline.cli.visible import visible

SET_UP = "run `make pipeline` once, then `. .venv/bin/activate`; without make see README.md"


def main() -> str | int | None:
    """Runs the command line; its exit code. Standard output that fails ends it in a word, or in silence if it is a pipe
    that nobody reads any more (`| head`), as with other programs.
    """
    _without_numpy()
    try:
        from pipeline.cli import language  # takes a second, in which Ctrl-C may come
        from pipeline.cli.app import app

        language.speak(language.of(sys.argv[1:]))
        language.helped(app)(prog_name=_called())
    except SystemExit as end:  # the command line ends so, whatever it met; what that was stands in the context
        if isinstance(end.__context__, BrokenPipeError):
            return _ended(ExitCode.NOBODY_LISTENS)
        if isinstance(getattr(end.__context__, "__cause__", None), KeyboardInterrupt):
            return _ended(ExitCode.INTERRUPTED, "interrupted")
        return end.code
    except KeyboardInterrupt:
        return _ended(ExitCode.INTERRUPTED, "interrupted")
    except ImportError as error:  # of another environment than ours, as after `make pipeline` without `activate`
        if (error.name or "").startswith("pipeline"):
            raise
        python = f"{sys.executable} (Python {platform.python_version()})"
        return _ended(ExitCode.WRONG_USAGE, f"{python}: {error}; {SET_UP}")
    except OSError as error:
        if error.filename is None:
            return _ended(ExitCode.UNPRINTABLE, f"standard output cannot be written ({error.strerror})")
        return _ended(ExitCode.WRONG_USAGE, f"{error.filename}: {error.strerror}")
    return ExitCode.DONE


def _without_numpy() -> None:
    """Arrow and openpyxl load NumPy where they find it, which takes as long as they do; no command needs it."""
    sys.modules.setdefault("numpy", None)  # type: ignore[arg-type]


def _called() -> str:
    """How the program was called: as a module, or by the name under which it was installed."""
    name = Path(sys.argv[0]).stem
    return "python -m pipeline" if name == "__main__" else name


def _ended(code: ExitCode, said: str = "") -> ExitCode:
    """The exit code, after a word on standard error. What is left in the buffers goes nowhere, or Python would complain
    of it at its own end.
    """
    with suppress(OSError, ValueError):
        if said:
            print(visible(said), file=sys.stderr)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    return code


if __name__ == "__main__":
    sys.exit(main())
