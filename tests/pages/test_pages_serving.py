from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from pages_invented import invented
from starlette.testclient import TestClient

from wortlaut.errors import StoreError
from wortlaut.pages import app
from wortlaut.pages.serving import guarded, listen, web_address
from wortlaut.store import open_store


def test_a_taken_port_gives_way_to_the_next_free_one() -> None:
    with listen("127.0.0.1", 0) as first:
        taken = first.getsockname()[1]
        with listen("127.0.0.1", taken) as second:
            port = second.getsockname()[1]
            assert taken < port <= taken + 50
            assert web_address(second) == f"http://127.0.0.1:{port}/"


def test_an_address_that_is_not_ours_is_said_so() -> None:
    with pytest.raises(StoreError, match="--host or --port"):
        listen("192.0.2.1", 8000)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_an_address_of_ipv6_is_put_in_brackets() -> None:
    try:
        listening = listen("::1", 0)
    except StoreError:
        pytest.skip("this machine has no IPv6 loopback")
    with listening:
        assert web_address(listening).startswith("http://[::1]:")


def test_on_loopback_no_other_name_is_answered() -> None:
    pages = guarded(app(invented()), "127.0.0.1")
    assert TestClient(pages, base_url="http://127.0.0.1:8000").get("/").status_code == 200
    assert TestClient(pages, base_url="http://localhost:8000").get("/").status_code == 200
    assert (
        TestClient(guarded(app(invented()), "::1"), base_url="http://[::1]:8000").get("/").status_code == 200
    )
    assert TestClient(pages, base_url="http://elsewhere.example").get("/").status_code == 400


def test_elsewhere_any_name_is_answered() -> None:
    pages = guarded(app(invented()), "0.0.0.0")
    assert TestClient(pages, base_url="http://desk.example").get("/").status_code == 200


def test_the_command_prints_its_address_serves_and_ends_at_an_interrupt(tmp_path: Path) -> None:
    open_store(tmp_path / "r.db", create=True).close()
    command = [sys.executable, "-m", "wortlaut", "serve", "--db", str(tmp_path / "r.db"), "--port", "0"]
    served = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert served.stdout is not None
        line = served.stdout.readline()
        address = next(word for word in line.split() if word.startswith("http://127.0.0.1:"))
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert b"wortlaut read" in answer.read()
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(f"{address}report/none", timeout=20)
        missing.value.close()
        os.kill(served.pid, signal.SIGINT)
        _, errors = served.communicate(timeout=20)
        assert (served.returncode, errors) == (0, "")
    finally:
        served.kill()
        served.communicate()


def test_a_record_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "wortlaut", "serve", "--db", str(tmp_path / "none.db"), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith("wortlaut: ")
    assert done.stderr.count("\n") == 1
