"""Only known names of the server are accepted."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "advanced_middleware/tutorial002"


@pytest.mark.parametrize(
    "host",
    ["library.example", "www.library.example", "a.b.library.example", "127.0.0.1:8000"],
)
def test_known_hosts_are_served(client: TestClient, host: str) -> None:
    """The name itself, with any port, and every name below it."""
    assert client.get("/books", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["testserver", "bakery.example", "mylibrary.example"])
def test_other_hosts_are_refused(client: TestClient, host: str) -> None:
    """The operation is not reached."""
    response = client.get("/books", headers={"host": host})
    assert response.status_code == 400
    assert response.text == "Invalid host header"
