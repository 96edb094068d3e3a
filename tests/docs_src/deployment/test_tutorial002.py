"""A counter in a variable, in one process and in several."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import Server, serving

EXAMPLE = "deployment/tutorial002"

ADDRESS = ["--host", "127.0.0.1", "--port", "{port}", "--workers", "2"]
COMMANDS = {
    "fastapi": ["fastapi", "run", *ADDRESS, "tutorial002.py"],
    "uvicorn": ["uvicorn", "tutorial002:app", *ADDRESS, "--timeout-worker-healthcheck", "60"],
}


def test_one_process_counts_all_visits(client: TestClient) -> None:
    """In one process the variable is shared by all requests."""
    found = [client.get("/visits").json() for _ in range(3)]
    assert [visit["visits"] for visit in found] == [1, 2, 3]
    assert {visit["process"] for visit in found} == {os.getpid()}


def visits(server: Server) -> dict[int, list[int]]:
    """Visit until two processes have answered; return the counts of each."""
    found: dict[int, list[int]] = {}

    def visit() -> bool:
        answer = json.loads(server.get("/visits").text)
        found.setdefault(answer["process"], []).append(answer["visits"])
        return len(found) == 2

    server.wait_for(visit, "an answer of a second worker")
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_each_worker_counts_its_own_visits(root: Path, name: str) -> None:
    """Several processes share the port and not the variable; the manager answers nothing."""
    with serving(COMMANDS[name], root / "docs_src/deployment") as server:
        found = visits(server)
        for counts in found.values():
            assert counts == list(range(counts[0], counts[0] + len(counts)))
            assert counts[0] == 1
        assert f"Started parent process [{server.process.pid}]" in server.output
        assert server.process.pid not in found
        assert server.end() == 0
    assert f"Stopping parent process [{server.process.pid}]" in server.output


def test_a_dead_worker_is_replaced(root: Path) -> None:
    """The manager notices that a worker has died, and starts another one."""
    with serving(COMMANDS["uvicorn"], root / "docs_src/deployment") as server:
        before = visits(server)
        victim = min(before)
        os.kill(victim, signal.SIGKILL)
        server.wait_for_line(f"Child process [{victim}] died")
        after = visits(server)
        assert victim not in after
        assert set(after) - set(before)
        assert server.end() == 0
