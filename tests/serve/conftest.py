"""The page, opened for one test, and who visits it."""

import http.client
import json
import socket
import threading
from contextlib import contextmanager
from urllib.parse import quote

import pytest

from pipeline.rules import book
from pipeline.serve.room import Limits, Room, removed
from pipeline.serve.server import Server


class Served:
    """An open page, and requests to it: by default those that its own script would make."""

    def __init__(self, server, room):
        self.server, self.room = server, room
        self.port, self.token = server.guard.port, server.guard.token

    def ask(self, method, path, body=None, token=None, **headers):
        """The status, the headers and the content of an answer; a header that is None is left out."""
        origin = f"http://127.0.0.1:{self.port}"
        sent = {"Host": f"127.0.0.1:{self.port}", "Origin": None if method == "GET" else origin} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, f"/{self.token if token is None else token}/{path}", skip_host=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        if body is not None and "Content-Length" not in sent:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, answer.headers, content

    def add(self, name, content):
        """The name that a document is kept under, or why it is not."""
        told = json.loads(self.ask("POST", f"documents/{quote(name, safe='', errors='surrogatepass')}", content)[2])
        return told.get("name") or told["refused"]

    def state(self):
        return json.loads(self.ask("GET", "state")[2])

    def raw(self, sent):
        """What comes back for these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def finished(self, seconds=180):
        """What a run came to."""
        for _ in range(int(seconds / 0.2)):
            if (state := self.state())["phase"] != "running":
                return state
            threading.Event().wait(0.2)
        raise TimeoutError("the run does not end")


@contextmanager
def open_page(folder, limits=None):
    """A page whose files stand in a folder; they are gone when it is closed."""
    room = Room(folder, limits or Limits())
    with Server(room, book.default()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield Served(server, room)
        server.shutdown()
        thread.join()
        room.clear()
    removed(folder)


@pytest.fixture
def served(tmp_path):
    """A page without documents."""
    (tmp_path / "page").mkdir()
    with open_page(tmp_path / "page") as page:
        yield page
