"""A reminder that is written after the response."""

from __future__ import annotations

from pathlib import Path

from fastapi import BackgroundTasks, FastAPI, HTTPException
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from starlette.background import BackgroundTask

EXAMPLE = "background_tasks/tutorial001"


def test_the_task_writes_a_line(client: TestClient, tmp_path: Path) -> None:
    """The answer is immediate, the line is there afterwards."""
    assert client.get("/log").json() == []
    response = client.post("/reminders/mira@harbor.example")
    assert response.status_code == 202
    assert response.json() == {"message": "The reminder is on its way"}
    assert (tmp_path / "log.txt").read_text() == "reminder to mira@harbor.example\n"
    assert client.get("/log").json() == ["reminder to mira@harbor.example"]


def test_a_refused_request_leaves_no_trace(client: TestClient, tmp_path: Path) -> None:
    """No task runs for an address that is none, nor for another method."""
    response = client.post("/reminders/mira")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("value_error", ["path", "email"])
    assert client.get("/reminders/mira@harbor.example").status_code == 405
    assert not (tmp_path / "log.txt").exists()


def test_which_tasks_run(app: FastAPI) -> None:
    """None behind one that fails, none after an HTTPException, none beside a response's own."""
    ran: list[str] = []

    def fail() -> None:
        raise RuntimeError

    @app.get("/fails")
    async def fails(tasks: BackgroundTasks) -> str:
        tasks.add_task(ran.append, "first")
        tasks.add_task(fail)
        tasks.add_task(ran.append, "behind")
        return "fine"

    @app.get("/refused")
    async def refused(tasks: BackgroundTasks) -> None:
        tasks.add_task(ran.append, "refused")
        raise HTTPException(status_code=404)

    @app.get("/own")
    async def own(tasks: BackgroundTasks) -> JSONResponse:
        tasks.add_task(ran.append, "parameter")
        return JSONResponse("fine", background=BackgroundTask(ran.append, "response"))

    @app.get("/direct")
    async def direct(tasks: BackgroundTasks) -> JSONResponse:
        tasks.add_task(ran.append, "direct")
        return JSONResponse("fine")

    client = TestClient(app, raise_server_exceptions=False)
    paths = ("/fails", "/refused", "/own", "/direct")
    assert [client.get(path).status_code for path in paths] == [200, 404, 200, 200]
    assert ran == ["first", "response", "direct"]
