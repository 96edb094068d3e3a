"""An exception that is logged where it is handled."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import serving

EXAMPLE = "logging_/tutorial003"

UNHANDLED = """\
import logging

from fastapi import BackgroundTasks, FastAPI, HTTPException

logger = logging.getLogger(__name__)
app = FastAPI()


def fail(what: str) -> None:
    raise RuntimeError(what)


@app.get("/raise")
def raise_it() -> None:
    fail("raised")


@app.get("/task")
def add_it(tasks: BackgroundTasks) -> None:
    tasks.add_task(fail, "in a task")


@app.get("/both")
def log_and_raise_it() -> None:
    try:
        fail("logged and raised")
    except RuntimeError:
        logger.exception("Out")
        raise


@app.get("/ovens/{number}")
def refuse(number: int) -> None:
    raise HTTPException(status_code=503)
"""


def test_a_reading_is_answered(client: TestClient) -> None:
    """The text of the sensor becomes a number."""
    assert client.get("/ovens/1").json() == {"number": 1, "degrees": 220}


def test_an_unknown_oven_is_not_found(client: TestClient) -> None:
    """There are three ovens."""
    assert client.get("/ovens/4").json() == {"detail": "No such oven"}


def test_a_broken_sensor_is_logged_with_its_traceback(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The client learns that there is no reading, the log learns why."""
    response = client.get("/ovens/3")
    assert response.status_code == 503
    assert response.json() == {"detail": "No reading"}
    (record,) = caplog.records
    assert (record.levelno, record.getMessage()) == (logging.ERROR, "Oven 3 sends no number")
    assert record.exc_info is not None
    assert record.exc_info[0] is ValueError


def test_what_the_server_logs_by_itself(tmp_path: Path) -> None:
    """An exception that nobody handles has its traceback; a refusal has its access line only."""
    (tmp_path / "main.py").write_text(UNHANDLED)
    paths = {"/raise": 500, "/task": 200, "/both": 500, "/ovens/1": 503, "/ovens/one": 422}
    with serving(["uvicorn", "main:app", "--port", "{port}"], tmp_path) as server:
        for path, status in paths.items():
            assert server.get(path).status == status
        server.wait_for_line("GET /ovens/one")
    assert server.output.count("RuntimeError: raised\n") == 1
    assert server.output.count("RuntimeError: in a task\n") == 1
    assert server.output.count("RuntimeError: logged and raised\n") == 2
    assert server.output.count("ERROR:    Exception in ASGI application") == 3
    assert server.output.count("Traceback") == 4
