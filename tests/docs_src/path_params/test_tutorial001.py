"""An untyped path parameter."""

from __future__ import annotations

from fastapi.testclient import TestClient

EXAMPLE = "path_params/tutorial001"


def test_value_is_the_text_of_the_url(client: TestClient) -> None:
    """Without a type, digits stay text."""
    response = client.get("/huts/3")
    assert response.status_code == 200
    assert response.json() == {"hut_id": "3"}


def test_a_missing_value_is_another_path(client: TestClient) -> None:
    """A path parameter can't be left out."""
    assert client.get("/huts/").status_code == 404
