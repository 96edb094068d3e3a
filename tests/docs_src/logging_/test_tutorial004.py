"""An id for each request, in its lines and in its answer."""

from __future__ import annotations

import asyncio
import io
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest
from fastapi import Depends, FastAPI, WebSocket
from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import serving

EXAMPLE = "logging_/tutorial004"
NAME = "docs_src.logging_.tutorial004"


def test_each_answer_has_its_own_id(client: TestClient) -> None:
    """The id is in the header, of errors as well."""
    answers = [client.get(f"/ovens/{number}") for number in (1, 2, 3)]
    assert [answer.status_code for answer in answers] == [200, 200, 404]
    ids = {answer.headers["X-Request-ID"] for answer in answers}
    assert [len(found) for found in ids] == [32, 32, 32]


def test_lines_of_thread_and_task_have_the_id(log: io.StringIO, client: TestClient) -> None:
    """A `def` path operation and its background task know it, and so does the next request."""
    found = [client.get(f"/ovens/{number}").headers["X-Request-ID"] for number in (2, 1)]
    assert log.getvalue().splitlines() == [
        f"INFO [{found[0]}] {NAME}: Oven 2 is at 275 degrees",
        f"WARNING [{found[0]}] {NAME}: Calling the baker for oven 2",
        f"INFO [{found[1]}] {NAME}: Oven 1 is at 220 degrees",
    ]


def test_requests_at_the_same_time_keep_their_ids(app: FastAPI, module: ModuleType) -> None:
    """Two requests that wait for each other have the ids of their answers."""
    together = threading.Barrier(2)

    @app.get("/wait")
    def wait() -> str:
        together.wait(30)
        found: str = module.request_id.get()
        return found

    with TestClient(app) as client, ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(client.get, ["/wait", "/wait"]))
    ids = [answer.headers["X-Request-ID"] for answer in answers]
    assert [answer.json() for answer in answers] == ids
    assert len(set(ids)) == 2


def test_who_takes_the_id_along(app: FastAPI, module: ModuleType) -> None:
    """asyncio's threads and tasks do, a thread of one's own and an executor do not."""
    get = module.request_id.get

    @app.get("/along")
    async def along() -> dict[str, str]:
        own: list[str] = []
        thread = threading.Thread(target=lambda: own.append(get()))
        thread.start()
        thread.join()

        async def task() -> str:
            found: str = get()
            return found

        return {
            "to_thread": await asyncio.to_thread(get),
            "create_task": await asyncio.create_task(task()),
            "run_in_executor": await asyncio.get_running_loop().run_in_executor(None, get),
            "Thread": own[0],
        }

    response = TestClient(app).get("/along")
    found = response.headers["X-Request-ID"]
    wanted = {"to_thread": found, "create_task": found, "run_in_executor": "-", "Thread": "-"}
    assert response.json() == wanted


def test_a_value_from_a_dependency_in_a_thread_is_lost(app: FastAPI, module: ModuleType) -> None:
    """What a `def` dependency sets, the path operation does not see."""

    def set_it() -> None:
        module.request_id.set("set by a dependency")

    @app.get("/lost", dependencies=[Depends(set_it)])
    def lost() -> str:
        found: str = module.request_id.get()
        return found

    response = TestClient(app).get("/lost")
    assert response.json() == response.headers["X-Request-ID"]


def test_a_websocket_has_no_id(app: FastAPI, module: ModuleType) -> None:
    """The middleware sees HTTP only."""

    @app.websocket("/ws")
    async def talk(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(module.request_id.get())

    with TestClient(app).websocket_connect("/ws") as socket:
        assert socket.receive_text() == "-"


def test_an_unhandled_error_has_no_header(app: FastAPI) -> None:
    """Its answer is made outside of the middleware."""

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError

    response = TestClient(app, raise_server_exceptions=False).get("/broken")
    assert response.status_code == 500
    assert "X-Request-ID" not in response.headers


def test_the_filter_of_a_handler_sees_every_logger(
    log: io.StringIO, module: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """One on a logger does not see what the loggers below it write."""
    logging.getLogger("library").warning("Full")
    assert log.getvalue() == "WARNING [-] library: Full\n"
    module.handler.removeFilter(module.add_request_id)
    logging.getLogger().addFilter(module.add_request_id)
    try:
        logging.getLogger("library").warning("Full")
    finally:
        logging.getLogger().removeFilter(module.add_request_id)
    assert "Formatting field not found in record: 'request_id'" in capsys.readouterr().err


BROKEN = """\
from tutorial004 import app


@app.get("/broken")
def broken() -> None:
    raise RuntimeError("the oven is out")
"""


def test_the_server_writes_in_the_same_form(root: Path, tmp_path: Path) -> None:
    """With log.json, the access log and unhandled errors have the id as well."""
    folder = root / "docs_src/logging_"
    (tmp_path / "main.py").write_text(BROKEN)
    options = ["--port", "{port}", "--log-config", str(folder / "log.json")]
    environment = {"PYTHONPATH": str(folder)}
    with serving(["uvicorn", "main:app", *options], tmp_path, environment=environment) as server:
        found = server.get("/ovens/2").headers["x-request-id"]
        server.get("/broken")
        server.wait_for_line("RuntimeError: the oven is out")
    assert f"INFO [{found}] tutorial004: Oven 2 is at 275 degrees\n" in server.lines
    access = [line for line in server.lines if "GET /ovens/2" in line]
    assert len(access) == 1
    assert access[0].startswith(f"INFO [{found}] uvicorn.access: 127.0.0.1:")
    assert access[0].endswith('"GET /ovens/2 HTTP/1.1" 200\n')
    (broken,) = [line for line in server.lines if "GET /broken" in line]
    shown = broken.split()[1]
    assert shown not in ("[-]", f"[{found}]")
    assert f"ERROR {shown} uvicorn.error: Exception in ASGI application\n" in server.lines


WORKER = """\
from tutorial004 import app

print("Uvicorn running on")  # what is waited for, and what the parent doesn't say
"""


def test_a_parent_of_workers_says_nothing(root: Path, tmp_path: Path) -> None:
    """It doesn't load the app, which is what sets up logging; its workers do."""
    folder = root / "docs_src/logging_"
    (tmp_path / "main.py").write_text(WORKER)
    options = ["--log-config", str(folder / "log.json"), "--timeout-worker-healthcheck", "60"]
    command = ["uvicorn", "main:app", "--port", "{port}", "--workers", "2", *options]
    with serving(command, tmp_path, environment={"PYTHONPATH": str(folder)}) as server:
        found = server.get("/ovens/2").headers["x-request-id"]
        server.wait_for_line("Calling the baker")
    assert f"WARNING [{found}] tutorial004: Calling the baker for oven 2\n" in server.lines
    assert "INFO [-] uvicorn.error: Started server process" in server.output
    assert "parent process" not in server.output
