"""The command that opens the page on this machine."""

import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli.answers import refuse, say
from pipeline.cli.exitcodes import ExitCode


def serve(
    port: Annotated[int, typer.Option(help="the port to listen on; 0 for a free one", min=0, max=65535)] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="open the page in the browser, or print its address only")
    ] = True,
    seconds: Annotated[float, typer.Option(help="what a document may take before it is rejected", min=0.1)] = 120,
) -> None:
    """Open a page on this machine to drop documents on. It gives the review and the dataset, without a terminal."""
    from pipeline.rules import book
    from pipeline.serve.room import Limits, Room, removed
    from pipeline.serve.server import Server

    folder = Path(tempfile.mkdtemp(prefix="budget-targets-"))
    room = Room(folder, Limits(seconds=seconds))
    try:
        with _ended_by_signals(), _listening(Server, room, book.default(), port) as server:
            say("the page is {address} ; Ctrl-C ends it and removes all files", address=server.guard.address)
            if browser:
                _open(server.guard.address)
            server.serve_forever()
    except KeyboardInterrupt:
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    finally:
        room.clear()
        removed(folder)


@contextmanager
def _listening(server: Any, room: Any, rules: Any, port: int) -> Iterator[Any]:
    try:
        made = server(room, rules, port)
    except OSError as error:
        refuse("port {port} cannot be listened on: {reason}; choose another", port=port, reason=error.strerror)
    with made:
        yield made


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """SIGTERM and SIGHUP end the page as Ctrl-C does, so that no file is left behind."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    former = {number: signal.signal(number, signal.default_int_handler) for number in numbers}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _open(address: str) -> None:
    """Opens the page, in a thread of its own: a browser of the terminal would not give the word back."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()
