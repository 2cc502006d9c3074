"""Only the page itself speaks to its server: every other request is turned away, and told nothing."""

import json
import random
from http import HTTPStatus

import pytest

from pipeline.serve.guard import HEADERS

FORBIDDEN = b"Forbidden"
WITHOUT_HEADERS = {b"", *(status.phrase.encode() for status in HTTPStatus)}
"""Answers to a request that names no version of HTTP; none to one that ends early."""
CHANGES = [("POST", "documents/a.docx"), ("POST", "run"), ("POST", "clear"), ("POST", "end"), ("DELETE", "documents/a")]


def is_untouched(served):
    return served.state() == {"phase": "waiting", "documents": []}


@pytest.mark.parametrize("path", ["", "state", "files/report"])
@pytest.mark.parametrize("token", ["", "x", "..", "%2e", "the first half", "one more letter", "in capitals"])
def test_without_the_word_of_the_address_nobody_is_let_in(served, token, path):
    own = served.token
    made = {"the first half": own[:20], "one more letter": own + "A", "in capitals": own.upper()}
    status, headers, content = served.ask("GET", path, token=made.get(token, token))
    assert (status, content) == (403, FORBIDDEN)
    assert own not in str(headers)


@pytest.mark.parametrize(
    "host", [None, "", "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}"]
)
def test_a_name_that_was_turned_to_this_machine_is_refused(served, host):
    status, _, content = served.ask("GET", "state", Host=host and host.format(port=served.port))
    assert (status, content) == (403, FORBIDDEN)


@pytest.mark.parametrize("origin", [None, "null", "", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:1",
                                    "http://localhost:{port}", "https://127.0.0.1:{port}", "http://127.0.0.1:{port}.evil.example"])  # fmt: skip
@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_another_site_changes_nothing(served, method, path, origin):
    status, _, content = served.ask(method, path, b"x", Origin=origin and origin.format(port=served.port))
    assert (status, content) == (403, FORBIDDEN)
    assert is_untouched(served)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_embeds_or_links_to_is_refused(served, site):
    assert served.ask("GET", "state", Sec_Fetch_Site=site)[0] == 403
    assert served.ask("GET", "state", Origin="http://evil.example")[0] == 403
    assert served.ask("GET", "state", Sec_Fetch_Site="same-origin")[0] == 200


def test_no_other_site_is_allowed_to_ask_with_a_document(served):
    status, headers, _ = served.ask("OPTIONS", "documents/a.docx", Origin="http://evil.example",
                                    Access_Control_Request_Method="POST")  # fmt: skip
    assert status == 501
    assert not [name for name in headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("path", ["", "state", "files/none", "nowhere"])
def test_every_answer_is_kept_nowhere_and_shown_in_no_other_page(served, path):
    _, headers, _ = served.ask("GET", path)
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "python" not in str(headers).lower()


def test_the_page_runs_its_own_script_alone(served):
    _, headers, content = served.ask("GET", "")
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy
    assert b"http:" not in content.replace(b"http://www.w3.org/2000/svg", b"") and b"https:" not in content


@pytest.mark.parametrize(
    "key", ["../raw/a", "..%2fraw%2fa", "%2e%2e/raw/a", "/etc/passwd", "report", "raw/a", "a%00b", ""]
)
def test_only_what_a_run_made_is_handed_out(served, key):
    served.add("a", b"secret")
    status, _, content = served.ask("GET", f"files/{key}")
    assert status == 404 and b"secret" not in content


def test_whatever_bytes_come_the_page_goes_on(served):
    rnd = random.Random(20251128)
    start = f"GET /{served.token}/state HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n\r\n".encode()
    for _ in range(300):
        sent = bytearray(start)
        for _ in range(rnd.randint(1, 6)):
            place = rnd.randrange(len(sent))
            sent[place : place + rnd.randint(0, 3)] = rnd.randbytes(rnd.randint(0, 3))
        answer = served.raw(bytes(sent))
        assert answer.startswith(b"HTTP/1.") or answer in WITHOUT_HEADERS, sent
    assert is_untouched(served)


@pytest.mark.parametrize("sent", [b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00",
                                  b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
                                  b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 500 + b"\r\n",
                                  b"<script>alert(1)</script> / HTTP/1.1\r\n\r\n"])  # fmt: skip
def test_an_answer_to_nonsense_repeats_nothing_of_it(served, sent):
    answer = served.raw(sent)
    assert b"script" not in answer and b"aaaa" not in answer
    assert is_untouched(served)


def test_the_state_is_json_that_no_browser_takes_for_a_page(served):
    served.add("<img src=x onerror=alert(1)>.docx", b"x")
    _, headers, content = served.ask("GET", "state")
    assert headers["Content-Type"] == "application/json" and headers["X-Content-Type-Options"] == "nosniff"
    assert json.loads(content)["documents"][0]["name"] == "_img src=x onerror=alert(1)_.docx"
