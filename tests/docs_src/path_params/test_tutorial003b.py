"""The same path declared twice."""

from __future__ import annotations

from types import ModuleType

import anyio
from fastapi.testclient import TestClient

EXAMPLE = "path_params/tutorial003b"


def test_the_first_declaration_answers(client: TestClient) -> None:
    """A second function for the same path and method is never called."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof"]
    assert client.post("/huts").status_code == 405


def test_the_second_function_still_works_when_called(module: ModuleType) -> None:
    """The decorator returns the function as it was."""
    assert anyio.run(module.list_open_huts) == ["Birkenhof"]
