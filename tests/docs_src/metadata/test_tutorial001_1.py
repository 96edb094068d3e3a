"""A licence named by its identifier."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "metadata/tutorial001_1"


def test_license(schema: dict[str, Any]) -> None:
    """The identifier stands beside the name."""
    assert schema["info"]["license"] == {"name": "Apache 2.0", "identifier": "Apache-2.0"}


def test_path_operation(client: TestClient) -> None:
    """The app itself is the same as ever."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
