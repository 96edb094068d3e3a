"""The smallest app with a normal function."""

from __future__ import annotations

import inspect
from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "first_steps/tutorial003"


def test_normal_function_answers_the_same(client: TestClient, module: ModuleType) -> None:
    """A path operation function need not be `async`."""
    assert not inspect.iscoroutinefunction(module.read_index)
    assert client.get("/").json() == {"message": "Welcome to Trailhead"}
