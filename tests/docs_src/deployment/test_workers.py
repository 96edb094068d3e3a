"""What a parent process does when its workers fail, and when it is asked to renew them."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from tests.docs_src.deployment.serving import LIMIT, Server, free_port, serving

LIFESPAN = """\
from contextlib import asynccontextmanager

from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app):
    raise RuntimeError("no database")
    yield


app = FastAPI(lifespan=lifespan)
"""
IMPORT = """\
raise RuntimeError("no setting")
"""


def uvicorn(folder: Path, port: int) -> subprocess.Popen[str]:
    """Start the app in `main.py` of a folder with two workers."""
    program = Path(sys.executable).parent / "uvicorn"
    return subprocess.Popen(
        [str(program), "main:app", "--port", str(port), "--workers", "2"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_a_failing_lifespan_stops_the_parent(tmp_path: Path) -> None:
    """The next worker would fail as well, so the parent ends; its status is 0."""
    (tmp_path / "main.py").write_text(LIFESPAN)
    with uvicorn(tmp_path, free_port()) as process:
        output, _ = process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    assert "failed to start, stopping the parent process" in output


def test_a_failing_import_is_tried_again_and_again(tmp_path: Path) -> None:
    """A worker that dies while it imports the app is replaced without end."""
    (tmp_path / "main.py").write_text(IMPORT)
    with uvicorn(tmp_path, free_port()) as process:
        assert process.stdout is not None
        died = 0
        for line in process.stdout:
            died += "died" in line
            if died == 3:  # more than the two that were asked for
                break
        process.terminate()
        process.communicate(timeout=LIMIT)
    assert died == 3


def processes(server: Server, count: int) -> set[int]:
    """Ask until as many workers have answered; return their ids."""
    found: set[int] = set()

    def ask() -> bool:
        found.add(json.loads(server.get("/visits").text)["process"])
        return len(found) == count

    server.wait_for(ask, f"an answer of {count} workers")
    return found


def test_workers_are_renewed_and_added(root: Path) -> None:
    """SIGHUP replaces each worker, SIGTTIN adds one, SIGTTOU ends one."""
    options = ["--port", "{port}", "--workers", "2", "--timeout-worker-healthcheck", "60"]
    command = ["uvicorn", "tutorial002:app", *options]
    with serving(command, root / "docs_src/deployment") as server:
        before = processes(server, 2)
        server.process.send_signal(signal.SIGHUP)
        for worker in before:
            server.wait_for_line(f"Finished server process [{worker}]")
        after = processes(server, 2)
        assert not before & after
        server.process.send_signal(signal.SIGTTIN)
        assert len(processes(server, 3)) == 3
        server.process.send_signal(signal.SIGTTOU)
        server.wait_for_line("decreasing number of processes")


def test_the_environment_sets_the_number(root: Path) -> None:
    """WEB_CONCURRENCY is read where no option is given, by `fastapi run` as well."""
    command = ["fastapi", "run", "tutorial002.py", "--host", "127.0.0.1", "--port", "{port}"]
    environment = {"WEB_CONCURRENCY": "2"}
    with serving(command, root / "docs_src/deployment", environment=environment) as server:
        assert len(processes(server, 2)) == 2
