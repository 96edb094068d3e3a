"""The documentation at another address, and one page of it less."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "metadata/tutorial003"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/documentation", 200), ("/docs", 404), ("/redoc", 404), ("/openapi.json", 200)],
)
def test_addresses(client: TestClient, path: str, status: int) -> None:
    """Swagger UI has moved, ReDoc is off, the schema is where it was."""
    assert client.get(path).status_code == status


def test_path_operation(client: TestClient) -> None:
    """The app itself is the same as ever."""
    assert client.get("/huts").json() == ["Alpenrose", "Birkenhof", "Steinbock"]
