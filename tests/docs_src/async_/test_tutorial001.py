"""Three ways to wait."""

from __future__ import annotations

import asyncio
import inspect
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "async_/tutorial001"


@pytest.mark.parametrize("path", ["/async", "/sync", "/stalled"])
def test_all_answer_the_same(client: TestClient, path: str) -> None:
    """Each path waits and says how long."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.json() == {"seconds": 0.1}


def test_kinds_of_functions(module: ModuleType) -> None:
    """Only the function that runs in the pool is a normal one."""
    assert inspect.iscoroutinefunction(module.wait_and_let_others_work)
    assert inspect.iscoroutinefunction(module.wait_and_stop_everybody)
    assert not inspect.iscoroutinefunction(module.wait_in_a_thread)


def test_blocking_call_stands_where_the_page_says(
    client: TestClient, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The normal function blocks a thread of the pool, the wrong one the event loop itself."""
    on_loop: list[bool] = []

    def sleep(seconds: float) -> None:
        on_loop.append(_is_loop_running())

    monkeypatch.setattr(module.time, "sleep", sleep)
    client.get("/sync")
    client.get("/stalled")
    assert on_loop == [False, True]


def _is_loop_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
