"""An app that opens and closes something, started and stopped for real."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import HOST, LIMIT, serving

EXAMPLE = "deployment/tutorial001"

COMMANDS = {
    "fastapi": ["fastapi", "run", "tutorial001.py", "--host", "127.0.0.1", "--port", "{port}"],
    "uvicorn": ["uvicorn", "tutorial001:app", "--host", "127.0.0.1", "--port", "{port}"],
}


def test_huts_are_listed(client: TestClient) -> None:
    """The first path answers at once."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]


def test_the_forecast_takes_its_time(client: TestClient) -> None:
    """The second answers after a second."""
    response = client.get("/forecast")
    assert response.json() == {"forecast": "Snow above 1800 m"}
    assert response.elapsed.total_seconds() >= 0.9


@pytest.mark.parametrize("name", COMMANDS)
def test_an_open_request_is_finished_before_the_end(root: Path, name: str) -> None:
    """Asked to end, the server answers what it has begun, then closes."""
    with serving(COMMANDS[name], root / "docs_src/deployment") as server:
        assert "Trailhead opens" in server.output
        slow = http.client.HTTPConnection(HOST, server.port, timeout=LIMIT)
        slow.request("GET", "/forecast")
        assert server.get("/huts").status == 200  # so the one before has arrived as well
        server.process.terminate()
        answer = slow.getresponse()
        assert json.load(answer) == {"forecast": "Snow above 1800 m"}
        slow.close()
        assert server.end() == -signal.SIGTERM
    order = ["Shutting down", "GET /forecast", "Trailhead closes", "Application shutdown complete"]
    places = [server.output.index(text) for text in order]
    assert places == sorted(places)


def test_a_taken_port_is_refused(root: Path) -> None:
    """A second server on the same address ends with a message and status 3."""
    with serving(COMMANDS["uvicorn"], root / "docs_src/deployment") as first:
        command = [part.format(port=first.port) for part in COMMANDS["uvicorn"]]
        second = subprocess.run(
            [str(Path(sys.executable).parent / command[0]), *command[1:]],
            cwd=root / "docs_src/deployment",
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )
    assert second.returncode == 3
    assert "address already in use" in second.stderr.lower()
