"""What is laid on the page stays in its folder and within its limits, whatever it is called and however it comes."""

import json
import ntpath
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from pipeline.serve import names
from pipeline.serve import room as rooms
from pipeline.serve.room import Limits
from pipeline.serve.server import Visit
from tests.serve.conftest import open_page

DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10))}
SMALL = Limits(document=100, documents=150, number=3)
HOSTILE = [
    "../../../etc/cron.d/x", "..\\..\\windows\\x.docx", "/etc/passwd", "C:\\x.docx", "~/.ssh/authorized_keys", "..", ".", "", "/", "\\",
    "a\0b.docx", "\n\r\x1b[2J.docx", "\u202excod.docx", "名" * 500 + ".docx", "a/" * 400 + "b.docx", "-rf", "CON", "$(reboot).docx",
    "'; DROP TABLE documents; --.docx", "<script>alert(1)</script>.docx", "\udcff.docx", "\uffff.docx", "甲?乙#丙%2F丁.docx",
    "file:///etc/passwd", "\\\\server\\share\\x.docx", "//server/share/x.docx", "\\\\?\\C:\\x.docx", "a.docx::$DATA", "nul", "COM1.xlsx", "Aux .docx",
    "a.docx.", "a.docx ", "...", " ", "\u2028.docx", "\ufeff.docx", "%2e%2e%2fx.docx", "..%5cx.docx", "名" * 7_000,
]  # fmt: skip


@pytest.fixture
def narrow(tmp_path):
    (tmp_path / "page").mkdir()
    with open_page(tmp_path / "page", SMALL) as page:
        yield page


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_no_name_leads_out_of_the_folder(served, name):
    before = {path for path in served.room.folder.parent.rglob("*")}
    kept = served.add(name, b"what it holds")
    new = [path for path in served.room.folder.parent.rglob("*") if path not in before and path.is_file()]
    assert [path.read_bytes() for path in new] == [b"what it holds"]
    assert new[0] == served.room.folder / "raw" / kept
    assert new[0].resolve().is_relative_to(served.room.folder / "raw")
    assert [one["name"] for one in served.state()["documents"]] == [kept]


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_every_name_can_be_kept_on_windows_too(name):
    for part in names.place(name).parts:
        assert not set(part) & set('<>:"|?*\\') and part[-1] not in " ."
        assert (
            not ntpath.isreserved(part) if hasattr(ntpath, "isreserved") else part.split(".")[0].upper() not in DEVICES
        )
        assert len(part.encode()) < 255


def test_five_hundred_documents_that_are_dropped_at_once_are_all_kept(served):
    every = [f"{number}.docx" for number in range(500)]
    with ThreadPoolExecutor(20) as visitors:
        assert list(visitors.map(lambda name: served.add(name, name.encode()), every)) == every
    assert {one["name"] for one in served.state()["documents"]} == {*every}
    assert all((served.room.folder / "raw" / name).read_bytes() == name.encode() for name in every)


def test_visitors_who_say_nothing_keep_nobody_waiting(served):
    with ExitStack() as silent:
        for _ in range(300):
            silent.enter_context(socket.create_connection(("127.0.0.1", served.port), timeout=20))
        assert served.add("a.docx", b"x") == "a.docx"
        assert served.state()["phase"] == "waiting"


def test_of_two_tabs_that_begin_a_run_at_once_one_does(served, monkeypatch):
    monkeypatch.setattr(rooms, "work", _endless)
    served.add("a.docx", b"x")
    with ThreadPoolExecutor(8) as tabs:
        assert sorted(tabs.map(lambda _: served.ask("POST", "run")[0], range(8))) == [200, *[409] * 7]
    served.ask("POST", "stop")


def test_names_that_are_taken_get_a_folder_of_their_own(served):
    assert [served.add(name, b"x") for name in ("甲", "甲", "甲/乙", "甲/乙", "丙/丁", "丙")] == [
        "甲", "2/甲", "3/甲/乙", "4/甲/乙", "丙/丁", "2/丙",
    ]  # fmt: skip


def test_a_document_that_is_too_large_is_refused_before_it_is_read(narrow):
    status, _, content = narrow.ask("POST", "documents/a.docx", Content_Length="101")
    assert (status, json.loads(content)) == (413, {"refused": "document_too_large"})
    assert narrow.add("a.docx", b"x" * 100) == "a.docx"
    assert narrow.add("b.docx", b"x" * 51) == "documents_too_large"
    assert [narrow.add("b.docx", b"x"), narrow.add("c.docx", b"x")] == ["b.docx", "c.docx"]
    assert narrow.add("d.docx", b"x") == "too_many_documents"


def test_documents_that_come_at_once_are_held_to_the_same_limits(narrow):
    kept = []
    many = [threading.Thread(target=lambda n=n: kept.append(narrow.add(f"{n}.docx", b"x" * 60))) for n in range(12)]
    for one in many:
        one.start()
    for one in many:
        one.join()
    stored = sum(path.stat().st_size for path in narrow.room.folder.rglob("*") if path.is_file())
    assert stored == 120 and len([one for one in kept if one.endswith(".docx")]) == 2


@pytest.mark.parametrize("size", ["-1", "1e3", "²", "0x10", "", "1, 1", " "])
def test_a_size_that_is_no_number_is_refused(served, size):
    assert served.ask("POST", "documents/a.docx", Content_Length=size)[0] == 411
    assert served.state()["documents"] == []


def test_a_document_without_a_size_is_refused(served):
    status, _, _ = served.ask("POST", "documents/a.docx", Transfer_Encoding="chunked", Content_Length="5")
    assert status == 411
    assert served.ask("POST", "documents/a.docx")[0] == 411


def test_a_document_that_ends_early_is_not_kept(served):
    head = f"POST /{served.token}/documents/a.docx HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nOrigin: http://127.0.0.1:{served.port}\r\n"
    answer = served.raw(f"{head}Content-Length: 100\r\n\r\nshort".encode())
    assert b"ended_early" in answer
    assert [path for path in served.room.folder.rglob("*") if path.is_file()] == []


def test_a_visitor_who_says_nothing_is_let_go_and_keeps_nobody_waiting(served, monkeypatch):
    monkeypatch.setattr(Visit, "timeout", 0.3)
    head = f"POST /{served.token}/documents/a.docx HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nOrigin: http://127.0.0.1:{served.port}\r\n"
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as slow:
        slow.sendall(f"{head}Content-Length: 100\r\n\r\nshort".encode())
        assert served.add("b.docx", b"x") == "b.docx"
        assert slow.recv(1000) == b""
    assert [path.name for path in served.room.folder.rglob("*") if path.is_file()] == ["b.docx"]


def test_what_stands_behind_a_request_is_no_request(served):
    inner = f"POST /{served.token}/documents/b.docx HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nOrigin: http://127.0.0.1:{served.port}\r\nContent-Length: 1\r\n\r\nx"
    for path, origin in (
        ("clear", f"http://127.0.0.1:{served.port}"),
        ("clear", "http://evil.example"),
        ("state", "x"),
    ):
        outer = f"POST /{served.token}/{path} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nOrigin: {origin}\r\nContent-Length: {len(inner)}\r\n\r\n{inner}"
        assert served.raw(outer.encode()).count(b"HTTP/1.1 ") == 1
    assert served.state()["documents"] == []


def test_nothing_is_changed_while_a_run_is_at_work(served, monkeypatch):
    monkeypatch.setattr(rooms, "work", _endless)
    served.add("a.docx", b"x")
    assert served.ask("POST", "run")[0] == 200
    process = served.room._run._process
    assert [served.add("b.docx", b"x"), json.loads(served.ask("POST", "run")[2]), json.loads(served.ask("DELETE", "documents/a.docx")[2])] == [
        "running", {"refused": "running"}, {"refused": "running"}]  # fmt: skip
    assert served.state() == {
        "documents": [{"name": "a.docx", "bytes": 1}],
        "phase": "running",
        "stage": "read",
        "done": 0,
        "total": 0,
    }
    served.ask("POST", "stop")
    assert not process.is_alive()
    assert served.state() == {"documents": [{"name": "a.docx", "bytes": 1}], "phase": "waiting"}
    assert [path.name for path in served.room.folder.iterdir()] == ["raw"]


def test_a_run_that_is_killed_is_told_and_can_be_begun_again(served, monkeypatch):
    monkeypatch.setattr(rooms, "work", _endless)
    served.add("a.docx", b"x")
    served.ask("POST", "run")
    served.room._run._process.kill()
    assert served.finished()["phase"] == "failed"
    assert served.ask("POST", "run")[0] == 200
    served.ask("POST", "clear")
    assert served.state() == {"documents": [], "phase": "waiting"}


def test_a_run_without_documents_is_refused(served):
    assert json.loads(served.ask("POST", "run")[2]) == {"refused": "no_documents"}


def test_a_full_disk_is_told(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    (tmp_path / "page").mkdir()
    monkeypatch.setattr(rooms, "_copy", full)
    with open_page(tmp_path / "page") as page:
        assert page.ask("POST", "documents/a.docx", b"x")[0] == 507
        assert page.state()["documents"] == []


def test_a_document_is_removed_by_its_name_alone(served):
    other = Path(served.room.folder) / "other"
    other.write_bytes(b"x")
    served.add("甲/乙.docx", b"x")
    for name in ("..%2Fother", "甲", "%2e%2e/other"):
        served.ask("DELETE", f"documents/{quote(name, safe='%/')}")
    assert other.exists() and len(served.state()["documents"]) == 1
    served.ask("DELETE", "documents/%E7%94%B2%2F%E4%B9%99.docx")
    assert served.state()["documents"] == []


def test_all_is_gone_when_the_page_is_closed(tmp_path):
    (tmp_path / "page").mkdir()
    with open_page(tmp_path / "page") as page:
        page.add("a.docx", b"x")
    assert not (tmp_path / "page").exists()


def _endless(*_):
    threading.Event().wait()
