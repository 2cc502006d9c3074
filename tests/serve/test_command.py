"""The command that opens the page."""

import socket

from tests.whole_run.command import pipeline


def test_a_port_that_is_taken_is_refused_and_no_folder_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = pipeline("serve", "--no-browser", "--port", port)
    assert result.exit_code == 2
    assert f"port {port} cannot be listened on" in result.stderr and "choose another" in result.stderr
    assert list(tmp_path.iterdir()) == []
