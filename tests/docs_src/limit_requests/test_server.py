"""What a limit in memory, and the server's own limit, do in real processes."""

from __future__ import annotations

import socket
from collections import Counter
from pathlib import Path

import pytest

from tests.docs_src.deployment.serving import HOST, Server, serving

COMMAND = ["uvicorn", "main:app", "--port", "{port}"]


def folder(root: Path) -> Path:
    """Return where the example is."""
    return root / "docs_src/limit_requests/app"


def test_each_worker_counts_for_itself(root: Path) -> None:
    """Two workers let in twice as many, and then nobody."""
    command = [*COMMAND, "--workers", "2", "--timeout-worker-healthcheck", "60"]
    found: Counter[int] = Counter()
    with serving(command, folder(root)) as server:

        def ask() -> bool:
            found[server.get("/weather").status] += 1
            return found[200] == 6

        server.wait_for(ask, "an answer for the sixth time")
    assert set(found) <= {200, 429}


def test_a_restart_forgets(root: Path) -> None:
    """A new process begins to count anew."""
    for _ in range(2):
        with serving(COMMAND, folder(root)) as server:
            assert [server.get("/weather").status for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize(("proxy", "last"), [("", 200), ("10.0.0.5", 429)])
def test_a_trusted_proxy_tells_the_address(root: Path, proxy: str, last: int) -> None:
    """A proxy on the same machine is trusted unless another one is named instead."""
    options = ["--forwarded-allow-ips", proxy] if proxy else []
    with serving([*COMMAND, *options], folder(root)) as server:
        visitors = [{"X-Forwarded-For": f"198.51.100.{i}"} for i in range(4)]
        found = [server.get("/weather", visitor).status for visitor in visitors]
    assert found == [200, 200, 200, last]


@pytest.mark.parametrize(("limit", "idle"), [("1", 0), ("2", 1), ("3", 2)])
def test_the_server_limits_connections(root: Path, limit: str, idle: int) -> None:
    """With as many open as the limit says, the one that asks included, the answer is 503."""
    with serving([*COMMAND, "--limit-concurrency", limit], folder(root)) as server:
        opened = [_connect(server) for _ in range(idle)]
        refused = server.get("/weather")
        for connection in opened:
            connection.close()
    assert (refused.status, refused.text) == (503, "Service Unavailable")
    assert "retry-after" not in refused.headers


def _connect(server: Server) -> socket.socket:
    """Open a connection, and ask for nothing."""
    return socket.create_connection((HOST, server.port))
