"""A status for success."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "response_status_code/tutorial001"


def test_status_of_the_decorator_is_sent(client: TestClient) -> None:
    """The answer says that something was created."""
    response = client.post("/huts?name=Alpenrose")
    assert (response.status_code, response.json()) == (201, {"name": "Alpenrose"})


def test_errors_keep_their_status(client: TestClient) -> None:
    """A request without the name is refused as ever."""
    response = client.post("/huts")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["query", "name"])


def test_status_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI has the status in place of 200."""
    assert list(schema["paths"]["/huts"]["post"]["responses"]) == ["201", "422"]
