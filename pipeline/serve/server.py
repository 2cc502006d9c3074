"""The page as a server on this machine alone, made of the standard library: one visitor, and no network."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from pipeline.rules.kinds.rulebook import Rulebook
from pipeline.serve import page
from pipeline.serve.guard import HEADERS, HOST, MADE_PAGE, Guard
from pipeline.serve.room import CHUNK, Refused, Room

DOCUMENTS, FILES = "documents/", "files/"
TOO_LARGE = ("document_too_large", "documents_too_large", "too_many_documents")
HTML, JSON, BYTES = "text/html; charset=utf-8", "application/json", "application/octet-stream"


class Server(ThreadingTCPServer):
    """Listens on this machine; a free port is taken if none is asked for. Raises OSError if the port is taken.

    It is no `HTTPServer`, which asks the network for the name of this machine.
    """

    daemon_threads = True
    request_queue_size = 64
    allow_reuse_address = sys.platform != "win32"  # where another program could take the port over

    def __init__(self, room: Room, rules: Rulebook, port: int = 0):
        super().__init__((HOST, port), Visit)
        self.room, self.guard = room, Guard(self.server_address[1])
        self.page, self.policy = page.made(rules, room.limits)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who went away in the middle is no fault, and nothing is printed for any."""


class Visit(BaseHTTPRequestHandler):
    """One request after the other of a visitor."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the two parts of an answer wait for each other
    timeout = 30
    """Seconds without a byte after which a visitor is let go."""

    def do_GET(self) -> None:
        with self._welcome(changes=False) as path:
            if path == "":
                self._answer(self.server.page, HTML, {"Content-Security-Policy": self.server.policy})
            elif path == "state":
                self._answer(self._state(), JSON)
            elif path and path.startswith(FILES) and (file := self.server.room.made(path.removeprefix(FILES))):
                self._file(file)
            elif path is not None:
                self.send_error(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        with self._welcome(changes=True) as path:
            done: dict[str, Callable[[], object]] = {
                "run": self.server.room.start,
                "stop": self.server.room.stop,
                "clear": self.server.room.clear,
                "end": self.server.shutdown,
            }
            if path and path.startswith(DOCUMENTS):
                self._take(unquote(path.removeprefix(DOCUMENTS), errors="replace"))
            elif path in done:
                self._do(done[path])
            elif path is not None:
                self.send_error(HTTPStatus.NOT_FOUND)

    def do_DELETE(self) -> None:
        with self._welcome(changes=True) as path:
            if path and path.startswith(DOCUMENTS):
                name = unquote(path.removeprefix(DOCUMENTS), errors="replace")
                self._do(lambda: self.server.room.remove(name))
            elif path is not None:
                self.send_error(HTTPStatus.NOT_FOUND)

    # ── Who comes, and with what ────────────────────────────────────────────────────────────────────────

    @contextmanager
    def _welcome(self, changes: bool) -> Iterator[str | None]:
        """The path of a request behind the word of the address; None after an answer to those who are not let in."""
        path = self.server.guard.rest(urlsplit(self.path).path)
        if path is None or not self.server.guard.is_own(self.headers, changes):
            self.send_error(HTTPStatus.FORBIDDEN)
            yield None
            return
        try:
            yield path
        except Refused as refused:
            code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if str(refused) in TOO_LARGE else HTTPStatus.CONFLICT
            self._refuse(code, str(refused))
        except (ConnectionError, TimeoutError):
            self.close_connection = True
        except OSError:
            self._refuse(HTTPStatus.INSUFFICIENT_STORAGE, "not_stored")

    def _take(self, name: str) -> None:
        """Keeps the document that the body of the request is."""
        size = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (size.isascii() and size.isdecimal()):
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
            return
        kept = self.server.room.add(name, self.rfile, int(size))
        self._answer(json.dumps({"name": kept}).encode(), JSON)

    def _do(self, what: Callable[[], object]) -> None:
        """Does something for which no body is needed; one that comes along is not read, nor what stands behind it."""
        self.close_connection = self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers
        what()
        self._answer(self._state(), JSON)

    def _state(self) -> bytes:
        return json.dumps(self.server.room.state()).encode()

    # ── Answers ─────────────────────────────────────────────────────────────────────────────────────────

    def _answer(self, content: bytes, kind: str, more: dict[str, str] | None = None) -> None:
        self._begin(HTTPStatus.OK, kind, len(content), more or {})
        self.wfile.write(content)

    def _file(self, path: Path) -> None:
        """A file that a run made: a page to be looked at, or a file to be taken along."""
        is_page = path.suffix == ".html"
        more = {"Content-Security-Policy": MADE_PAGE} if is_page else {"Content-Disposition": _attached(path.name)}
        with path.open("rb") as file:
            self._begin(HTTPStatus.OK, HTML if is_page else BYTES, path.stat().st_size, more)
            while chunk := file.read(CHUNK):
                self.wfile.write(chunk)

    def _refuse(self, code: HTTPStatus, reason: str) -> None:
        """An answer that tells the page why; what the request still sends is not read."""
        self.close_connection = True
        content = json.dumps({"refused": reason}).encode()
        self._begin(code, JSON, len(content), {"Connection": "close"})
        self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """An answer without a word of what was asked."""
        self.close_connection = True
        content = HTTPStatus(code).phrase.encode()
        self._begin(code, "text/plain", len(content), {"Connection": "close"})
        with suppress(ConnectionError):
            self.wfile.write(content)

    def _begin(self, code: int, kind: str, size: int, more: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(size), **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def version_string(self) -> str:
        """Nothing of the program and its version is told to those who ask."""
        return "budget-targets"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed: requests hold names of documents."""


def _attached(name: str) -> str:
    """A file to be kept under its name (RFC 6266, RFC 8187)."""
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"
